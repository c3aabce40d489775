public import DatelineCore

/// One field of an event that somebody set or cleared by hand.
public struct Correction: Hashable, Sendable {
    /// Its number in the database.
    public var id: Int64
    /// The same wherever the correction is taken: a digest of what it says.
    public var key: String
    /// The event, by what stays of it when its article is read anew.
    public var target: CorrectionTarget
    /// The field.
    public var field: CorrectionField
    /// What it was set to; nil where it was cleared.
    public var value: CorrectionValue?
    /// What stood there before.
    public var former: CorrectionValue?
    /// Who made it.
    public var author: String
    /// Why.
    public var note: String?
    /// When.
    public var made: Timestamp
    /// When and by whom it was taken back.
    public var undone: Undoing?

    /// When and by whom a correction was taken back.
    public struct Undoing: Hashable, Sendable {
        /// When.
        public var time: Timestamp
        /// By whom.
        public var author: String
    }

    /// Whether it comes after another in the order in which corrections hold; the key decides within a millisecond.
    func isLater(than other: Correction) -> Bool {
        (made, key) > (other.made, other.key)
    }
}

/// What an event is known by where its number may be another: in another database, or after its article was read anew.
public struct CorrectionTarget: Hashable, Sendable {
    /// The event's number; nil while no event is found for it.
    public var event: Int64?
    /// The article's content hash.
    public var hash: [UInt8]
    /// The article's address.
    public var url: String?
    /// The article's path.
    public var path: String
    /// The dataset of an imported row and its number there.
    public var origin: Origin?
    /// The type that the program read.
    public var type: String
    /// The sentence.
    public var quote: String
    /// The sentence's first byte in the body.
    public var start: Int
    /// The trigger's bytes in the body.
    public var trigger: ByteRange
    /// The event's place among those of the same words, from 0.
    public var position: Int

    /// Where an imported row comes from.
    public struct Origin: Hashable, Sendable {
        /// The dataset.
        public var dataset: String
        /// The row's number there.
        public var original: String
    }

    /// Whether the event was added by hand.
    public var isAdded: Bool { path == CorrectionTarget.addedPath }

    /// The path of articles that stand for events added by hand.
    public static let addedPath = "added by hand"

    /// The trigger's place in its sentence.
    var offset: Int { trigger.lowerBound - start }
    /// The sentence with single spaces.
    var words: [Substring] { quote.split(whereSeparator: \.isWhitespace) }
}
