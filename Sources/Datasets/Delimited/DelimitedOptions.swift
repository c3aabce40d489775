/// How a file of rows is to be read.
public struct DelimitedOptions: Sendable {
    /// The byte between two fields; nil to tell it by the first line: comma, semicolon, tab or bar.
    public var delimiter: UInt8?
    /// The longest row, in bytes.
    ///
    /// A quote that is opened and not closed within is a fault of its line.
    public var rowLimit: Int
    /// How much is read at once, in bytes.
    public var chunkSize: Int

    /// Creates options.
    public init(delimiter: UInt8? = nil, rowLimit: Int = 16 << 20, chunkSize: Int = 1 << 20) {
        self.delimiter = delimiter
        self.rowLimit = max(rowLimit, 1)
        self.chunkSize = max(chunkSize, 1)
    }
}
