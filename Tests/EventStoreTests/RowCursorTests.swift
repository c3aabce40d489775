import GRDB
import TestSupport
import Testing

@testable import EventStore

/// Rows by the events that they belong to.
@Suite struct RowCursorTests {
    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func `the rows of an event are found in whatever order events are asked for`(seed: UInt64) throws {
        var random = Seeded(seed: seed)
        try DatabaseQueue().write { database in
            try database.execute(
                sql: "CREATE TABLE part (event INTEGER, ordinal INTEGER, PRIMARY KEY (event, ordinal)) WITHOUT ROWID"
            )
            var parts: [Int: Int] = [:]
            for event in 1...200 where random.oneIn(seed == 1 ? 40 : 2) {
                parts[event] = random.number(1..<4)
                for ordinal in 0..<(parts[event] ?? 0) {
                    try database.execute(sql: "INSERT INTO part VALUES (?, ?)", arguments: [event, ordinal])
                }
            }
            let cursor = try RowCursor(
                database,
                "SELECT event, ordinal FROM part WHERE event >= ? ORDER BY event, ordinal"
            )
            var event = 1
            for _ in 0..<3000 {
                // On by one or a few, some steps back, far away.
                event = random.oneIn(3) ? event + 1 : event + random.number(-3..<12)
                if event < -2 || event > 210 || random.oneIn(20) { event = random.number(0..<203) }
                let expected = parts[event] ?? 0
                #expect(try cursor.find(event) == (expected > 0), "\(event)")
                // Not all rows are always read.
                for ordinal in 0..<random.number(0..<(expected + 1)) {
                    #expect((cursor.row.int(0), cursor.row.int(1)) == (event, ordinal))
                    #expect(try cursor.next() == (ordinal + 1 < expected), "\(event)")
                }
            }
        }
    }
}
