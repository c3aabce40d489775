import DatelineCore
import Gazetteer
import Testing

@Suite struct CountryTests {
    private let gazetteer = Gazetteer.embedded

    @Test(arguments: [
        ("Ukrainian", "UA"), ("Ukrainians", "UA"), ("Russian", "RU"), ("Israeli", "IL"), ("Palestinian", "PS"),
        ("British", "GB"), ("American", "US"), ("Syrian", "SY"), ("Lebanese", "LB"), ("Congolese", "CD"),
        ("Emirati", "AE"), ("Burmese", "MM"), ("Saudi", "SA"), ("South Sudanese", "SS"), ("Iraqis", "IQ"),
    ])
    func `a demonym leads to its country`(demonym: String, code: String) throws {
        let match = try #require(gazetteer.matches(of: NameFolding.fold(demonym)).first)
        #expect(match.kind == .demonym)
        #expect(gazetteer.entry(match.place).countryCode == code)
    }

    @Test func `a demonym of two countries leads to both, the larger first`() {
        let codes = gazetteer.matches(of: Array("congolese".utf8)).map { gazetteer.entry($0.place).countryCode }
        #expect(codes == ["CD", "CG"])
        #expect(gazetteer.matches(of: Array("houthi".utf8)).allSatisfy { $0.kind != .demonym })
    }

    @Test(arguments: ["U.S.", "US", "USA", "UK", "U.K.", "UAE", "DRC", "CAR"])
    func `short forms count only in capitals`(name: String) {
        let matches = gazetteer.matches(of: NameFolding.fold(name))
        #expect(!matches.isEmpty)
        #expect(matches.allSatisfy { $0.requiresCapitals })
        #expect(matches.first.map { gazetteer.kind(of: $0.place) } == .country)
    }

    @Test(arguments: [
        ("North Korea", "KP"), ("South Korea", "KR"), ("Ivory Coast", "CI"), ("Burma", "MM"), ("Swaziland", "SZ"),
        ("DR Congo", "CD"), ("Democratic Republic of the Congo", "CD"), ("Britain", "GB"), ("Czechia", "CZ"),
        ("Türkiye", "TR"), ("Turkey", "TR"), ("Holland", "NL"), ("Cape Verde", "CV"), ("Palestine", "PS"),
        ("Iran", "IR"),
        ("Syria", "SY"), ("Russia", "RU"), ("Vietnam", "VN"), ("Kosovo", "XK"), ("Taiwan", "TW"),
        ("Western Sahara", "EH"), ("People's Republic of China", "CN"),
    ])
    func `countries go by the names that newsrooms use`(name: String, code: String) throws {
        let match = try #require(gazetteer.matches(of: NameFolding.fold(name)).first)
        #expect(gazetteer.kind(of: match.place) == .country)
        #expect(gazetteer.entry(match.place).countryCode == code)
    }

    @Test(arguments: [
        ("Crimea", "UA"), ("Sevastopol", "UA"), ("Simferopol", "UA"), ("Donetsk", "UA"), ("Luhansk", "UA"),
        ("Gaza City", "PS"), ("West Bank", "PS"), ("East Jerusalem", "PS"), ("Katzrin", "SY"), ("Golan Heights", "SY"),
        ("Majdal Shams", "SY"), ("Pristina", "XK"), ("Taipei", "TW"), ("Laayoune", "EH"), ("Stepanakert", "AZ"),
        ("Tskhinvali", "GE"), ("Hebron", "PS"),
    ])
    func `disputed land lies where recognition puts it`(name: String, code: String) throws {
        let match = try #require(gazetteer.matches(of: NameFolding.fold(name)).first)
        #expect(gazetteer.entry(match.place).countryCode == code)
    }

    // A package put Kuwait's middle into Saudi Arabia, and the middle of a region's towns lies where people live.
    @Test(arguments: [
        ("KW", 29.5, 47.75, 0.5), ("US", 39.76, -98.5, 0.5), ("SO", 6, 48, 0.5), ("CA-ON", 50, -85, 3.0),
        ("AU-QLD", -20, 145, 3.0),
    ])
    func `the point of a country or region is the middle of its land`(
        code: String,
        latitude: Double,
        longitude: Double,
        within: Double
    ) throws {
        let entry = gazetteer.entry(try #require(gazetteer.place(code: code)))
        #expect(abs(entry.latitude - latitude) < within)
        #expect(abs(entry.longitude - longitude) < within)
    }

    @Test func `countries and regions are found by their ISO codes`() throws {
        let ukraine = try #require(gazetteer.place(code: "UA"))
        #expect(gazetteer.name(of: ukraine) == "Ukraine")
        #expect(gazetteer.place(code: "UA-32").map { gazetteer.name(of: $0) } == "Kyiv Oblast")
        #expect(gazetteer.place(code: "ZZ") == nil)
        #expect(gazetteer.place(code: "") == nil)
    }
}
