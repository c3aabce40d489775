/// What the import of a file did.
public struct ImportSummary: Hashable, Sendable {
    /// Rows that became new events.
    public internal(set) var added = 0
    /// Rows that read otherwise than at the last import; their events keep their numbers.
    public internal(set) var changed = 0
    /// Rows that read the same.
    public internal(set) var unchanged = 0
    /// Events whose rows are no longer in the file: they are kept, and left out of questions.
    public internal(set) var removed = 0
    /// Rows that cannot be read.
    public internal(set) var rejected = 0

    /// The rows of the file.
    public var rows: Int { added + changed + unchanged + rejected }
}
