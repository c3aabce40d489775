import GRDB

/// The rows of a table by the events that they belong to.
///
/// Asked for events that follow one another it goes on from row to row, which costs half of looking each up. It must
/// not outlive the transaction, and sees no rows that are written meanwhile.
final class RowCursor {
    /// The row that was found: its first column is the event's number.
    let row: RawStatement
    /// The event of the row; the largest number behind the last row.
    private var event = Int.min
    /// From this event on there is no row before the one that was found.
    private var first = Int.max

    /// So many events further a row is gone to and not looked up.
    private static let reach = 8

    /// Takes a statement that gives the rows from an event on, in the order of events: `… event >= ? ORDER BY event`.
    init(_ database: Database, _ sql: String) throws {
        row = try RawStatement(database, sql)
    }

    /// Goes to the first row of an event; false where it has none.
    func find(_ wanted: Int) throws -> Bool {
        if wanted < first || wanted - RowCursor.reach > event {
            row.reset()
            row.bind(1, wanted)
            try step()
        }
        while event < wanted { try step() }
        first = wanted
        return event == wanted
    }

    /// Goes to the next row of the same event; false where there is none.
    func next() throws -> Bool {
        let current = event
        try step()
        first = current + 1
        return event == current
    }

    private func step() throws {
        event = try row.step() ? row.int(0) : .max
    }
}
