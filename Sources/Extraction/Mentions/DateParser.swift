import DatelineCore

/// Reads the date expression that begins at a token.
///
/// A small descent over words: a day, with a part of it before or after, with a second day if it is a range.
/// Nothing is resolved here.
struct DateParser {
    let document: Document
    let lexicon: DateLexicon
    /// Where reading stops: the end of the sentence.
    var end: Int

    /// Something read: where it ends, what it says and by which rule.
    struct Parsed {
        var end: Int
        var expression: DateExpression
        var rule: String
    }

    /// The date expressions that begin at a token: mostly none or one, two for "the nights of 3-4 and 5-6 May".
    func read(at start: Int) -> [SaidDate] {
        guard mayBegin(at: start) else {
            assert(allReadings(at: start).isEmpty, "a word that opens a date is missing in openers")
            return []
        }
        return allReadings(at: start)
    }

    /// Whether a date can begin here: at a number, a word of the lexicon or an opener.
    ///
    /// Most words are none of these, so that only few places of a text are read as dates.
    private func mayBegin(at start: Int) -> Bool {
        guard start < end else { return false }
        let token = document.tokens[start]
        // The commonest words open a date only before another word that does, or as a phrase of the lexicon.
        switch token.lower {
        case "a", "in", "on", "the":
            return mayBegin(at: start + 1) || lexicon.words.match(document, at: start, before: end) != nil
        default:
            return token.kind == .number || lexicon.words.begins(with: token) || lexicon.openers.contains(token)
        }
    }

    /// Every word that a rule takes first and that is not in the lexicon.
    static let openers: [Word] = [
        "beginning", "coming", "early", "end", "first", "half", "last", "late", "mid", "middle", "next", "night",
        "nights", "past", "preceding", "previous", "quarter", "same", "start", "then", "this",
    ]

    private func allReadings(at start: Int) -> [SaidDate] {
        if let nights = nightList(at: start) { return nights }
        // What may be the first end of a range is read once, for the range and for itself.
        let day = dayOrPart(at: start)
        let month = day == nil ? monthOrYear(at: start) : nil
        let parsed =
            (day ?? month).flatMap { range(from: $0, at: start) }
            ?? night(at: start) ?? day ?? past(at: start) ?? ago(at: start) ?? month ?? bareTime(at: start)
        guard let parsed else { return [] }
        return [SaidDate(tokens: start..<parsed.end, expression: parsed.expression, rule: parsed.rule)]
    }

    /// A day with a part of it before or after.
    private func dayOrPart(at start: Int) -> Parsed? {
        partOfDay(at: start) ?? day(at: start).map { withPart($0, from: start) }
    }

    // MARK: Ranges

    /// "between Friday and Sunday", "from 15 April to 15 May", "Monday to Wednesday", "Tuesday and Wednesday".
    private func range(from first: Parsed, at start: Int) -> Parsed? {
        let before = word(start - 1)
        var joint = first.end
        if text(joint) == ",", before == "between" || before == "from" { joint += 1 }
        let joins: Bool
        switch text(joint) {
        case "and": joins = before == "between" || isNextDay(first.expression, at: joint + 1)
        case "to", "until", "till", "through": joins = before == "from" || isWholeDay(first.expression)
        case "–", "-": joins = isWholeDay(first.expression)
        default: joins = false
        }
        guard joins else { return nil }
        if before == "between" || before == "from" {
            if let limit = limit(at: joint + 1) {
                return Parsed(end: limit.end, expression: .range(first.expression, limit.expression), rule: "range")
            }
            return nil
        }
        guard let last = endpoint(at: joint + 1), isWholeDay(last.expression) else { return nil }
        return Parsed(end: last.end, expression: .range(first.expression, last.expression), rule: "range")
    }

    /// One end of a range.
    private func endpoint(at start: Int) -> Parsed? {
        dayOrPart(at: start) ?? monthOrYear(at: start)
    }

    /// The second end: a date, a part of the same day, "now", or a bare month.
    private func limit(at start: Int) -> Parsed? {
        if let parsed = endpoint(at: start) { return parsed }
        if case .month(let month)? = match(start)?.word {
            return Parsed(end: start + 1, expression: .month(month, .whole, .unsaid), rule: "month")
        }
        if let year = year(start) ?? oldYear(start), !isCounted(start + 1) {
            return Parsed(end: start + 1, expression: .year(year), rule: "year")
        }
        if text(start) == "now" { return Parsed(end: start + 1, expression: .anchorDay(0), rule: "anchor-day") }
        let skipped = ["the", "early", "late"].contains(text(start)) ? start + 1 : start
        if case .part(let part)? = match(skipped)?.word, let end = match(skipped)?.end {
            return Parsed(end: end, expression: .part(part, .unsaidDay), rule: "part-of-day")
        }
        return nil
    }

    private func isWholeDay(_ expression: DateExpression) -> Bool {
        switch expression {
        case .weekday, .day: true
        case .part(_, let day): isWholeDay(day)
        default: false
        }
    }

    /// "Tuesday and Wednesday" are one stretch; "Tuesday and Friday" are two days.
    private func isNextDay(_ expression: DateExpression, at index: Int) -> Bool {
        guard case .weekday(let first, .bare) = expression, case .weekday(let second)? = match(index)?.word else {
            return false
        }
        return (first.rawValue + 1) % 7 == second.rawValue
    }

    // MARK: Reading

    func text(_ index: Int) -> Word { index < end ? document.word(index) : "" }

    /// The folded word before or after the sentence's bounds, for looking around.
    func word(_ index: Int) -> Word { document.word(index) }

    /// The longest lexicon word here.
    func match(_ index: Int) -> (end: Int, word: DateWord)? {
        guard index >= 0, index < end, let match = lexicon.words.match(document, at: index, before: end) else {
            return nil
        }
        // "We'd" folds to the letters of "Wed".
        if case .weekday = match.value, !document.bytes[document.tokens[index].range].allSatisfy(DateParser.isPlain) {
            return nil
        }
        return (match.tokens.upperBound, match.value)
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        (65...90).contains(byte) || (97...122).contains(byte) || byte == UInt8(ascii: ".")
    }

    /// A whole number in digits, without separators, or in words.
    func number(_ index: Int) -> (end: Int, value: Int)? {
        if let digits = digits(index) { return (index + 1, digits) }
        if case .number(let value)? = match(index)?.word, let end = match(index)?.end { return (end, value) }
        return nil
    }

    /// A whole number in digits, without separators.
    func digits(_ index: Int) -> Int? {
        guard index >= 0, index < end, document.tokens[index].kind == .number else { return nil }
        let range = document.tokens[index].range
        guard range.count <= 18 else { return nil }
        var value = 0
        for byte in document.bytes[range] {
            guard (48...57).contains(byte) else { return nil }
            value = value * 10 + Int(byte - 48)
        }
        return value
    }

    /// A year of four digits.
    func year(_ index: Int) -> Int? {
        guard let number = digits(index), (1900...2099).contains(number), document.tokens[index].range.count == 4
        else { return nil }
        return number
    }

    /// A year of the last century in words, as speech is written down: "nineteen ninety-six".
    func spelledYear(at index: Int) -> (end: Int, year: Int)? {
        guard text(index) == "nineteen", let (tens, number) = number(index + 1), (10...90).contains(number) else {
            return nil
        }
        let unit = text(tens) == "-" ? tens + 1 : tens
        if number >= 20, let (end, small) = self.number(unit), (1...9).contains(small), digits(unit) == nil {
            return (end, 1900 + number + small)
        }
        return (tens, 1900 + number)
    }

    /// A year before 1900, where no noun follows that the digits could count.
    func oldYear(_ index: Int) -> Int? {
        guard let number = digits(index), (1500...1899).contains(number), document.tokens[index].range.count == 4
        else { return nil }
        guard index + 1 < end, document.tokens[index + 1].kind == .word, !document.tokens[index + 1].isCapitalised
        else { return number }
        return DateParser.functionWords.contains(text(index + 1)) ? number : nil
    }

    /// Words that no number counts.
    static let functionWords: WordSet = [
        "a", "after", "against", "an", "and", "as", "at", "before", "between", "but", "by", "during", "for", "from",
        "had", "has", "he", "in", "into", "is", "it", "of", "on", "or", "she", "that", "the", "their", "they",
        "through", "to", "under", "until", "was", "were", "when", "where", "which", "while", "who", "with",
    ]

    func isTight(_ index: Int) -> Bool { index < end && !document.tokens[index].spaceBefore }
}
