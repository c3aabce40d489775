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

            {"body": "  "}
            {"body": 7}
            {"body": "Text.", "published": "2024-02-30"}
            {"body": "One\\u0000two."}
            \(good)
            """
        )
        #expect(outcome.code == 2)
        #expect(articles(outcome) == ["Sumy.txt", "Sumy.txt"])
        #expect(
            outcome.errors == """
                error: -:2: not JSON
                error: -:3: not one JSON object
                error: -:4: "body" is missing
                error: -:6: empty: "body" holds no text
                error: -:7: "body" is no text
                error: -:8: "published": no date as 2024-08-11
                error: -:9: "body" holds a NUL byte, as no text does

                """
        )
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
