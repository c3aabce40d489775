import DatelineCore
import Extraction
import Foundation
import TestSupport
import Testing

/// Holds the documentation of the rules to their table, and the commands to the levels.
@Suite struct ConfidenceTests {
    private let folder = try? TemporaryFolder()

    private func run(_ arguments: String...) throws -> BuiltProgram.Outcome {
        try BuiltProgram.run(arguments, in: try #require(folder))
    }

    @Test func `every rule is documented, and every rule of the documentation has a level`() throws {
        let path = "Sources/DatelineCore/DatelineCore.docc/HowExtractionWorks.md"
        let text = try String(contentsOf: BuiltProgram.packageRoot.appending(path: path), encoding: .utf8)
        // The first cells of the tables: | `a`, `b` | meaning |
        let cells = text.split(separator: "\n").filter { $0.hasPrefix("| `") }.compactMap {
            $0.split(separator: "|").first
        }
        let named = Set(
            cells.flatMap {
                $0.split(separator: "`").enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) }
            }
        )
        let rules = Set(ConfidenceRules.embedded.rules.map(\.name))
        #expect(rules.subtracting(named).sorted() == [], "without a line in \(path)")
        #expect(named.subtracting(rules).sorted() == [], "without a row in rules.tsv")
    }

    @Test func `events are chosen by how sure they are`() throws {
        let folder = try #require(folder)
        let article = "---\npublished: 2024-11-17\n---\n"
        try folder.write(
            "sure.txt",
            text: article + "A drone attack killed three people in Kharkiv on Saturday, the Ukrainian police said.\n"
        )
        try folder.write(
            "unsure.txt",
            text: article + "Shelling killed three people near Kharkiv on Saturday, residents said.\n"
        )
        _ = try run("ingest", "sure.txt", "unsure.txt", "--db", "news.sqlite")
        func articles(_ options: String...) throws -> [String] {
            let query = ["query", "--db", "news.sqlite", "--format", "jsonl"]
            let outcome = try BuiltProgram.run(query + options.flatMap { ["--min-confidence", $0] }, in: folder)
            #expect(outcome.code == 0, "\(outcome.errors)")
            return outcome.output.split(separator: "\n").map {
                $0.contains(#""article": "sure.txt""#) ? "sure" : "unsure"
            }
        }
        #expect(try articles() == ["sure", "unsure"])
        #expect(try articles("high") == ["sure"])
        #expect(try articles("low") == ["sure", "unsure"])
        #expect(try articles("type:high", "date:high") == ["sure", "unsure"])
        #expect(try articles("place:high") == ["sure"])
        let bad = try run("query", "--db", "news.sqlite", "--min-confidence", "sure")
        #expect(bad.code == 64 && bad.errors.contains("low, medium, high"))
        let none = try run("query", "--db", "news.sqlite", "--min-confidence", "actor:high")
        #expect(none.code == 64 && none.errors.contains("type, date, place, source, weapon, count"))
    }

    @Test func `levels stand in every output`() throws {
        let folder = try #require(folder)
        try folder.write(
            "a.txt",
            text:
                "---\npublished: 2024-11-17\n---\nShelling killed three people near Kharkiv on Saturday, residents said.\n"
        )
        _ = try run("ingest", "a.txt", "--db", "news.sqlite")
        let explained = try run("explain", "1", "--db", "news.sqlite").output
        #expect(
            explained.contains(
                "\n  place   Kharkiv, Kharkiv Raion, Kharkiv Oblast, UA (near, geonameid 706483)  medium\n"
            )
        )
        #expect(explained.contains("\n          but near-place\n"))
        #expect(
            try run("show", "1", "--db", "news.sqlite").output.contains(
                "  confidence  type high, date high, place medium"
            )
        )
        let json = try run("export", "--db", "news.sqlite", "--format", "jsonl").output
        #expect(
            json.contains(#""confidence": {"type": "high", "date": "high", "place": "medium", "source": "medium", "#)
        )
        for flags in [[], ["--long"]] {
            let csv = try BuiltProgram.run(["export", "--db", "news.sqlite"] + flags, in: folder).output
            let lines = csv.split(whereSeparator: \.isNewline)
            #expect(
                lines.first?.hasSuffix(
                    ",type_confidence,date_confidence,place_confidence,source_confidence,weapon_confidence,count_confidence,original_id"
                ) == true
            )
            #expect(lines.last?.contains(",high,high,medium,medium,") == true)
        }
    }

    @Test func `an evaluation shows how often each level and each rule is right`() throws {
        let folder = try #require(folder)
        try folder.write(
            "a.txt",
            text: "---\npublished: 2024-11-17\n---\nShelling killed three people in Kharkiv on Saturday.\n"
        )
        try folder.write(
            "gold.jsonl",
            text: """
                {"article": "a", "events": [{"type": "attack.shelling", "date": ["2024-11-16", "2024-11-16"], \
                "place": {"name": "Kharkiv", "admin1": "Kharkiv Oblast", "country": "UA", "level": "place"}, \
                "sources": ["police"], "counts": [{"kind": "killed", "unit": "person", "low": 3, "high": 3}]}]}\n
                """
        )
        let table = try run("evaluate", "gold.jsonl", "a.txt").output
        #expect(table.contains("\nright          high           medium         low\n"))
        #expect(table.contains("\ndate           1.000 of 1     -              -\n"))
        #expect(table.contains("\nsource         -              0.000 of 1     -\n"))
        let rules = try run("evaluate", "gold.jsonl", "a.txt", "--rules").output
        #expect(rules.hasPrefix("field\trule\tkind\tlevel\tright\tjudged\tshare\n"))
        #expect(rules.contains("date\tweekday\trule\thigh\t1\t1\t1.000\n"))
        #expect(rules.contains("count\tunattributed\tdoubt\tmedium\t1\t1\t1.000\n"))
    }
}
