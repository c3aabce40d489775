import EventFixtures
import EventStore
import TestSupport
import Testing

/// What `query` and `export` write of each event.
@Suite struct ListingTests {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        let store = try EventStore.open(path: folder.path("dateline.sqlite"), mode: .readWrite)
        try store.store(BorderRaid.article, events: BorderRaid.events, rejections: [], extractor: "1.0.0")
    }

    private func output(_ arguments: String...) throws -> String {
        try output(arguments)
    }

    private func output(_ arguments: [String]) throws -> String {
        let outcome = try BuiltProgram.run(arguments, in: folder)
        #expect(outcome.code == 0, "\(outcome.errors)")
        return outcome.output
    }

    private func usageError(_ arguments: String...) throws -> String {
        let outcome = try BuiltProgram.run(arguments, in: folder)
        #expect(outcome.code == 64, "\(arguments)")
        #expect(outcome.output.isEmpty)
        return outcome.errors
    }

    @Test(arguments: ["query", "export"])
    func `columns are chosen and ordered by name`(command: String) throws {
        #expect(
            try output(command, "--type", "attack.debris", "--columns", "place, id,injured_low")
                == "place,id,injured_low\r\nBelgorod,4,17\r\nOkhtyrka Raion,7,5\r\n"
        )
    }

    @Test func `a query has a long form as an export has`() throws {
        #expect(try output("query", "--long", "--sort", "id") == output("export", "--long"))
    }

    @Test func `a query gives events by day and an export by id`() throws {
        func first(_ arguments: String...) throws -> [(id: Int, day: String)] {
            let text = try output(arguments + ["--columns", "id,date_start,date_end"])
            return try text.split(whereSeparator: \.isNewline).dropFirst().map { row in
                let cells = row.split(separator: ",", omittingEmptySubsequences: false)
                return (try #require(Int(cells[0])), String(cells[1].isEmpty ? cells[2] : cells[1]))
            }
        }
        let (asked, exported) = (try first("query"), try first("export"))
        #expect(exported.map(\.id) == exported.map(\.id).sorted())
        #expect(asked.map(\.day) == asked.map(\.day).sorted())
        #expect(asked.map(\.id) != exported.map(\.id))
        #expect(asked.map(\.id).sorted() == exported.map(\.id))
        #expect(try first("export", "--sort", "day").map(\.id) == asked.map(\.id))
    }

    @Test func `a column that there is not is a usage error`() throws {
        #expect(
            try usageError("query", "--columns", "id,plce").hasPrefix(
                "Error: there is no column “plce”; did you mean place?; “dateline help query” lists the columns\n"
            )
        )
        #expect(try usageError("export", "--columns", "id,id").contains("each once"))
        #expect(try usageError("export", "--columns", "count_text").contains("no column “count_text”"))
        #expect(try output("help", "query").contains("killed_low"))
    }

    @Test func `a map is written by its file's name`() throws {
        _ = try output("export", "--output", "events.geojson")
        let text = String(decoding: try folder.bytes("events.geojson"), as: UTF8.self)
        #expect(text.hasPrefix("{\"type\": \"FeatureCollection\", \"features\": [\n {\"type\": \"Feature\", \"id\": "))
        #expect(text.hasSuffix("}\n]}\n"))
        #expect(try output("places", "--format", "geojson").contains("\"coordinates\": [36.0, 51.75]"))
    }

    @Test(arguments: ["count", "sources", "stats"])
    func `what has no coordinates is no map`(command: String) throws {
        #expect(try usageError(command, "--output", "map.geojson").contains("have no coordinates"))
        #expect(throws: (any Error).self) { try folder.bytes("map.geojson") }
    }

    @Test func `events are sorted before the limit cuts them`() throws {
        #expect(
            try output("query", "--sort", "-injured_low,place", "--columns", "id,injured_low", "--limit", "2")
                == "id,injured_low\r\n4,17\r\n7,5\r\n"
        )
        #expect(
            try usageError("query", "--sort", "plce").contains(
                "there is no column “plce”; did you mean place?; --sort takes the columns of the CSV"
            )
        )
    }
}
