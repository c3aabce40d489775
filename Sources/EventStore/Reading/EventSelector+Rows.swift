import DatelineCore
import GRDB

/// Reads rows of events.
protocol RowReader<Row> {
    /// What is read of an event.
    associatedtype Row
    /// Where rows wait for their turn.
    associatedtype Waiting: WaitingRows<Row>

    /// Begins to read some events.
    func start(_ events: EventList) throws
    /// Reads an event, which comes behind all that were read since the start; false where there is none of the number.
    func read(_ number: Int64, into row: inout Row) throws -> Bool
    /// Room for rows that wait for their turn.
    func waitingRows() -> Waiting
}

/// Rows that wait for their turn, by their places in the order.
protocol WaitingRows<Row> {
    associatedtype Row

    /// Forgets all rows, and takes as many.
    mutating func begin(_ count: Int)
    /// Keeps a copy of a row.
    mutating func keep(_ row: Row, at index: Int)
    /// Copies a row out; false where none was kept.
    func take(_ index: Int, into row: inout Row) -> Bool
}

extension FlatRows: WaitingRows {}

extension EventSelector {
    /// So many events are kept where they do not come by number.
    private static let pieceSize = 65_536

    /// Reads the events that satisfy the condition and calls the body with what was read, in an order.
    ///
    /// Rows are read in the order of their numbers, in which they stand in the file: those of events in another order a
    /// piece at a time. What is read into is used again from event to event.
    func forEachRow<Row>(
        _ order: EventOrder,
        limit: Int?,
        by reader: some RowReader<Row>,
        into row: Row,
        _ body: (Row) throws -> Void
    ) throws {
        var row = row
        if case .id = order {
            return try forEachPiece(order, limit: limit) { numbers in
                try reader.start(EventList(numbers))
                for number in numbers where try reader.read(number, into: &row) { try body(row) }
            }
        }
        let numbers = try numbers(order, limit: limit)
        var waiting = reader.waitingRows()
        for first in stride(from: 0, to: numbers.count, by: EventSelector.pieceSize) {
            let piece = numbers[first...].prefix(EventSelector.pieceSize)
            // A number and its place in one word sort by the number.
            let byNumber = piece.indices.map { piece[$0] << 16 | Int64($0 - first) }.sorted()
            try reader.start(EventList(byNumber.map { $0 >> 16 }))
            waiting.begin(piece.count)
            for entry in byNumber where try reader.read(entry >> 16, into: &row) {
                waiting.keep(row, at: Int(entry & 0xFFFF))
            }
            for index in 0..<piece.count where waiting.take(index, into: &row) { try body(row) }
        }
    }
}
