/// The cells of one row as bytes, used again from row to row, for outputs of millions of rows.
public struct FlatRow: Sendable {
    /// What a cell holds.
    public enum Kind: UInt8, Sendable {
        /// Nothing.
        case empty
        /// A number, written out.
        case number
        /// Text in UTF-8.
        case text
    }

    var bytes: [UInt8] = []
    var cells: [Cell] = []

    /// What a cell holds and where its bytes end, in four bytes, since thousands of rows may wait for their turn.
    struct Cell {
        private let bits: UInt32

        init(_ kind: Kind, end: Int) {
            bits = UInt32(end) << 2 | UInt32(kind.rawValue)
        }

        var kind: Kind { Kind(rawValue: UInt8(bits & 3)) ?? .empty }
        var end: Int { Int(bits >> 2) }
    }

    /// Creates a row without cells.
    public init() {}

    /// How many cells there are.
    public var count: Int { cells.count }

    /// Takes all cells out.
    public mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        cells.removeAll(keepingCapacity: true)
    }

    /// Adds cells without a value.
    public mutating func appendEmpty(_ count: Int = 1) {
        for _ in 0..<count { end(.empty) }
    }

    /// Adds a number, or nothing.
    public mutating func append(_ number: Int?) {
        guard let number else { return appendEmpty() }
        appendDigits(number)
        end(.number)
    }

    /// Adds a number, or nothing.
    public mutating func append(_ number: Double?) {
        guard let number else { return appendEmpty() }
        bytes.append(contentsOf: "\(number)".utf8)
        end(.number)
    }

    /// Adds a date as ISO 8601, or nothing.
    public mutating func append(_ date: CivilDate?) {
        guard let date else { return appendEmpty() }
        let (year, month, day) = date.parts
        guard (0...9999).contains(year) else { return append(date.description) }
        appendTwoDigits(year / 100)
        appendTwoDigits(year % 100)
        bytes.append(UInt8(ascii: "-"))
        appendTwoDigits(month)
        bytes.append(UInt8(ascii: "-"))
        appendTwoDigits(day)
        end(.text)
    }

    /// Adds text, or nothing.
    public mutating func append(_ text: String?) {
        guard let text else { return appendEmpty() }
        bytes.append(contentsOf: text.utf8)
        end(.text)
    }

    /// Adds text in UTF-8.
    public mutating func append(utf8 text: UnsafeRawBufferPointer) {
        unsafe bytes.append(contentsOf: text)
        end(.text)
    }

    /// Adds some cells of another row.
    public mutating func append(_ range: Range<Int>, of other: FlatRow) {
        guard let last = range.last else { return }
        let first = range.lowerBound == 0 ? 0 : other.cells[range.lowerBound - 1].end
        let start = bytes.count
        bytes.append(contentsOf: other.bytes[first..<other.cells[last].end])
        for cell in other.cells[range] { cells.append(Cell(cell.kind, end: start + cell.end - first)) }
    }

    /// Calls the body with the cells at some positions, whose bytes are valid within it.
    public func forEachCell(at positions: [Int], _ body: (Kind, UnsafeRawBufferPointer) -> Void) {
        unsafe bytes.withUnsafeBytes { buffer in
            for position in positions {
                let start = position == 0 ? 0 : cells[position - 1].end
                let cell = cells[position]
                unsafe body(cell.kind, UnsafeRawBufferPointer(rebasing: buffer[start..<cell.end]))
            }
        }
    }

    private mutating func end(_ kind: Kind) {
        cells.append(Cell(kind, end: bytes.count))
    }

    private mutating func appendDigits(_ number: Int) {
        guard (0..<1_000_000_000).contains(number) else { return bytes.append(contentsOf: "\(number)".utf8) }
        var divisor = 1
        while number / divisor >= 10 { divisor *= 10 }
        while divisor > 0 {
            bytes.append(FlatRow.digit(number / divisor % 10))
            divisor /= 10
        }
    }

    private mutating func appendTwoDigits(_ number: Int) {
        bytes.append(FlatRow.digit(number / 10))
        bytes.append(FlatRow.digit(number % 10))
    }

    private static func digit(_ number: Int) -> UInt8 {
        UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number)
    }
}
