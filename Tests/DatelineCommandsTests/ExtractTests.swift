import Foundation
import TestSupport
import Testing

@Suite struct ExtractTests {
    private let folder = try? TemporaryFolder()

    private func extract(_ input: String, _ arguments: String...) throws -> BuiltProgram.Outcome {
        try BuiltProgram.run(["extract"] + arguments, in: try #require(folder), input: Array(input.utf8))
    }

    /// Articles as lines, each with one event.
    private static func lines(_ towns: [String]) -> String {
        towns.map {
            #"{"path": "\#($0).txt", "published": "2031-05-18", "body": "Shelling of \#($0) killed two people."}"#
                + "\n"
        }.joined()
    }

    /// The articles of the events, in their order.
    private func articles(_ outcome: BuiltProgram.Outcome) -> [String] {
        outcome.output.split(separator: "\n").map { $0.components(separatedBy: "\"")[5] }
    }

    @Test func `events come as lines of the form that export writes, without a number`() throws {
        let folder = try #require(folder)
        let text = "---\npublished: 2031-05-18\n---\nShelling of Sumy killed two people.\n"
        try folder.write("Sumy.txt", text: text)
        _ = try BuiltProgram.run(["ingest", "Sumy.txt", "--db", "news.sqlite"], in: folder)
        let exported = try BuiltProgram.run(["export", "--db", "news.sqlite", "--format", "jsonl"], in: folder)
        let outcome = try extract(ExtractTests.lines(["Sumy"]))
        #expect(outcome.code == 0)
        #expect(outcome.output.hasPrefix(#"{"id": null, "article": "Sumy.txt", "#))
        #expect(outcome.output.replacing(#""id": null"#, with: #""id": 1"#) == exported.output)
    }

    @Test(arguments: [[], ["--jobs", "1"], ["--jobs", "3"]])
    func `the order of the input is kept`(jobs: [String]) throws {
        let towns = (0..<40).map { ["Sumy", "Kharkiv", "Kherson", "Izium"][$0 % 4] }
        let outcome = try BuiltProgram.run(
            ["extract"] + jobs,
            in: try #require(folder),
            input: Array(ExtractTests.lines(towns).utf8)
        )
        #expect(articles(outcome) == towns.map { "\($0).txt" })
    }

    @Test func `a bad line is named with its number, and the rest goes on`() throws {
        let good = ExtractTests.lines(["Sumy"])
        let outcome = try extract(
            """
            \(good)not json
            [1]
            {"title": "No body"}

            {"body": "<p> </p>"}
            {"body": "Text.", "published": "2024-02-30"}
            \(good)
            """
        )
        #expect(outcome.code == 2)
        #expect(articles(outcome) == ["Sumy.txt", "Sumy.txt"])
        #expect(
            outcome.errors == """
                error: -:2: no JSON: no value of JSON begins so, at byte 1 of the record
                error: -:3: no object of JSON, so there are no fields in it
                error: -:4: no text among its fields title; a map says which it is: --map
                error: -:6: empty: the record holds no text
                note: -:7: the date "2024-02-30" is in no form that is read; the article is kept without it

                """
        )
    }

    @Test func `fields are known by their common names and by those of a map`() throws {
        let line =
            #"{"articleBody": "Shelling of Sumy killed two people.", "pubDate": "Sun, 18 May 2031 06:30:00 GMT"}"#
        #expect(
            try extract(line).output.contains(
                #""article": "-:1", "url": null, "publisher": null, "published": "2031-05-18""#
            )
        )
        try folder?.write(
            "map.yaml",
            text: "fields: {text: story, published: meta.printed, path: file}\ndates: [dmy]\n"
        )
        let mapped = #"{"file": "a.txt", "story": "Shelling of Sumy killed two.", "meta": {"printed": "18/05/2031"}}"#
        let outcome = try extract(mapped, "--map", "map.yaml")
        #expect(
            outcome.output.contains(#""article": "a.txt", "url": null, "publisher": null, "published": "2031-05-18""#)
        )
        #expect(try extract(mapped, "--map", "none.yaml").code == 1)
    }

    @Test func `a line above the limit is named, and what comes compressed is expanded`() throws {
        let long = #"{"body": ""# + String(repeating: "x", count: 8 << 20) + "\"}\n"
        try folder?.write("long.jsonl", text: long + ExtractTests.lines(["Sumy"]))
        let outcome = try BuiltProgram.shell("gzip -c long.jsonl | dateline extract", in: try #require(folder))
        #expect(outcome.code == 2)
        #expect(articles(outcome) == ["Sumy.txt"])
        #expect(
            outcome.errors == "error: -:1: larger than an article may be: the limit is 8388608 bytes (8 MB)\n"
        )
        let cut = try BuiltProgram.shell(
            "gzip -c long.jsonl | head -c 2000 | dateline extract",
            in: try #require(folder)
        )
        #expect(cut.code == 2)
        #expect(cut.errors.contains("error: -: the compressed file is cut off after "), "\(cut.errors)")
    }

    @Test func `nothing in gives nothing out`() throws {
        let outcome = try extract("\n\n")
        #expect(outcome.code == 0)
        #expect(outcome.output.isEmpty && outcome.errors.isEmpty)
    }

    @Test func `an answer comes before the next question`() throws {
        let process = Process()
        let (input, output) = (Pipe(), Pipe())
        process.executableURL = BuiltProgram.url
        process.arguments = ["extract"]
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        for town in ["Sumy", "Kharkiv"] {
            try input.fileHandleForWriting.write(contentsOf: Data(ExtractTests.lines([town]).utf8))
            let answer = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
            #expect(answer.contains("\(town).txt"))
        }
        try input.fileHandleForWriting.close()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }
}
