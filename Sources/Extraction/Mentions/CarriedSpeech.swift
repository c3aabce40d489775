/// Carries sources over to sentences without one: inside one quotation, after "it also", under a heading.
struct CarriedSpeech {
    let document: Document
    let lexicon: SourceLexicon
    let found: [Attribution]
    /// The sources of each sentence, as indices of `found`; empty where it has none.
    private let bySentence: [Range<Int>]

    /// Takes the sources found, which must be in the order of the text.
    init(document: Document, lexicon: SourceLexicon, found: [Attribution]) {
        self.document = document
        self.lexicon = lexicon
        self.found = found
        var ranges = [Range<Int>](repeating: 0..<0, count: document.sentences.count)
        for (index, attribution) in found.enumerated() {
            let range = ranges[attribution.sentence]
            ranges[attribution.sentence] = range.isEmpty ? index..<index + 1 : range.lowerBound..<index + 1
        }
        bySentence = ranges
    }

    /// The sources carried over, each marked as inherited.
    func attributions() -> [Attribution] {
        var carried: [Attribution] = []
        if let heading = found.first(where: { $0.rule == "heading-source" }) {
            let start = document.sentences[heading.sentence].tokens.upperBound
            if start < document.tokens.count {
                carried.append(
                    carry(heading, to: start..<document.tokens.count, from: heading.sentence + 1, "heading-source")
                )
            }
        }
        let quotes = quotations()
        var last: Attribution?
        for (number, sentence) in document.sentences.enumerated() {
            let isNewParagraph = number == 0 || document.sentences[number - 1].paragraph != sentence.paragraph
            if isNewParagraph { last = nil }
            if let index = bySentence[number].last {
                last = found[index]
                continue
            }
            if let speaker = quotes[number].map({ found[$0] }) {
                carried.append(carry(speaker, to: sentence.tokens, from: number, "quoted"))
                last = speaker
            } else if let speaker = last, isColon(speaker) {
                carried.append(carry(speaker, to: sentence.tokens, from: number, "colon"))
            } else if let speaker = last, goesOn(sentence.tokens) || isListed(number) {
                carried.append(carry(speaker, to: sentence.tokens, from: number, "continued"))
            } else {
                last = nil
            }
        }
        return carried
    }

    private func carry(_ from: Attribution, to scope: Range<Int>, from sentence: Int, _ rule: String) -> Attribution {
        var carried = from
        carried.scope = [scope]
        carried.sentence = sentence
        carried.inherited = true
        carried.rule = rule
        carried.names = []
        return carried
    }

    /// The speaker of each sentence that lies wholly inside a quotation, as an index of `found`.
    private func quotations() -> [Int: Int] {
        var speakers: [Int: Int] = [:]
        var number = 0
        while number < document.sentences.count {
            let paragraph = document.sentences[number].paragraph
            var last = number
            while last + 1 < document.sentences.count, document.sentences[last + 1].paragraph == paragraph { last += 1 }
            var isOpen = false
            var current: Int?
            for index in number...last {
                let tokens = document.sentences[index].tokens
                let opens = document.word(tokens.lowerBound) == "\""
                let own = bySentence[index].first
                if isOpen || opens, own == nil {
                    let following = index < last ? bySentence[index + 1].first : nil
                    if let speaker = current ?? (isOpen || opens ? following : nil) { speakers[index] = speaker }
                }
                if let own { current = own }
                let marks = tokens.count { document.word($0) == "\"" }
                if !marks.isMultiple(of: 2) { isOpen.toggle() }
            }
            number = last + 1
        }
        return speakers
    }

    /// "Reported by X on Monday: …" governs its paragraph.
    private func isColon(_ speaker: Attribution) -> Bool {
        speaker.rule == "by-agent" && speaker.cue.lowerBound == document.sentences[speaker.sentence].tokens.lowerBound
    }

    /// Whether a sentence goes on with a list of places: "In Visby 50 people fled. In Lund around 20 did."
    private func isListed(_ number: Int) -> Bool {
        [number - 1, number].allSatisfy { index in
            let tokens = document.sentences[index].tokens
            return document.word(tokens.lowerBound) == "in"
                && tokens.prefix(5).dropFirst().contains { document.tokens[$0].isCapitalised }
                && tokens.contains { document.tokens[$0].kind == .number }
        }
    }

    /// Whether a sentence goes on with the report of the one before: "It also …", "Another three …", "Of these …".
    private func goesOn(_ sentence: Range<Int>) -> Bool {
        let first = document.word(sentence.lowerBound)
        let second = document.word(sentence.lowerBound + 1)
        if SourceWords.pronouns.contains(first) { return true }
        switch first {
        case "another", "others": return true
        case "a": return ["further", "second", "third", "fourth", "total"].contains(second)
        case "in":
            let third = document.word(sentence.lowerBound + 2)
            return second == "all" || second == "total" || second == "the" && third == "same"
        case "of", "among", "most", "some", "all", "both", "one", "two", "three":
            return ["them", "these", "those", "the", "were", "of", "others", "more", "had"].contains(second)
        case "the": return ["other", "others", "rest", "remaining", "dead", "injured", "wounded"].contains(second)
        default:
            return sentence.prefix(6).contains { document.word($0) == "also" }
        }
    }
}
