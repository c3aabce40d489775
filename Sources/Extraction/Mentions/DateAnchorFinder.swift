import DatelineCore

/// Finds the date that an article gives itself: a dateline, a date line or "As of …" near the top.
struct DateAnchorFinder {
    let document: Document
    let lexicon: DateLexicon
    let published: CivilDate?

    /// How many paragraphs may hold the article's own date.
    private static let paragraphs = 3
    /// How far into the text a dateline's date may stand.
    private static let datelineTokens = 14

    /// The anchor: the text's own date, else the publication, else none.
    func anchor() -> DateAnchor {
        for sentence in document.sentences.prefix(while: { $0.paragraph < DateAnchorFinder.paragraphs }) {
            for said in dates(in: sentence) where isOwn(said, in: sentence) {
                if let date = date(of: said) { return DateAnchor(date: date, tokens: said.tokens, method: .explicit) }
            }
        }
        return DateAnchor(date: published, tokens: nil, method: published == nil ? .unresolved : .publication)
    }

    private func dates(in sentence: Sentence) -> [SaidDate] {
        let parser = DateParser(document: document, lexicon: lexicon, end: sentence.tokens.upperBound)
        var found: [SaidDate] = []
        var index = sentence.tokens.lowerBound
        while index < sentence.tokens.upperBound {
            let said = parser.read(at: index)
            found += said
            index = max(index + 1, said.last?.tokens.upperBound ?? 0)
        }
        return found
    }

    private func date(of said: SaidDate) -> CivilDate? {
        let days = DateResolver(anchor: published).days(said.expression, DateResolver.Reading())
        guard let days, [.day, .clockTime, .partOfDay, .range].contains(days.precision) else { return nil }
        return days.last
    }

    private func isOwn(_ said: SaidDate, in sentence: Sentence) -> Bool {
        switch day(said.expression) {
        case .day: isDateline(said, in: sentence) || isDateLine(said, in: sentence)
        case .weekday: isDateline(said, in: sentence) || isSaidToBeToday(said)
        case .range: isCover(said, in: sentence)
        default: false
        }
    }

    private func day(_ expression: DateExpression) -> DateExpression {
        if case .part(_, let inner) = expression { return inner }
        return expression
    }

    /// City and date before a dash, colon or agency: "KYIV, Ukraine, July 4 (Agency) —", "KABUL, Dec 25:".
    private func isDateline(_ said: SaidDate, in sentence: Sentence) -> Bool {
        let start = sentence.tokens.lowerBound
        guard start == 0, said.tokens.lowerBound > start, said.tokens.upperBound <= DateAnchorFinder.datelineTokens,
            document.tokens[start].isCapitalised, !isSentenceBefore(said.tokens.lowerBound)
        else { return false }
        let end = min(said.tokens.upperBound + 8, document.tokens.count)
        var isInBrackets = false
        for index in said.tokens.upperBound..<end {
            switch document.word(index) {
            case "–", ":": return true
            case "-"
            where document.tokens[index].spaceBefore && index + 1 < end && document.tokens[index + 1].spaceBefore:
                return true
            case "-" where document.word(index + 1) == "-": return true
            case "/" where document.tokens[index].spaceBefore: return true
            case "(", ")": isInBrackets = document.word(index) == "("
            case ".", ",", "/", "-": continue
            case _ where isInBrackets: continue
            default:
                // Only the agency's name may stand between the date and the dash.
                guard document.tokens[index].isCapitalised || document.tokens[index].kind == .number else {
                    return false
                }
            }
        }
        return false
    }

    /// Small words inside names: "Democratic Republic of Congo".
    private static let nameWords: WordSet = ["al", "and", "de", "del", "el", "la", "of", "the"]

    /// Whether a verb or preposition shows that the words before a date are a sentence, not a city's name.
    private func isSentenceBefore(_ end: Int) -> Bool {
        (0..<end).contains { index in
            document.tokens[index].kind == .word && !document.tokens[index].isCapitalised
                && !DateAnchorFinder.nameWords.contains(document.word(index))
        }
    }

    /// A sentence that is nothing but a date and the words of a date line.
    private func isDateLine(_ said: SaidDate, in sentence: Sentence) -> Bool {
        let before = sentence.tokens.lowerBound..<said.tokens.lowerBound
        if before.isEmpty {
            let rest = said.tokens.upperBound..<sentence.tokens.upperBound
            return rest.allSatisfy { document.tokens[$0].kind != .word || isClockWord($0) }
                && hasNoHeadingBelow(sentence)
        }
        return hasHead(in: before)
    }

    /// Words such as "Situation at 08:00," directly before the date.
    private func hasHead(in tokens: Range<Int>) -> Bool {
        lexicon.cues.matches(document, in: tokens).contains { match in
            guard match.value == .anchorHead else { return false }
            // Between the head and the date: marks, hours and capitals, but no sentence.
            let between = match.tokens.upperBound..<tokens.upperBound
            let isNear = between.allSatisfy { document.tokens[$0].kind != .word || isClockWord($0) }
            let isFirst = (tokens.lowerBound..<match.tokens.lowerBound).allSatisfy {
                document.tokens[$0].kind != .word || document.tokens[$0].isAllCapitals
            }
            return isNear && isFirst
        }
    }

    private func isClockWord(_ index: Int) -> Bool {
        ["at", "on", "of", "am", "pm", "a.m.", "p.m.", "local", "time", "gmt", "utc", "the"].contains(
            document.word(index)
        )
    }

    /// A date alone may be a heading of one part among others; then the next paragraphs have theirs.
    private func hasNoHeadingBelow(_ sentence: Sentence) -> Bool { sentence.paragraph < 2 }

    /// The opening of a briefing: "It is Friday".
    private func isSaidToBeToday(_ said: SaidDate) -> Bool {
        let start = said.tokens.lowerBound
        return document.word(start - 1) == "is" && ["it", "today"].contains(document.word(start - 2))
    }

    /// "Covers 3 May to midday on 4 May 2023".
    private func isCover(_ said: SaidDate, in sentence: Sentence) -> Bool {
        ["covers", "covering", "period"].contains(document.word(said.tokens.lowerBound - 1))
    }
}
