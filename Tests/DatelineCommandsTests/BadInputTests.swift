import Foundation
import GRDB
import TestSupport
import Testing

@Suite struct BadInputTests {
    private let folder = try? TemporaryFolder()

    private func run(_ arguments: String...) throws -> BuiltProgram.Outcome {
        try BuiltProgram.run(arguments, in: try #require(folder))
    }

    @Test(arguments: [
        ("empty.txt", [], "empty.txt: empty: the file holds no text"),
        ("binary.txt", [0x4D, 0x5A, 0x00, 0x03], "binary.txt:1: not a text: byte 0 at offset 2"),
        ("list.txt", Array("---\n- a\n---\nText.".utf8), "list.txt:2: front matter: not keys and values"),
        ("yaml.txt", Array("---\ntitle: [a\n---\nText.".utf8), "yaml.txt:3: front matter: no YAML: did not find"),
        (
            "day.md", Array("---\ntitle: a\npublished: 2024-02-30\n---\nText.".utf8),
            "day.md:3: front matter: published: the calendar has no day \"2024-02-30\"; write it as 2024-08-11"
        ),
        (
            "kind.md", Array("---\ntitle:\n  - a\n---\nText.".utf8),
            "front matter: title must be one text, not a list"
        ),
        ("two\nlines.txt", [], "two\\nlines.txt: empty: the file holds no text"),
        ("page.pdf", Array("%PDF-".utf8), "page.pdf: no reader for .pdf files, only for .atom, .csv, "),
    ])
    func `a file that holds no article is named with its line and the reason`(
        name: String,
        bytes: [UInt8],
        message: String
    ) throws {
        let folder = try #require(folder)
        try folder.write(name, bytes)
        let outcome = try run("ingest", name, "--db", "news.sqlite")
        #expect(outcome.code == 2)
        #expect(outcome.errors.hasPrefix("error: "))
        #expect(outcome.errors.contains(message))
        #expect(outcome.errors.split(separator: "\n").count == 1)
        #expect(outcome.output.contains(message))
    }

    @Test func `a long article is stored whole`() throws {
        let folder = try #require(folder)
        let line = "The council of the town met again and spoke about the budget of the next year.\n"
        let text = String(repeating: line, count: 256 * 1024 / line.utf8.count)
        try folder.write("large.txt", text: text)
        let outcome = try run("ingest", "large.txt", "--db", "news.sqlite")
        #expect(outcome.code == 0)
        #expect(outcome.output.hasPrefix("Read 1 article: 1 new.\n"))
        let size = try DatabaseQueue(path: folder.path("news.sqlite")).read { database in
            try Int.fetchOne(database, sql: "SELECT length(body) FROM article")
        }
        #expect(size == text.utf8.count - 1)
    }

    @Test func `a file of 50 MB is refused unread, with the limit`() throws {
        let folder = try #require(folder)
        let file = try FileHandle(forWritingTo: URL(filePath: folder.write("huge.txt", [])))
        try file.truncate(atOffset: 50 * 1024 * 1024)
        try file.close()
        let outcome = try run("ingest", "huge.txt", "--db", "news.sqlite")
        #expect(outcome.code == 2)
        #expect(
            outcome.errors.contains(
                "huge.txt: larger than an article may be: 52428800 bytes, the limit is 8388608 bytes (8 MB)"
            )
        )
    }

    @Test func `a loop of links in a folder ends`() throws {
        let folder = try #require(folder)
        try folder.write("news/a.txt", text: "Text.\n")
        try folder.link("news/again", to: ".")
        try folder.link("news/round.txt", to: "round.txt")
        let outcome = try run("ingest", "news", "--db", "news.sqlite")
        #expect(outcome.code == 2)
        #expect(outcome.output.hasPrefix("Read 1 article: 1 new.\nPassed over 1 other file.\n"))
        #expect(outcome.errors == "error: news/round.txt: too many levels of symbolic links\n")
    }

    @Test(.enabled(if: geteuid() != 0, "needs a user whom permissions bind"))
    func `a file and a folder that may not be read are named`() throws {
        let folder = try #require(folder)
        try folder.write("news/a.txt", text: "Text.\n")
        try folder.write("news/shut/b.txt", text: "Text.\n")
        let manager = FileManager.default
        try manager.setAttributes([.posixPermissions: 0], ofItemAtPath: folder.path("news/a.txt"))
        try manager.setAttributes([.posixPermissions: 0], ofItemAtPath: folder.path("news/shut"))
        let outcome = try run("ingest", "news", "--db", "news.sqlite")
        try manager.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder.path("news/shut"))
        #expect(outcome.code == 2)
        #expect(outcome.errors.contains("error: news/a.txt: permission denied\n"))
        #expect(outcome.errors.contains("error: news/shut: the folder cannot be listed"))
    }

    @Test(arguments: [
        ["ingest"], ["ingest", "a.txt", "--published", "2024-02-30"], ["ingest", ""], ["explain"], ["nonsense"],
        ["evaluate", "gold.jsonl"],
    ])
    func `a command line that makes no sense is a matter of usage`(arguments: [String]) throws {
        let outcome = try BuiltProgram.run(arguments, in: try #require(folder))
        #expect(outcome.code == 64)
        #expect(outcome.errors.contains("Usage: dateline"))
    }

    @Test func `a day on the command line that does not exist is named`() throws {
        let outcome = try run("ingest", "a.txt", "--published", "2024-02-30")
        #expect(outcome.errors.contains("The value '2024-02-30' is invalid for '--published <date>'"))
    }

    @Test(arguments: [
        (["--type", "interceptoin"], "there is no type “interceptoin”; did you mean interception"),
        (["--weapon", "misile"], "there is no weapon “misile”; did you mean missile"),
        (["--status", "claimd"], "claimd"), (["--from", "2024-02-30"], "2024-02-30"),
        (["--format", "cvs"], "The value 'cvs' is invalid for '--format <format>'"), (["--limit", "-1"], "--limit"),
        (["--region", "Atlantis"], "Atlantis"),
    ])
    func `an unknown value of a filter is named, with a near one where there is one`(
        filter: [String],
        message: String
    ) throws {
        let folder = try #require(folder)
        try folder.write("a.txt", text: "Text.\n")
        _ = try run("ingest", "a.txt", "--db", "news.sqlite")
        for command in ["query", "count", "export"] {
            let outcome = try BuiltProgram.run([command, "--db", "news.sqlite"] + filter, in: folder)
            #expect(outcome.code == 64)
            #expect(outcome.errors.contains(message))
            #expect(outcome.output.isEmpty)
        }
    }
}
