/// The cells of one row as bytes, used again from row to row, for outputs of millions of rows.
public struct FlatRow: Sendable {
    /// What a cell holds.
    public enum Kind: Sendable {
        /// Nothing.
        case empty
        /// A number, written out.
        case number
        /// Text in UTF-8.
        case text
    }

    private var bytes: [UInt8] = []
    private var cells: [(kind: Kind, end: Int)] = []

    /// Creates a row without cells.
    public init() {}

    /// How many cells there are.
    public var count: Int { cells.count }

    /// Takes all cells out.
    public mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        cells.removeAll(keepingCapacity: true)
    }

    /// Adds a cell without a value.
    public mutating func appendEmpty() {
        cells.append((.empty, bytes.count))
    }

    /// Adds a number, or nothing.
    public mutating func append(_ number: Int?) {
        guard let number else { return appendEmpty() }
        if number >= 0, number < 10 {
            bytes.append(UInt8(ascii: "0") + UInt8(number))
        } else {
            bytes.append(contentsOf: "\(number)".utf8)
        }
        cells.append((.number, bytes.count))
    }

    /// Adds a number, or nothing.
    public mutating func append(_ number: Double?) {
        guard let number else { return appendEmpty() }
        bytes.append(contentsOf: "\(number)".utf8)
        cells.append((.number, bytes.count))
    }

    /// Adds text, or nothing.
    public mutating func append(_ text: String?) {
        guard let text else { return appendEmpty() }
        bytes.append(contentsOf: text.utf8)
        cells.append((.text, bytes.count))
    }

    /// Adds text in UTF-8.
    public mutating func append(utf8 text: UnsafeRawBufferPointer) {
        unsafe bytes.append(contentsOf: text)
        cells.append((.text, bytes.count))
    }

    /// Adds the cells of another row.
    public mutating func append(_ other: FlatRow) {
        let start = bytes.count
        bytes.append(contentsOf: other.bytes)
        for cell in other.cells { cells.append((cell.kind, start + cell.end)) }
    }

    /// Calls the body with each cell.
    public func forEachCell<Failure: Error>(
        _ body: (Kind, ArraySlice<UInt8>) throws(Failure) -> Void
    ) throws(Failure) {
        var start = 0
        for cell in cells {
            try body(cell.kind, bytes[start..<cell.end])
            start = cell.end
        }
    }
}
