import DatelineCore
import Testing

@testable import Extraction

/// Which of the places that a text names an event has.
@Suite struct PlaceChoiceTests {
    private func place(_ text: String) throws -> Place {
        try #require(EventSamples.extract(text).events.first?.place)
    }

    @Test(arguments: [
        ("Gunmen killed six people at Tolvena in Ituri, near the border with Uganda, on Saturday.", "Tolvena"),
        ("Shelling killed two people at Tolvena, in Sumy region, on Saturday.", "Tolvena"),
        ("Shelling killed two people in Merefa, 24 km south-west of Kharkiv, on Saturday.", "Merefa"),
        ("Shelling killed two people at Tolvena, not far from Sumy, on Saturday.", "Tolvena"),
        ("Jets bombed Tolvena district of Paktika province on Saturday, killing two people.", "Tolvena"),
    ])
    func `the narrower place is meant, not what it lies in or near`(text: String, name: String) throws {
        #expect(try place(text).name == name)
    }

    @Test(arguments: [
        ("Sirens wailed in Sumy all night. Drones hit the city on Saturday, killing two people.", "Sumy"),
        ("Kyiv slept badly. Drones flew toward the Ukrainian capital on Saturday, wounding two people there.", "Kyiv"),
        (
            "Guests had filled the Pearl Hotel in Mogadishu. Gunmen burst into the hotel on Saturday, killing two people.",
            "Pearl Hotel"
        ),
        (
            "Work stopped in Aleppo. Shelling killed 12 people across the whole province on Saturday.",
            "Aleppo Governorate"
        ),
    ])
    func `a noun with an article means a place named before`(text: String, name: String) throws {
        #expect(try place(text).name == name)
    }

    @Test(arguments: [
        (
            "US-led troops left in 2009. A bomb killed two men in the Middle East on Friday, officials in Washington said.",
            nil
        ),
        ("Police in Tunis and Sousse spoke of Tunisia. Clashes killed nine people in Africa on Friday.", nil),
        ("Clashes killed nine people in Iranian Kurdistan, in Sanandaj and Marivan, on Friday.", "IR"),
    ])
    func `what lies in many countries is no town of that name in one`(text: String, country: String?) throws {
        #expect(try place(text).country == country)
    }

    @Test func `a district is no city to be meant later`() throws {
        let text = """
            Shells fell in the Tolvena district of Mogadishu on Saturday, wounding two people.

            In Kismayo, gunmen attacked the city on Friday, killing three people.
            """
        #expect(EventSamples.extract(text).events.last?.place?.name == "Kismayo")
    }

    @Test func `people flee from where it happened`() throws {
        #expect(try place("Some 2,000 people fled from Kupiansk to Poltava on Saturday.").name == "Kupiansk")
    }

    @Test func `where people flee to says nothing of an unknown village`() throws {
        let text = """
            Lebanon's army closed the road. A strike near Tolvena, on the way to Syria, killed two people on Saturday.
            """
        #expect(try place(text).country == "LB")
    }

    @Test(arguments: [
        ("A strike on a UN clinic in Jabalia killed two people on Saturday.", "Jabalia"),
        ("A bomb killed two soldiers at Puerto Tolvena, in Arauca, on Saturday.", "Puerto Tolvena"),
        ("A strike on nearby Bir al-Tolvena killed two people in Lebanon on Saturday.", "Bir al-Tolvena"),
    ])
    func `abbreviations and the first word of a longer name are no places`(text: String, name: String) throws {
        #expect(try place(text).name == name)
    }

    @Test func `a village at the other end of the world does not vouch for itself`() throws {
        let text = """
            Fighters raided Lala camp in Ituri province on Saturday. The people of Lala had asked for soldiers. At Lala, \
            46 people were killed.
            """
        #expect(try place(text).country == "CD")
    }

    @Test(arguments: [
        ("A bomb killed two people in Paris, Tex., on Saturday.", "Texas"),
        ("A bomb killed two people in Springfield on Saturday. Police in Chicago and Peoria sent help.", "Illinois"),
        (
            "A bomb killed two people in Springfield on Saturday. Police in Boston and Worcester sent help.",
            "Massachusetts"
        ),
    ])
    func `the other names of a text choose among towns of one name`(text: String, region: String) throws {
        #expect(try place(text).admin1 == region)
    }

    @Test(arguments: [
        ("Shelling killed two people in southern Lebanon on Saturday.", "southern Lebanon", PlaceLevel.area),
        ("Shells killed two people in the Donetsk People's Republic on Saturday.", "Donetsk Oblast", .admin1),
        ("Shelling killed two people in Belovsky district, Kursk region, on Saturday.", "Belovsky District", .admin2),
    ])
    func `regions have the names that newsrooms give them`(text: String, name: String, level: PlaceLevel) throws {
        let place = try place(text)
        #expect(place.name == name)
        #expect(place.level == level)
    }

    @Test(arguments: [
        (
            "Work stopped in Hodeidah. On Saturday a missile from rebel areas of Oman hit a shed, killing two.",
            "YE"
        ),
        ("Aid reached Aden. On Saturday a missile struck a freighter sailing to Israel, wounding two sailors.", "YE"),
        ("After the war in Gaza came the attack on Israel that killed 30 people on Saturday.", "IL"),
        ("A strike killed two in the town of Tolvena near the border with Iraq on Saturday. Aid reached Syria.", "SY"),
    ])
    func `where a thing came from or was bound for is not where it happened`(text: String, country: String) throws {
        #expect(try place(text).country == country)
    }

    @Test(arguments: [
        ("Missiles hit a freighter in the Red Sea off Yemen on Saturday, killing two people.", "Red Sea"),
        ("A bomb killed two people in the Sunni Muslim area of Fallujah on Saturday.", "Fallujah"),
        ("Strikes killed two people in Gaza on Saturday. Rafah and Khan Younis lay silent.", "Gaza Strip"),
    ])
    func `seas and regions stand before what lies beside them`(text: String, name: String) throws {
        #expect(try place(text).name == name)
    }

    @Test(arguments: [
        (
            "In Kyiv it was calm. Moscow mayor Ann Lee said on Saturday that a drone near the capital had hurt two.",
            "RU"
        ),
        (
            "Sumy was calm. In Russia, Rostov's governor said on Saturday a drone had killed two people in the region.",
            "RU"
        ),
        // A village of New York bears the name; the United States are only a party here.
        (
            "A bomb killed two people on Lido Beach on Saturday. Mogadishu mourned. Somalia had United States help.",
            "SO"
        ),
    ])
    func `a place goes with those who speak and with the towns around it`(text: String, country: String) throws {
        #expect(try place(text).country == country)
    }

    @Test(arguments: [
        ("Gunmen stormed Tolvena, a farming community in Kano State, on Saturday and killed two people.", "Tolvena"),
        ("On Saturday a bomb killed two people in Tolvena, a city of Kano State.", "Tolvena"),
    ])
    func `a noun that explains a name makes it the narrower place`(text: String, name: String) throws {
        #expect(try place(text).name == name)
        #expect(try place(text).admin1 == "Kano State")
    }

    @Test func `the town of the dateline is not where an unknown village lies`() throws {
        let text = """
            Addis Ababa – Two people were killed near Tolvena on Saturday. It lies in the Amhara region.

            Amhara saw more of it.
            """
        #expect(try place(text).admin1 == "Amhara Region")
    }

    @Test func `a district of two regions is in the one that the text names`() throws {
        let text = "Two people were killed in Ethiopia's North Shewa Zone on Saturday. Troops hold the Amhara region."
        #expect(try place(text).admin1 == "Amhara Region")
    }

    @Test func `a region that the text tells of a town holds throughout`() {
        let text = """
            Gunmen killed two people in Natmauk town in Kachin State on Friday. Troops in Myanmar still hold Myitkyina.

            On Saturday a mine near Natmauk killed three soldiers.
            """
        let regions = EventSamples.extract(text).events.filter { $0.place?.name == "Natmauk" }.map { $0.place?.admin1 }
        #expect(regions == ["Kachin State", "Kachin State"])
    }

    @Test func `a country that does something in the next clause is not where it happened`() throws {
        let text =
            "Shells fell in Sumy. Some 3,000 people have been displaced since Russia broke the truce on 1 November."
        #expect(try place(text).name == "Sumy")
    }

    @Test func `the town of the hospital is not where people were hurt`() throws {
        let text = """
            Drones hit a school in Nikopol on Saturday, wounding ten people. \
            The wounded were carried to the Hope hospital in Dnipro, which counted three dead by noon.
            """
        #expect(EventSamples.extract(text).events.map { $0.place?.name } == ["Nikopol"])
    }

    @Test func `a village that a town of another region is called is one that the gazetteer lacks`() throws {
        let text = "Men set fire to two houses and killed two people in Villa Juárez, in Navolato, Mexico, on Saturday."
        let place = try place(text)
        #expect(place.name == "Villa Juárez")
        #expect(place.admin1 == "Sinaloa")
    }

    @Test func `a department of a name is no town of it`() throws {
        let place = try place(
            "Troops killed four rebels in the northern department of Antioquia in Colombia on Saturday."
        )
        #expect(place.level == .admin1)
    }
}
