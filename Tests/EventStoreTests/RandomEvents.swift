import DatelineCore
import EventFixtures
import EventStore
import TestSupport

/// Random events and filters over few enough names that they often meet.
struct RandomEvents {
    var random: Seeded
    private var sentences = 0

    init(seed: UInt64) {
        random = Seeded(seed: seed)
    }

    static let places: [Place] = [
        .country("Ukraine", "UA").at(49, 32), .country("Russia", "RU"), .region("Sumy Oblast", "UA"),
        .region("Kursk Oblast", "RU"), .district("Okhtyrka Raion", "Sumy Oblast", "UA").at(50.3, 35),
        .city("Sumy", "Sumy Oblast", "UA").at(50.91, 34.8), .city("Sumy", "Sumy Oblast", "UA").at(50.95, 34.9),
        .city("Okhtyrka", "Sumy Oblast", "UA", admin2: "Okhtyrka Raion").at(50.31, 34.9),
        .city("Sudzha", "Kursk Oblast", "RU").at(51.19, 35.27), .city("Kursk", "Kursk Oblast", "RU").at(51.73, 36.19),
        .city("Salem", "Oregon", "US").at(44.94, -123.03), .city("Salem", "Massachusetts", "US").at(42.52, -70.9),
        .city("Somosomo", nil, "FJ").at(-16.77, 179.98), .city("Naiviivi", nil, "FJ").at(-16.75, -179.79),
        Place(name: "Ice Camp", text: "camp", level: .site, latitude: 89.6, longitude: 10),
        Place(name: "Donbas", text: "Donbas", level: .area, country: "UA", latitude: 48, longitude: 38),
        Place(name: "Black Sea", text: "sea", level: .sea, latitude: 43, longitude: 34),
    ]
    static let sources: [Source?] = [
        nil, .named("Air Force", .belligerentMilitary, "UA"), .named("Defence Ministry", .belligerentMilitary, "RU"),
        .named("Defence Ministry", .belligerentMilitary, "UA"), .named("Mayor of Sumy", .localAuthority, "UA"),
    ]
    static let publishers = [nil, "Harbour Post", "Northern Wire"]
    static let weapons = ["uav", "uav.oneway.shahed", "missile", "missile.ballistic.kn23", "bomb.glide", "mine"]
    static let words = ["harbour", "station", "bridge", "café", "market", "night", "shells"]

    mutating func event() -> Event {
        sentences += 1
        let quote = (0..<3).map { _ in random.pick(RandomEvents.words) }.joined(separator: " ")
        var event = Event.made(
            random.pick(EventType.allCases),
            at: random.oneIn(9) ? nil : random.pick(RandomEvents.places),
            and: random.some(of: RandomEvents.places, oneIn: 40),
            says: random.pick(RandomEvents.sources),
            status: random.pick(ClaimStatus.allCases),
            by: random.pick(["Russia", "Ukraine", nil]),
            with: random.some(of: RandomEvents.weapons, oneIn: 4),
            counts: (0..<random.number(0..<5)).map { _ in count() },
            sentence: sentences,
            quote: quote
        )
        event.date = date()
        for field in EventField.allCases where field.hasConfidence && !random.oneIn(4) {
            event.confidence[field] = random.pick(Confidence.allCases)
        }
        return event
    }

    /// Days about the ends of months and of a year, short and long spans, and open ones.
    private mutating func date() -> DateSpan {
        let months = ["2030-12-24", "2031-01-25", "2031-02-20", "2031-04-20"].compactMap { CivilDate(iso: $0) }
        let first = random.pick(months) + random.number(0..<14)
        let length = random.pick([0, 0, 1, random.number(2..<45), random.number(300..<1200), 365, 366, 367])
        return DateSpan(
            start: random.oneIn(6) ? nil : first,
            end: random.oneIn(6) ? nil : first + length,
            precision: .range,
            method: .weekday
        )
    }

    private mutating func count() -> Count {
        let kind = random.oneIn(3) ? random.pick(CountKind.allCases) : random.pick([.killed, .intercepted, .launched])
        let low = random.oneIn(4) ? nil : random.pick([0, random.number(1..<60), 5_000_000_000_000])
        let high = random.oneIn(4) ? nil : (low ?? 10) + random.number(0..<5)
        return Count(
            kind: kind,
            unit: random.oneIn(3) ? random.pick(CountUnit.allCases) : random.pick([.person, .child, .drone, .missile]),
            low: low,
            best: random.oneIn(2) ? random.number(0..<60) : nil,
            high: high,
            qualifier: .about,
            scope: random.oneIn(5) ? .runningTotal : .event,
            isPart: random.oneIn(5),
            source: random.oneIn(5) ? .named("Mayor", .localAuthority) : nil,
            text: "some",
            range: 0..<4
        )
    }

    /// A filter of a few fields.
    mutating func filter(articles paths: [String]) -> EventFilter {
        var filter = EventFilter()
        filter.includeWider = random.oneIn(2)
        filter.includeSuperseded = random.oneIn(4)
        for _ in 0..<random.pick([0, 1, 1, 1, 2, 2, 3]) { constrain(&filter, random.number(0..<15), paths) }
        return filter
    }

    private mutating func constrain(_ filter: inout EventFilter, _ field: Int, _ paths: [String]) {
        let firstDay = CivilDate(iso: "2030-12-20")
        switch field {
        case 0: filter.countries = random.some(of: ["UA", "ru", "Fiji"], oneIn: 2)
        case 1: filter.regions = [random.pick(Ledger.regions.map(\.name))]
        case 2: filter.regions = random.some(of: Ledger.regions.map(\.name), oneIn: 4)
        case 3:
            let place = random.pick(RandomEvents.places)
            let radius = Double(random.pick([random.number(1..<80), random.number(80..<2000), 12_000]))
            let shift = Double(random.number(0..<100)) / 200
            filter.circle = .init(
                latitude: min(90, (place.latitude ?? 50) + shift),
                longitude: max(-180, (place.longitude ?? 30) - shift),
                radius: radius
            )
        case 4:
            let west = Double(random.number(-180..<180)) + 0.5
            let width = random.pick([3, 20, 100, 300])
            let east = west + Double(random.number(1..<width))
            let south = Double(random.number(-90..<89)) + 0.25
            let north = Double(random.number(Int(south)..<91))
            filter.box = .init(west: west, south: south, east: east > 180 ? east - 360 : east, north: north)
        case 5: filter.from = firstDay.map { $0 + random.number(0..<160) }
        case 6:
            filter.from = firstDay.map { $0 + random.number(0..<160) }
            filter.to = filter.from.map { $0 + random.pick([0, 3, 31]) }
        case 7: filter.types = [random.pick(["attack", "interception", "attack.drone", "clash"])]
        case 8: filter.weapons = [random.pick(["uav", "missile", "mine", "missile.ballistic"])]
        case 9: filter.sources = random.some(of: ["air force", "narrator", "sumy", "defense ministry"], oneIn: 2)
        case 10:
            filter.publishers = [random.pick(["harbour", "wire"])]
            filter.statuses = [.claimed, .reported]
        case 11: filter.actors = [random.pick(["russia", "ukr"])]
        case 12:
            let kind = random.oneIn(2) ? nil : random.pick([CountKind.killed, .launched, .troops])
            filter.minCount = .init(kind: kind, number: random.pick([0, 20, 5_000_000_000_000]))
        case 13:
            let fields = EventField.allCases.filter(\.hasConfidence)
            let field = random.oneIn(3) ? nil : random.pick(fields)
            filter.minConfidences.append(.init(field: field, level: random.pick(Confidence.allCases)))
        default:
            if random.oneIn(2) {
                filter.text = random.pick(["cafe", "Harbour", "night shells", "bridge market"])
            } else {
                filter.articles = [random.pick(paths)]
            }
        }
    }
}

extension Place {
    /// The place with coordinates.
    func at(_ latitude: Double, _ longitude: Double) -> Place {
        var place = self
        place.latitude = latitude
        place.longitude = longitude
        return place
    }
}
