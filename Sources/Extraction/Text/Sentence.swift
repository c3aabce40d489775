import DatelineCore

/// A sentence: its bytes, its tokens and its paragraph.
struct Sentence: Sendable {
    /// The number in the body, from 1.
    var number: Int
    /// The bytes in the body.
    var range: ByteRange
    /// The tokens, as indices into the document's.
    var tokens: Range<Int>
    /// The paragraph's number, from 0.
    var paragraph: Int
}
