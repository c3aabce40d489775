import DatelineCore

/// The words of a sentence around its dates: what they make of a date, and how it is to be read.
struct DateContext {
    let document: Document
    let lexicon: DateLexicon
    let sentence: Sentence

    /// How far before a date a word such as "will" makes it one to come.
    private static let forwardReach = 24

    /// How to read a date here.
    func reading(of said: SaidDate) -> DateResolver.Reading {
        var reading = DateResolver.Reading()
        reading.isForward = document.word(said.tokens.lowerBound - 1) != "since" && looksForward(said.tokens)
        return reading
    }

    /// The "when" or "in which" behind "since 7 November, when …": what it tells happened on that day itself.
    func when(after mention: DateMention) -> DateMention? {
        guard mention.role == .since || mention.role == .asOf, let day = mention.span.start ?? mention.span.end else {
            return nil
        }
        let end = mention.tokens.upperBound
        let index = document.word(end) == "," ? end + 1 : end
        let isWhen =
            document.word(index) == "when" || document.word(index) == "in" && document.word(index + 1) == "which"
        guard isWhen, sentence.tokens.contains(index) else { return nil }
        var when = mention
        when.tokens = index..<index + 1
        when.role = .point
        let isMonth = mention.rule == "month"
        when.span = DateSpan(
            start: day,
            end: isMonth ? day.endOfMonth : day,
            precision: isMonth ? .month : .day,
            method: .sameParagraph
        )
        when.heading = nil
        when.rule = "when"
        return when
    }

    /// The mention of a date whose days are known, or not.
    func mention(
        of said: SaidDate,
        _ days: DateResolver.Days?,
        anchor: CivilDate?
    ) -> DateMention {
        var role = role(of: said)
        var span = DateSpan.unknown
        var isHistorical = false
        if said.isAside { role = .aside }
        let grain = days?.grain
        if var days {
            if role != .point, role != .aside {
                days = DateResolver.limit(said.expression, days, isStart: role == .since)
            }
            if let anchor {
                if days.first > anchor, role != .aside { role = .future }
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
            case .point, .until, .future, .aside: break
            }
        }
        return DateMention(
            tokens: said.tokens,
            span: span,
            grain: grain,
            role: role,
            isHistorical: isHistorical,
            isBesideTelling: isBesideTelling(said.tokens),
            heading: heading(said, role),
            rule: said.rule
        )
    }

    // MARK: Roles

    /// What the preposition makes of a date.
    private func role(of said: SaidDate) -> DateRole {
        let tokens = said.tokens
        var isRange = false
        if case .range = said.expression { isRange = true }
        var index = tokens.lowerBound - 1
        while index > sentence.tokens.lowerBound, DateContext.fillers.contains(document.word(index)) { index -= 1 }
        guard index >= sentence.tokens.lowerBound else { return .point }
        let isOwned = document.word(tokens.upperBound) == "'s"
        switch document.word(index) {
        case "since": return .since
        case "from" where !isOwned && !isRange && !isPart(tokens): return .since
        case "of" where document.word(index - 1) == "as", "at" where document.word(index - 1) == "as": return .asOf
        case "by", "until", "till": return isOwned ? .point : .until
        case "before" where !isOwned && !isPart(tokens): return .until
        default:
            let hasPreposition = ["on", "in", "of"].contains(document.word(tokens.lowerBound - 1))
            return hasPreposition && isInSinceClause(index) ? .since : .point
        }
    }

    /// Whether a clause that "since" opens runs up to a token: "since the rebels broke the truce on 18 March".
    private func isInSinceClause(_ end: Int) -> Bool {
        let start = max(sentence.tokens.lowerBound, end - DateContext.clauseReach)
        for index in between(start, end).reversed() {
            if document.word(index) == "since" { return true }
            if document.tokens[index].kind == .punctuation, document.word(index) != "-" { return false }
        }
        return false
    }

    /// How long the clause of a "since" may be.
    private static let clauseReach = 14

    private static let fillers: WordSet = [
        "the", "about", "around", "at", "on", "shortly", "late", "early", "just", "after", "least",
    ]

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
            nearest.value == .forward, !tellsPast(between(nearest.tokens.upperBound, tokens.lowerBound)),
            !isOver(nearest.tokens, tokens)
        {
            return true
        }
        let next = tokens.upperBound
        guard next < sentence.tokens.upperBound else { return false }
        if let cue = lexicon.cues.match(document, at: next, before: sentence.tokens.upperBound) {
            return cue.value == .forward
        }
        return opensPlan(tokens)
    }

    /// "On Tuesday, the league plans to hold": the first verb behind an opening date looks forward.
    private func opensPlan(_ date: Range<Int>) -> Bool {
        guard date.lowerBound <= sentence.tokens.lowerBound + 1 else { return false }
        let reach = date.upperBound..<min(date.upperBound + DateContext.planReach, sentence.tokens.upperBound)
        guard let cue = lexicon.cues.matches(document, in: reach).first(where: { $0.value != .anchorHead }),
            cue.value == .forward, !tellsPast(between(date.upperBound, cue.tokens.lowerBound))
        else { return false }
        return DateContext.plans.contains(document.word(cue.tokens.lowerBound))
    }

    /// How far behind an opening date its verb may stand.
    private static let planReach = 14
    private static let plans: WordSet = ["are", "is", "plan", "plans", "shall", "will"]

    /// Whether a word that looks forward does not reach a date: "had been due", "nobody could be found on Friday", "ahead
    /// of the vote, a bomb went off on Sunday", "a way around Monday's ruling".
    private func isOver(_ cue: Range<Int>, _ date: Range<Int>) -> Bool {
        let (first, gap) = (document.word(cue.lowerBound), between(cue.upperBound, date.lowerBound))
        if document.word(date.upperBound) == "'s", gap.count > 3 { return true }
        if document.word(cue.lowerBound - 1) == "been", document.word(cue.lowerBound - 2) == "had" { return true }
        switch first {
        case "could":
            let before = max(sentence.tokens.lowerBound, cue.lowerBound - 8)..<cue.lowerBound
            return document.word(cue.upperBound) == "not"
                || before.contains { ["neither", "no", "nobody", "none"].contains(document.word($0)) }
        case "ahead": return gap.contains { document.word($0) == "," }
        default: return false
        }
    }

    /// Whether a verb of the past stands between: "would appeal against the ruling issued on Monday".
    private func tellsPast(_ tokens: Range<Int>) -> Bool {
        tokens.contains { index in
            let word = document.word(index)
            if ["was", "were", "had"].contains(word) { return true }
            // "will be opened on Monday"
            return word.hasSuffix("ed") && word.count > 3 && !document.tokens[index].isCapitalised
                && !["be", "been", "get"].contains(document.word(index - 1)) && index > tokens.lowerBound
        }
    }

    /// Whether a word of telling stands just before a date or just behind it.
    private func isBesideTelling(_ tokens: Range<Int>) -> Bool {
        // "said on Sunday", "told reporters in Baghdad on Sunday"; a comma or "that" ends the reach.
        var index = tokens.lowerBound - 1
        while index >= max(sentence.tokens.lowerBound, tokens.lowerBound - 7) {
            if document.tokens[index].kind == .punctuation || document.word(index) == "that" { break }
            if isTelling(index) { return true }
            index -= 1
        }
        if isTelling(tokens.upperBound) || isTelling(tokens.upperBound + 1) { return true }
        // "On Saturday the president confirmed that": the first verb of the sentence tells.
        guard tokens.lowerBound <= sentence.tokens.lowerBound + 1 else { return false }
        let reach = tokens.upperBound..<min(tokens.upperBound + 10, sentence.tokens.upperBound)
        return reach.contains { isTelling($0) && document.word($0 + 1) == "that" }
    }

    private func isTelling(_ index: Int) -> Bool {
        guard sentence.tokens.contains(index) else { return false }
        return lexicon.cues.match(document, at: index, before: sentence.tokens.upperBound)?.value == .telling
    }

    // MARK: Headings

    /// Whether a date stands as a heading: a short line of its own, or the head of a paragraph.
    private func heading(_ said: SaidDate, _ role: DateRole) -> DateHeading? {
        // "Updated at 16:40" and "Today" head nothing; nor does a day to come.
        let line = paragraph
        let isLabel =
            said.tokens.lowerBound == line.lowerBound && [".", ":"].contains(document.word(said.tokens.upperBound))
        guard role != .future, role != .until, role != .aside, said.rule != "clock",
            said.rule != "anchor-day" || isLabel,
            said.rule != "part-of-day" || role == .since
        else { return nil }
        // More than three words before it are as good as any number.
        let before = (line.lowerBound..<said.tokens.lowerBound).lazy.filter { document.tokens[$0].kind == .word }
        let lead = before.prefix(4).count
        let rest = said.tokens.upperBound..<line.upperBound
        let isLast = rest.allSatisfy { document.tokens[$0].kind != .word }
        let isSentence = document.word(line.upperBound - 1) == "." && (lead > 0 || !isLast)
        if line.count <= 14, lead <= 1 || isLast, !isSentence { return .line }
        guard lead <= 1 || lead <= 3 && document.word(said.tokens.lowerBound - 1) == "," else { return nil }
        let next = document.word(said.tokens.upperBound)
        let isMarked = ["•", "–", "-"].contains(document.word(line.lowerBound))
        return next == ":" || next == "." && lead == 0 || next == "," && isMarked ? .item : nil
    }

    /// The tokens of the sentence's paragraph.
    private var paragraph: Range<Int> {
        var (first, last) = (sentence.number - 1, sentence.number - 1)
        while first > 0, document.sentences[first - 1].paragraph == sentence.paragraph { first -= 1 }
        while last + 1 < document.sentences.count, document.sentences[last + 1].paragraph == sentence.paragraph {
            last += 1
        }
        return document.sentences[first].tokens.lowerBound..<document.sentences[last].tokens.upperBound
    }
}
