import DatelineCore
import EventFixtures
import EventStore
import Foundation
import GRDB
import Migrations
import TestSupport
import Testing

@Suite struct OpeningTests {
    private func message(_ body: () throws -> Void) -> String {
        do {
            try body()
            return "no error"
        } catch {
            return "\(error)"
        }
    }

    @Test func `a missing database is told how to be made, and is not made`() throws {
        try withTemporaryFolder { folder in
            let path = folder + "/none.sqlite"
            #expect(
                message { _ = try EventStore.open(path: path, mode: .readOnly) } == """
                    cannot open \(path): there is no such file; make one with: dateline ingest --db \(path) ARTICLE…, \
                    or name another with --db
                    """
            )
            #expect(!FileManager.default.fileExists(atPath: path))
        }
    }

    @Test func `a file that is no database is refused and left as it is`() throws {
        try withTemporaryFolder { folder in
            let path = folder + "/notes.txt"
            let text = String(repeating: "These are notes, no database. ", count: 200)
            try text.write(toFile: path, atomically: true, encoding: .utf8)
            for mode in [EventStore.Mode.readOnly, .readWrite] {
                let said = message { _ = try EventStore.open(path: path, mode: mode) }
                #expect(said == "cannot open \(path): it is no SQLite database")
            }
            #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
        }
    }

    @Test func `another program's database is refused and left as it is`() throws {
        try withTemporaryFolder { folder in
            let path = folder + "/other.sqlite"
            try DatabaseQueue(path: path).write { try $0.execute(sql: "CREATE TABLE recipe (name TEXT)") }
            for mode in [EventStore.Mode.readOnly, .readWrite] {
                let said = message { _ = try EventStore.open(path: path, mode: mode) }
                #expect(
                    said == """
                        cannot open \(path): it is a database of another program; name a file of Dateline with --db
                        """
                )
            }
            let mode = try DatabaseQueue(path: path).read { try String.fetchOne($0, sql: "PRAGMA journal_mode") }
            #expect(mode == "delete")
        }
    }

    @Test func `a newer database is refused`() throws {
        try withTemporaryFolder { folder in
            let path = folder + "/newer.sqlite"
            _ = try EventStore.open(path: path, mode: .readWrite)
            let next = Migration.all.count + 1
            try DatabaseQueue(path: path).writeWithoutTransaction {
                try $0.execute(sql: "PRAGMA user_version = \(next)")
            }
            for mode in [EventStore.Mode.readOnly, .readWrite] {
                let said = message { _ = try EventStore.open(path: path, mode: mode) }
                #expect(
                    said == """
                        cannot open \(path): its schema is version \(next), this program knows version \(next - 1) and \
                        before; use the newer dateline that wrote it
                        """
                )
            }
        }
    }

    @Test func `an older database is brought up to date by the one who stores`() throws {
        try withTemporaryFolder { folder in
            let path = folder + "/older.sqlite"
            try DatabaseQueue(path: path).write { try $0.execute(sql: Migration.all[0].sql) }
            let said = message { _ = try EventStore.open(path: path, mode: .readOnly) }
            #expect(
                said == """
                    cannot open \(path): its schema is version 1, this program reads version \(Migration.all.count); \
                    bring it up to date with: dateline ingest
                    """
            )
            #expect(try EventStore.open(path: path, mode: .readWrite).statistics().events == 0)
            #expect(try EventStore.open(path: path, mode: .readOnly).statistics().events == 0)
        }
    }

    @Test func `a database that another program holds gives up after the time-out`() throws {
        try withTemporaryFolder { folder in
            let path = folder + "/held.sqlite"
            _ = try EventStore.open(path: path, mode: .readWrite)
            let store = try EventStore.open(path: path, mode: .readWrite, busyTimeout: 0.05)
            try DatabaseQueue(path: path).writeWithoutTransaction { database in
                try database.inTransaction(.immediate) {
                    let said = message {
                        try store.store(.made("a.txt"), events: [], rejections: [], extractor: "1.0.0")
                    }
                    #expect(
                        said == """
                            cannot store a.txt: another program is writing to the database; try again when it has \
                            finished
                            """
                    )
                    return .rollback
                }
            }
            #expect(try store.store(.made("a.txt"), events: [], rejections: [], extractor: "1.0.0") == .new)
        }
    }

    @Test func `a folder and a path into nowhere are no databases`() throws {
        try withTemporaryFolder { folder in
            #expect(
                message { _ = try EventStore.open(path: folder, mode: .readWrite) }
                    == "cannot open \(folder): it is a folder"
            )
            let nowhere = folder + "/none/a.sqlite"
            #expect(
                message { _ = try EventStore.open(path: nowhere, mode: .readWrite) } == """
                    cannot open \(nowhere): the file cannot be opened; look whether the folder exists and may be read \
                    and written
                    """
            )
        }
    }
}
