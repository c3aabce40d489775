/// Phrases of one or more words and what they stand for, found longest first.
///
/// A surface form is cut by the same tokenizer as the text. A form that begins with `=` matches only words written
/// in capitals ("=WHO" is not "who").
struct PhraseTable<Value: Sendable>: Sendable {
    private struct Phrase: Sendable {
        let words: [Word]
        let needsCapitals: Bool
        let value: Value
        /// How many words there are, and the second: what tells most phrases apart.
        let count: Int
        let second: Word

        init(words: [Word], needsCapitals: Bool, value: Value) {
            (self.words, self.needsCapitals, self.value) = (words, needsCapitals, value)
            (count, second) = (words.count, words.count > 1 ? words[1] : Word())
        }

        /// Whether all words from the third on stand in a text.
        func hasRest(_ document: Document, at index: Int) -> Bool {
            count < 3 || (2..<count).allSatisfy { document.tokens[index + $0].lower == words[$0] }
        }
    }

    /// The first words, and the phrases that begin with each, by its number.
    private var heads = WordIndex()
    private var phrases: [[Phrase]] = []
    /// What a token must have for a phrase to begin there; 0 where any may.
    private var bit: UInt32 = 0

    init() {}

    /// Enters the first words once all phrases are added.
    mutating func enter(_ firstWords: inout FirstWords) {
        bit = firstWords.add(phrases.lazy.compactMap { $0.first?.words[0] })
    }

    /// Adds a phrase; of equal ones the later wins.
    mutating func add(_ surface: String, _ value: Value) {
        let needsCapitals = surface.hasPrefix("=")
        let words = Document(needsCapitals ? String(surface.dropFirst()) : surface, abbreviations: []).tokens.map(
            \.lower
        )
        guard let first = words.first else { return }
        let head = heads.insert(first)
        if head == phrases.count { phrases.append([]) }
        phrases[head].removeAll { $0.words == words && $0.needsCapitals == needsCapitals }
        let position = phrases[head].firstIndex { $0.words.count < words.count } ?? phrases[head].count
        phrases[head].insert(Phrase(words: words, needsCapitals: needsCapitals, value: value), at: position)
    }

    /// Whether a phrase begins with a token.
    func begins(with token: Token) -> Bool { token.tables & bit == bit && heads[token.lower] != nil }

    /// Whether a word begins a phrase in any case, and whether it is one that needs capitals.
    func forms(of word: Word) -> (plain: Bool, capital: Bool) {
        guard let head = heads[word] else { return (false, false) }
        return (
            phrases[head].contains { !$0.needsCapitals },
            phrases[head].contains { $0.needsCapitals && $0.count == 1 }
        )
    }

    /// The longest phrase that begins at a token and ends before a bound.
    @inline(__always)
    func match(_ document: Document, at index: Int, before end: Int) -> (tokens: Range<Int>, value: Value)? {
        // Most words begin no phrase: that they are told apart quickly is what makes reading fast.
        guard document.tokens[index].tables & bit == bit, let head = heads[document.tokens[index].lower] else {
            return nil
        }
        return match(phrases[head], document, at: index, before: end)
    }

    private func match(
        _ list: [Phrase],
        _ document: Document,
        at index: Int,
        before end: Int
    ) -> (tokens: Range<Int>, value: Value)? {
        let next = index + 1 < end ? document.tokens[index + 1].lower : Word()
        let isCapital = document.tokens[index].isAllCapitals || document.tokens[index].isCapitalised
        let found = list.indices.first { position in
            let count = list[position].count
            return index + count <= end && (count == 1 || list[position].second == next)
                && (isCapital || !list[position].needsCapitals) && list[position].hasRest(document, at: index)
        }
        return found.map { (index..<index + list[$0].count, list[$0].value) }
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
