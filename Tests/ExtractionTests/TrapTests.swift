import DatelineCore
import Testing

@testable import Extraction

/// Ways in which a news text misleads one who reads it word by word, each in an article of our own.
@Suite struct TrapTests {
    // MARK: - Dates

    @Test(arguments: [
        (
            """
            Officials in Sumy confirmed on Thursday that a missile strike on a warehouse in Konotop on Tuesday had killed \
            three workers.
            """,
            "attack.missile | 2024-11-12 D | Konotop | killed 3"
        ),
        (
            """
            Shelling of Nikopol on Monday killed four people, the regional prosecutor's office said on Friday. \
            It opened an inquiry on Saturday.
            """,
            "attack.shelling | 2024-11-11 D | Nikopol | killed 4"
        ),
    ])
    func `the day of a statement does not date what was stated`(text: String, event: String) {
        #expect(EventSamples.lines(text) == [event])
    }

    @Test func `an event told on the day of a statement keeps to no day of its own`() {
        let text = "The army said on Wednesday that shelling had killed four people in Nikopol."
        #expect(EventSamples.extract(text).events.first?.dateText == nil)
    }

    @Test func `overnight told on Sunday is the night from Saturday to Sunday`() {
        let text = """
            Russia's defence ministry reported on Sunday that it shot down 21 drones over the Bryansk region overnight.
            """
        #expect(
            EventSamples.lines(text) == [
                "interception.airdefence | 2024-11-16/2024-11-17 N | Bryansk Oblast | intercepted 21"
            ]
        )
    }

    // MARK: - Numbers

    @Test func `storeys, kilometres, ages, days, months, regions and reports are no victims`() throws {
        let text = """
            A drone struck a nine-storey building in Kharkiv on Saturday, 30 km from the border, wounding five people, \
            among them a 16-year-old.

            The city has been under fire for 33 months, and in the past four days three districts lost power, according \
            to several reports.
            """
        let extraction = EventSamples.extract(text)
        let event = try #require(extraction.events.first)
        #expect(extraction.events.count == 1)
        #expect(event.figures(of: .injured).map(\.number) == [5])
        #expect(event.counts.allSatisfy { ![9, 30, 16, 33, 4, 3].contains($0.number) })
        #expect(Set(extraction.rejections.map(\.reason)).isSuperset(of: ["storeys", "distance", "age", "duration"]))
    }

    @Test(arguments: [
        ("A father and his six-year-old daughter were killed in shelling of Nikopol on Saturday.", "killed 2"),
        ("A father and his 6-year-old daughter were killed in shelling of Nikopol on Saturday.", "killed 2"),
        ("Shelling of Nikopol on Saturday killed a woman and a man.", "killed 2"),
    ])
    func `people named one by one are counted together`(text: String, count: String) throws {
        let event = try #require(EventSamples.extract(text).events.first)
        #expect(event.counts.map(EventSamples.spell) == [count])
    }

    @Test func `"including" names some of those already counted`() throws {
        let text =
            "Shelling of Nikopol killed one man on Saturday. Four others, including a teenage girl, were wounded."
        let event = try #require(EventSamples.extract(text).events.first)
        #expect(event.figures(of: .injured).map(\.number) == [4])
        #expect(event.figures(of: .killed).map(\.number) == [1])
    }

    @Test func `"51 of which" is a part of the drones launched, with a fate of its own`() {
        let text =
            "Ukraine's air force said Russia launched 64 drones at Ukraine overnight, 51 of which were shot down."
        #expect(
            EventSamples.lines(text) == [
                "attack.launch | 2024-11-16/2024-11-17 N | Ukraine | launched 64",
                "interception.airdefence | 2024-11-16/2024-11-17 N | Ukraine | intercepted 51",
            ]
        )
    }

    @Test func `"the other three" are of the missiles told of before`() {
        let text = """
            Ukraine's air force said Russia fired five ballistic missiles at the Odesa region on Saturday. \
            Two of them were shot down, and the other three disappeared from radar.
            """
        let events = EventSamples.extract(text).events
        let counts = events.flatMap(\.counts)
        #expect(events.count == 2)
        #expect(counts.filter { $0.kind == .launched }.map(\.best) == [5])
        #expect(counts.filter { $0.kind == .intercepted }.map(\.best) == [2])
        #expect(counts.filter { $0.kind == .fateUnknown }.map(\.best) == [3])
        #expect(counts.allSatisfy { $0.unit == .missile })
    }

    @Test func `a total as of a day is no event of that day`() throws {
        let text = """
            Authorities in the Belgorod region have evacuated more than 8,400 people as of Friday, the Interfax news \
            agency reported.
            """
        let event = try #require(EventSamples.extract(text).events.first)
        #expect(
            EventSamples.line(event) == "evacuation.movement | ../2024-11-15 A | Belgorod Oblast | evacuated 8401.."
        )
        let count = try #require(event.counts.first)
        #expect(count.scope == .runningTotal)
        #expect(count.asOf == CivilDate(iso: "2024-11-15"))
        #expect(event.figures(of: .evacuated).isEmpty)
    }

    // MARK: - Places

    @Test func `one attack told four times with three place words is one event`() {
        let text = """
            A Russian missile attack on the Kharkiv region killed two people on Saturday, officials said.

            The attack in the Chuhuiv district wounded six workers.

            The strike killed a farmer and his son, a neighbour said. The attack outside Chuhuiv also damaged a school.
            """
        let events = EventSamples.extract(text).events
        #expect(events.count == 1)
        #expect(events.first?.figures(of: .killed).map(\.number) == [2])
        #expect(events.first?.figures(of: .injured).map(\.number) == [6])
    }

    @Test(arguments: [
        ("Shelling killed two people in the Kursk region on Saturday.", "Kursk Oblast", PlaceLevel.admin1),
        ("Shelling killed two people in the city of Kursk on Saturday.", "Kursk", .place),
        ("Shelling killed two people in Kursk on Saturday.", "Kursk", .place),
        ("Shelling killed two people in Kharkiv region on Saturday.", "Kharkiv Oblast", .admin1),
        ("Kursk officials said shelling in the city had killed two people on Saturday.", "Kursk", .place),
    ])
    func `city and region of one name are told apart`(text: String, name: String, level: PlaceLevel) throws {
        let place = try #require(EventSamples.extract(text).events.first?.place)
        #expect(place.name == name)
        #expect(place.level == level)
    }

    // MARK: - Sources

    @Test func `debris of a missile is its owner's, and who says so is who stands by`() throws {
        let text = """
            Debris from a downed Russian missile fell on a kindergarten in Kyiv on Saturday, injuring three people, \
            the city's mayor said.
            """
        let event = try #require(EventSamples.extract(text).events.first)
        #expect(EventSamples.line(event) == "attack.debris | 2024-11-16 D | Kyiv | injured 3")
        #expect(event.weapons.map(\.code) == ["missile"])
        #expect(event.actor != "Ukraine")
    }

    @Test func `each clause has its own claimant`() {
        let text = """
            Kyiv's air force said it had downed 17 drones overnight. The Russian defence ministry said its forces had \
            destroyed eight drones over the Rostov region. In Kherson region, shelling wounded two people, the TASS news \
            agency reported.
            """
        let events = EventSamples.extract(text).events
        #expect(events.map { $0.source?.name } == ["Ukrainian Air Force", "Russian Defence Ministry", "TASS"])
        #expect(events.map { $0.source?.country } == ["UA", "RU", "RU"])
        #expect(events.map { $0.place?.name } == ["Ukraine", "Rostov Oblast", "Kherson Oblast"])
    }

    // MARK: - Weapons

    @Test(arguments: [
        ("Iranian-made drones hit a farm in Odesa on Saturday, killing two people.", "uav.oneway.shahed", "inferred"),
        ("A Shahed drone hit a farm in Odesa on Saturday, killing two people.", "uav.oneway.shahed", "stated"),
        (
            "A North Korean missile hit a farm in Odesa on Saturday, killing two people.", "missile.ballistic.kn23",
            "inferred"
        ),
        ("A KN-23 missile hit a farm in Odesa on Saturday, killing two people.", "missile.ballistic.kn23", "stated"),
    ])
    func `a maker's country lets a model be inferred`(text: String, code: String, model: String) throws {
        let extraction = EventSamples.extract(text)
        #expect(extraction.events.map { $0.weapons.map(\.code) } == [[code]])
        let mention = try #require(extraction.mentions.first { $0.kind == .weapon })
        #expect(mention.fields.first { $0.name == "model" }?.value == model)
    }

    @Test func `one missile under two names is one weapon`() {
        let text = "A North Korean missile, the KN-23, hit a farm in Odesa on Saturday, killing two people."
        #expect(EventSamples.extract(text).events.map { $0.weapons.map(\.code) } == [["missile.ballistic.kn23"]])
    }
}
