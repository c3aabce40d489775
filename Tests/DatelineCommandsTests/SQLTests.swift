import EventFixtures
import EventStore
import Foundation
import GRDB
import TestSupport
import Testing

/// `dateline sql`, run as people run it.
@Suite struct SQLTests {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        let store = try EventStore.open(path: folder.path("dateline.sqlite"), mode: .readWrite)
        try store.store(BorderRaid.article, events: BorderRaid.events, rejections: [], extractor: "1.0.0")
    }

    private func output(_ arguments: String..., input: String = "") throws -> String {
        let outcome = try BuiltProgram.run(["sql"] + arguments, in: folder, input: Array(input.utf8))
        #expect(outcome.code == 0, "\(outcome.errors)")
        return outcome.output
    }

    private func usageError(_ arguments: String...) throws -> String {
        let outcome = try BuiltProgram.run(["sql"] + arguments, in: folder)
        #expect(outcome.code == 64, "\(arguments)")
        #expect(outcome.output.isEmpty)
        return outcome.errors
    }

    @Test func `the view answers in SQL`() throws {
        #expect(
            try output("SELECT country, sum(injured_low) AS injured FROM events GROUP BY country ORDER BY 1")
                == "country,injured\r\nRU,17\r\nUA,5\r\n"
        )
    }

    @Test(arguments: [
        ("csv", "id,name\r\n1,\r\n"), ("tsv", "id\tname\n1\t\n"), ("jsonl", "{\"id\": 1, \"name\": null}\n"),
        ("json", "[\n {\"id\": 1, \"name\": null}\n]\n"), ("markdown", "| id | name |\n| --- | --- |\n| 1 |  |\n"),
        ("table", "id  name\n──  ────\n 1\n"),
    ])
    func `rows come in every format`(format: String, expected: String) throws {
        #expect(try output("SELECT 1 AS id, NULL AS name", "--format", format) == expected)
    }

    @Test func `values keep their kinds, and formulas stay text`() throws {
        #expect(
            try output("SELECT 7 AS id, -2.5 AS x, '=1+1' AS f, x'0aff' AS b, 'é,\"' AS t, 8 AS id")
                == "id,x,f,b,t,id_2\r\n7,-2.5,'=1+1,0aff,\"é,\"\"\",8\r\n"
        )
    }

    @Test func `rows with coordinates are a map, others are none`() throws {
        #expect(
            try output("SELECT type, latitude, longitude FROM events WHERE id = 1", "--format", "geojson").contains(
                "\"coordinates\": [36.0, 51.75]}, \"properties\": {\"type\": \"battle.offensive\"}"
            )
        )
        #expect(try usageError("SELECT 1", "--format", "geojson").contains("have no coordinates"))
    }

    @Test func `names in the statement take values`() throws {
        #expect(
            try output(
                "SELECT id FROM events WHERE country = :country AND injured_low >= @least",
                "--bind",
                "country=UA",
                "--bind",
                "least=5"
            ) == "id\r\n7\r\n"
        )
        #expect(
            try output("SELECT typeof(:a), typeof(:b), :c", "--bind", "a=2.5", "--bind", "b='7'", "--bind", "c=x=y")
                == "typeof(:a),typeof(:b),:c\r\nreal,text,x=y\r\n"
        )
        #expect(try usageError("SELECT :a").contains("there is no value for :a; give one with --bind a=…"))
        #expect(try usageError("SELECT ?").contains("write :name in place of ?"))
        #expect(
            try usageError("SELECT :name", "--bind", "name=1", "--bind", "nme=2").contains(
                "the statement has no :nme; did you mean name?"
            )
        )
        #expect(try usageError("SELECT :a", "--bind", "a").contains("write name=value"))
    }

    @Test func `the statement comes from a file or from standard input too`() throws {
        try folder.write("ask.sql", text: "-- How many?\nSELECT count(*) AS n\nFROM events;\n-- That is all.\n")
        #expect(try output("--file", "ask.sql") == "n\r\n10\r\n")
        #expect(try output("-", input: "SELECT 3 AS n") == "n\r\n3\r\n")
        #expect(try usageError().contains("Give one statement"))
        #expect(try usageError("SELECT 1", "--file", "ask.sql").contains("Give one statement"))
        #expect(try usageError("--file", "none.sql").contains("cannot read none.sql"))
    }

    @Test func `an error says where it is`() throws {
        #expect(
            try usageError("SELECT id,\n\tplase FROM events").hasPrefix(
                "Error: no such column: plase, line 2, column 2\n   plase FROM events\n   ^\n"
            )
        )
        #expect(try usageError("SELEC 1").hasPrefix("Error: near \"SELEC\": syntax error, line 1, column 1\n"))
        #expect(try usageError("SELECT abs(-9223372036854775808)", "--format", "json").contains("integer overflow"))
        for nothing in ["", " ;", "/* nothing */"] {
            #expect(try usageError(nothing).contains("there is no statement"))
        }
        #expect(try usageError("SELECT 1; SELECT 2").contains("only one statement is run, line 1, column 10"))
    }

    @Test(arguments: [
        ("DELETE FROM event", "DELETE"), ("WITH x AS (SELECT 1) UPDATE event SET date_start = 1", "UPDATE"),
        ("INSERT INTO publisher (name) VALUES ('x')", "INSERT"), ("DROP VIEW events", "DROP"),
        ("CREATE TABLE x (y)", "CREATE"), ("CREATE TEMP TABLE x AS SELECT 1", "CREATE"),
        ("ATTACH 'new.sqlite' AS new", "ATTACH"), ("DETACH main", "DETACH"), ("VACUUM INTO 'new.sqlite'", "VACUUM"),
        ("WITH x AS (SELECT 1) DELETE FROM article", "DELETE"),
        ("PRAGMA journal_mode = delete", "PRAGMA journal_mode"), ("PRAGMA query_only = 0", "PRAGMA query_only"),
        ("PRAGMA user_version = 3", "PRAGMA user_version"), ("PRAGMA writable_schema = 1", "PRAGMA writable_schema"),
        ("SELECT load_extension('x')", "load_extension()"), ("BEGIN IMMEDIATE", "BEGIN"), ("REINDEX", "REINDEX"),
        ("ANALYZE", "ANALYZE"), ("ALTER TABLE event RENAME TO old", "ALTER"), ("SAVEPOINT x", "SAVEPOINT"),
        ("INSERT INTO evidence_search (evidence_search) VALUES ('rebuild')", "INSERT"),
        ("CREATE VIRTUAL TABLE x USING fts5 (y)", "CREATE"), ("EXPLAIN DELETE FROM event", "DELETE"),
    ])
    func `what does more than reading is refused`(statement: String, named: String) throws {
        let before = try folder.bytes("dateline.sqlite")
        #expect(
            try usageError(statement).hasPrefix("Error: \(named) is refused, since the database is only read\n")
        )
        #expect(try folder.bytes("dateline.sqlite") == before)
        #expect(throws: (any Error).self) { try folder.bytes("new.sqlite") }
    }

    @Test(arguments: [
        "PRAGMA table_info(events)", "SELECT * FROM pragma_table_info('events')", "PRAGMA user_version",
        "SELECT value FROM json_each('[1,2]')",
        "SELECT rowid FROM evidence_search WHERE evidence_search MATCH 'drones'",
        "SELECT * FROM place_box", "EXPLAIN QUERY PLAN SELECT * FROM event WHERE id = 3", "VALUES (1), (2)",
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 3) SELECT i FROM n",
    ])
    func `whatever only reads is run`(statement: String) throws {
        #expect(try output(statement).split(whereSeparator: \.isNewline).count > 1)
    }

    @Test func `the statement of a query can be run again`() throws {
        let line = "dateline query --country UA --explain-query | dateline sql - --format jsonl --limit 3"
        let outcome = try BuiltProgram.shell(line, in: folder)
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(outcome.output.split(separator: "\n").count == 3)
    }

    @Test func `rows go out as they are found, and a reader may go away`() throws {
        let endless = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n"
        #expect(try output(endless, "--limit", "2") == "i\r\n1\r\n2\r\n")
        #expect(try BuiltProgram.shell("dateline sql '\(endless)' | head -n 2", in: folder).output == "i\r\n1\r\n")
    }

    @Test func `rows that have ended stay at their end`() throws {
        let store = try EventStore.open(path: folder.path("dateline.sqlite"), mode: .readOnly)
        let rows = try store.rows(of: "SELECT 1 AS n")
        #expect(try rows.next() == [.integer(1)])
        #expect(try rows.next() == nil)
        #expect(try rows.next() == nil)
    }

    @Test func `an error far along a line is shown with what stands around it`() throws {
        let start = "SELECT " + String(repeating: "1, ", count: 200)
        let message = try usageError(start + "plase FROM events")
        let lines = message.split(separator: "\n")
        #expect(lines[0] == "Error: no such column: plase, line 1, column \(start.count + 1)")
        let indent = lines[2].prefix { $0 == " " }.count
        #expect(lines[2].dropFirst(indent) == "^")
        #expect(lines[1].dropFirst(indent).hasPrefix("plase"))
        #expect(lines[1].count < 100)
    }

    @Test func `a missing database is not made`() throws {
        let outcome = try BuiltProgram.run(["sql", "SELECT 1", "--db", "none.sqlite"], in: folder)
        #expect(outcome.code == 1)
        #expect(outcome.errors.contains("cannot open none.sqlite: there is no such file"))
    }

    @Test func `every column of the view is described`() throws {
        let page = BuiltProgram.packageRoot.appending(path: "Sources/DatelineCore/DatelineCore.docc/Schema.md")
        let text = try String(contentsOf: page, encoding: .utf8)
        let columns = try DatabaseQueue(path: folder.path("dateline.sqlite")).read { database in
            try String.fetchAll(database, sql: "SELECT name FROM pragma_table_info('events')")
        }
        #expect(columns.count > 40)
        #expect(columns.filter { !text.contains("`\($0)`") }.isEmpty)
    }
}
