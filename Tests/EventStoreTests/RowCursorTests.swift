import GRDB
import TestSupport
import Testing

@testable import EventStore

/// Rows by the events that they belong to.
@Suite struct RowCursorTests {
    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func `the rows of events are found whether those lie close together or far apart`(seed: UInt64) throws {
        var random = Seeded(seed: seed)
        try DatabaseQueue().write { database in
            try database.execute(
                sql: "CREATE TABLE part (event INTEGER, ordinal INTEGER, PRIMARY KEY (event, ordinal)) WITHOUT ROWID"
            )
            var parts: [Int: Int] = [:]
            for event in 1...400 where random.oneIn(seed == 1 ? 40 : 2) {
                parts[event] = random.number(1..<4)
                for ordinal in 0..<(parts[event] ?? 0) {
                    try database.execute(sql: "INSERT INTO part VALUES (?, ?)", arguments: [event, ordinal])
                }
            }
            let cursor = try RowCursor(database, "SELECT event, ordinal FROM part", order: "ordinal")
            var layouts: Set<String> = []
            for _ in 0..<60 {
                let share = [1, 2, 30][random.number(0..<3)]
                let from = random.number(-3..<400)
                // Now and then in two clusters.
                let gap = random.oneIn(2) ? 0 : 300
                let wanted = (from..<from + random.number(1..<100)).filter { _ in random.oneIn(share) }
                    .map { $0 < from + 40 ? $0 : $0 + gap }
                let events = EventList(wanted.map(Int64.init))
                switch events {
                case .numbers: layouts.insert("listed")
                case .runs(let runs): layouts.insert(runs.count < 2 ? "one run" : "runs")
                }
                try cursor.start(events)
                for event in wanted where !random.oneIn(10) {
                    let expected = parts[event] ?? 0
                    #expect(try cursor.find(event) == (expected > 0), "\(event)")
                    // Not all rows are always read.
                    for ordinal in 0..<random.number(0..<(expected + 1)) {
                        #expect((cursor.row.int(0), cursor.row.int(1)) == (event, ordinal))
                        #expect(try cursor.next() == (ordinal + 1 < expected), "\(event)")
                    }
                }
            }
            #expect(layouts == ["listed", "one run", "runs"])
        }
    }

    @Test func `events that lie far apart are listed, others gone over run by run`() {
        #expect(EventList([5, 7, 8]) == .runs([5...8]))
        #expect(EventList([5, 7, 800]) == .numbers("[5,7,800]"))
        #expect(EventList((0..<20).map { $0 < 10 ? $0 : $0 + 500 }) == .runs([0...9, 510...519]))
        #expect(EventList([Int64]()) == .runs([]))
    }
}
