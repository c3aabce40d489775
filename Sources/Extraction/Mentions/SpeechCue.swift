import DatelineCore

/// A verb of saying, or words like "according to", with the phrase of its source.
struct SpeechCue {
    /// Where the source stands to what it says.
    enum Position {
        /// "X said (that) A."
        case before
        /// "A, X said." and "A, said X."
        case after
        /// "According to X, A" and "A, according to X": the whole clause.
        case attached
    }

    var phrase: SourcePhrase
    var cue: Range<Int>
    var position: Position
    var verbClass: VerbClass
    var rule: String
    /// Whether an unknown noun may be the source.
    var isCertain: Bool
    /// The first token after the source and the cue.
    var end: Int { max(phrase.tokens.upperBound, cue.upperBound) }
    /// The first token of the source and the cue.
    var start: Int { min(phrase.tokens.lowerBound, cue.lowerBound) }
}

/// Finds the cues of a sentence in their order.
struct SpeechCueFinder {
    let document: Document
    let lexicon: SourceLexicon
    let phrases: SourcePhraseFinder

    init(document: Document, lexicon: SourceLexicon) {
        self.document = document
        self.lexicon = lexicon
        phrases = SourcePhraseFinder(document: document, lexicon: lexicon)
    }

    /// The readings of each cue, the likelier first; the caller takes the first that names a source.
    func cues(in sentence: Range<Int>) -> [[SpeechCue]] {
        var cues: [[SpeechCue]] = []
        var index = sentence.lowerBound
        while index < sentence.upperBound {
            let found = fixed(at: index, in: sentence) ?? spoken(at: index, in: sentence)
            if let found, !found.isEmpty { cues.append(found) }
            index += 1
        }
        return cues
    }

    /// "according to", "citing", "by X's count", "released by", "quoted X as saying".
    private func fixed(at index: Int, in sentence: Range<Int>) -> [SpeechCue]? {
        let word = document.word(index)
        let next = document.word(index + 1)
        if word == "according", next == "to" {
            return attached(index..<index + 2, "according-to", isCertain: true, in: sentence)
        }
        if word == "citing" || word == "quoting" {
            let before = index > sentence.lowerBound ? document.word(index - 1) : ""
            guard before != "while" else { return [] }
            var found = attached(index..<index + 1, "citing", isCertain: false, in: sentence)
            found = found.map { cue in
                var cue = cue
                cue.rule = "citing"
                return cue
            }
            return found
        }
        if word == "by", SourceWords.releases.contains(document.word(index - 1)), index > sentence.lowerBound {
            return attached(index - 1..<index + 1, "by-agent", isCertain: false, in: sentence)
        }
        if word == "by", next == "the", SourceWords.reckonings.contains(document.word(index + 2)),
            document.word(index + 3) == "of", index + 4 < sentence.upperBound
        {
            return attached(index..<index + 4, "by-count", isCertain: false, in: sentence)
        }
        if word == "by", let count = countWord(after: index, in: sentence) {
            let phrase = SourcePhrase(main: index + 1..<count - 1)
            guard !phrase.main.isEmpty else { return nil }
            return [
                SpeechCue(
                    phrase: phrase,
                    cue: index..<count + 1,
                    position: .attached,
                    verbClass: .estimate,
                    rule: "by-count",
                    isCertain: false
                )
            ]
        }
        if word == "as", next == "saying" { return quoted(at: index, in: sentence) }
        return nil
    }

    private func attached(
        _ cue: Range<Int>,
        _ rule: String,
        isCertain: Bool,
        in sentence: Range<Int>
    ) -> [SpeechCue] {
        guard var phrase = phrases.object(from: cue.upperBound, before: sentence.upperBound) else { return [] }
        let last = phrase.main.upperBound
        if rule == "according-to", SourceWords.findings.contains(document.word(last - 1)) {
            // "figures released by X" is left to the words "released by"; "figures that X released" names X.
            if SourceWords.releases.contains(document.word(last)), document.word(last + 1) == "by" { return [] }
            if document.word(last) == "that" || document.word(last) == "which",
                let owner = phrases.object(from: last + 1, before: sentence.upperBound)
            {
                phrase = owner
            }
        }
        let verb = lexicon.verbs.match(document, at: cue.lowerBound, before: cue.upperBound)?.value.verbClass
        return [
            SpeechCue(
                phrase: phrase,
                cue: cue,
                position: .attached,
                verbClass: verb ?? (rule == "by-agent" ? .report : .say),
                rule: rule,
                isCertain: isCertain
            )
        ]
    }

    /// The noun of "by the ministry's count"; nil where there is none.
    private func countWord(after index: Int, in sentence: Range<Int>) -> Int? {
        let end = min(index + 8, sentence.upperBound)
        guard index + 2 < end else { return nil }
        return (index + 2..<end).first { position in
            document.word(position - 1) == "'s" && SourceWords.reckonings.contains(document.word(position))
        }
    }

    /// "TASS quoted Governor X as saying", "X was quoted as saying".
    private func quoted(at index: Int, in sentence: Range<Int>) -> [SpeechCue] {
        let verb = (sentence.lowerBound..<index).last {
            ["quoted", "quotes", "cited", "cites"].contains(document.word($0))
        }
        guard let verb else { return [] }
        let phrase: SourcePhrase? =
            verb + 1 < index
            ? SourcePhrase(main: verb + 1..<index) : phrases.subject(before: verb, from: sentence.lowerBound)
        guard let phrase else { return [] }
        let cue = verb..<index + 2
        let subject = phrases.subject(before: verb, from: sentence.lowerBound)
        let isAfter = SpeechPosition(document: document, lexicon: lexicon).isContentBefore(
            phrase: subject ?? phrase,
            cue: cue,
            in: sentence
        )
        return [
            SpeechCue(
                phrase: phrase,
                cue: cue,
                position: isAfter ? .after : .before,
                verbClass: .say,
                rule: "quoted",
                isCertain: true
            )
        ]
    }

    private func spoken(at index: Int, in sentence: Range<Int>) -> [SpeechCue]? {
        guard let verb = lexicon.verbs.match(document, at: index, before: sentence.upperBound),
            !document.tokens[index].isCapitalised || index == sentence.lowerBound
        else { return nil }
        let before = index > sentence.lowerBound ? document.word(index - 1) : ""
        let isNoun =
            before == "the" || verb.value.isWeak && (before == "'s" || SourceWords.determiners.contains(before))
        if before == "to" || before == "not" || isNoun || isPassive(before, verb.tokens, in: sentence) { return nil }
        if ["quoted", "quotes"].contains(document.word(index)) { return nil }
        let position = SpeechPosition(document: document, lexicon: lexicon)
        if document.word(index).hasSuffix("ing"), !SourceWords.helpers.contains(before), before != "been" {
            return before == "," || before == "and" ? [sameSubject(index, verb.tokens, verb.value)] : nil
        }
        var readings: [SpeechCue] = []
        if [",", "\"", "–"].contains(before),
            let phrase = phrases.object(from: verb.tokens.upperBound, before: sentence.upperBound),
            position.endsClause(at: phrase.tokens.upperBound, in: sentence)
        {
            readings.append(
                SpeechCue(
                    phrase: phrase,
                    cue: verb.tokens,
                    position: .after,
                    verbClass: verb.value.verbClass,
                    rule: "said-after",
                    isCertain: !verb.value.isWeak
                )
            )
        }
        if let phrase = phrases.subject(before: index, from: sentence.lowerBound) {
            let isAfter = position.isContentBefore(phrase: phrase, cue: verb.tokens, in: sentence)
            readings.append(
                SpeechCue(
                    phrase: phrase,
                    cue: verb.tokens,
                    position: isAfter ? .after : .before,
                    verbClass: position.isOrder(verb.tokens, in: sentence) ? .order : verb.value.verbClass,
                    rule: isAfter ? "said-after" : "said-before",
                    isCertain: !verb.value.isWeak
                )
            )
        }
        if readings.isEmpty, before == "and" || before == "but" {
            readings.append(sameSubject(index, verb.tokens, verb.value))
        }
        return readings
    }

    /// A verb whose subject is that of the verb before; the caller knows it.
    private func sameSubject(_ index: Int, _ verb: Range<Int>, _ value: SourceLexicon.Verb) -> SpeechCue {
        SpeechCue(
            phrase: SourcePhrase(main: index..<index),
            cue: verb,
            position: .before,
            verbClass: value.verbClass,
            rule: "same-subject",
            isCertain: !value.isWeak
        )
    }

    private func isPassive(_ before: Word, _ verb: Range<Int>, in sentence: Range<Int>) -> Bool {
        if ["was", "were", "been", "be", "being", "is", "are"].contains(before) {
            return document.word(verb.lowerBound) != "saying"
        }
        return document.word(verb.upperBound) == "by" && document.word(verb.lowerBound) != "say"
    }
}
