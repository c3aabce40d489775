/// Tells whether a source stands after what it says or before it.
struct SpeechPosition {
    let document: Document
    let lexicon: SourceLexicon

    /// Whether "A, X said" stands here: something was said before, and after the verb only time and manner follow.
    func isContentBefore(phrase: SourcePhrase, cue: Range<Int>, in sentence: Range<Int>) -> Bool {
        let start = phrase.tokens.lowerBound
        guard start > sentence.lowerBound, [",", "\"", "–"].contains(document.word(start - 1)) else { return false }
        // A quotation that ends in a comma was said by who stands next.
        if document.word(start - 1) == "\"", [",", "?", "!"].contains(document.word(start - 2)) { return true }
        return endsClause(at: cue.upperBound, in: sentence) || document.word(cue.upperBound) == "in"
    }

    /// Whether nothing but an addressee, a time or a channel stands between here and the end of the clause.
    func endsClause(at index: Int, in sentence: Range<Int>) -> Bool {
        var index = index
        while index < sentence.upperBound {
            let word = document.word(index)
            if [",", ".", ";", "\"", "?", "!", ")", "(", "–", ":"].contains(word) { return true }
            if ["who", "whose", "when", "as", "after", "before", "while", "adding", "though", "and", "but"].contains(
                word
            ) {
                return true
            }
            if ["that", "it", "he", "she", "they"].contains(word) { return false }
            if SourceWords.auxiliaries.contains(word) { return false }
            let isTime = ["this", "last"].contains(word) && SourceWords.times.contains(document.word(index + 1))
            if isTime || SourceWords.times.contains(word) || SourceWords.adverbs.contains(word) || word.hasSuffix("ly")
            {
                index += 1
            } else if SourceWords.prepositions.contains(word) {
                index = skipPhrase(from: index + 1, in: sentence)
            } else if isAddressee(index) {
                index = skipPhrase(from: index, in: sentence)
            } else {
                return false
            }
        }
        return true
    }

    /// Whether "told" gives an order: "told everyone in the town to leave".
    func isOrder(_ verb: Range<Int>, in sentence: Range<Int>) -> Bool {
        guard ["told", "tells"].contains(document.word(verb.lowerBound)) else { return false }
        for index in verb.upperBound..<min(verb.upperBound + 25, sentence.upperBound) {
            let word = document.word(index)
            if word == "that" || word == "\"" || word == ";" { return false }
            if SourceWords.auxiliaries.contains(word) { return false }
            if word == "to",
                ["leave", "evacuate", "move", "quit", "go", "head", "flee", "get", "clear"].contains(
                    document.word(index + 1)
                )
            {
                return true
            }
        }
        return false
    }

    /// Whom somebody told: reporters, a newsroom, a person.
    private func isAddressee(_ index: Int) -> Bool {
        let token = document.tokens[index]
        if ["reporters", "journalists", "the", "a", "us", "me", "local", "state"].contains(token.lower) {
            return SourceWords.addressing.contains(document.word(index - 1))
        }
        return token.isCapitalised && SourceWords.addressing.contains(document.word(index - 1))
    }

    private func skipPhrase(from start: Int, in sentence: Range<Int>) -> Int {
        var index = start
        while index < sentence.upperBound, index - start < 8 {
            let word = document.word(index)
            if SourceWords.boundaries.contains(word) || SourceWords.auxiliaries.contains(word) { break }
            if index > start, SourceWords.prepositions.contains(word) || SourceWords.pronouns.contains(word) { break }
            index += 1
        }
        return max(index, start)
    }
}
