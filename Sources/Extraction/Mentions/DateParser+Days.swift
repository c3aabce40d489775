import DatelineCore

extension DateParser {
    /// A day without its part: a weekday, a day of a month, a holiday, "yesterday", "the next day".
    func day(at start: Int) -> Parsed? {
        if let explicit = explicitDay(at: start, weekday: nil) { return explicit }
        if let named = weekday(at: start) { return named }
        if text(start) == "then", word(start - 1) == "since" {
            return Parsed(end: start + 1, expression: .toldDay(0), rule: "same-day")
        }
        let isLast = text(start) == "last"
        guard let (end, word) = match(start) ?? (isLast ? match(start + 1) : nil) else { return nil }
        switch word {
        case .feast(let feast):
            let year = saidYear(at: end)
            return Parsed(end: year.end, expression: .feast(feast, isLast ? .last : year.year), rule: "holiday")
        case _ where isLast && match(start) == nil: return nil
        case .anchorDay(let days, let part):
            return Parsed(end: end, expression: joined(.anchorDay(days), part), rule: "anchor-day")
        case .toldDay(let days, let part):
            // "the day before Christmas", "the day after the attack": the day is counted from what follows.
            if end == start + 3, text(start) == "the", ["before", "after"].contains(text(start + 2)),
                end < self.end, document.tokens[end].kind != .punctuation
            {
                guard part == nil, let named = day(at: end) else { return nil }
                return Parsed(end: named.end, expression: .beside(named.expression, days), rule: named.rule)
            }
            return Parsed(end: end, expression: joined(.toldDay(days), part), rule: "same-day")
        case .holiday(let month, let day):
            let year = saidYear(at: end)
            return Parsed(
                end: year.end,
                expression: .day(month: month, day: day, year: year.year, weekday: nil),
                rule: "holiday"
            )
        default: return nil
        }
    }

    private func joined(_ day: DateExpression, _ part: DayPart?) -> DateExpression {
        switch part {
        case nil: day
        case .night?: .night(.begins, day)
        case let part?: .part(part, day)
        }
    }

    /// "Saturday", "last Saturday", "this past Friday", "Tuesday 22 August 2023", "Friday, May 24".
    private func weekday(at start: Int) -> Parsed? {
        var index = start
        var turn = DateTurn.bare
        switch text(index) {
        case "last": (index, turn) = (index + 1, .last)
        case "next", "coming": (index, turn) = (index + 1, .next)
        case "this":
            if text(index + 1) == "coming" { turn = .next }
            index += ["past", "coming"].contains(text(index + 1)) ? 2 : 1
        case "past": (index, turn) = (index + 1, .last)
        default: break
        }
        let named: Weekday
        let end: Int
        switch match(index) {
        case (let stop, .weekday(let day))?: (end, named) = (stop, day)
        case (let stop, .shortWeekday(let day))? where index != start || isBesideDate(index): (end, named) = (stop, day)
        default: return nil
        }
        // "on a Tuesday", "every Friday": no day in particular.
        if index == start, ["every", "each", "any", "one"].contains(word(start - 1)) { return nil }
        if index == start, word(start - 1) == "a", !isOfNoun(end) { return nil }
        var next = end
        if text(next) == ".", isTight(next), document.tokens[index].range.count <= 5 { next += 1 }
        if text(next) == "," || text(next) == "the" { next += 1 }
        if let explicit = explicitDay(at: next, weekday: named) { return explicit }
        return Parsed(end: end, expression: .weekday(named, turn), rule: "weekday")
    }

    /// Whether a noun follows that the day is of: "a Sunday raid", "a Friday night attack".
    private func isOfNoun(_ start: Int) -> Bool {
        var index = start
        if case (let end, .part)? = match(index) { index = end }
        return countsWhatFollows(index)
    }

    /// Whether "Sat" or "Sun" stands beside what makes it a weekday.
    private func isBesideDate(_ index: Int) -> Bool {
        let after = text(index + 1) == "," || text(index + 1) == "." ? index + 2 : index + 1
        if digits(after).map({ $0 <= 31 }) == true { return true }
        if case .month? = match(after)?.word { return true }
        return ["on", "early", "late", "since"].contains(word(index - 1))
    }

    // MARK: Days of a month

    /// One day or a stretch: "11 August 2024", "the 11th of August", "August 11", "2-3 October", "2024-08-11".
    func explicitDay(at start: Int, weekday: Weekday?) -> Parsed? {
        // "last Oct. 23" is the last one, as any without a year.
        let isLast = text(start) == "last" && weekday == nil && match(start) == nil
        let index = isLast || text(start) == "the" && digits(start + 1) != nil ? start + 1 : start
        return numericDay(at: index, weekday: weekday) ?? dayFirst(at: index, weekday: weekday)
            ?? monthFirst(at: index, weekday: weekday)
    }

    private func dayFirst(at start: Int, weekday: Weekday?) -> Parsed? {
        guard let (afterFirst, first) = dayNumber(at: start) else { return nil }
        var index = afterFirst
        var last: Int?
        if let (end, number) = dayNumber(at: index + 1), number > first,
            joinsNumbers(index, before: start) || text(index) == "and" && number == first + 1
        {
            (index, last) = (end, number)
        }
        if text(index) == "of" { index += 1 }
        guard case (let end, .month(let month))? = match(index) else { return nil }
        let year = shortYear(at: end) ?? saidYear(at: end)
        return days(first, last, month, year.year, end: year.end, weekday: weekday)
    }

    /// The year of a dateline in two digits: "3 Jan 90 (", "3 Jan 90 –"; those below 70 are of this century.
    private func shortYear(at index: Int) -> (end: Int, year: SaidYear)? {
        guard let number = digits(index), document.tokens[index].range.count == 2, index + 1 < end,
            ["(", "[", "–", ":", "-"].contains(text(index + 1)), document.tokens[index + 1].spaceBefore
        else { return nil }
        return (index + 1, .exact(number < 70 ? 2000 + number : 1900 + number))
    }

    private func monthFirst(at start: Int, weekday: Weekday?) -> Parsed? {
        guard case (let end, .month(let month))? = match(start) else { return nil }
        let numberAt = text(end) == "the" ? end + 1 : end
        guard let (afterFirst, first) = dayNumber(at: numberAt) else { return nil }
        // "In June 24 people were killed": the number counts people.
        if word(start - 1) == "in", afterFirst < self.end, document.tokens[afterFirst].kind == .word,
            !document.tokens[afterFirst].isCapitalised, !["and", "to", "until"].contains(text(afterFirst))
        {
            return nil
        }
        var index = afterFirst
        var last: Int?
        if let (stop, number) = dayNumber(at: index + 1), number > first,
            joinsNumbers(index, before: start)
                || text(index) == "and" && number == first + 1 && !countsWhatFollows(stop)
        {
            // "May 30 and June 2" has a month of its own, "May 30 and 31" has not.
            (index, last) = (stop, number)
        }
        let year = saidYear(at: index)
        return days(first, last, month, year.year, end: year.end, weekday: weekday)
    }

    /// "2024-08-11", "11.08.2024", "11/08/2024".
    private func numericDay(at start: Int, weekday: Weekday?) -> Parsed? {
        if let year = year(start), text(start + 1) == "-", isTight(start + 1), let month = digits(start + 2),
            text(start + 3) == "-", let day = digits(start + 4), CivilDate(year: year, month: month, day: day) != nil
        {
            return days(day, nil, month, .exact(year), end: start + 5, weekday: weekday)
        }
        if text(start + 1) == "/", isTight(start + 1), let day = digits(start), let month = digits(start + 2),
            text(start + 3) == "/", let year = year(start + 4), CivilDate(year: year, month: month, day: day) != nil
        {
            return days(day, nil, month, .exact(year), end: start + 5, weekday: weekday)
        }
        guard start < end, document.tokens[start].kind == .number, document.tokens[start].lower.hasStop else {
            return nil
        }
        let parts = document.number(document.tokens[start]).split(separator: ".").compactMap { Int($0) }
        guard parts.count == 3, (1900...2099).contains(parts[2]),
            CivilDate(year: parts[2], month: parts[1], day: parts[0]) != nil
        else { return nil }
        return days(parts[0], nil, parts[1], .exact(parts[2]), end: start + 1, weekday: weekday)
    }

    private func days(
        _ first: Int,
        _ last: Int?,
        _ month: Int,
        _ year: SaidYear,
        end: Int,
        weekday: Weekday?
    ) -> Parsed {
        let start = DateExpression.day(month: month, day: first, year: year, weekday: weekday)
        guard let last else { return Parsed(end: end, expression: start, rule: "explicit-day") }
        let stop = DateExpression.day(month: month, day: last, year: year, weekday: nil)
        return Parsed(end: end, expression: .range(start, stop), rule: "explicit-days")
    }

    /// A day's number, with its ordinal ending.
    func dayNumber(at index: Int) -> (end: Int, value: Int)? {
        guard let number = digits(index), (1...31).contains(number), document.tokens[index].range.count <= 2 else {
            return nil
        }
        let ordinal = ["st", "nd", "rd", "th"].contains(text(index + 1)) && isTight(index + 1)
        return (ordinal ? index + 2 : index + 1, number)
    }

    /// Whether a plain noun follows that a number may count: "May 3 and 4 drones".
    private func countsWhatFollows(_ index: Int) -> Bool {
        index < end && document.tokens[index].kind == .word && !document.tokens[index].isCapitalised
            && !DateParser.functionWords.contains(text(index))
    }

    private func joinsNumbers(_ index: Int, before start: Int) -> Bool {
        switch text(index) {
        case "-", "–", "to": true
        case "and": ["between", "from"].contains(word(start - 1)) || word(start - 2) == "between"
        default: false
        }
    }

    /// The year after a date: "2024", ", 2024", "last year", "this year", or none.
    func saidYear(at index: Int) -> (end: Int, year: SaidYear) {
        let next = text(index) == "," || text(index) == "of" ? index + 1 : index
        if let year = year(next) ?? oldYear(next), !isTight(next + 1) || text(next + 1) != "-" {
            return (next + 1, .exact(year))
        }
        if let (end, year) = spelledYear(at: next) { return (end, .exact(year)) }
        if case (let end, .period(.year, let years))? = match(next), years <= 0, next == index || text(index) == "of" {
            return (end, .relative(years))
        }
        if text(index) == "of", case (let end, .toldPeriod(.year, let years))? = match(next) {
            return (end, .told(years))
        }
        return (index, .unsaid)
    }
}
