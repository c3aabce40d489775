import DatelineCore
import EventFixtures
import EventStore
import GRDB
import TestSupport
import Testing

/// What a question comes to in SQL.
@Suite struct PlanTests {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        let store = try EventStore.open(path: folder.path("dateline.sqlite"), mode: .readWrite)
        try store.store(BorderRaid.article, events: BorderRaid.events, rejections: [], extractor: "1.0.0")
    }

    private func output(_ arguments: [String]) throws -> String {
        let outcome = try BuiltProgram.run(arguments, in: folder)
        #expect(outcome.code == 0, "\(outcome.errors)")
        return outcome.output
    }

    @Test(arguments: ["query", "export", "count", "sources", "places"])
    func `the statement runs by itself and has its values and its plan`(command: String) throws {
        let text = try output([command, "--country", "UA", "--from", "2031-05-17", "--explain-query"])
        #expect(text.hasPrefix("SELECT") || text.hasPrefix("WITH"))
        #expect(text.contains(">= \(CivilDate(iso: "2031-05-17")?.dayNumber ?? 0)"))
        #expect(!text.contains("?\n"))
        let comments = text.split(separator: "\n").filter { $0.hasPrefix("-- ") }
        #expect(comments.contains { $0.contains("SEARCH ") })
        let rows = try DatabaseQueue(path: folder.path("dateline.sqlite")).read { try Row.fetchAll($0, sql: text) }
        let count = try output(["count", "--country", "UA", "--from", "2031-05-17"]).split(whereSeparator: \.isNewline)
        #expect(count.last == "\(rows.count)")
    }

    @Test func `the statement is that of the order and the limit asked for`() throws {
        let text = try output(["query", "--sort", "-killed_low", "--limit", "2", "--explain-query"])
        #expect(text.contains("killed_low"))
        #expect(text.contains("LIMIT 2;\n"))
    }

    @Test func `a filter that names nothing is a usage error here too`() throws {
        #expect(try BuiltProgram.run(["query", "--region", "Atlantis", "--explain-query"], in: folder).code == 64)
    }

    @Test func `a store answers again after a plan`() throws {
        let store = try EventStore.open(path: folder.path("dateline.sqlite"), mode: .readOnly)
        let plan = try store.plan { _ = try store.sources(matching: EventFilter()) }
        #expect(plan?.steps.isEmpty == false)
        #expect(try store.sources(matching: EventFilter()).count == 7)
        #expect(try store.plan {} == nil)
    }
}
