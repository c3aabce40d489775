import FoundationEssentials
import TestSupport
import Testing

/// What a reader of the first sample article would answer, asked of the program: from the text to the numbers.
@Suite struct SampleAnswersTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        let article = BuiltProgram.packageRoot.appending(path: "SampleData/Articles/0001-belgorod-push.txt").path
        let outcome = try BuiltProgram.run(["ingest", article, "--db", "news.sqlite"], in: folder)
        #expect(outcome.code == 0, "\(outcome.errors)")
    }

    private func rows(_ arguments: String...) throws -> [String] {
        let outcome = try BuiltProgram.run(arguments + ["--db", "news.sqlite", "--format", "csv"], in: folder)
        #expect(outcome.code == 0, "\(outcome.errors)")
        return outcome.output.split(whereSeparator: \.isNewline).dropFirst().map(String.init)
    }

    @Test func `two were killed, all in Kyiv Oblast, and Russia is not said to have none`() throws {
        let rows = try rows("count", "--by", "admin1", "--sum", "killed")
        #expect(rows.filter { $0.hasSuffix("person,2,2") } == ["Kyiv Oblast,UA,2,1,person,2,2"])
        #expect(rows.filter { $0.hasPrefix("Belgorod Oblast,RU,") }.allSatisfy { $0.hasSuffix(",0,,,") })
    }

    @Test func `thirteen were injured: nine in Belgorod Oblast and four in Kyiv Oblast`() throws {
        let rows = try rows("count", "--by", "admin1", "--sum", "injured").filter { !$0.hasSuffix(",,,") }
        #expect(rows == ["Belgorod Oblast,RU,6,1,person,9,9", "Kyiv Oblast,UA,2,1,person,4,4"])
        #expect(try self.rows("count", "--sum", "injured") == ["12,2,person,13,13"])
    }

    @Test func `Russia says that it intercepted 39 drones and 3 missiles, Ukraine 49 drones`() throws {
        let rows = try rows("count", "--by", "source", "--sum", "intercepted").filter { !$0.hasSuffix(",,,") }
        #expect(
            Set(rows) == [
                "Russian Defence Ministry,2,2,drone,39,39", "Russian Defence Ministry,2,1,missile,3,3",
                "Ukrainian Air Force,3,1,drone,49,49",
            ]
        )
    }

    @Test func `64 drones and 6 missiles were launched`() throws {
        #expect(try rows("count", "--sum", "launched") == ["12,1,drone,64,64", "12,1,missile,6,6"])
    }

    @Test func `those moved out are a running total, apart from sums`() throws {
        #expect(try rows("count", "--sum", "evacuated") == ["12,0,,,"])
        let rows = try rows("query", "--type", "evacuation.movement")
        #expect(rows.count == 1)
        #expect(rows.first?.contains(",41000,41001,,person,evacuated,more_than,running_total,") ?? false)
        #expect(rows.first?.hasPrefix("7,evacuation.movement,,2024-10-12,A,Belgorod Oblast,") ?? false)
    }

    @Test func `a region has what lies in it, the country what is told of the country`() throws {
        #expect(try rows("query", "--region", "Kyiv Oblast").count == 2)
        #expect(try rows("query", "--region", "Kyiv Oblast", "--include-wider").count == 5)
        #expect(try rows("query", "--region", "Belgorod region").count == 6)
    }

    @Test func `a day has every event whose span touches it`() throws {
        let types = try rows("query", "--on", "2024-10-12").map { $0.split(separator: ",")[1] }
        #expect(
            types.sorted() == [
                "battle.clash", "evacuation.movement", "interception.airdefence", "interception.airdefence",
            ]
        )
    }
}
