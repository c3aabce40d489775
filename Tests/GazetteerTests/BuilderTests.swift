import DatelineCore
import Testing

@testable import Gazetteer

@Suite struct BuilderTests {
    private static let table = """
        id\tkind\tparent\tlatitude\tlongitude\tpopulation\tflags\tcode\tnames
        100\tcountry\t\t49.0\t32.0\t40000000\t\tUA\tp:Ukraine|d:Ukrainian
        20\tadmin1\t100\t50.5\t30.5\t1700000\t\tUA-32\tp:Kyiv Oblast|s:Kyiv
        +isle\tarea\t100\t45.25\t30.2\t0\t\t\tp:Snake Island|a:Zmiinyi
        3\tplace\t20\t50.45\t30.52\t2900000\tcapital\t\tp:Kyiv|h:Kiev|s!:KBP
        """

    private func error(_ line: String) -> GazetteerError? {
        do {
            _ = try GazetteerBuilder.build(table: Array("\(SourceTable.header)\n\(line)\n".utf8), file: "t.tsv")
            return nil
        } catch {
            return error
        }
    }

    @Test func `the same table gives the same bytes`() throws {
        let bytes = try GazetteerBuilder.build(table: Array(BuilderTests.table.utf8))
        #expect(try GazetteerBuilder.build(table: Array(BuilderTests.table.utf8)) == bytes)
    }

    @Test func `what was built can be looked up`() throws {
        let gazetteer = try Gazetteer(bytes: try GazetteerBuilder.build(table: Array(BuilderTests.table.utf8)))
        #expect(gazetteer.placeCount == 4)
        #expect(
            gazetteer.matches(of: Array("kyiv".utf8)).map { gazetteer.name(of: $0.place) } == ["Kyiv", "Kyiv Oblast"]
        )
        #expect(gazetteer.matches(of: Array("kiev".utf8)).map(\.kind) == [.historical])
        #expect(gazetteer.matches(of: Array("kbp".utf8)).map(\.requiresCapitals) == [true])
        #expect(gazetteer.matches(of: Array("zmiinyi".utf8)).map { gazetteer.name(of: $0.place) } == ["Snake Island"])
        #expect(gazetteer.longestName(startingWith: Array("snake".utf8)) == 2)
        #expect(gazetteer.longestName(startingWith: Array("ukrainian".utf8)) == 1)
        let kyiv = try #require(gazetteer.entry(geonameid: 3))
        #expect(kyiv.latitude == 50.45)
        #expect(kyiv.countryCode == "UA")
        #expect(gazetteer.place(code: "UA-32").map { gazetteer.name(of: $0) } == "Kyiv Oblast")
    }

    @Test func `faults of the table name file and line`() {
        #expect(error("7\tplace")?.description == "t.tsv:2: The line has 2 columns instead of 9.")
        #expect(error("7\ttown\t\t0\t0\t0\t\t\tp:A")?.description == "t.tsv:2: There is no kind of place \"town\".")
        #expect(error("7\tplace\t\t99\t0\t0\t\t\tp:A")?.line == 2)
        #expect(error("7\tplace\t\t0\t0\tmany\t\t\tp:A")?.line == 2)
        #expect(error("isle\tplace\t\t0\t0\t0\t\t\tp:A")?.line == 2)
        #expect(error("7\tplace\t\t0\t0\t0\t\t\tA")?.line == 2)
        #expect(error("7\tplace\t\t0\t0\t0\t\t\ta:A")?.line == 2)
        #expect(error("7\tplace\t9\t0\t0\t0\t\t\tp:A")?.description == "t.tsv: The parent 9 of 7 is not in the table.")
        #expect(
            error("7\tplace\t\t0\t0\t0\t\t\tp:A\n7\tplace\t\t0\t0\t0\t\t\tp:B")?.message.contains("two lines") == true
        )
        #expect(error("7\tplace\t\t0\t0\t0\t\t\tp:A") == nil)
    }

    @Test func `other bytes are refused with a reason`() throws {
        let bytes = try GazetteerBuilder.build(table: Array(BuilderTests.table.utf8))
        #expect(throws: GazetteerError("This is no compiled gazetteer.")) { try Gazetteer(bytes: []) }
        #expect(throws: GazetteerError.self) { try Gazetteer(bytes: Array(bytes.dropLast())) }
        #expect(throws: GazetteerError.self) { try Gazetteer(bytes: bytes + [0]) }
        var newer = bytes
        newer[8] = 99
        #expect(throws: GazetteerError("The gazetteer has format 99, this program reads format 1. Build it anew.")) {
            try Gazetteer(bytes: newer)
        }
    }

    @Test func `damaged bytes lead to odd places at worst`() throws {
        let bytes = try GazetteerBuilder.build(table: Array(BuilderTests.table.utf8))
        for offset in bytes.indices.dropFirst(GazetteerFormat.headerSize) {
            var damaged = bytes
            damaged[offset] ^= 0xFF
            let gazetteer = try Gazetteer(bytes: damaged)
            for name in ["kyiv", "kiev", "ukraine", "snake island", "=UA"] {
                for match in gazetteer.matches(of: Array(name.utf8)) {
                    _ = gazetteer.entry(match.place)
                    _ = gazetteer.parents(match.place)
                }
                _ = gazetteer.longestName(startingWith: Array(name.utf8))
            }
        }
    }

    @Test func `the embedded gazetteer covers the world`() {
        let header = Gazetteer.embedded.header
        #expect(header.placeCount > 280_000)
        #expect(header.geonameCount > 280_000)
        #expect(header.size < 20_000_000)
    }
}
