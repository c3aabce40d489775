import DatelineCore

/// Finds the times that date nothing, for `annotate`: lengths ("three days"), vague words ("recently"), years B.C.
struct VagueTimeRecognizer {
    let document: Document
    let lexicon: DateLexicon

    /// A time with no day of its own.
    struct VagueTime {
        var kind: MentionKind
        var tokens: Range<Int>
        /// As in TIMEX3: `P3D`, `PXY`, `PRESENT_REF`, `BC0490`.
        var value: String
        var rule: String
    }

    /// The times in the order of the text; none lies on a date.
    func mentions(besides dates: [DateMention]) -> [VagueTime] {
        var found: [VagueTime] = []
        var index = 0
        var next = dates.startIndex
        while index < document.tokens.count {
            while next < dates.endIndex, dates[next].tokens.upperBound <= index { next += 1 }
            if next < dates.endIndex, dates[next].tokens.contains(index) {
                index = dates[next].tokens.upperBound
                continue
            }
            let bound = next < dates.endIndex ? dates[next].tokens.lowerBound : document.tokens.count
            let end = min(bound, index + VagueTimeRecognizer.reach)
            if let time = yearBeforeChrist(at: index, before: end) ?? length(at: index, before: end)
                ?? vague(at: index, before: end)
            {
                found.append(time)
                index = time.tokens.upperBound
            } else {
                index += 1
            }
        }
        return found
    }

    /// How many tokens such a time has at most.
    private static let reach = 8

    /// "490 BC", "c. 218 B.C."
    private func yearBeforeChrist(at start: Int, before end: Int) -> VagueTime? {
        guard start + 1 < end, document.tokens[start].kind == .number,
            let year = Int(document.text(of: start..<start + 1)),
            (1...4000).contains(year), ["bc", "b.c.", "b.c", "bce"].contains(document.word(start + 1)),
            document.tokens[start + 1].isCapitalised
        else { return nil }
        let digits = String(year)
        let value = "BC" + String(repeating: "0", count: 4 - digits.count) + digits
        return VagueTime(kind: .date, tokens: start..<start + 2, value: value, rule: "year-bc")
    }

    // MARK: Lengths

    /// "three days", "two-year", "several weeks", "a month", "decades".
    private func length(at start: Int, before end: Int) -> VagueTime? {
        var (index, count) = (start, nil as String?)
        if let said = number(at: start, before: end) {
            (index, count) = (said.end, said.value)
        } else if let amount = lexicon.amounts.match(document, at: start, before: end) {
            (index, count) = (amount.tokens.upperBound, amount.value)
        }
        if count != nil, index < end, document.word(index) == "-" || document.word(index) == "more" { index += 1 }
        guard index < end, let unit = lexicon.words.match(document, at: index, before: end),
            case .unit(let unitWord) = unit.value
        else { return nil }
        // "the year ended March 31", "the fiscal year"
        if unitWord == .year, count == nil,
            ["ended", "ending"].contains(document.word(index + 1)) || document.word(index - 1) == "fiscal"
        {
            count = "1"
        }
        let isPlural = document.word(index).hasSuffix("s")
        guard count != nil || isPlural && index == start else { return nil }
        // "a 5-year-old" is an age.
        let after = unit.tokens.upperBound
        if document.word(after) == "-" && document.word(after + 1) == "old" || document.word(after) == "old" {
            return nil
        }
        return VagueTime(
            kind: .duration,
            tokens: start..<after,
            value: DateValue.length(count ?? "X", unitWord),
            rule: "length"
        )
    }

    private func number(at start: Int, before end: Int) -> (end: Int, value: String)? {
        let token = document.tokens[start]
        if token.kind == .number {
            return Int(document.text(token.range)).map { (start + 1, String($0)) }
        }
        guard case .number(let value)? = lexicon.words.match(document, at: start, before: end)?.value,
            let match = lexicon.words.match(document, at: start, before: end)
        else { return nil }
        // "twenty-four"
        let tail = match.tokens.upperBound + (document.word(match.tokens.upperBound) == "-" ? 1 : 0)
        if value >= 20, value % 10 == 0, tail < end, document.tokens[tail].kind == .word,
            let small = lexicon.words.match(document, at: tail, before: end), case .number(let more) = small.value,
            (2...9).contains(more)
        {
            return (small.tokens.upperBound, String(value + more))
        }
        return (match.tokens.upperBound, String(value))
    }

    // MARK: Vague words

    private func vague(at start: Int, before end: Int) -> VagueTime? {
        guard let match = lexicon.vague.match(document, at: start, before: end) else { return nil }
        let isSet = match.value.hasPrefix("P") && !match.value.hasSuffix("REF")
        return VagueTime(
            kind: isSet ? .duration : .date,
            tokens: match.tokens,
            value: match.value,
            rule: isSet ? "every" : "vague"
        )
    }
}
