/// A set of words that has a bit of its own in ``FirstWords``, so that most tokens tell at once that they are not in it.
struct FirstWordSet: Sendable {
    private let list: [Word]
    private let words: WordSet
    private var bit: UInt32 = 0

    init(_ words: [Word]) {
        (list, self.words) = (words, WordSet(words))
    }

    /// Enters the words.
    mutating func enter(_ firstWords: inout FirstWords) {
        bit = firstWords.add(list)
    }

    func contains(_ token: Token) -> Bool { token.tables & bit == bit && words.contains(token.lower) }
}

/// The words that begin phrases, with a bit for each table that has such a phrase.
///
/// A word of a text is looked up here once; its token keeps the bits, and a table looks only at tokens with its own.
struct FirstWords: Sendable {
    private var words = WordIndex()
    /// The bits of each word, by its number.
    private var bits: [UInt32] = []
    private var tables = 0

    /// Adds the first words of a table; gives the table's bit, or none after 32 tables.
    mutating func add(_ firsts: some Sequence<Word>) -> UInt32 {
        let bit = UInt32(1) << tables
        tables += 1
        for word in firsts {
            let number = words.insert(word)
            if number == bits.count { bits.append(0) }
            bits[number] |= bit
        }
        return bit
    }

    /// The bits of the tables of which a phrase begins with a word.
    @inline(__always) func tables(of word: Word) -> UInt32 {
        words[word].map { bits[$0] } ?? 0
    }
}
