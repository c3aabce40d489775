/// Sources noted without a verb: in brackets at a sentence's end, or before a colon at its start.
struct SourceNotes {
    let document: Document
    let lexicon: SourceLexicon

    /// Reads a source in brackets: "… near the village (State Emergency Service)".
    func bracketed(in sentence: Range<Int>) -> SpeechCue? {
        var end = sentence.upperBound
        while end > sentence.lowerBound, [".", "!", "\""].contains(document.word(end - 1)) { end -= 1 }
        guard end > sentence.lowerBound, document.word(end - 1) == ")",
            let open = (sentence.lowerBound..<end).last(where: { document.word($0) == "(" }),
            open > sentence.lowerBound, open + 1 < end - 1
        else { return nil }
        var inner = open + 1..<end - 1
        if let comma = inner.first(where: { document.word($0) == "," }), comma > inner.lowerBound {
            inner = inner.lowerBound..<comma
        }
        // Without a space a bracket explains the word before it: "the Observatory (SOHR)".
        let last = document.word(inner.upperBound - 1)
        let isReckoning = SourceWords.reckonings.contains(last) && inner.count > 1
        if isReckoning { inner = inner.lowerBound..<inner.upperBound - 1 }
        let isAcronym = inner.count == 1 && document.tokens[inner.lowerBound].isAllCapitals && !isReckoning
        let isBody = !lexicon.bodies.matches(document, in: inner).isEmpty
        guard isBody, !isAcronym || !document.tokens[open - 1].isCapitalised else { return nil }
        return cue(SourcePhrase(main: inner), open..<end, "bracketed")
    }

    /// Reads a source before a colon: "Source: Oleh X, head of the administration, at a briefing".
    func headed(in sentence: Range<Int>) -> SpeechCue? {
        guard ["source", "sources"].contains(document.word(sentence.lowerBound)), sentence.count > 2,
            document.word(sentence.lowerBound + 1) == ":"
        else { return nil }
        let start = sentence.lowerBound + 2
        let finder = SourcePhraseFinder(document: document, lexicon: lexicon)
        guard let phrase = finder.object(from: start, before: sentence.upperBound) else { return nil }
        return cue(phrase, sentence.lowerBound..<start, "heading-source")
    }

    private func cue(_ phrase: SourcePhrase, _ cue: Range<Int>, _ rule: String) -> SpeechCue {
        SpeechCue(phrase: phrase, cue: cue, position: .attached, verbClass: .report, rule: rule, isCertain: false)
    }
}
