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

    /// The phrases that begin with one word, longest first.
    private struct Head: Sendable {
        var phrases: [Phrase] = []
        /// Whether one is the word alone.
        var isPhrase = false
        /// A bit of the hash of each second word, so that most words behind are told apart by one look.
        var seconds: UInt64 = 0

        /// Whether a phrase may go on with a word.
        @inline(__always) func mayMatch(before next: Word) -> Bool { isPhrase || seconds & Head.bit(next) != 0 }

        @inline(__always) static func bit(_ word: Word) -> UInt64 { 1 << (word.hash >> 58) }
    }

    /// The first words, and the phrases that begin with each, by its number.
    private var heads = WordIndex()
    private var lists: [Head] = []
    /// What a token must have for a phrase to begin there; 0 where any may.
    private var bit: UInt32 = 0

    init() {}

    /// Enters the first words once all phrases are added.
    mutating func enter(_ firstWords: inout FirstWords) {
        bit = firstWords.add(lists.lazy.compactMap { $0.phrases.first?.words[0] })
    }

    /// Adds a phrase; of equal ones the later wins.
    mutating func add(_ surface: String, _ value: Value) {
        let needsCapitals = surface.hasPrefix("=")
        let words = Document(needsCapitals ? String(surface.dropFirst()) : surface, abbreviations: []).tokens.map(
            \.lower
        )
        guard let first = words.first else { return }
        let head = heads.insert(first)
        if head == lists.count { lists.append(Head()) }
        lists[head].phrases.removeAll { $0.words == words && $0.needsCapitals == needsCapitals }
        let position = lists[head].phrases.firstIndex { $0.words.count < words.count } ?? lists[head].phrases.count
        lists[head].phrases.insert(Phrase(words: words, needsCapitals: needsCapitals, value: value), at: position)
        if words.count > 1 { lists[head].seconds |= Head.bit(words[1]) } else { lists[head].isPhrase = true }
    }

    /// Whether a phrase begins with a token.
    func begins(with token: Token) -> Bool { token.tables & bit == bit && heads[token.lower] != nil }

    /// Whether a word begins a phrase in any case, and whether it is one that needs capitals.
    func forms(of word: Word) -> (plain: Bool, capital: Bool) {
        guard let head = heads[word] else { return (false, false) }
        return (
            lists[head].phrases.contains { !$0.needsCapitals },
            lists[head].phrases.contains { $0.needsCapitals && $0.count == 1 }
        )
    }

    /// The longest phrase that begins at a token and ends before a bound; none beyond the ends of the text.
    @inline(__always)
    func match(_ document: Document, at index: Int, before end: Int) -> (tokens: Range<Int>, value: Value)? {
        // Most words begin no phrase: that they are told apart quickly is what makes reading fast.
        guard document.tokens.indices.contains(index), document.tokens[index].tables & bit == bit,
            let head = heads[document.tokens[index].lower]
        else {
            return nil
        }
        let next = index + 1 < end ? document.tokens[index + 1].lower : Word()
        guard lists[head].mayMatch(before: next) else { return nil }
        return match(lists[head].phrases, next, document, at: index, before: end)
    }

    private func match(
        _ list: [Phrase],
        _ next: Word,
        _ document: Document,
        at index: Int,
        before end: Int
    ) -> (tokens: Range<Int>, value: Value)? {
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
