import DatelineCore

/// A word, number or mark of the text, by its bytes.
struct Token: Sendable {
    /// The bytes in the body.
    var range: ByteRange
    /// The word folded: lower case, without marks on letters; a number's digits; the mark itself.
    var lower: Word
    /// The bits of the tables of which a phrase may begin with the word, as ``FirstWords`` has them.
    var tables: UInt32
    /// What it is.
    var kind: TokenKind
    /// Whether the first letter is a capital.
    var isCapitalised: Bool
    /// Whether it has two or more letters, all capitals.
    var isAllCapitals: Bool
    /// Whether white space stands before it.
    var spaceBefore: Bool
}

/// The kinds of tokens.
enum TokenKind: Sendable {
    case word, number, possessive, punctuation
}

/// The tokens between two positions; empty where the second comes first.
func between(_ start: Int, _ end: Int) -> Range<Int> {
    start..<max(start, end)
}
