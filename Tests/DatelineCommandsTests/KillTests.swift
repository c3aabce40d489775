import EventFixtures
import Foundation
import GRDB
import TestSupport
import Testing

@testable import EventStore

/// `dateline ingest`, ended by force at any moment.
@Suite struct KillTests {
    private static let articles = 60

    /// A folder of small articles.
    private func makeArticles() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        let towns = ["Sumy", "Kharkiv", "Kherson", "Belgorod", "Kursk", "Gaza", "Sebba"]
        for number in 0..<KillTests.articles {
            let town = towns[number % towns.count]
            try folder.write(
                "articles/\(1000 + number).txt",
                text: """
                    ---
                    published: 2031-05-18
                    publisher: Wire \(number % 3)
                    ---
                    A drone strike on \(town) killed \(number + 2) people on Saturday, the mayor said. Air defence shot \
                    down \(number + 5) drones overnight. The army vows to strike \(town) again, it said.

                    """
            )
        }
        return folder
    }

    private func ingest(_ database: String, in folder: TemporaryFolder) throws -> BuiltProgram.Outcome {
        try BuiltProgram.run(["ingest", "articles", "--db", database], in: folder)
    }

    /// The rows that come from articles up to a number, table by table; what depends on the clock is left out.
    private func rows(of path: String, upTo article: Int) throws -> [String: [String]] {
        let own = "SELECT id FROM event WHERE article <= \(article)"
        let conditions = [
            "article": "id <= \(article)", "rejection": "article <= \(article)", "event": "article <= \(article)",
            "evidence": "event IN (\(own))", "event_count": "event IN (\(own))", "event_weapon": "event IN (\(own))",
            "event_place": "event IN (\(own))", "event_reason": "event IN (\(own))",
        ]
        return try DatabaseQueue(path: path).read { database in
            var rows: [String: [String]] = [:]
            for (table, condition) in conditions {
                let columns = try database.columns(in: table).map(\.name).filter { $0 != "ingested" }
                let list = columns.map { "quote(\"\($0)\")" }.joined(separator: " || ',' || ")
                rows[table] = try String.fetchAll(
                    database,
                    sql: "SELECT \(list) FROM \(table) WHERE \(condition) ORDER BY 1"
                )
            }
            return rows
        }
    }

    private func articles(in path: String) throws -> Int {
        try DatabaseQueue(path: path).read { database in
            guard try database.tableExists("article") else { return 0 }
            return try Int.fetchOne(database, sql: "SELECT max(id) FROM article") ?? 0
        }
    }

    @Test func `an ingest that is killed leaves whole articles, and the next one completes them`() throws {
        let folder = try makeArticles()
        let start = ContinuousClock.now
        #expect(try ingest("whole.sqlite", in: folder).code == 0)
        let duration = start.duration(to: .now) / .seconds(1)
        let whole = try rows(of: folder.path("whole.sqlite"), upTo: .max)
        #expect(whole["article"]?.count == KillTests.articles)
        #expect(whole["event"]?.isEmpty == false && whole["rejection"]?.isEmpty == false)

        var dice = Seeded(seed: 7)
        for run in 0..<6 {
            let name = "\(run).sqlite"
            let process = Process()
            process.executableURL = BuiltProgram.url
            process.arguments = ["ingest", "articles", "--db", name]
            process.currentDirectoryURL = URL(filePath: folder.path)
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            try process.run()
            Thread.sleep(forTimeInterval: duration * Double.random(in: 0.02..<1, using: &dice))
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()

            let path = folder.path(name)
            if FileManager.default.fileExists(atPath: path), try articles(in: path) > 0 {
                let store = try EventStore.open(path: path, mode: .check)
                try store.check { #expect($0.isRight, "\(run): \($0)") }
                let count = try articles(in: path)
                #expect(try rows(of: path, upTo: .max) == rows(of: folder.path("whole.sqlite"), upTo: count))
            }
            #expect(try ingest(name, in: folder).code == 0)
            #expect(try rows(of: path, upTo: .max) == whole)
            let store = try EventStore.open(path: path, mode: .check)
            try store.check { #expect($0.isRight, "\(run): \($0)") }
        }
    }
}
