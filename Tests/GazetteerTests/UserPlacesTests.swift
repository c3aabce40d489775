import DatelineCore
import Gazetteer
import Testing

@Suite struct UserPlacesTests {
    private static let header = "name\tkind\tcountry\tadmin1\tlatitude\tlongitude\talternates"

    private func parse(_ lines: String...) throws -> UserPlaces {
        let text = ([UserPlacesTests.header] + lines).joined(separator: "\n")
        return try UserPlaces(parsing: Array(text.utf8), file: "places.tsv")
    }

    private func fault(_ line: String) -> String? {
        do {
            _ = try parse(line)
            return nil
        } catch {
            return "\(error)"
        }
    }

    @Test func `a place of one's own is found by all its names`() throws {
        let gazetteer = Gazetteer.embedded(
            adding: try parse("# ours", "Hill Seven\tarea\tUA\tDonetsk Oblast\t48.1\t37.5\tHeight 7|Old Tip", "")
        )
        for name in ["Hill Seven", "HEIGHT 7", "old tip"] {
            let match = try #require(gazetteer.matches(of: NameFolding.fold(name)).first)
            let entry = gazetteer.entry(match.place)
            #expect(entry.name == "Hill Seven")
            #expect(entry.kind == .area)
            #expect(entry.countryCode == "UA")
            #expect(gazetteer.parents(match.place).map { gazetteer.name(of: $0) } == ["Donetsk Oblast", "Ukraine"])
        }
        #expect(gazetteer.longestName(startingWith: Array("hill".utf8)) >= 2)
        #expect(gazetteer.placeCount == Gazetteer.embedded.placeCount + 1)
    }

    @Test func `a place of one's own comes before its namesakes`() throws {
        let gazetteer = Gazetteer.embedded(adding: try parse("Kursk\tplace\tKZ\t\t50\t70\t"))
        let matches = gazetteer.matches(of: Array("kursk".utf8))
        #expect(matches.first.map { gazetteer.entry($0.place).countryCode } == "KZ")
        #expect(matches.count > 2)
    }

    @Test func `faults name the file, the line and what to do`() throws {
        let kinds = "country, admin1, admin2, place, area, sea"
        #expect(
            fault("A\ttown\tUA\t\t1\t2\t") == "places.tsv:2: There is no kind of place \"town\". Use one of \(kinds)."
        )
        #expect(fault("\tplace\tUA\t\t1\t2\t") == "places.tsv:2: The name is empty. Give one or delete the line.")
        #expect(
            fault("A\tplace\tUA\t\tnorth\t2\t") == "places.tsv:2: The latitude \"north\" is no number from -90 to 90."
        )
        #expect(fault("A\tplace\tUA\t\t1\t200\t")?.contains("longitude") == true)
        #expect(fault("A\tplace\tUkraine\t\t1\t2\t")?.contains("ISO code") == true)
        #expect(fault("A\tplace\tUA")?.contains("3 columns instead of 7") == true)
        #expect(throws: GazetteerError.self) { try UserPlaces(parsing: Array("Kursk\tplace\n".utf8)) }
    }

    @Test func `an empty file and a file of comments add nothing`() throws {
        #expect(try UserPlaces(parsing: []).places.isEmpty)
        #expect(try UserPlaces(parsing: Array("# nothing\r\n\(UserPlacesTests.header)\r\n".utf8)).places.isEmpty)
    }
}
