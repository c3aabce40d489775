import DatelineCore
import EventStore
import TestSupport
import Testing

@Suite struct ExplainTests {
    private let folder = try? TemporaryFolder()

    /// Stores an article with one event and what was not taken beside it.
    private func storeEvent() throws -> TemporaryFolder {
        let folder = try #require(folder)
        let body = "Drones hit Sumy overnight. They vowed more.\n\nOne.\n\nTwo.\n\nThree, aged 40."
        let day = try #require(CivilDate(iso: "2024-08-11"))
        let event = Event(
            type: .attackDrone,
            date: DateSpan(start: day - 1, end: day, precision: .night, method: .relative),
            weapons: [Weapon(code: "uav", text: "Drones")],
            evidence: Evidence(sentence: 1, range: 0..<26, trigger: 7..<10, quote: "Drones hit Sumy overnight."),
            reasons: [Reason(field: .date, rule: "overnight", range: 16..<25)]
        )
        let rejections = [
            Rejection(reason: "vow", sentence: 2, range: 27..<42, text: "They vowed more"),
            Rejection(reason: "age", sentence: 5, range: 64..<71, text: "aged 40"),
        ]
        let store = try EventStore.open(path: folder.path("news.sqlite"), mode: .readWrite)
        try store.store(
            Article(path: "two\nlines.txt", publisher: "Courier", published: day, body: body),
            events: [event],
            rejections: rejections,
            extractor: "0.1.0"
        )
        return folder
    }

    @Test func `a stored event is explained with its sentence, its rules and what was rejected nearby`() throws {
        let outcome = try BuiltProgram.run(["explain", "1", "--db", "news.sqlite"], in: storeEvent())
        #expect(outcome.code == 0)
        #expect(
            outcome.output == """
                two\\nlines.txt, read by extractor 0.1.0

                Event 1  attack.drone, reported
                sentence 1, bytes 0-26

                  Drones ⟦trigger hit⟧ Sumy ⟦date overnight⟧.

                  type    attack.drone
                  date    2024-08-10 to 2024-08-11 (N, relative)
                          by overnight: “overnight”, bytes 16-25
                  source  the article itself
                  status  reported
                  weapon  uav, “Drones”

                Not taken nearby
                  vow: “They vowed more” (sentence 2, bytes 27-42)

                """
        )
    }

    @Test func `a file is explained without a database, and makes none`() throws {
        let folder = try #require(folder)
        try folder.write("a.txt", text: "---\ntitle: Night\npublished: 2024-08-11\n---\nAll was quiet.\n")
        let outcome = try BuiltProgram.run(["explain", "a.txt"], in: folder)
        #expect(outcome.code == 0)
        #expect(outcome.output.hasPrefix("Night\n2024-08-11\nweekdays and the like are counted from 2024-08-11\n"))
        #expect(outcome.output.contains("No events.\n"))
        #expect(throws: (any Error).self) { try folder.bytes("dateline.sqlite") }
    }

    @Test func `a file named like a number is a file`() throws {
        let folder = try #require(folder)
        try folder.write("7", text: "All was quiet.\n")
        #expect(try BuiltProgram.run(["explain", "7"], in: folder).output.hasPrefix("7\nno date to count from\n"))
    }

    @Test func `a file that cannot be read is named`() throws {
        let outcome = try BuiltProgram.run(["explain", "none.txt"], in: try #require(folder))
        #expect(outcome.code == 1)
        #expect(outcome.errors == "error: none.txt: no such file or directory\n")
    }
}
