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
        try folder.write("2.txt", Array("The governor".utf8) + [0x92, 0x73])
        try folder.write("3.txt", text: "Third.\n")
        let outcome = try ingest("1.txt", "2.txt", "3.txt", "4.txt")
        let fault = "2.txt:1: not UTF-8: byte 0x92 at offset 12; if it is a Windows text, convert it by"
        #expect(outcome.code == 2)
        #expect(outcome.errors.contains("error: \(fault)"))
        #expect(outcome.errors.contains("error: 4.txt: no such file or directory\n"))
        #expect(outcome.output.hasPrefix("Read 2 articles: 2 new.\n"))
        #expect(outcome.output.contains("Could not read 2:\n  \(fault)"))
        #expect(try stored() == ["articles,,2", "former versions,,0"])
    }
}
