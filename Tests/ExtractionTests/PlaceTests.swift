import DatelineCore
import Testing

@testable import Extraction

@Suite struct PlaceTests {
    private func place(_ text: String) throws -> Place {
        try #require(EventSamples.extract(text).events.first?.place)
    }

    @Test(arguments: [
        ("Shelling killed two people in the Sumy region on Saturday.", "Sumy Oblast", PlaceLevel.admin1),
        ("Shelling killed two people in Sumy oblast on Saturday.", "Sumy Oblast", .admin1),
        ("Shelling killed two people in the city of Sumy on Saturday.", "Sumy", .place),
        ("Shelling killed two people in Sumy on Saturday.", "Sumy", .place),
        ("Drones hit Sumy on Saturday, killing two people.", "Sumy", .place),
        ("Shelling killed two people in North Kivu province on Saturday.", "North Kivu", .admin1),
        ("Shelling killed two people in the Nikopol district on Saturday.", "Nikopol Raion", .admin2),
    ])
    func `the word beside a name tells city from region`(text: String, name: String, level: PlaceLevel) throws {
        let place = try place(text)
        #expect(place.name == name)
        #expect(place.level == level)
    }

    @Test(arguments: [
        ("Shelling killed two people in Kupiansk, Kharkiv region, on Saturday.", "Kupiansk", "Kharkiv Oblast"),
        ("Shelling killed two people in Tripoli, Lebanon, on Saturday.", "Tripoli", "LB"),
        ("Shelling killed two people in Tripoli, Libya, on Saturday.", "Tripoli", "LY"),
    ])
    func `the name after the comma contains the one before it`(text: String, name: String, outer: String) throws {
        let place = try place(text)
        #expect(place.name == name)
        #expect([place.admin1, place.country].contains(outer))
    }

    @Test(arguments: [
        "A missile fell near Chernihiv on Saturday, wounding four people.",
        "A missile fell outside Chernihiv on Saturday, wounding four people.",
        "A missile fell on the outskirts of Chernihiv on Saturday, wounding four people.",
    ])
    func `near a town is not in it`(text: String) throws {
        let place = try place(text)
        #expect(place.name == "Chernihiv")
        #expect(place.level == .near)
    }

    @Test func `a distance is measured from a place and not told of it`() throws {
        let text = "A drone struck the village of Bilopillia, 12 km north of Konotop, on Saturday, killing two people."
        #expect(try place(text).name == "Bilopillia")
    }

    @Test func `an unknown village takes the region of its sentence`() throws {
        let text = "Shelling killed two people in the village of Qorvilenka in the Zaporizhzhia region on Saturday."
        let place = try place(text)
        #expect(place.name == "Qorvilenka")
        #expect(place.level == .place)
        #expect(place.admin1 == "Zaporizhzhia Oblast")
        #expect(place.country == "UA")
        #expect(place.geonameid == nil)
    }

    @Test func `other regions of a country are the country without the first`() {
        let text = """
            Air defence downed 14 drones over the Kursk region and 18 drones over other Russian regions on Saturday, \
            the Russian defence ministry said.
            """
        #expect(
            EventSamples.lines(text) == [
                "interception.airdefence | 2024-11-16 D | Kursk Oblast | intercepted 14",
                "interception.airdefence | 2024-11-16 D | Russia | intercepted 18",
            ]
        )
    }

    @Test(arguments: [
        ("Russian shelling killed two Ukrainian soldiers in Rivne on Saturday.", "Rivne"),
        ("Kyiv's forces said a German drone killed two people in Rivne on Saturday.", "Rivne"),
        ("Jordan Miles, a teacher, was killed in shelling of Rivne on Saturday.", "Rivne"),
    ])
    func `demonyms, owners and persons are no places`(text: String, name: String) throws {
        #expect(try place(text).name == name)
    }

    @Test func `further places of one event are kept beside the first`() throws {
        let text = "Drones killed two people in Sumy, Konotop and Shostka on Saturday."
        let event = try #require(EventSamples.extract(text).events.first)
        #expect(event.place?.name == "Sumy")
        #expect(event.otherPlaces.map(\.name) == ["Konotop", "Shostka"])
    }
}
