import GRDB

extension EventSelector {
    /// So many events are kept where they do not come by number.
    private static let pieceSize = 16_384

    /// Reads the events that satisfy the condition and calls the body with what was read, in an order.
    ///
    /// Rows are read in the order of their numbers, in which they stand in the file: those of events in another order a
    /// piece at a time. What is read into is used again from event to event; reading tells whether there is an event
    /// of the number.
    func forEachRow<Row>(
        _ order: EventOrder,
        limit: Int?,
        into row: Row,
        read: (Int64, inout Row) throws -> Bool,
        _ body: (Row) throws -> Void
    ) throws {
        if case .id = order {
            var row = row
            return try forEachPiece(order, limit: limit) { numbers in
                for number in numbers { if try read(number, &row) { try body(row) } }
            }
        }
        let numbers = try numbers(order, limit: limit)
        var rows = Array(repeating: row, count: min(numbers.count, EventSelector.pieceSize))
        for first in stride(from: 0, to: numbers.count, by: EventSelector.pieceSize) {
            let piece = numbers[first...].prefix(EventSelector.pieceSize)
            var isThere = Array(repeating: false, count: piece.count)
            for index in piece.indices.sorted(by: { piece[$0] < piece[$1] }) {
                isThere[index - first] = try read(piece[index], &rows[index - first])
            }
            for index in isThere.indices where isThere[index] { try body(rows[index]) }
        }
    }
}
