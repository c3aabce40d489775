import DatelineCore
import EventFixtures
import EventStore
import Testing

/// Compares what the database answers with what a plain loop over the same events answers.
@Suite struct PropertyTests {
    /// A generator of the same numbers every time (SplitMix64).
    struct Seeded: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var word = state
            word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
            word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
            return word ^ (word >> 31)
        }
    }

    static let places: [Place?] = [
        nil, .country("Ukraine", "UA"), .country("Russia", "RU"), .region("Sumy Oblast", "UA"),
        .city("Sumy", "Sumy Oblast", "UA"), .city("Okhtyrka", "Sumy Oblast", "UA", admin2: "Okhtyrka Raion"),
        .district("Okhtyrka Raion", "Sumy Oblast", "UA"), .region("Kursk Oblast", "RU"),
        .city("Sudzha", "Kursk Oblast", "RU"),
    ]
    static let sources: [Source?] = [
        nil, .named("Air Force", .belligerentMilitary, "UA"), .named("Defence Ministry", .belligerentMilitary, "RU"),
        .named("Mayor of Sumy", .localAuthority, "UA"),
    ]
    static let weapons = ["uav", "uav.oneway.shahed", "missile", "missile.ballistic.kn23", "bomb.glide", "mine"]

    static func event(_ random: inout Seeded) -> Event {
        let first = CivilDate(iso: "2031-04-20").map { $0 + Int.random(in: 0..<60, using: &random) }
        let start = Int.random(in: 0..<6, using: &random) == 0 ? nil : first
        let length = Int.random(in: 0..<4, using: &random)
        let end = Int.random(in: 0..<6, using: &random) == 0 ? nil : first.map { $0 + length }
        let kinds: [CountKind] = [.killed, .injured, .intercepted, .launched]
        let counts = (0..<Int.random(in: 0..<4, using: &random)).map { _ in
            let kind = kinds.randomElement(using: &random) ?? .killed
            let units: [CountUnit] =
                kind == .killed || kind == .injured ? [.person, .child] : [.drone, .missile, .rocket]
            let low = Int.random(in: 0..<4, using: &random) == 0 ? nil : Int.random(in: 0..<50, using: &random)
            let width = Int.random(in: 0..<5, using: &random)
            let isOpen = Int.random(in: 0..<4, using: &random) == 0
            return Count(
                kind: kind,
                unit: units.randomElement(using: &random) ?? .person,
                low: low,
                best: Bool.random(using: &random) ? low : nil,
                high: isOpen ? nil : (low ?? 10) + width,
                qualifier: .about,
                scope: Int.random(in: 0..<5, using: &random) == 0 ? .runningTotal : .event,
                isPart: Int.random(in: 0..<5, using: &random) == 0,
                source: Int.random(in: 0..<5, using: &random) == 0 ? .named("Mayor", .localAuthority) : nil,
                text: "some",
                range: 0..<4
            )
        }
        var event = Event.made(
            EventType.allCases.randomElement(using: &random) ?? .attack,
            at: places.randomElement(using: &random) ?? nil,
            and: Int.random(in: 0..<5, using: &random) == 0 ? [.region("Kursk Oblast", "RU")] : [],
            says: sources.randomElement(using: &random) ?? nil,
            status: ClaimStatus.allCases.randomElement(using: &random) ?? .reported,
            by: ["Russia", "Ukraine", nil].randomElement(using: &random) ?? nil,
            with: weapons.filter { _ in Int.random(in: 0..<4, using: &random) == 0 },
            counts: counts,
            sentence: Int.random(in: 1..<99, using: &random)
        )
        event.date = DateSpan(start: start, end: end, precision: .range, method: .weekday)
        return event
    }

    static func filter(_ random: inout Seeded) -> EventFilter {
        var filter = EventFilter()
        func sometimes(_ random: inout Seeded) -> Bool { Int.random(in: 0..<4, using: &random) == 0 }
        if sometimes(&random) { filter.countries = [["UA", "RU"].randomElement(using: &random) ?? "UA"] }
        if sometimes(&random) {
            filter.regions = [["Sumy Oblast", "Kursk Oblast"].randomElement(using: &random) ?? ""]
        }
        filter.includeWider = Bool.random(using: &random)
        if sometimes(&random) {
            filter.from = CivilDate(iso: "2031-05-01").map { $0 + Int.random(in: 0..<20, using: &random) }
        }
        if sometimes(&random) {
            filter.to = CivilDate(iso: "2031-05-21").map { $0 + Int.random(in: 0..<20, using: &random) }
        }
        if sometimes(&random) {
            filter.types = [["attack", "interception", "attack.drone"].randomElement(using: &random) ?? ""]
        }
        if sometimes(&random) { filter.weapons = [["uav", "missile", "mine"].randomElement(using: &random) ?? ""] }
        if sometimes(&random) {
            filter.sources = [["air force", "narrator", "sumy"].randomElement(using: &random) ?? ""]
        }
        if sometimes(&random) { filter.actors = ["russia"] }
        if sometimes(&random) { filter.statuses = [.claimed, .reported] }
        if sometimes(&random) { filter.minCount = .init(number: 20) }
        return filter
    }

    static func passes(_ event: Event, _ filter: EventFilter) -> Bool {
        let places = [event.place].compactMap(\.self) + event.otherPlaces
        if let country = filter.countries.first, !places.contains(where: { $0.country == country }) { return false }
        if let region = filter.regions.first {
            let country = region == "Sumy Oblast" ? "UA" : "RU"
            let isIn = places.contains { place in
                place.admin1 == region || (filter.includeWider && place.level == .country && place.country == country)
            }
            if !isIn { return false }
        }
        if filter.from != nil || filter.to != nil {
            if event.date.start == nil, event.date.end == nil { return false }
            if let from = filter.from, let end = event.date.end, end < from { return false }
            if let to = filter.to, let start = event.date.start, start > to { return false }
        }
        if let type = filter.types.first, event.type.rawValue != type, event.type.root != type { return false }
        if let weapon = filter.weapons.first, !event.weapons.contains(where: { $0.code.hasPrefix(weapon) }) {
            return false
        }
        if let source = filter.sources.first {
            let wanted = ["air force": "Air Force", "sumy": "Mayor of Sumy"][source]
            if event.source?.name != wanted { return false }
        }
        if !filter.actors.isEmpty, event.actor != "Russia" { return false }
        if !filter.statuses.isEmpty, !filter.statuses.contains(event.status) { return false }
        if let least = filter.minCount?.number {
            guard let count = event.leadingCount, let number = count.best ?? count.low, number >= least else {
                return false
            }
        }
        return true
    }

    /// The sum of a kind over events, added up one by one.
    static func sums(_ events: [Event], _ kind: CountKind) -> [UnitClass: [Int?]] {
        var sums: [UnitClass: [Int?]] = [:]
        for event in events {
            var seen: Set<UnitClass> = []
            for count in event.counts
            where count.kind == kind && count.source == nil && !count.isPart && count.scope != .runningTotal {
                guard count.low != nil || count.best != nil || count.high != nil else { continue }
                guard seen.insert(count.unit.unitClass).inserted else { continue }
                let low = count.low ?? (count.high == nil ? count.best : nil)
                let high = count.high ?? (count.low == nil ? count.best : nil)
                let sum = sums[count.unit.unitClass] ?? [nil, 0]
                let newLow = low.map { (sum[0] ?? 0) + $0 } ?? sum[0]
                let newHigh = sum[1].flatMap { total in high.map { total + $0 } }
                sums[count.unit.unitClass] = [newLow, newHigh]
            }
        }
        return sums
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `filters, counts and sums agree with a loop over the events`(seed: UInt64) throws {
        var random = Seeded(state: seed)
        let store = try EventStore.open(path: ":memory:", mode: .readWrite)
        var events: [Event] = []
        for number in 0..<20 {
            let batch = (0..<20).map { _ in PropertyTests.event(&random) }
            let article = Article.made("\(number).txt", body: "Body \(number).")
            try store.store(article, events: batch, rejections: [], extractor: "1.0.0")
            events += batch
        }
        for _ in 0..<60 {
            let filter = PropertyTests.filter(&random)
            let expected = events.filter { PropertyTests.passes($0, filter) }
            var found: [Event] = []
            try store.forEachEvent(matching: filter, order: .id) { found.append($0.event) }
            #expect(found == expected, "\(filter)")

            let kind: CountKind = Bool.random(using: &random) ? .killed : .injured
            let byWeek = try store.count(by: [.month, .status], sum: kind, matching: filter)
            #expect(byWeek.total.events == expected.count)
            #expect(byWeek.total.sums.mapValues { [$0.low, $0.high] } == PropertyTests.sums(expected, kind))
            #expect(byWeek.rows.map(\.tally.events).reduce(0, +) == expected.count)
            for row in byWeek.rows {
                let group = expected.filter { event in
                    let day = event.date.start ?? event.date.end
                    return day.map { String($0.description.prefix(7)) } == row.keys[0][0]
                        && event.status.rawValue == row.keys[1][0]
                }
                #expect(row.tally.events == group.count)
                #expect(row.tally.sums.mapValues { [$0.low, $0.high] } == PropertyTests.sums(group, kind))
            }
            for (index, margin) in byWeek.margins.enumerated() {
                for row in margin {
                    let beside = byWeek.rows.filter { $0.keys[index] == row.keys[0] }
                    #expect(row.tally.events == beside.map(\.tally.events).reduce(0, +))
                }
            }
        }
    }
}
