/// A row that could not be taken, with the reason; the rows after it are read all the same.
public struct RowRejection: Error, Hashable, CustomStringConvertible {
    /// The line at which the row begins, from 1; the header is line 1.
    public let line: Int
    /// Why it was not taken.
    public let reason: String
    /// The row's bytes as they stood in the file, without the line break at its end.
    public let raw: [UInt8]

    /// The line and the reason.
    public var description: String { "line \(line): \(reason)" }
}
