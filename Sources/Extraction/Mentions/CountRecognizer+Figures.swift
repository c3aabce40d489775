import DatelineCore

/// Numbers that are given as figures: of a toll, of an outcome named as a noun, or of what was counted before.
extension CountRecognizer {
    /// The words that join a toll and its number.
    private static let links: WordSet = [
        "at", "to", "was", "is", "of", "stood", "exceeded", "reached", "stands", "be", "as", ":",
    ]

    /// "the deaths of five people", "a barrage of 40 rockets": the outcome is a noun.
    func outcome(of phrase: Phrase, in document: Document, triggers: [TriggerMention]) -> Int? {
        let index = phrase.tokens.lowerBound - 1
        guard document.word(index) == "of" else { return nil }
        return triggers.firstIndex {
            $0.tokens.upperBound == index && $0.entry.form == .noun && $0.entry.count != nil
        }
    }

    /// "put the number of the injured at nine", "the toll rose to 20", "the dead at more than 50".
    func total(_ phrase: Phrase, in document: Document, sentence: Sentence, triggers: [TriggerMention]) -> Int? {
        let index = phrase.tokens.lowerBound - 1
        guard index > sentence.tokens.lowerBound, CountRecognizer.links.contains(document.word(index)) else {
            return nil
        }
        let isRise = (1...4).contains {
            ["climbed", "rose", "risen", "increased", "jumped", "from", "grown", "up"].contains(
                document.word(index - $0)
            )
        }
        return triggers.indices.last { position in
            let trigger = triggers[position]
            let isNamed =
                trigger.entry.count != nil && trigger.entry.form != .intransitive && trigger.entry.form != .active
            return isNamed && trigger.tokens.upperBound <= index
                && index - trigger.tokens.upperBound <= (isRise ? 45 : 12)
                && (trigger.entry.form == .toll
                    || isHeaded(trigger.tokens.lowerBound, in: document, from: sentence.tokens.lowerBound))
        }
    }

    /// Whether "number of", "toll", "figure" or "the" makes a noun of the trigger.
    func isHeaded(_ index: Int, in document: Document, from start: Int) -> Bool {
        (1...6).contains {
            index - $0 >= start
                && ["number", "toll", "figure", "count", "total", "dead", "tally"].contains(document.word(index - $0))
        }
            || index > start && ["the", "of"].contains(document.word(index - 1))
    }

    /// "put the figure at 24", "spoke of more than 31": a figure of what was counted before.
    func figure(_ phrase: Phrase, in document: Document, sentence: Sentence, triggers: [TriggerMention]) -> Int? {
        guard !phrase.number.isArticle, phrase.unit.map({ $0.kind == .victim }) ?? true else { return nil }
        if phrase.unit == nil, !endsPhrase(phrase.tokens.upperBound, in: document, before: sentence.tokens.upperBound) {
            return nil
        }
        var index = phrase.tokens.lowerBound
        while index > sentence.tokens.lowerBound, ["\"", "“", "'"].contains(document.word(index - 1)) { index -= 1 }
        return triggers.indices.last { position in
            let trigger = triggers[position]
            guard trigger.entry.form == .toll, trigger.tokens.upperBound <= index else { return false }
            let gap = index - trigger.tokens.upperBound
            // "the number of flights was 20" is no toll; "a toll of its own" is one.
            if document.word(trigger.tokens.upperBound) == "of", gap > 1,
                document.word(trigger.tokens.upperBound + 1) != "its"
            {
                return false
            }
            return gap == 0 || gap <= 8 && CountRecognizer.links.contains(document.word(index - 1))
        }
    }

    /// Whether a number without a noun stands alone: "put it at 31, nine of them children".
    func endsPhrase(_ index: Int, in document: Document, before end: Int) -> Bool {
        guard index < end else { return true }
        return document.tokens[index].kind == .punctuation && document.word(index) != "-"
            || [
                "and", "but", "as", "while", "with", "including", "by", "on", "after", "since", "for", "from", "when",
                "dead", "so", "in", "across",
            ].contains(document.word(index))
    }
}
