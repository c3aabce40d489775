import GRDB
import TestSupport
import Testing

@Suite struct BadDatabaseTests {
    private let folder = try? TemporaryFolder()

    /// Runs a command on a database and gives what went wrong; an article stands ready.
    private func fault(_ command: String..., database: String = "news.sqlite") throws -> String {
        let folder = try #require(folder)
        try folder.write("a.txt", text: "Text.\n")
        let outcome = try BuiltProgram.run(command + ["--db", database], in: folder)
        #expect(outcome.code == 1)
        return outcome.errors
    }

    /// Stores one article.
    private func makeDatabase() throws -> TemporaryFolder {
        let folder = try #require(folder)
        try folder.write("first.txt", text: "First.\n")
        #expect(try BuiltProgram.run(["ingest", "first.txt", "--db", "news.sqlite"], in: folder).code == 0)
        return folder
    }

    @Test(arguments: [["ingest", "a.txt"], ["explain", "1"], ["stats"]])
    func `a file that is no database is left as it is`(command: [String]) throws {
        let folder = try #require(folder)
        let text = Array(String(repeating: "This is a letter and no database.\n", count: 40).utf8)
        try folder.write("letter.txt", text)
        try folder.write("a.txt", text: "Text.\n")
        let outcome = try BuiltProgram.run(command + ["--db", "letter.txt"], in: folder)
        #expect(outcome.code == 1)
        #expect(outcome.errors == "Error: cannot open letter.txt: it is no SQLite database\n")
        #expect(try folder.bytes("letter.txt") == text)
    }

    @Test func `a database of another program is left as it is`() throws {
        let folder = try #require(folder)
        try DatabaseQueue(path: folder.path("other.sqlite")).write { try $0.execute(sql: "CREATE TABLE note (text)") }
        let before = try folder.bytes("other.sqlite")
        #expect(try fault("ingest", "a.txt", database: "other.sqlite").contains("a database of another program"))
        #expect(try folder.bytes("other.sqlite") == before)
    }

    @Test(arguments: [["ingest", "a.txt"], ["explain", "1"]])
    func `a newer database is refused and left as it is`(command: [String]) throws {
        let folder = try makeDatabase()
        try folder.write("a.txt", text: "Text.\n")
        try DatabaseQueue(path: folder.path("news.sqlite")).write { try $0.execute(sql: "PRAGMA user_version = 99") }
        let outcome = try BuiltProgram.run(command + ["--db", "news.sqlite"], in: folder)
        #expect(outcome.code == 1)
        #expect(outcome.errors.contains("cannot open news.sqlite: its schema is version 99"))
        let articles = try DatabaseQueue(path: folder.path("news.sqlite")).read { database in
            try Int.fetchOne(database, sql: "SELECT count(*) FROM article")
        }
        #expect(articles == 1)
    }

    @Test func `a locked database is named, and what was stored stays`() throws {
        let folder = try makeDatabase()
        let other = try DatabaseQueue(path: folder.path("news.sqlite"))
        try other.inDatabase { database in
            try database.execute(sql: "BEGIN IMMEDIATE")
            let message = try fault("ingest", "a.txt")
            #expect(message.contains("another program is writing to the database; try again when it has finished"))
            try database.execute(sql: "ROLLBACK")
        }
        let articles = try other.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM article") }
        #expect(articles == 1)
    }

    @Test func `a database in a folder that does not exist is named`() throws {
        #expect(try fault("ingest", "a.txt", database: "none/news.sqlite").contains("cannot open none/news.sqlite: "))
    }

    @Test func `a question to a database that does not exist makes none`() throws {
        let folder = try #require(folder)
        #expect(try fault("explain", "1").contains("cannot open news.sqlite: there is no such file"))
        #expect(throws: (any Error).self) { try folder.bytes("news.sqlite") }
    }

    @Test func `an event that is not there is named`() throws {
        _ = try makeDatabase()
        #expect(try fault("explain", "7") == "Error: There is no event 7 in news.sqlite.\n")
    }
}
