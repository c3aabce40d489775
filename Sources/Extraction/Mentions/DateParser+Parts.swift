import DatelineCore

extension DateParser {
    /// A part of a day before its day: "early Sunday", "the afternoon of 26 May", "at 03:00 on Sunday".
    func partOfDay(at start: Int) -> Parsed? {
        var index = text(start) == "the" ? start + 1 : start
        let part: DayPart
        if let end = clock(at: index) {
            (index, part) = (end, .clock)
        } else if case (let end, .part(let said))? = match(index), said != .night {
            (index, part) = (end, said)
        } else {
            return nil
        }
        // "early in the morning of", "some time before dawn, on": small words between.
        if ["in", "that"].contains(text(index)), case .part? = match(index + 2)?.word { index += 3 }
        if ["on", "of", ","].contains(text(index)) { index += 1 }
        if text(index) == "on", text(index - 1) == "," { index += 1 }
        if let named = night(at: index), named.end > index { return named }
        guard let day = day(at: index) else { return nil }
        return Parsed(end: withPart(day, from: index).end, expression: merged(part, day, from: index), rule: day.rule)
    }

    private func merged(_ part: DayPart, _ day: Parsed, from start: Int) -> DateExpression {
        let full = withPart(day, from: start).expression
        if case .part(.clock, _) = full { return full }
        if case .part(_, let inner) = full { return .part(part, inner) }
        if case .night(.begins, let inner) = full { return .part(part == .clock ? .clock : .night, inner) }
        return .part(part, full)
    }

    /// A day with the part of it that follows: "Sunday morning", "Friday night", "20 December, about 13:30".
    func withPart(_ day: Parsed, from start: Int) -> Parsed {
        guard let (end, part) = followingPart(at: day.end) else { return day }
        if part == .night { return Parsed(end: end, expression: .night(.begins, day.expression), rule: "night-of") }
        return Parsed(end: end, expression: .part(part, day.expression), rule: day.rule)
    }

    private func followingPart(at start: Int) -> (end: Int, part: DayPart)? {
        var index = start
        let hasComma = text(index) == ","
        if hasComma { index += 1 }
        let first = index
        while index < first + 4, DateParser.smallWords.contains(text(index)) { index += 1 }
        if let end = clock(at: index) { return (end, .clock) }
        guard case (let end, .part(let part))? = match(index) else { return nil }
        // "Sunday, early reports say": after a comma a part must end the phrase.
        if hasComma, index == first, end < self.end, document.tokens[end].kind != .punctuation { return nil }
        // "Thursday before night fell" and "Saturday late in the game" go on as something else.
        if index > first, part == .night, text(first) != "at" { return nil }
        if ["late", "later", "early"].contains(text(end - 1)) { return nil }
        return (end, part)
    }

    /// Words that may stand between a day and its hour.
    private static let smallWords: WordSet = [
        "at", "around", "about", "by", "before", "after", "shortly", "just", "some", "time", "sometime", "from", "in",
        "the", "until", "approximately",
    ]

    // MARK: Clock times

    /// The end of a clock time: "03:00", "3 pm", "1:30 a.m.", "7am", "a quarter to ten", "half past one".
    func clock(at start: Int) -> Int? {
        guard let end = clockDigits(at: start) ?? clockWords(at: start) else { return nil }
        if text(end) == "local", text(end + 1) == "time" { return end + 2 }
        if DateParser.zones.contains(text(end)) { return end + 1 }
        if text(end + 1) == "time", end < self.end, document.tokens[end].isCapitalised { return end + 2 }
        if text(end + 2) == "time", text(end + 1) == "'s" { return end + 3 }
        return end
    }

    private static let zones: WordSet = [
        "bst", "cdt", "cest", "cet", "cst", "edt", "eest", "eet", "est", "et", "gmt", "ist", "local", "mdt", "mst",
        "pdt",
        "pst", "utc",
    ]

    private func clockDigits(at start: Int) -> Int? {
        guard start < end, document.tokens[start].kind == .number else { return nil }
        if let hour = digits(start) {
            guard hour < 25, document.tokens[start].range.count <= 2 else { return nil }
            if text(start + 1) == ":", isTight(start + 1), isTight(start + 2), let minute = digits(start + 2),
                minute < 60, document.tokens[start + 2].range.count == 2
            {
                return isHalfOfDay(start + 3) ? start + 4 : start + 3
            }
            return isHalfOfDay(start + 1) && hour <= 12 ? start + 2 : nil
        }
        guard document.tokens[start].lower.hasStop else { return nil }
        let said = document.number(document.tokens[start])
        let parts = said.split(separator: ".").compactMap { Int($0) }
        guard parts.count == 2, parts[0] < 25, parts[1] < 60,
            said.hasSuffix(".\(twoDigits(parts[1]))")
        else { return nil }
        if isHalfOfDay(start + 1) { return start + 2 }
        return word(start - 1) == "at" && (text(start + 1) == "on" || DateParser.zones.contains(text(start + 1)))
            ? start + 1 : nil
    }

    private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private func isHalfOfDay(_ index: Int) -> Bool {
        ["am", "pm", "a.m.", "p.m."].contains(text(index))
    }

    private func clockWords(at start: Int) -> Int? {
        let index = text(start) == "a" ? start + 1 : start
        if ["quarter", "half"].contains(text(index)), ["to", "past"].contains(text(index + 1)),
            let (end, hour) = number(index + 2), hour <= 12
        {
            return isHalfOfDay(end) ? end + 1 : end
        }
        if let (end, hour) = number(start), hour <= 12, text(end) == "oclock" {
            return isHalfOfDay(end + 1) ? end + 2 : end + 1
        }
        return nil
    }

    /// A clock time or part of a day with no day beside it: "at about 1:30 a.m.", "before dawn", "by evening".
    func bareTime(at start: Int) -> Parsed? {
        guard DateParser.timeCues.contains(cue(before: start)) else { return nil }
        if let end = clock(at: start) {
            if ["and", "to", "until"].contains(text(end)), let last = clock(at: end + 1) {
                return Parsed(end: last, expression: .part(.clock, .unsaidDay), rule: "clock")
            }
            return Parsed(end: end, expression: .part(.clock, .unsaidDay), rule: "clock")
        }
        guard case (let end, .part(let part))? = match(start), part != .night,
            !["early", "late", "later"].contains(text(end - 1)),
            end >= self.end || document.tokens[end].kind != .word || !DateParser.nouns.contains(text(end))
        else { return nil }
        return Parsed(end: end, expression: .part(part, .unsaidDay), rule: "part-of-day")
    }

    private static let timeCues: WordSet = [
        "at", "before", "by", "until", "around", "about", "since", "after", "in", "from", "between",
    ]
    private static let nouns: WordSet = ["prayers", "meeting", "briefing", "attack", "raid", "light", "call"]

    /// The preposition before a time, over "the", "about" and the like.
    private func cue(before start: Int) -> Word {
        var index = start - 1
        while index >= 0, ["the", "about", "around", "shortly", "just", "roughly"].contains(word(index)),
            ["at", "in", "by", "from", "since", "until", "before", "after"].contains(word(index - 1))
        {
            index -= 1
        }
        return word(index)
    }
}
