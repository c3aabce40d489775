import Foundation
import TestSupport
import Testing

/// Many articles at once, interrupted, in parts, and read on other machines.
@Suite struct BulkTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        let towns = ["Sumy", "Kharkiv", "Kherson", "Kursk", "Sebba"]
        for number in 0..<20 {
            // Every fifth stands twice under one address, the text changed.
            let address = "https://courier.example/\(number % 5 == 4 ? number - 1 : number)"
            let report =
                number % 4 == 0
                ? "A quiet night."
                : "A drone strike on \(towns[number % 5]) killed \(number + 2) people, the mayor said."
            try folder.write(
                "news/\(10 + number).txt",
                text: """
                    ---
                    title: "Report “\(number)”\\ton the night"
                    published: 2031-05-18
                    publisher: Wire \(number % 3)
                    url: \(address)
                    ---
                    \(report)

                    The army vows to strike again, it said.

                    """
            )
        }
    }

    private func run(_ arguments: String...) throws -> BuiltProgram.Outcome {
        try BuiltProgram.run(arguments, in: folder)
    }

    private func ingest(_ arguments: String...) throws -> BuiltProgram.Outcome {
        try BuiltProgram.run(["ingest"] + arguments, in: folder)
    }

    // MARK: The same rows in every way

    @Test func `rows do not depend on how many articles are worked on at once`() throws {
        for jobs in ["1", "2", "9"] {
            #expect(try ingest("news", "--jobs", jobs, "--db", "\(jobs).sqlite").code == 0)
        }
        let one = try rows(of: "1.sqlite", in: folder)
        #expect(one["article"]?.count == 20)
        #expect(try rows(of: "2.sqlite", in: folder) == one)
        #expect(try rows(of: "9.sqlite", in: folder) == one)
    }

    @Test func `what was extracted elsewhere is stored as if it had been read here`() throws {
        #expect(try ingest("news", "--db", "whole.sqlite").code == 0)
        try folder.write("articles.jsonl", text: try run("read", "news", "--format", "jsonl").output)
        let lines = "split -n l/3 articles.jsonl part- && for part in part-a?; do"
        let extract = "\(lines) dateline extract --with-articles < $part > read-$part || exit 1; done"
        #expect(try BuiltProgram.shell(extract, in: folder).code == 0)
        let outcome = try ingest("--events", "read-part-aa", "read-part-ab", "read-part-ac", "--db", "apart.sqlite")
        #expect(outcome.output.hasPrefix("Read 20 articles: 16 new, 4 changed.\n"), "\(outcome.errors)")
        #expect(outcome.code == 0)
        #expect(try rows(of: "apart.sqlite", in: folder) == rows(of: "whole.sqlite", in: folder))
        let again = try BuiltProgram.shell(
            "cat read-part-a? | dateline ingest --events - --db apart.sqlite",
            in: folder
        )
        #expect(again.output == "Read 20 articles: 20 unchanged.\n")
    }

    @Test(arguments: ["", "--map map.yaml"])
    func `lines of any fields are read elsewhere as they are here`(map: String) throws {
        try folder.write(
            "map.yaml",
            text: "fields: {text: [story, body, articleBody], title: kicker, published: printed}\ndates: [dmy]\n"
        )
        let lines = [
            #"{"story": "Shelling of Sumy killed two.", "text": "A drone hit Kursk.", "printed": "18/05/2031"}"#,
            #"{"id": "b7", "story": "<p>A strike on Sebba killed 4.</p>", "content": "A blast in Sumy.", "kicker": "A\tB", "updated": "2031-05-19"}"#,
            #"{"path": "c\u0000.txt", "articleBody": "A drone strike on Kursk\u0000 killed 5.", "date": "2031-05-18"}"#,
            #"{"url": "https://courier.example/4", "body": "Shelling of Izium killed 3.", "story": [1, "A fire."]}"#,
            #"{"url": "https://courier.example/4", "body": "Shelling of Izium killed 4.", "headline": "Izium &amp; us"}"#,
            "{",
        ]
        try folder.write("dump.jsonl", text: lines.joined(separator: "\n"))
        let here = "dateline ingest - --form jsonl \(map) --db here.sqlite < dump.jsonl"
        let whole = try BuiltProgram.shell(here, in: folder)
        #expect(whole.output.hasPrefix("Read 5 articles: 4 new, 1 changed."), "\(whole.errors)")
        let apart =
            "dateline extract \(map) --with-articles < dump.jsonl | dateline ingest --events - --db apart.sqlite"
        #expect(try BuiltProgram.shell(apart, in: folder).code == 0)
        let stored = try rows(of: "apart.sqlite", in: folder)
        #expect(try stored == rows(of: "here.sqlite", in: folder))
        #expect(stored["event"]?.isEmpty == false)
    }

    @Test func `a line that cannot be stored is named, and the rest goes on`() throws {
        let good =
            #"{"article": {"path": "a.txt", "body": "A."}, "extractor": "0.1.0", "events": [], "rejections": []}"#
        let rejection = #"{"reason": "", "sentence": 1, "range": [0, 1], "text": "A"}"#
        let lines = [
            good, #"{"type": "attack"}"#, "nonsense", good.replacing("0.1.0", with: "0.0.9"),
            good.replacing("a.txt", with: "b.txt").replacing("A.", with: "B.").replacing(
                "s\": []}",
                with: "s\": [\(rejection)]}"
            ),
            good.replacing("a.txt", with: "c.txt").replacing("A.", with: "C."),
            good.replacing("A.", with: "A.\\u0000"), good.replacing("a.txt", with: "a\\u0000.txt"),
            // A backslash and letters.
            good.replacing("A.", with: "A.\\\\u0000").replacing("a.txt", with: "d.txt"),
        ]
        try folder.write("read.jsonl", text: lines.joined(separator: "\n"))
        let outcome = try ingest("--events", "read.jsonl", "none.jsonl", "--db", "news.sqlite")
        #expect(outcome.code == 2)
        #expect(outcome.output.hasPrefix("Read 3 articles: 3 new.\n"))
        let errors = outcome.errors.split(separator: "\n")
        #expect(errors.count == 7)
        let hint = "lines to store are written by dateline extract --with-articles"
        #expect(errors.contains(#"error: read.jsonl:2: "article" is missing; \#(hint)"#[...]))
        #expect(errors.contains("error: read.jsonl:3: not JSON; \(hint)"[...]))
        #expect(
            errors.contains("error: read.jsonl:4: read by extractor 0.0.9, and this is 0.1.0: extract it again"[...])
        )
        #expect(outcome.errors.contains("error: read.jsonl:5: cannot store b.txt: CHECK constraint failed"))
        #expect(errors.contains("error: read.jsonl:7: a text in it holds a NUL, as none does"[...]))
        #expect(errors.contains("error: read.jsonl:8: a text in it holds a NUL, as none does"[...]))
        #expect(errors.contains("error: none.jsonl: no such file or directory"[...]))
    }

    // MARK: In parts

    @Test func `a dry run says what would be stored and stores nothing`() throws {
        let outcome = try ingest("news", "--dry-run", "--db", "news.sqlite")
        #expect(outcome.code == 0)
        #expect(outcome.output.hasPrefix("Read 20 articles: 20 to store.\nFound 15 events, rejected"))
        #expect(outcome.output.hasSuffix("Nothing was stored: --dry-run.\n"))
        #expect(!FileManager.default.fileExists(atPath: folder.path("news.sqlite")))
        _ = try ingest("news/10.txt", "--db", "news.sqlite")
        let again = try ingest("news", "--dry-run", "--db", "news.sqlite")
        #expect(again.output.hasPrefix("Read 20 articles: 19 to store, 1 unchanged.\n"))
    }

    @Test func `a limit stores so many articles that are not stored yet`() throws {
        #expect(try ingest("news", "--db", "whole.sqlite").code == 0)
        #expect(try ingest("news", "--limit", "7", "--db", "parts.sqlite").output.hasPrefix("Read 7 articles: "))
        let second = try ingest("news", "--limit", "7", "--db", "parts.sqlite").output
        #expect(second.hasPrefix("Read 14 articles: ") && second.contains("7 unchanged"))
        #expect(try ingest("news", "--db", "parts.sqlite").output.hasPrefix("Read 20 articles: "))
        #expect(try rows(of: "parts.sqlite", in: folder) == rows(of: "whole.sqlite", in: folder))
        #expect(try ingest("news", "--limit", "0", "--db", "parts.sqlite").output == "Read 0 articles.\n")
        #expect(try ingest("news", "--limit", "-1", "--db", "parts.sqlite").code == 64)
    }

    @Test(arguments: [SIGINT, SIGTERM])
    func `a run that is stopped stores what it has, and the next goes on`(signal: Int32) throws {
        #expect(try BuiltProgram.shell("mkfifo pipe.txt", in: folder).code == 0)
        let process = Process()
        let output = Pipe()
        process.executableURL = BuiltProgram.url
        process.arguments = ["ingest", "--jobs", "1", "news/11.txt", "pipe.txt", "news/12.txt", "--db", "news.sqlite"]
        process.currentDirectoryURL = URL(filePath: folder.path)
        process.standardOutput = output
        try process.run()
        // Opens when the program has come to the pipe, and waits there.
        let pipe = try #require(FileHandle(forWritingAtPath: folder.path("pipe.txt")))
        kill(process.processIdentifier, signal)
        Thread.sleep(forTimeInterval: 0.05)
        try pipe.write(contentsOf: Data("A quiet night.\n".utf8))
        try pipe.close()
        process.waitUntilExit()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        #expect(process.terminationStatus == 128 + signal)
        #expect(text.hasPrefix("Read 2 articles: 2 new.\n"))
        #expect(text.hasSuffix("Stopped before the end. The same command goes on from here.\n"))
        #expect(try ingest("news/11.txt", "news/12.txt", "--db", "news.sqlite").output.contains("1 new, 1 unchanged"))
    }
}
