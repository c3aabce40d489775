import DatelineCore
import EventFixtures
import GRDB
import Testing

@testable import EventStore

/// Corrections of events that came from a dataset, where the dataset's own number tells which event is meant.
@Suite struct ImportedCorrectionTests {
    private let origin = CorrectionTarget.Origin(dataset: "raids", original: "7")
    private let imported = Event.made(.attack, "2031-05-18", quote: "row")

    /// A database into which a dataset of two rows, 7 and 8, was imported as events 1 and 2, or the other way round.
    private func database(rows: [Int] = [7, 8]) throws -> EventStore {
        let store = try EventStore.open(path: ":memory:", mode: .readWrite)
        try store.store(.made("raids.csv"), events: [imported, imported], rejections: [], extractor: "csv")
        try store.queue.write { database in
            try database.execute(
                sql: """
                    INSERT INTO dataset (id, name, format, article) VALUES (1, 'raids', 'csv', 1);
                    INSERT INTO import_run (id, dataset, file) VALUES (1, 1, 'raids.csv');
                    """
            )
            for (index, row) in rows.enumerated() {
                try database.execute(
                    sql: "INSERT INTO origin (event, dataset, original, hash, run) VALUES (?, 1, ?, 0, 1)",
                    arguments: [index + 1, row]
                )
            }
        }
        return store
    }

    @Test func `a row is known by its number in the dataset`() throws {
        let home = try database()
        try home.correct(event: 1, [(.actor, .name("X"))], author: "anna")
        let correction = try #require(try home.corrections().first)
        #expect(correction.target.origin == origin)
        let line = try correction.line
        #expect(line.contains(#""origin":{"dataset":"raids","id":"7"}"#))
        let away = try database(rows: [8, 7])
        #expect(try away.apply([Correction(line: line)]).applied == 1)
        #expect(try away.event(id: 2)?.event.actor == "X")
        #expect(try away.event(id: 1)?.event.actor == nil)
    }

    @Test func `a correction stays when a newer file changes the row`() throws {
        let store = try database()
        try store.correct(event: 1, [(.actor, .name("X"))], author: "anna")
        var changed = imported
        changed.actor = "Y"
        changed.target = "Z"
        try store.queue.write { database in
            try EventWriter(database: database, dimensions: store.dimensions)
                .update(changed, number: 1, superseded: false)
            try CorrectionStore(database: database, dimensions: store.dimensions)
                .reapply(toEvent: 1, from: origin)
        }
        let event = try #require(try store.event(id: 1)?.event)
        #expect((event.actor, event.target) == ("X", "Z"))
        #expect(try store.reading(ofEvent: 1)?.actor == "Y")
    }

    @Test func `a correction of a row that a newer file has no more waits for it`() throws {
        let store = try database()
        try store.correct(event: 1, [(.actor, .name("X"))], author: "anna")
        try store.queue.write { try $0.execute(sql: "DELETE FROM event WHERE id = 1") }
        #expect(try store.correctionNumbers() == (all: 1, waiting: 1))
        try store.queue.write { database in
            try database.execute(sql: "UPDATE origin SET original = 7 WHERE event = 2")
            try CorrectionStore(database: database, dimensions: store.dimensions)
                .reapply(toEvent: 2, from: origin)
        }
        #expect(try store.correctionNumbers() == (all: 1, waiting: 0))
        #expect(try store.event(id: 2)?.event.actor == "X")
    }
}
