import DatelineCore
import EventFixtures
import Foundation
import GRDB
import Migrations
import TestSupport
import Testing

@testable import EventStore

@Suite struct SchemaTests {
    @Test func `migrations are numbered without gaps and record themselves`() throws {
        let database = try DatabaseQueue()
        for (index, migration) in Migration.all.enumerated() {
            let number = String(index + 1)
            #expect(migration.name.hasPrefix(String(repeating: "0", count: 4 - number.count) + number + "_"))
            try database.write { try $0.execute(sql: migration.sql) }
            let version = try database.read { try Int.fetchOne($0, sql: "PRAGMA user_version") }
            #expect(version == index + 1)
        }
        let names = try database.read { try String.fetchAll($0, sql: "SELECT name FROM migration ORDER BY version") }
        #expect(names.map { $0 + ".sql" } == Migration.all.map(\.name))
    }

    @Test func `the sqlite3 shell makes the same schema from the same files`() throws {
        try withTemporaryFolder { folder in
            let shell = Process()
            shell.executableURL = URL(filePath: "/usr/bin/env")
            shell.arguments = ["sqlite3", "-bail", folder + "/shell.sqlite"]
            let input = Pipe()
            shell.standardInput = input
            try shell.run()
            try input.fileHandleForWriting.write(contentsOf: Data(Migration.all.map(\.sql).joined().utf8))
            try input.fileHandleForWriting.close()
            shell.waitUntilExit()
            #expect(shell.terminationStatus == 0)

            _ = try EventStore.open(path: folder + "/program.sqlite", mode: .readWrite)
            let description = { (name: String) throws -> [String] in
                try DatabaseQueue(path: "\(folder)/\(name).sqlite").read { database in
                    let id = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
                    let schema = try String.fetchAll(database, sql: "SELECT sql FROM sqlite_schema WHERE sql NOT NULL")
                    return ["\(id)"] + schema
                }
            }
            #expect(try description("shell") == description("program"))
            #expect(try description("shell").first == "1145132108")
            // And the program takes it for its own.
            #expect(try EventStore.open(path: folder + "/shell.sqlite", mode: .readOnly).statistics().events == 0)
        }
    }

    @Test func `an index that a cut-off import has dropped is made once`() throws {
        let number = try #require(Migration.all.firstIndex { $0.name.contains("tell_current_places") })
        try DatabaseQueue().write { database in
            for migration in Migration.all.prefix(number) { try database.execute(sql: migration.sql) }
            func indexes() throws -> [String: String] {
                let rows = try Row.fetchAll(database, sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'index'")
                return Dictionary(uniqueKeysWithValues: rows.map { ($0[0], $0[1] ?? "") })
            }
            let before = try indexes()
            try database.execute(
                sql: """
                    INSERT INTO article (id, hash, path, extractor, body) VALUES (1, zeroblob(32), 'a.csv', '1.0.0', '');
                    INSERT INTO dataset (id, name, format, article) VALUES (1, 'a', 'csv', 1);
                    INSERT INTO import_run (id, dataset, file) VALUES (1, 1, 'a.csv');
                    """
            )
            try BulkLoad(database).dropIndexes(run: 1)
            #expect(try indexes().count < before.count)
            for migration in Migration.all.dropFirst(number) { try database.execute(sql: migration.sql) }
            try BulkLoad(database).restoreIndexes()
            #expect(try indexes().keys.sorted() == before.keys.sorted())
            #expect(try indexes()["event_place_day"]?.contains("repeats") == true)
        }
    }

    @Test func `every table is strict`() throws {
        let store = try EventStore.open(path: ":memory:", mode: .readWrite)
        let loose = try store.queue.read { database in
            try String.fetchAll(
                database,
                sql: """
                    SELECT name FROM pragma_table_list
                    WHERE type = 'table' AND schema = 'main' AND strict = 0 AND name NOT LIKE 'sqlite%'
                    """
            )
        }
        #expect(loose.isEmpty)
    }

    @Test func `the schema refuses codes that the vocabulary does not have`() throws {
        let store = try EventStore.open(path: ":memory:", mode: .readWrite)
        try store.store(
            .made(),
            events: [.made(.attack, counts: [.exactly(1, .person, .killed)])],
            rejections: [],
            extractor: "1.0.0"
        )
        for change in [
            "UPDATE event SET status = 'sure'", "UPDATE event SET date_precision = 'X'",
            "UPDATE event SET date_method = 'guess'", "UPDATE event SET type = 99", "UPDATE event SET place = 99",
            "UPDATE event_count SET kind = 'dead'", "UPDATE event_count SET unit = 'men'",
            "UPDATE event_count SET qualifier = 'maybe'", "UPDATE event_count SET scope = 'war'",
            "UPDATE event_count SET low = 'one'", "UPDATE event_count SET low = 2", "UPDATE article SET hash = x'00'",
            "INSERT INTO place (name, level) VALUES ('P', 'planet')",
            "INSERT INTO source (name, kind) VALUES ('S', 'bird')",
            "INSERT INTO country (code, name) VALUES ('ru', 'Russia')",
        ] {
            #expect(throws: DatabaseError.self, "\(change)") { try store.queue.write { try $0.execute(sql: change) } }
        }
    }

    @Test func `what was read stays in the search when its article is read anew`() throws {
        let store = try EventStore.open(path: ":memory:", mode: .readWrite)
        let first = Event.made(.attack, quote: "Shells hit the harbour.")
        let second = Event.made(.attack, sentence: 2, quote: "Rockets hit the station.")
        try store.store(.made(), events: [first], rejections: [], extractor: "1.0.0")
        try store.store(.made(), events: [second], rejections: [], extractor: "1.1.0")
        for (words, number) in [("harbour", 0), ("station", 1)] {
            var filter = EventFilter()
            filter.text = words
            var found = 0
            try store.forEachEvent(matching: filter) { _ in found += 1 }
            #expect(found == number, "\(words)")
        }
        try store.queue.write {
            try $0.execute(sql: "INSERT INTO evidence_search (evidence_search) VALUES ('integrity-check')")
        }
    }
}
