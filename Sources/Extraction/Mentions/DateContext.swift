import DatelineCore

/// The words of a sentence around its dates: what they make of a date, and how it is to be read.
struct DateContext {
    let document: Document
    let lexicon: DateLexicon
    let sentence: Sentence

    /// How far before a date a word such as "will" makes it one to come.
    private static let forwardReach = 14

    /// How to read a date here.
    func reading(of said: SaidDate, anchor: CivilDate?, mayInherit: Bool) -> DateResolver.Reading {
        var reading = DateResolver.Reading()
        reading.isForward = looksForward(said.tokens)
        reading.mayInherit = mayInherit
        return reading
    }

    /// The mention of a date whose days are known, or not.
    func mention(
        of said: SaidDate, _ days: DateResolver.Days?, isForward: Bool, anchor: CivilDate?
    ) -> DateMention {
        var role = role(of: said.tokens)
        var span = DateSpan.unknown
        var isHistorical = false
        if var days {
            if role != .point { days = DateResolver.limit(said.expression, days, isStart: role == .since) }
            if let anchor {
                if days.first > anchor || isForward && days.last >= anchor && role == .point { role = .future }
                isHistorical = (role == .since ? days.first : days.last) < anchor - DateMention.newsDays
            }
            span = DateSpan(start: days.first, end: days.last, precision: days.precision, method: days.method)
            switch role {
            case .since:
                span.end = anchor
                span.precision = .open
            case .asOf:
                span.start = nil
                span.precision = .asOf
            case .point, .until, .future: break
            }
        }
        return DateMention(
            tokens: said.tokens,
            span: span,
            role: role,
            isHistorical: isHistorical,
            heading: heading(said.tokens),
            rule: said.rule
        )
    }

    // MARK: Roles

    /// What the preposition makes of a date.
    private func role(of tokens: Range<Int>) -> DateRole {
        var index = tokens.lowerBound - 1
        while index > sentence.tokens.lowerBound, DateContext.fillers.contains(document.word(index)) { index -= 1 }
        guard index >= sentence.tokens.lowerBound else { return .point }
        let isOwned = document.word(tokens.upperBound) == "'s"
        switch document.word(index) {
        case "since": return .since
        case "from" where !isOwned && isSince(tokens): return .since
        case "of" where document.word(index - 1) == "as", "at" where document.word(index - 1) == "as": return .asOf
        case "by", "until", "till": return isOwned ? .point : .until
        case "before" where !isOwned && !isPart(tokens): return .until
        default: return .point
        }
    }

    private static let fillers: Set<String> = [
        "the", "about", "around", "at", "on", "shortly", "late", "early", "just", "after", "least",
    ]

    /// "from 18 March" begins something, "from Friday to Sunday" is a range already.
    private func isSince(_ tokens: Range<Int>) -> Bool {
        let last = document.text(of: tokens)
        return !last.contains(" to ") && !last.contains(" until ")
    }

    /// "before dawn" is a part of the day, no limit.
    private func isPart(_ tokens: Range<Int>) -> Bool {
        if case .part? = lexicon.words.match(document, at: tokens.lowerBound, before: tokens.upperBound)?.value {
            return true
        }
        return document.tokens[tokens.lowerBound].kind == .number && document.word(tokens.lowerBound + 1) != "-"
            && document.tokens[min(tokens.lowerBound + 1, document.tokens.count - 1)].kind == .punctuation
    }

    // MARK: Forward and telling words

    /// Whether a word such as "will" stands before a date with no "said" between, or right behind it.
    private func looksForward(_ tokens: Range<Int>) -> Bool {
        let from = max(sentence.tokens.lowerBound, tokens.lowerBound - DateContext.forwardReach)
        let before = lexicon.cues.matches(document, in: from..<tokens.lowerBound)
        if let nearest = before.last(where: { $0.value == .forward || $0.value == .telling }),
            nearest.value == .forward
        {
            return true
        }
        let after = tokens.upperBound..<min(tokens.upperBound + 2, sentence.tokens.upperBound)
        guard let next = after.first, let cue = lexicon.cues.match(document, at: next, before: sentence.tokens.upperBound)
        else { return false }
        return cue.value == .forward
    }

    /// Whether a day is that of a statement which a night is told in: "said on Saturday … overnight".
    func isTold(_ day: DateMention, beside said: SaidDate) -> Bool {
        guard day.role == .point, day.span.start == day.span.end, day.tokens.upperBound <= said.tokens.lowerBound else {
            return false
        }
        let from = max(sentence.tokens.lowerBound, day.tokens.lowerBound - 4)
        let to = min(sentence.tokens.upperBound, day.tokens.upperBound + 3)
        return lexicon.cues.matches(document, in: from..<to).contains { $0.value == .telling }
    }

    // MARK: Headings

    /// Whether a date stands as a heading: a short line of its own, or the head of a paragraph.
    private func heading(_ tokens: Range<Int>) -> DateHeading? {
        let line = sentence.tokens
        guard isFirstOfParagraph else { return nil }
        let lead = (line.lowerBound..<tokens.lowerBound).count { document.tokens[$0].kind == .word }
        let next = document.word(tokens.upperBound)
        if isWholeParagraph, line.count <= 14, document.word(line.upperBound - 1) != "." || lead == 0,
            tokens.upperBound >= line.upperBound - 1 || lead <= 1
        {
            return .line
        }
        let isMarked = document.word(line.lowerBound) == "•" || document.word(line.lowerBound) == "–"
        if lead <= 1, [".", ":"].contains(next) || tokens.upperBound == line.upperBound || next == "," && isMarked {
            return .item
        }
        return nil
    }

    private var isFirstOfParagraph: Bool {
        sentence.number < 2 || document.sentences[sentence.number - 2].paragraph != sentence.paragraph
    }

    private var isWholeParagraph: Bool {
        isFirstOfParagraph
            && (sentence.number >= document.sentences.count
                || document.sentences[sentence.number].paragraph != sentence.paragraph)
    }
}
