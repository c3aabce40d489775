import DatelineCore

extension DateParser {
    /// "the past six days", "the last 24 hours", "in the past week", "the same four days", "in four days".
    func past(at start: Int) -> Parsed? {
        var index = text(start) == "the" ? start + 1 : start
        if text(index) == "same", let (end, _) = number(index + 1), case .unit(let unit)? = match(end)?.word {
            return Parsed(end: end + 1, expression: unit == .hour ? .toldDay(0) : .toldSpan, rule: "same-days")
        }
        let pastWord = ["past", "last", "previous", "preceding"].contains(text(index))
        guard pastWord || (word(start - 1) == "in" && word(start - 2) != "time" && index == start) else { return nil }
        // "Food will last four days."
        if pastWord, ["will", "would", "to", "can", "could", "may"].contains(word(index - 1)) { return nil }
        if pastWord { index += 1 }
        let counted = number(index)
        guard pastWord || counted != nil else { return nil }
        let unitAt = counted?.end ?? index
        guard case (let end, .unit(let unit))? = match(unitAt) else { return nil }
        // "last year", "last month" are the calendar's; "in two hours", "in three months" tell how long it took.
        if counted == nil, !["past", "preceding"].contains(text(unitAt - 1)) { return nil }
        if !pastWord, unit != .day || (counted?.value ?? 1) < 3 { return nil }
        return Parsed(end: end, expression: .past(counted?.value ?? 1, unit), rule: pastWord ? "past-days" : "in-days")
    }

    /// "three days ago", "a week earlier", "two days later", "three days afterwards".
    func ago(at start: Int) -> Parsed? {
        if let year = yearEarlier(at: start) { return year }
        guard let (unitAt, count) = number(start), case (let end, .unit(let unit))? = match(unitAt) else { return nil }
        switch text(end) {
        case "ago":
            return Parsed(end: end + 1, expression: .ago(count, unit), rule: "ago")
        case "earlier", "previously", "beforehand":
            return Parsed(end: end + 1, expression: .moved(-count, unit), rule: "days-earlier")
        case "later", "afterwards":
            return Parsed(end: end + 1, expression: .moved(count, unit), rule: "days-later")
        case "before" where endsPhrase(end + 1):
            return Parsed(end: end + 1, expression: .moved(-count, unit), rule: "days-earlier")
        case "after" where endsPhrase(end + 1):
            return Parsed(end: end + 1, expression: .moved(count, unit), rule: "days-later")
        case "after" where unit != .hour && unit != .minute && DateParser.isComing(before: start, in: document):
            // "The raid came two days after a bomb killed three": the day of the bomb.
            return Parsed(end: end + 1, expression: .moved(-count, unit), rule: "days-earlier")
        default: return nil
        }
    }

    /// Whether a verb such as "came" stands before, over words such as "barely" and "less than".
    static func isComing(before start: Int, in document: Document) -> Bool {
        let verb = (1...3).first { !approximations.contains(document.word(start - $0)) }
        return verb.map { comings.contains(document.word(start - $0)) } ?? false
    }

    /// Verbs behind which another happening is told: "came two days after".
    private static let comings: WordSet = ["came", "comes", "come", "coming", "occurred", "happened"]
    /// Words between such a verb and the number.
    private static let approximations: WordSet = [
        "about", "almost", "barely", "exactly", "just", "less", "more", "nearly", "only", "some", "than",
    ]

    /// "a year-earlier loss", "the year-ago period".
    private func yearEarlier(at start: Int) -> Parsed? {
        let index = ["a", "the"].contains(text(start)) ? start + 1 : start
        guard text(index) == "year", text(index + 1) == "-", ["ago", "earlier"].contains(text(index + 2)) else {
            return nil
        }
        var end = index + 3
        if case .quarter? = match(end)?.word { return nil }
        if ["period", "quarter"].contains(text(end)) { end += 1 }
        return Parsed(end: end, expression: .ago(1, .year), rule: "ago")
    }

    private func endsPhrase(_ index: Int) -> Bool {
        index >= end || document.tokens[index].kind == .punctuation
    }

    // MARK: Months, seasons and years

    /// "in March 2022", "mid-October", "the first three weeks of May", "last July", "spring 2023", "in 2022", "last week".
    func monthOrYear(at start: Int) -> Parsed? {
        if case (let end, .period(let period, let count))? = match(start) {
            // "Last year's third quarter" is a quarter of last year.
            if period == .year, let quarter = quarter(ofYear: count, at: end) { return quarter }
            return Parsed(end: end, expression: .period(period, count), rule: "period")
        }
        if case (let end, .toldPeriod(let period, let count))? = match(start) {
            return Parsed(end: end, expression: .toldPeriod(period, count), rule: "told-period")
        }
        if let days = daysOfMonth(at: start) { return days }
        var index = start
        let part = monthPart(&index)
        let before = index == start ? word(start - 1) : "in"
        if let (end, year) = spelledYear(at: index), DateParser.yearCues.contains(before) {
            return Parsed(end: end, expression: .year(year), rule: "year")
        }
        if let year = year(index) ?? oldYear(index) {
            guard DateParser.yearCues.contains(before), !isCounted(index + 1), !isDecade(index),
                !DateParser.origins.contains(word(start - 2))
            else { return nil }
            return Parsed(end: index + 1, expression: .year(year), rule: "year")
        }
        var turn = SaidYear.unsaid
        switch text(index) {
        case "last", "past": (index, turn) = (index + 1, .last)
        case "next": (index, turn) = (index + 1, .next)
        case "this": (index, turn) = (index + 1, .relative(0))
        default: break
        }
        switch match(index) {
        case (let end, .month(let month))?:
            let year = saidYear(at: end)
            guard year.year != .unsaid || turn != .unsaid || DateParser.monthCues.contains(before) else { return nil }
            // "May" and "March" may be names and verbs; a number after it would be a day that was refused.
            return Parsed(
                end: year.end,
                expression: .month(month, part ?? .whole, turn == .unsaid ? year.year : turn),
                rule: "month"
            )
        case (let end, .season(let first, let last))?:
            let year = saidYear(at: end)
            let hasCue =
                ["in", "since", "during", "by", "until", "of"].contains(before)
                || word(start - 1) == "the"
                    && ["in", "since", "during", "by", "until"].contains(word(start - 2))
            guard year.year != .unsaid || turn != .unsaid || hasCue else { return nil }
            if text(end) == "of", year.year == .unsaid { return nil }
            return Parsed(
                end: year.end,
                expression: .season(first, last, turn == .unsaid ? year.year : turn),
                rule: "season"
            )
        default: return nil
        }
    }

    /// Words whose year belongs to a person or thing, not to what is told.
    static let origins: WordSet = ["born", "built", "founded"]
    private static let monthCues: WordSet = [
        "in", "of", "since", "during", "until", "by", "from", "between", "before", "after", "the", "through", "till",
    ]
    static let yearCues: WordSet = [
        "in", "since", "during", "until", "by", "from", "between", "before", "after", "of", "through", "to",
    ]

    /// Whether a noun follows that the four digits count rather than date.
    func isCounted(_ index: Int) -> Bool {
        [
            "people", "persons", "soldiers", "civilians", "troops", "men", "women", "percent", "%", "households",
            "families",
        ]
        .contains(text(index)) || text(index) == "-" && isTight(index)
    }

    /// "mid-", "early", "the middle of", "the end of" before a month or year.
    func monthPart(_ index: inout Int) -> MonthPart? {
        let at = text(index) == "the" ? index + 1 : index
        let part: MonthPart
        switch text(at) {
        case "mid", "middle": part = .middle
        case "early": part = .early
        case "late": part = .late
        case "beginning", "start": part = .start
        case "end": part = .end
        default: return nil
        }
        let next = text(at + 1) == "-" || text(at + 1) == "of" ? at + 2 : at + 1
        if year(next) == nil {
            switch match(next)?.word {
            case .month?, .season?: break
            default: return nil
            }
        }
        index = next
        return part
    }

    /// "the first three weeks of May", "the last ten days of May".
    private func daysOfMonth(at start: Int) -> Parsed? {
        let index = text(start) == "the" ? start + 1 : start
        guard text(index) == "first" || text(index) == "last" else { return nil }
        let counted = number(index + 1) ?? (index + 1, 1)
        guard case (let of, .unit(let unit))? = match(counted.end), text(of) == "of" else { return nil }
        guard unit == .day || unit == .week, case (let end, .month(let month))? = match(of + 1) else { return nil }
        let year = saidYear(at: end)
        let days = counted.value * (unit == .week ? 7 : 1)
        return Parsed(
            end: year.end,
            expression: .daysOfMonth(text(index) == "first" ? days : -days, month, year.year),
            rule: "days-of-month"
        )
    }
}
