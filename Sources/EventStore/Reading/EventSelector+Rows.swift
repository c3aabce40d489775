import GRDB

/// Reads rows of events.
protocol RowReader<Row> {
    /// What is read of an event.
    associatedtype Row

    /// Begins to read some events.
    func start(_ events: EventList) throws
    /// What is kept of a row until its turn comes; the row itself is read into again.
    func kept(_ row: Row) -> Row
    /// Reads an event, which comes behind all that were read since the start; false where there is none of the number.
    func read(_ number: Int64, into row: inout Row) throws -> Bool
}

extension RowReader {
    func kept(_ row: Row) -> Row { row }
}

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
        for first in stride(from: 0, to: numbers.count, by: EventSelector.pieceSize) {
            let piece = numbers[first...].prefix(EventSelector.pieceSize)
            let byNumber = piece.indices.sorted { piece[$0] < piece[$1] }
            try reader.start(EventList(byNumber.map { piece[$0] }))
            var rows = [Row?](repeating: nil, count: piece.count)
            for index in byNumber where try reader.read(piece[index], into: &row) {
                rows[index - first] = reader.kept(row)
            }
            for case let row? in rows { try body(row) }
        }
    }
}
