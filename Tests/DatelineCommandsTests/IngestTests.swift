import Foundation
import TestSupport
import Testing

@Suite struct IngestTests {
    private let folder = try? TemporaryFolder()

    private func ingest(_ arguments: String..., input: String = "") throws -> BuiltProgram.Outcome {
        try BuiltProgram.run(
            ["ingest"] + arguments + ["--db", "news.sqlite"],
            in: try #require(folder),
            input: Array(input.utf8)
        )
    }

    /// The rows of `stats` for articles.
    private func stored() throws -> [String] {
        let stats = try BuiltProgram.run(
            ["stats", "--db", "news.sqlite", "--format", "csv"],
            in: try #require(folder)
        )
        return stats.output.split(whereSeparator: \.isNewline).map(String.init).filter {
            $0.hasPrefix("articles,") || $0.hasPrefix("former")
        }
    }

    @Test func `the same article twice changes nothing`() throws {
        let folder = try #require(folder)
        try folder.write("night.txt", text: "---\ntitle: Night\npublished: 2024-08-11\n---\nA quiet night.\n")
        #expect(try ingest("night.txt").output.hasPrefix("Read 1 article: 1 new.\n"))
        let once = try stored()
        let again = try ingest("night.txt")
        #expect(again.output == "Read 1 article: 1 unchanged.\n")
        #expect(again.code == 0)
        #expect(try stored() == once)
        #expect(once == ["articles,,1", "former versions,,0"])
    }

    @Test func `places of one's own are known, and a change of them reads the article again`() throws {
        let folder = try #require(folder)
        try folder.write(
            "raid.txt",
            text: "---\npublished: 2024-08-11\n---\nShelling killed two people in Zelentopol on Sunday.\n"
        )
        let columns = "name\tkind\tcountry\tadmin1\tlatitude\tlongitude\talternates\n"
        try folder.write("mine.tsv", text: columns + "Zelentopol\tplace\tUA\tKharkiv Oblast\t49.5\t36.5\t\n")
        #expect(try ingest("raid.txt").output.hasPrefix("Read 1 article: 1 new.\n"))
        let again = try ingest("raid.txt", "--places", "mine.tsv")
        #expect(again.code == 0, "\(again.errors)")
        #expect(!again.output.contains("unchanged"))
        let row = try BuiltProgram.run(["query", "--db", "news.sqlite", "--format", "csv"], in: folder).output
        #expect(row.contains(",Zelentopol,,Kharkiv Oblast,UA,49.5,36.5,place,"))
        #expect(row.contains(",0.1.0+places."))
        let missing = try ingest("raid.txt", "--places", "none.tsv")
        #expect(missing.code == 64)
        #expect(missing.errors.contains("cannot read none.tsv"))
    }

    @Test func `a word is found through marks that no reader sees, and its quote is the stored text's`() throws {
        let folder = try #require(folder)
        let body = "Shel\u{AD}ling kil\u{200B}led two people in \u{202A}Kharkiv\u{202C} on Sunday."
        try folder.write("raid.txt", text: "---\npublished: 2024-08-11\n---\n\(body)\n")
        #expect(try ingest("raid.txt").output.contains("Stored 1 event"))
        let rows = try BuiltProgram.run(
            ["query", "--db", "news.sqlite", "--columns", "place,killed_low,quote", "--format", "csv"],
            in: folder
        )
        #expect(rows.output.hasSuffix("\r\nKharkiv,2,Shelling killed two people in Kharkiv on Sunday.\r\n"))
    }

    @Test func `a dump gives its articles under their lines, and twice changes nothing`() throws {
        let folder = try #require(folder)
        let first = #"{"text": "Shelling killed two people in Kharkiv.", "date": "2024-08-11"}"#
        let second = #"{"text": "Shelling killed three people in Sumy.", "date": "2024-08-12"}"#
        try folder.write("dump.jsonl", text: "\(first)\nnothing\n\(second)\n")
        let once = try ingest("dump.jsonl")
        #expect(once.output.hasPrefix("Read 2 articles: 2 new.\n"))
        #expect(once.errors.contains("error: dump.jsonl:2: no JSON: "))
        #expect(once.code == 2)
        let rows = try BuiltProgram.run(
            ["query", "--db", "news.sqlite", "--columns", "article", "--format", "csv"],
            in: folder
        )
        #expect(rows.output == "article\r\ndump.jsonl:1\r\ndump.jsonl:3\r\n")
        #expect(try ingest("dump.jsonl").output.hasPrefix("Read 2 articles: 2 unchanged.\n"))
        // Another article at the same line is no later version of the one before.
        try folder.write("dump.jsonl", text: "\(second)\n\(first.replacing("two", with: "nine"))\n")
        #expect(try ingest("dump.jsonl").output.hasPrefix("Read 2 articles: 1 new, 1 unchanged.\n"))
        #expect(try stored() == ["articles,,3", "former versions,,0"])
    }

    @Test func `fields are named by a map, and a fault in it is told`() throws {
        let folder = try #require(folder)
        try folder.write("news.csv", text: "story,day\nShelling killed two people in Kharkiv.,11/08/2024\n")
        try folder.write("map.yaml", text: "fields:\n  published: day\ndates: [dmy]\n")
        try folder.write("bad.yaml", text: "fields:\n  txet: story\n")
        let read = try ingest("news.csv", "--map", "map.yaml")
        #expect(read.output.hasPrefix("Read 1 article: 1 new.\nStored 1 event"), "\(read.errors)")
        let bad = try ingest("news.csv", "--map", "bad.yaml")
        #expect(bad.code == 1)
        #expect(bad.errors.contains("bad.yaml:2: there is no field \"txet\"; did you mean \"text\"?"))
        let unknown = try ingest("news.csv", "--form", "pdf")
        #expect(unknown.errors.contains("There is no form \"pdf\"; there are atom, csv, "))
    }

    @Test func `the same article twice in one run is stored once`() throws {
        let folder = try #require(folder)
        try folder.write("night.txt", text: "A quiet night.\n")
        let twice = try ingest("night.txt", "night.txt")
        #expect(twice.output.hasPrefix("Read 2 articles: 1 new, 1 unchanged.\n"))
    }

    @Test func `a changed text under the same address is a new version`() throws {
        let folder = try #require(folder)
        try folder.write("a.txt", text: "---\nurl: https://courier.example/1\n---\nTwo were hurt.\n")
        try folder.write("b.txt", text: "---\nurl: https://courier.example/1\n---\nThree were hurt.\n")
        _ = try ingest("a.txt")
        #expect(try ingest("b.txt").output.hasPrefix("Read 1 article: 1 changed.\n"))
        #expect(try stored() == ["articles,,1", "former versions,,1"])
    }

    @Test func `folders, files and standard input are read in the order given`() throws {
        let folder = try #require(folder)
        for name in ["news/b.md", "news/a.txt", "news/deep/c.txt", "news/photo.jpg"] {
            try folder.write(name, text: "The text of \(name).\n")
        }
        let outcome = try ingest("news", "-", input: "From elsewhere.\n")
        #expect(outcome.output.hasPrefix("Read 4 articles: 4 new.\nPassed over 1 other file.\n"))
        #expect(outcome.code == 0)
    }

    @Test func `defaults of the command line fill what a file leaves out`() throws {
        let outcome = try ingest("-", "--published", "2024-08-11", "--publisher", "Courier", input: "A quiet night.")
        #expect(outcome.code == 0)
        let again = try ingest(
            "-",
            input: "---\npublished: 2024-08-11\npublisher: Courier\n---\nA quiet night."
        )
        #expect(again.output == "Read 1 article: 1 unchanged.\n")
    }

    @Test func `what can be read is stored beside what cannot`() throws {
        let folder = try #require(folder)
        try folder.write("1.txt", text: "First.\n")
        try folder.write("2.txt", Array("The governor".utf8) + [0, 1, 0, 0])
        try folder.write("3.txt", text: "Third.\n")
        let outcome = try ingest("1.txt", "2.txt", "3.txt", "4.txt")
        let fault = "2.txt:1: not a text: byte 0 at offset 12"
        #expect(outcome.code == 2)
        #expect(outcome.errors.contains("error: \(fault)"))
        #expect(outcome.errors.contains("error: 4.txt: no such file or directory\n"))
        #expect(outcome.output.hasPrefix("Read 2 articles: 2 new.\n"))
        #expect(outcome.output.contains("Could not read 2:\n  \(fault)"))
        #expect(try stored() == ["articles,,2", "former versions,,0"])
    }
}
