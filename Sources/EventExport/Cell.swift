import DatelineCore

/// One value of a row.
///
/// What is unknown is empty, never 0.
public enum Cell: Hashable, Sendable {
    case empty
    case text(String)
    case integer(Int)
    case decimal(Double)

    /// A text cell, or an empty one.
    public init(_ text: String?) {
        self = text.map(Cell.text) ?? .empty
    }

    /// A number cell, or an empty one.
    public init(_ number: Int?) {
        self = number.map(Cell.integer) ?? .empty
    }

    /// A number cell, or an empty one.
    public init(_ number: Double?) {
        self = number.map(Cell.decimal) ?? .empty
    }

    /// The value as plain text.
    public var plain: String {
        switch self {
        case .empty: ""
        case .text(let text): text
        case .integer(let number): String(number)
        case .decimal(let number): String(number)
        }
    }

    var isNumber: Bool {
        switch self {
        case .integer, .decimal: true
        case .empty, .text: false
        }
    }
}

extension FlatRow {
    /// The cells at some positions as values.
    func cells(at positions: [Int]) -> [Cell] {
        var cells: [Cell] = []
        cells.reserveCapacity(positions.count)
        unsafe forEachCell(at: positions) { kind, bytes in
            let text = unsafe String(decoding: bytes, as: UTF8.self)
            switch kind {
            case .empty: cells.append(.empty)
            case .number: cells.append(Int(text).map(Cell.integer) ?? Cell(Double(text)))
            case .text: cells.append(.text(text))
            }
        }
        return cells
    }
}
