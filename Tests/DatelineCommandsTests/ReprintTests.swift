import Foundation
import TestSupport
import Testing

/// A wire story and what another outlet made of it, as people ask for them.
@Suite struct ReprintTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        let wire = BuiltProgram.packageRoot.appending(path: "SampleData/Articles/0002-mykolaiv-night-wire.txt")
        let text = try String(contentsOf: wire, encoding: .utf8)
        // The first four paragraphs, with another toll in the second, a day later.
        let reprint = text.split(separator: "\n\n").prefix(4).joined(separator: "\n\n")
            .replacing("publisher: Southern Wire", with: "publisher: Harbour Post")
            .replacing("published: 2025-04-09", with: "published: 2025-04-10")
            .replacing("southern-wire/mykolaiv-drones", with: "harbour-post/drones")
            .replacing("Around 40 residents", with: "Around 60 residents")
        try folder.write("wire.txt", text: text)
        try folder.write("post.txt", text: reprint)
        let outcome = try run("ingest", "post.txt", "wire.txt")
        #expect(outcome.code == 0, "\(outcome.errors)")
    }

    private func run(_ arguments: String...) throws -> BuiltProgram.Outcome {
        try BuiltProgram.run(arguments, in: folder)
    }

    private func rows(_ arguments: String...) throws -> [Substring] {
        try BuiltProgram.run(arguments, in: folder).output.split(whereSeparator: \.isNewline).dropFirst().map { $0 }
    }

    @Test func `what a reprint repeats is told once, and what it changes is told`() throws {
        let told = try rows("query", "--columns", "publisher,quote", "--format", "csv")
        #expect(told.count { $0.contains("Around 60 residents") } == 1)
        #expect(told.count { $0.contains("Around 40 residents") } == 1)
        #expect(told.count { $0.contains("30 Shahed drones") } == 2)
        #expect(told.count { $0.hasPrefix("Harbour Post") } == 1)
        let all = try rows("query", "--include-reprints", "--format", "csv")
        #expect(all.count > told.count)
        #expect(try rows("export", "--include-reprints", "--format", "csv").count == all.count)
        #expect(try run("count").output.contains("\(told.count)"))
        #expect(try run("count", "--include-reprints").output.contains("\(all.count)"))
        #expect(try run("sql", "SELECT count(*) FROM events").output.contains("\(told.count)"))
        #expect(try run("check").code == 0)
        let stats = try run("stats", "--format", "csv").output
        #expect(stats.contains("reprints,,1\r\n"))
        #expect(stats.contains("repeated events,,\(all.count - told.count)\r\n"))
    }

    @Test func `an event is shown with those who printed it`() throws {
        let sheet = try run("show", "1").output
        #expect(sheet.contains("  printed by  2 publishers, 1 origin\n"))
        #expect(sheet.contains("\n              origin: Southern Wire, 2025-04-09; wire.txt; event 5\n"))
        #expect(sheet.contains("\n              reprint: Harbour Post, 2025-04-10; post.txt; this event\n"))
        let json = try run("show", "1", "--format", "jsonl").output
        #expect(json.hasSuffix(#""repeats": 5}"# + "\n"))
        #expect(!(try run("show", "5", "--format", "jsonl").output.contains("repeats")))
        // The changed sentence is printed by one.
        #expect(!(try run("show", "2").output.contains("printed by")))
    }
}
