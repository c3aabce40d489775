import DatelineCore
import EventFixtures
import GRDB
import Testing

@testable import EventStore

@Suite struct CheckTests {
    private let store: EventStore

    init() throws {
        store = try EventStore.open(path: ":memory:", mode: .readWrite)
        try store.store(BorderRaid.article, events: BorderRaid.events, rejections: [], extractor: "1.0.0")
        try store.write("pack") { try SegmentWriter(database: $0).catchUp(all: true) }
    }

    private func run(_ sql: String) throws {
        try store.write("change") { try $0.execute(sql: sql) }
    }

    /// The faults by the names of their checks.
    private func faults(repairing: Bool = false) throws -> [String: [String]] {
        var faults: [String: [String]] = [:]
        try store.check(repairing: repairing) { if !$0.isRight { faults[$0.name] = $0.faults } }
        return faults
    }

    @Test func `each part of a whole database is found right, with what was compared`() throws {
        var outcomes: [CheckOutcome] = []
        try store.check { outcomes.append($0) }
        #expect(
            outcomes.map(\.name) == [
                "file", "references", "schema", "imports", "articles", "search", "places", "reprints", "segments",
            ]
        )
        #expect(outcomes.allSatisfy { $0.isRight && $0.repairs.isEmpty && !$0.compared.isEmpty })
    }

    /// What is done to a database, the check that finds it, and what it says.
    static let damages = [
        (
            "UPDATE segment SET data = zeroblob(3) WHERE field = 4", "segments",
            "segment 0: the column place cannot be read"
        ),
        (
            "UPDATE segment SET data = (SELECT data FROM segment WHERE field = 0) WHERE field = 3", "segments",
            "segment 0: the column type is wrong in"
        ),
        ("DELETE FROM segment WHERE field = 7", "segments", "segment 0: the column source is missing"),
        ("UPDATE segment SET last = last + 1 WHERE field = 2", "segments", "do not end at one event"),
        (
            "DELETE FROM segment WHERE rollup = 4 AND field = 7", "segments",
            "segment 0: the column source of the rollup source is missing"
        ),
        (
            "UPDATE segment SET data = (SELECT data FROM segment WHERE rollup = 2 AND field = 25) WHERE rollup = 1 AND field = 25",
            "segments", "the column events of the rollup monthAndType"
        ),
        (
            """
            INSERT INTO event_weapon (event, ordinal, weapon, text)
            SELECT id, 77, 1, '' FROM event WHERE id NOT IN (SELECT event FROM event_weapon) LIMIT 1
            """, "segments", "the column weapon has"
        ),
        ("DROP INDEX event_day", "schema", "the index event_day is missing"),
        ("DROP TRIGGER event_deleted", "schema", "the trigger event_deleted is missing"),
        ("DROP VIEW events; CREATE VIEW events AS SELECT 1", "schema", "the view events is another"),
        ("INSERT INTO evidence_search (rowid, quote) VALUES (1, 'unsaid')", "search", "does not agree"),
        ("DROP TRIGGER evidence_updated; UPDATE evidence SET quote = 'other'", "search", "does not agree"),
        ("DELETE FROM place_box WHERE place = 1", "places", "place 1 does not stand where it is"),
        ("UPDATE place SET latitude = -1 WHERE id = 1", "places", "place 1 does not stand where it is"),
        ("UPDATE region SET key = 'elsewhere' WHERE id = 1", "places", "region 1"),
        ("UPDATE place SET region = NULL WHERE id = 1", "places", "place 1 has another first-level region"),
        (
            """
            UPDATE place SET region = NULL;
            DELETE FROM region WHERE kind = 'admin1'
            """, "places", "is missing"
        ),
    ]

    @Test(arguments: damages)
    func `what is derived and wrong is named, and made again`(sql: String, name: String, fault: String) throws {
        try run(sql)
        let found = try faults()
        #expect(found[name]?.contains { $0.contains(fault) } == true, "\(found)")
        // A look changes nothing.
        #expect(try faults() == found)
        let events = try store.read("read") { try Row.fetchAll($0, sql: "SELECT * FROM event") }
        #expect(try faults(repairing: true).isEmpty)
        #expect(try faults().isEmpty)
        #expect(try store.read("read") { try Row.fetchAll($0, sql: "SELECT * FROM event") } == events)
    }

    @Test(
        arguments: [
            ("UPDATE event SET leading_count = 99 WHERE id = 1", "articles", "event 1 has no count where"),
            ("PRAGMA foreign_keys = 0; DELETE FROM evidence WHERE event = 2", "articles", "event 2 has no evidence"),
            (
                """
                INSERT INTO article (hash, path, version, extractor, body) VALUES (zeroblob(32), 'b', 2, '1', '');
                UPDATE article SET superseded_by = 2 WHERE id = 1
                """, "articles", "event 1 is of a superseded article"
            ),
            (
                """
                INSERT INTO article (hash, path, version, extractor, body) VALUES (zeroblob(32), 'b', 5, '1', '');
                UPDATE article SET superseded_by = 2 WHERE id = 1; UPDATE event SET superseded = 1
                """, "articles", "is superseded by a version 5"
            ),
            (
                """
                INSERT INTO dataset (name, format, article) VALUES ('towns', 'csv', 1);
                INSERT INTO import_run (dataset, file, started) VALUES (1, 'towns.csv', 86400)
                """, "imports", "the import of towns.csv into towns, begun on 1970-01-02, did not end"
            ),
        ]
    )
    func `what was read is named where it is wrong, and left as it is`(
        sql: String,
        name: String,
        fault: String
    ) throws {
        try run(sql)
        #expect(try faults()[name]?.first?.contains(fault) == true)
        #expect(try faults(repairing: true)[name]?.first?.contains(fault) == true)
    }

    @Test func `a missing reference is named`() throws {
        try store.queue.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA foreign_keys = OFF; UPDATE event SET place = 999 WHERE id = 3")
        }
        #expect(try faults()["references"] == ["event, row 3: what it refers to in place is missing"])
    }

    @Test func `indexes that a cut-off import has dropped are made again, once`() throws {
        try run(
            """
            INSERT INTO dataset (name, format, article) VALUES ('towns', 'csv', 1);
            INSERT INTO import_run (dataset, file, ended, indexes) SELECT 1, 'towns.csv', 1, sql || ';'
            FROM sqlite_schema WHERE name = 'event_source';
            DROP INDEX event_source
            """
        )
        #expect(try faults() == ["schema": ["the index event_source was dropped by an import that did not end"]])
        #expect(try faults(repairing: true).isEmpty)
        let noted = try store.read("read") { try Int.fetchOne($0, sql: "SELECT count(indexes) FROM import_run") }
        #expect(noted == 0)
    }

    @Test func `a later import of the same dataset makes up for one that was cut off`() throws {
        try run(
            """
            INSERT INTO dataset (name, format, article) VALUES ('towns', 'csv', 1);
            INSERT INTO import_run (dataset, file) VALUES (1, 'towns.csv');
            INSERT INTO import_run (dataset, file, ended) VALUES (1, 'towns.csv', 1)
            """
        )
        #expect(try faults().isEmpty)
    }

    @Test func `of many faults the first are told, and how many more there are`() throws {
        try run("UPDATE event SET leading_count = 99")
        let number = try #require(try faults()["articles"])
        let events = BorderRaid.events.count
        #expect(events <= 20 ? number.count == events : number.last == "and \(events - 20) more")
    }

    @Test func `a damaged column is refused by those who ask, not taken for rows`() throws {
        // A column of another length than its segment's, which is well packed.
        try run("UPDATE segment SET data = (SELECT data FROM segment WHERE field = 22) WHERE field = 3")
        try run("UPDATE segment SET data = x'00000000000000000000000000000080' WHERE field = 3")
        var filter = EventFilter()
        filter.types = ["attack"]
        #expect(throws: EventStoreError.self) { try store.count(by: [.type], sum: nil, matching: filter) }
    }
}
