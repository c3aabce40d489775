import DatelineCore
import Gazetteer
import Testing

@Suite struct HierarchyTests {
    private let gazetteer = Gazetteer.embedded

    private func place(_ name: String, _ kind: PlaceKind, _ country: String) throws -> PlaceID {
        try #require(
            gazetteer.matches(of: NameFolding.fold(name)).map(\.place)
                .first { gazetteer.kind(of: $0) == kind && gazetteer.entry($0).countryCode == country }
        )
    }

    @Test func `Brovary lies in its district, in Kyiv Oblast, in Ukraine`() throws {
        let brovary = try place("Brovary", .populatedPlace, "UA")
        #expect(
            gazetteer.parents(brovary).map { gazetteer.name(of: $0) } == ["Brovary Raion", "Kyiv Oblast", "Ukraine"]
        )
        let oblast = try place("Kyiv Oblast", .admin1, "UA")
        let ukraine = try #require(gazetteer.place(code: "UA"))
        #expect(gazetteer.contains(oblast, brovary))
        #expect(gazetteer.contains(ukraine, oblast))
        #expect(gazetteer.contains(oblast, oblast))
        #expect(!gazetteer.contains(brovary, oblast))
        let city = try place("Kyiv", .populatedPlace, "UA")
        #expect(!gazetteer.contains(oblast, city))
    }

    @Test func `an entry names its region, district and country`() throws {
        let entry = gazetteer.entry(try place("Khan Yunis", .populatedPlace, "PS"))
        #expect(entry.admin1.map { gazetteer.name(of: $0) } == "Gaza Strip")
        #expect(entry.admin2.map { gazetteer.name(of: $0) } == "Khan Yunis Governorate")
        #expect(entry.country.map { gazetteer.name(of: $0) } == "Palestine")
        #expect(abs(entry.latitude - 31.34) < 0.01)
        #expect(abs(entry.longitude - 34.306) < 0.01)
        #expect(entry.population > 100_000)
    }

    @Test(arguments: [("Khan Yunis", PlaceKind.populatedPlace, "PS"), ("Kyiv Oblast", .admin1, "UA")])
    func `a field asked for alone is that of the entry`(name: String, kind: PlaceKind, country: String) throws {
        let id = try place(name, kind, country)
        let entry = gazetteer.entry(id)
        #expect(gazetteer.countryCode(of: id) == entry.countryCode)
        #expect(gazetteer.admin1(of: id) == entry.admin1)
        #expect(gazetteer.geonameid(of: id) == entry.geonameid)
    }

    @Test func `an entry is found by its GeoNames id`() {
        #expect(gazetteer.entry(geonameid: 703_448)?.name == "Kyiv")
        #expect(gazetteer.entry(geonameid: 538_555)?.name == "Kursk Oblast")
        #expect(gazetteer.entry(geonameid: 538_555)?.regionCode == "RU-KRS")
        #expect(gazetteer.entry(geonameid: 1) == nil)
    }

    @Test func `a place becomes that of an event`() throws {
        let place = gazetteer.place(try place("Kursk Oblast", .admin1, "RU"), text: "the Kursk region")
        #expect(place.name == "Kursk Oblast")
        #expect(place.level == .admin1)
        #expect(place.country == "RU")
        #expect(place.admin1 == "Kursk Oblast")
        #expect(place.geonameid == 538_555)
        #expect(place.countryID == 2_017_370)
    }

    @Test func `a sea lies in no country`() throws {
        let sea = try #require(gazetteer.matches(of: Array("black sea".utf8)).first)
        let entry = gazetteer.entry(sea.place)
        #expect(entry.kind == .sea)
        #expect(entry.countryCode == nil)
        #expect(entry.geonameid == nil)
        #expect(gazetteer.parents(sea.place).isEmpty)
    }
}
