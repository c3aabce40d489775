import DatelineCore
import Gazetteer
import Testing

/// The names of the places that bear a name, likeliest first.
private func found(_ name: String, in gazetteer: Gazetteer = .embedded) -> [String] {
    gazetteer.matches(of: NameFolding.fold(name)).map { gazetteer.name(of: $0.place) }
}

/// The first place that bears a name.
private func first(_ name: String) throws -> (match: NameMatch, entry: GazetteerEntry) {
    let match = try #require(Gazetteer.embedded.matches(of: NameFolding.fold(name)).first, "\(name) is unknown")
    return (match, Gazetteer.embedded.entry(match.place))
}

@Suite struct LookupTests {
    @Test(arguments: [
        ("Kiev", "Kyiv"), ("Kharkov", "Kharkiv"), ("Artemovsk", "Bakhmut"), ("Zaporozhye", "Zaporizhzhia"),
        ("Odessa", "Odesa"), ("Gorlovka", "Horlivka"), ("Rangoon", "Yangon"), ("Bombay", "Mumbai"),
    ])
    func `a place is found by its old name`(old: String, name: String) throws {
        let (match, entry) = try first(old)
        #expect(entry.name == name)
        #expect(match.kind == .historical)
    }

    @Test(arguments: [
        ("Khan Younis", "Khan Yunis", "PS"), ("Jabaliya", "Jabalia", "PS"), ("Hodeidah", "Al Hudaydah", "YE"),
        ("Hudaydah", "Al Hudaydah", "YE"), ("Hodeida", "Al Hudaydah", "YE"), ("Sana'a", "Sanaa", "YE"),
        ("Ma'rib", "Marib", "YE"), ("Avdeevka", "Avdiivka", "UA"), ("Al-Fashir", "El Fasher", "SD"),
        ("Deir el-Balah", "Deir al-Balah", "PS"), ("Raqqah", "Raqqa", "SY"), ("Kobane", "Kobani", "SY"),
        ("Ain el-Hilweh", "Ain al-Hilweh", "LB"), ("Zmiinyi", "Snake Island", "UA"),
        ("Severodonetsk", "Sievierodonetsk", "UA"),
        ("Port au Prince", "Port-au-Prince", "HT"), ("Zamzam camp", "Zamzam", "SD"), ("Miranshah", "Miran Shah", "PK"),
        ("Nay Pyi Taw", "Naypyidaw", "MM"), ("Beledweyn", "Beledweyne", "SO"), ("Cali", "Cali", "CO"),
        ("Goma", "Goma", "CD"), ("Djibo", "Djibo", "BF"), ("Tillabery", "Tillaberi", "NE"), ("Beirut", "Beirut", "LB"),
        ("Idlib", "Idlib", "SY"), ("Mekele", "Mekelle", "ET"), ("Stepanakert", "Stepanakert", "AZ"),
        ("Rostov-on-Don", "Rostov-on-Don", "RU"), ("Masisi", "Masisi Territory", "CD"), ("Sudzha", "Sudzha", "RU"),
    ])
    func `newsroom spellings lead to the place`(text: String, name: String, country: String) throws {
        let (_, entry) = try first(text)
        #expect(entry.name == name)
        #expect(entry.countryCode == country)
    }

    @Test func `Gaza alone means the Strip, as newsrooms use it`() {
        #expect(found("gaza").first == "Gaza Strip")
        #expect(found("gaza city").first == "Gaza City")
    }

    @Test func `a city comes before the region that bears its name`() {
        #expect(found("kursk").prefix(2) == ["Kursk", "Kursk Oblast"])
        #expect(found("aleppo").prefix(2) == ["Aleppo", "Aleppo Governorate"])
        #expect(found("kyiv").first == "Kyiv")
    }

    @Test func `a name of several places gives them all, the likeliest first`() throws {
        #expect(found("georgia").prefix(2) == ["Georgia", "Georgia"])
        let tripoli = Gazetteer.embedded.matches(of: NameFolding.fold("tripoli"))
        let countries = tripoli.map { Gazetteer.embedded.entry($0.place) }.filter { $0.kind == .populatedPlace }
        #expect(countries.prefix(2).map(\.countryCode) == ["LY", "LB"])
        #expect(try first("london").entry.countryCode == "GB")
        #expect(zip(tripoli, tripoli.dropFirst()).allSatisfy { $0.score >= $1.score })
    }

    @Test(arguments: [
        "kursk", "zamfara", "ituri", "helmand", "nangarhar", "borno", "rakhine", "idlib", "anbar", "tigray",
    ])
    func `the core of a region's name is a key`(core: String) {
        let regions = Gazetteer.embedded.matches(of: Array(core.utf8)).map { Gazetteer.embedded.kind(of: $0.place) }
        #expect(regions.contains(.admin1))
    }

    @Test func `a second-level region is found by its name and its core`() {
        #expect(found("Brovary Raion") == ["Brovary Raion"])
        #expect(found("Brovary") == ["Brovary", "Brovary Raion"])
    }

    @Test(arguments: [
        ("Black Sea", PlaceKind.sea), ("Red Sea", .sea), ("Bab el-Mandeb", .sea), ("Strait of Hormuz", .sea),
        ("Donbass", .area), ("Sahel", .area), ("Bekaa Valley", .area), ("Upper Galilee", .area), ("Darfur", .area),
        ("Line of Control", .area), ("Catatumbo", .area), ("Dahiyeh", .area),
    ])
    func `seas and informal regions are known`(name: String, kind: PlaceKind) {
        let kinds = Gazetteer.embedded.matches(of: NameFolding.fold(name)).map { Gazetteer.embedded.kind(of: $0.place) }
        #expect(kinds.contains(kind))
    }

    @Test func `what is no place is not found`() {
        #expect(found("zelenskiy").isEmpty)
        #expect(found("").isEmpty)
        #expect(Gazetteer.embedded.longestName(startingWith: Array("according".utf8)) == 0)
        #expect(Gazetteer.embedded.longestName(startingWith: []) == 0)
    }

    @Test func `everyday words and given names score next to nothing`() {
        for word in ["police", "friday", "march", "reading", "nice", "mobile", "ali", "hassan", "the", "of"] {
            #expect(Gazetteer.embedded.matches(of: Array(word.utf8)).allSatisfy { $0.score < 0.12 }, "\(word)")
        }
    }

    @Test func `the longest name that begins with a word is known`() {
        let gazetteer = Gazetteer.embedded
        #expect(gazetteer.longestName(startingWith: Array("khan".utf8)) >= 2)
        #expect(gazetteer.longestName(startingWith: Array("snake".utf8)) >= 2)
        #expect(gazetteer.longestName(startingWith: Array("democratic".utf8)) >= 5)
        #expect(gazetteer.longestName(startingWithHash: NameHash(Array("kyiv".utf8))) >= 1)
    }

    @Test func `a hash grows word by word`() {
        var hash = NameHash(Array("khan".utf8))
        hash.append(UInt8(ascii: " "))
        hash.append(contentsOf: Array("yunis".utf8))
        #expect(Gazetteer.embedded.matches(ofHash: hash) == Gazetteer.embedded.matches(of: Array("khan yunis".utf8)))
        #expect(Gazetteer.embedded.hasName(ofHash: hash))
    }
}
