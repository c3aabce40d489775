import TestSupport
import Testing

/// `dateline import` as a user meets it.
@Suite struct ImportCommandTests {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private static let strikes = """
        id,date,type,place,country,latitude,longitude,killed
        1,2031-05-01,attack.drone,Sumy,UA,50.91,34.80,2
        2,soon,attack.drone,Sumy,UA,50.91,34.80,1
        3,2031-05-03,parade,Sumy,UA,50.91,34.80,

        """

    @Test func `rows that cannot be read are named, kept and told by the exit code`() throws {
        _ = try folder.write("strikes.csv", text: ImportCommandTests.strikes)
        let outcome = try BuiltProgram.run(["import", "strikes.csv", "--as", "csv"], in: folder)
        #expect(outcome.code == 2)
        #expect(outcome.errors.contains("line 4"))
        #expect(outcome.output.contains("cannot be read"))
        let rejects = try String(decoding: folder.bytes("strikes.csv.rejects.csv"), as: UTF8.self)
        #expect(rejects.hasPrefix("id,date,type"))
        #expect(rejects.contains("3,2031-05-03,parade,Sumy"))
        let near = try BuiltProgram.run(["count", "--near", "Sumy, Ukraine", "--within", "10km"], in: folder)
        #expect(near.output.split(whereSeparator: \.isNewline) == ["events", "1"])
    }

    @Test func `an import without a form, with an unknown one or of a missing file says what to do`() throws {
        let bare = try BuiltProgram.run(["import", "strikes.csv"], in: folder)
        #expect(bare.code == 64)
        #expect(bare.errors.contains("--as"))
        let unknown = try BuiltProgram.run(["import", "strikes.csv", "--as", "gedd"], in: folder)
        #expect(unknown.code == 64)
        #expect(unknown.errors.contains("ucdp-ged"))
        let missing = try BuiltProgram.run(["import", "nothing.csv", "--as", "csv"], in: folder)
        #expect(missing.code != 0)
        #expect(missing.errors.contains("nothing.csv"))
    }

    @Test func `our own export reads back as the same events`() throws {
        _ = try folder.write("strikes.csv", text: ImportCommandTests.strikes)
        _ = try BuiltProgram.run(["import", "strikes.csv", "--as", "csv", "--db", "one.sqlite"], in: folder)
        _ = try BuiltProgram.run(["export", "--db", "one.sqlite", "--output", "out.csv"], in: folder)
        #expect(try BuiltProgram.run(["import", "out.csv", "--as", "csv", "--db", "two.sqlite"], in: folder).code == 0)
        let columns = ["export", "--columns", "type,date_start,place,country,latitude,killed_low,killed_high"]
        let first = try BuiltProgram.run(columns + ["--db", "one.sqlite"], in: folder)
        let second = try BuiltProgram.run(columns + ["--db", "two.sqlite"], in: folder)
        #expect(first.output == second.output)
        #expect(first.output.contains("attack.drone"))
    }
}
