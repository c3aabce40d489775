/// Phrases of one or more words and what they stand for, found longest first.
///
/// A surface form is cut by the same tokenizer as the text. A form that begins with `=` matches only words written
/// in capitals ("=WHO" is not "who").
struct PhraseTable<Value: Sendable>: Sendable {
    private struct Phrase: Sendable {
        let words: [String]
        let needsCapitals: Bool
        let value: Value
    }

    private var phrases: [String: [Phrase]] = [:]

    init() {}

    /// Adds a phrase; of equal ones the later wins.
    mutating func add(_ surface: String, _ value: Value) {
        let needsCapitals = surface.hasPrefix("=")
        let words = Document(needsCapitals ? String(surface.dropFirst()) : surface, abbreviations: []).tokens.map(
            \.lower
        )
        guard let head = words.first else { return }
        var list = phrases[head] ?? []
        list.removeAll { $0.words == words && $0.needsCapitals == needsCapitals }
        let position = list.firstIndex { $0.words.count < words.count } ?? list.count
        list.insert(Phrase(words: words, needsCapitals: needsCapitals, value: value), at: position)
        phrases[head] = list
    }

    /// The longest phrase that begins at a token and ends before a bound.
    func match(_ document: Document, at index: Int, before end: Int) -> (tokens: Range<Int>, value: Value)? {
        guard let list = phrases[document.tokens[index].lower] else { return nil }
        for phrase in list where index + phrase.words.count <= end {
            if phrase.needsCapitals, !document.tokens[index].isAllCapitals, !document.tokens[index].isCapitalised {
                continue
            }
            if zip(phrase.words, index...).allSatisfy({ document.tokens[$1].lower == $0 }) {
                return (index..<index + phrase.words.count, phrase.value)
            }
        }
        return nil
    }

    /// All phrases in some tokens, longest first and without overlap.
    func matches(_ document: Document, in range: Range<Int>) -> [(tokens: Range<Int>, value: Value)] {
        var found: [(tokens: Range<Int>, value: Value)] = []
        var index = range.lowerBound
        while index < range.upperBound {
            if let match = match(document, at: index, before: range.upperBound) {
                found.append(match)
                index = match.tokens.upperBound
            } else {
                index += 1
            }
        }
        return found
    }
}
