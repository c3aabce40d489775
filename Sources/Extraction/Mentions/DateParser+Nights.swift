import DatelineCore

extension DateParser {
    /// "overnight", "overnight on Friday", "the night of 10-11 August", "in the night between Friday and Saturday".
    func night(at start: Int) -> Parsed? {
        if case (let end, .overnight)? = match(start) {
            if let named = namedNight(at: end, isOvernight: true) { return named }
            // "overnight stay", "overnight train" are no dates; "overnight raid" is one.
            return Parsed(end: end, expression: .overnight, rule: "overnight")
        }
        var index = start
        if text(index) == "in" || text(index) == "on" { index += 1 }
        if text(index) == "the" { index += 1 }
        guard text(index) == "night" || text(index) == "nights" else { return nil }
        return namedNight(at: index + 1, isOvernight: false)
    }

    /// The days a night lies between, after "overnight" or "the night".
    private func namedNight(at start: Int, isOvernight: Bool) -> Parsed? {
        var index = start
        let joint = text(start)
        if ["on", "of", "into", "to", "till", "until", "between", "from", "before"].contains(joint) {
            index += 1
        } else if !isOvernight {
            return nil
        }
        guard let first = day(at: index) else { return nil }
        if case .range = first.expression { return night(first.expression, first.end) }
        if ["and", "to", "into", "–", "-"].contains(text(first.end)),
            joint == "between" || joint == "from"
                || ["to", "into"].contains(text(first.end)), let last = day(at: first.end + 1)
        {
            return night(.range(first.expression, last.expression), last.end)
        }
        let side: NightSide
        switch joint {
        case "into", "to", "till", "until": side = .ends
        case "of", "from": side = .begins
        case "before", "between": return nil
        default: side = isOvernight ? .told : .begins
        }
        if case .anchorDay = first.expression { return nil }
        return Parsed(end: first.end, expression: .night(side, first.expression), rule: "night-of")
    }

    private func night(_ range: DateExpression, _ end: Int) -> Parsed {
        Parsed(end: end, expression: .night(.begins, range), rule: "night-of")
    }

    /// "the nights of 3-4 and 8-9 May": a date for each night.
    func nightList(at start: Int) -> [SaidDate]? {
        let index = text(start) == "the" ? start + 1 : start
        guard text(index) == "nights", ["of", "on"].contains(text(index + 1)),
            let (firstStart, firstEnd, afterFirst) = dayPair(at: index + 2),
            text(afterFirst) == "and" || text(afterFirst) == ",",
            let last = explicitDay(at: afterFirst + 1, weekday: nil),
            case .range(.day(let month, let lastStart, let year, _), _) = last.expression, firstStart < lastStart
        else { return nil }
        let first = DateExpression.range(
            .day(month: month, day: firstStart, year: year, weekday: nil),
            .day(month: month, day: firstEnd, year: year, weekday: nil)
        )
        return [
            SaidDate(tokens: start..<afterFirst, expression: .night(.begins, first), rule: "night-of"),
            SaidDate(tokens: afterFirst + 1..<last.end, expression: .night(.begins, last.expression), rule: "night-of"),
        ]
    }

    private func dayPair(at start: Int) -> (Int, Int, end: Int)? {
        guard let (joint, first) = dayNumber(at: start), ["-", "–"].contains(text(joint)),
            let (end, last) = dayNumber(at: joint + 1)
        else { return nil }
        return (first, last, end)
    }
}
