import DatelineCore
import EventFixtures
import EventStore
import Foundation

/// What a database should hold, as a plain list, and what it should answer, worked out event by event.
struct Ledger {
    struct Entry {
        var event: Event
        var path: String
        var publisher: String?
        var isSuperseded = false
    }

    var entries: [Entry] = []

    /// A name that a filter may have, whether a place is in it, and whether it is known only to what lies around it.
    struct NamedRegion: Sendable {
        let name: String
        let holds: @Sendable (Place) -> Bool
        let liesIn: @Sendable (Place) -> Bool
    }

    static let regions: [NamedRegion] = {
        @Sendable func isAround(_ place: Place, _ country: String) -> Bool {
            place.country == country && (place.level == .country || place.level == .area)
        }
        @Sendable func isIn(_ place: Place, _ country: String, _ admin1: String) -> Bool {
            place.country == country && place.admin1 == admin1
        }
        @Sendable func isSumy(_ place: Place) -> Bool { place.level == .admin1 && isIn(place, "UA", "Sumy Oblast") }
        return [
            NamedRegion(name: "Ukraine", holds: { $0.country == "UA" }, liesIn: { _ in false }),
            NamedRegion(name: "Sumy Oblast", holds: { isIn($0, "UA", "Sumy Oblast") }, liesIn: { isAround($0, "UA") }),
            NamedRegion(name: "Kursk", holds: { isIn($0, "RU", "Kursk Oblast") }, liesIn: { isAround($0, "RU") }),
            NamedRegion(
                name: "Okhtyrka Raion",
                holds: { isIn($0, "UA", "Sumy Oblast") && $0.admin2 == "Okhtyrka Raion" },
                liesIn: { isAround($0, "UA") || isSumy($0) }
            ),
            NamedRegion(
                name: "Okhtyrka city",
                holds: { $0.name == "Okhtyrka" },
                liesIn: { isAround($0, "UA") || isSumy($0) || $0.level == .admin2 }
            ),
            NamedRegion(
                name: "Sumy city",
                holds: { $0.name == "Sumy" },
                liesIn: { isAround($0, "UA") || isSumy($0) }
            ),
            NamedRegion(name: "Salem", holds: { $0.name == "Salem" }, liesIn: { _ in false }),
            NamedRegion(name: "Salem, Oregon", holds: { $0.admin1 == "Oregon" }, liesIn: { _ in false }),
            NamedRegion(
                name: "Donbas",
                holds: { $0.name == "Donbas" },
                liesIn: { $0.level == .country && $0.country == "UA" }
            ),
            NamedRegion(name: "Black Sea", holds: { $0.name == "Black Sea" }, liesIn: { _ in false }),
        ]
    }()

    // MARK: - Filters

    func events(_ filter: EventFilter) -> [Entry] {
        entries.filter { passes($0, filter) }
    }

    /// How many events each source stands for, and each place, by their names as words.
    func overviews(_ filter: EventFilter) -> (sources: [Source?: Int], places: [Place?: Int]) {
        var sources: [Source?: Int] = [:]
        var places: [Place?: Int] = [:]
        func named(_ place: Place) -> Place {
            var place = place
            place.text = place.name
            return place
        }
        for event in events(filter).map(\.event) {
            sources[event.source.map { .named($0.name, $0.kind, $0.country) }, default: 0] += 1
            for place in Set([event.place.map(named)] + event.otherPlaces.map(named)) { places[place, default: 0] += 1 }
        }
        return (sources, places)
    }

    private func passes(_ entry: Entry, _ filter: EventFilter) -> Bool {
        let event = entry.event
        if entry.isSuperseded, !filter.includeSuperseded { return false }
        if !filter.types.isEmpty {
            let isOf = filter.types.contains { type in
                event.type.rawValue == type || event.type.root == type || event.type.rawValue.hasSuffix("." + type)
            }
            if !isOf { return false }
        }
        if !filter.weapons.isEmpty, wanted(event, filter)?.isEmpty == true { return false }
        if !filter.sources.isEmpty {
            let names = ["air force": "Air Force", "sumy": "Mayor of Sumy", "defense ministry": "Defence Ministry"]
            if !filter.sources.contains(where: { names[$0] == event.source?.name }) { return false }
        }
        if let publisher = filter.publishers.first {
            if entry.publisher != (publisher == "wire" ? "Northern Wire" : "Harbour Post") { return false }
        }
        if let actor = filter.actors.first, event.actor?.lowercased().hasPrefix(actor) != true { return false }
        if !filter.statuses.isEmpty, !filter.statuses.contains(event.status) { return false }
        if !filter.articles.isEmpty, !filter.articles.contains(entry.path) { return false }
        if let text = filter.text?.lowercased() {
            let words = event.evidence.quote.replacing("é", with: "e").split(separator: " ")
            if !text.split(separator: " ").allSatisfy(words.contains) { return false }
        }
        return isPlaced(event, filter) && touches(event, filter) && counts(event, filter) && isSure(event, filter)
    }

    private func isPlaced(_ event: Event, _ filter: EventFilter) -> Bool {
        let places = [event.place].compactMap(\.self) + event.otherPlaces
        let codes = ["UA": "UA", "ru": "RU", "Fiji": "FJ"]
        if !filter.countries.isEmpty {
            let wanted = filter.countries.map { codes[$0] }
            if !places.contains(where: { $0.country != nil && wanted.contains($0.country) }) { return false }
        }
        if !filter.regions.isEmpty {
            let regions = Ledger.regions.filter { filter.regions.contains($0.name) }
            let isIn = places.contains { place in
                regions.contains { $0.holds(place) || filter.includeWider && $0.liesIn(place) }
            }
            if !isIn { return false }
        }
        let points = places.filter { place in
            filter.includeWider || [.site, .place, .near].contains(place.level)
        }.compactMap { place in place.latitude.flatMap { latitude in place.longitude.map { (latitude, $0) } } }
        if let circle = filter.circle {
            let isIn = points.contains { latitude, longitude in
                Ledger.kilometres(latitude, longitude, circle.latitude, circle.longitude) <= circle.radius
            }
            if !isIn { return false }
        }
        if let box = filter.box {
            let isIn = points.contains { latitude, longitude in
                let isBetween =
                    box.west <= box.east
                    ? box.west <= longitude && longitude <= box.east : longitude >= box.west || longitude <= box.east
                return box.south <= latitude && latitude <= box.north && isBetween
            }
            if !isIn { return false }
        }
        return true
    }

    /// The way between two points, by the angle between the lines to them from the middle of the earth.
    private static func kilometres(_ one: Double, _ first: Double, _ other: Double, _ second: Double) -> Double {
        func vector(_ latitude: Double, _ longitude: Double) -> [Double] {
            let (phi, lambda) = (latitude * .pi / 180, longitude * .pi / 180)
            return [cos(phi) * cos(lambda), cos(phi) * sin(lambda), sin(phi)]
        }
        let (a, b) = (vector(one, first), vector(other, second))
        let dot = zip(a, b).map { $0 * $1 }.reduce(0, +)
        let cross = [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]
        return atan2(cross.map { $0 * $0 }.reduce(0, +).squareRoot(), dot) * 6371.0088
    }

    private func touches(_ event: Event, _ filter: EventFilter) -> Bool {
        guard filter.from != nil || filter.to != nil else { return true }
        if event.date.start == nil, event.date.end == nil { return false }
        if let from = filter.from, let end = event.date.end, end < from { return false }
        if let to = filter.to, let start = event.date.start, start > to { return false }
        return true
    }

    private func counts(_ event: Event, _ filter: EventFilter) -> Bool {
        guard let least = filter.minCount else { return true }
        let counts =
            least.kind.map { kind in event.counts.filter { $0.kind == kind } }
            ?? [event.leadingCount].compactMap(\.self)
        return counts.contains { ($0.best ?? $0.low).map { $0 >= least.number } == true }
    }

    private func isSure(_ event: Event, _ filter: EventFilter) -> Bool {
        filter.minConfidences.allSatisfy { least in
            if let field = least.field { return event.confidence[field].map { $0 >= least.level } == true }
            return event.confidence[.type] != nil && event.confidence.values.allSatisfy { $0 >= least.level }
        }
    }

    // MARK: - Counts

    /// A sum: how many gave a figure, the least and the most.
    struct Sum: Hashable {
        var events = 0
        var low: Int?
        var high: Int? = 0

        init() {}

        init(_ sum: RangeSum) {
            (events, low, high) = (sum.events, sum.low, sum.high)
        }
    }

    struct Group: Hashable {
        var events = 0
        var sums: [UnitClass: Sum] = [:]

        init() {}

        init(_ tally: Tally) {
            events = tally.events
            sums = tally.sums.mapValues(Sum.init)
        }
    }

    /// The groups of what a filter lets pass; without a grouping one of all.
    func groups(_ groupings: [Grouping], _ kind: CountKind?, _ filter: EventFilter) -> [[CountTable.Key]: Group] {
        var groups: [[CountTable.Key]: Group] = [:]
        for entry in events(filter) {
            var keys: [[CountTable.Key]] = [[]]
            for grouping in groupings {
                keys = keys.flatMap { key in Ledger.keys(entry, grouping).map { key + [$0] } }
            }
            for key in keys {
                let weapon = groupings.firstIndex(of: .weapon).flatMap { key[$0][0] }
                let chosen = weapon.map { [$0] } ?? wanted(entry.event, filter)
                add(entry.event, kind, of: chosen, to: &groups[key, default: Group()])
            }
        }
        return groups
    }

    /// The weapons of an event that a filter asks for; nil where it asks for none.
    private func wanted(_ event: Event, _ filter: EventFilter) -> [String]? {
        guard let weapon = filter.weapons.first else { return nil }
        return event.weapons.map(\.code).filter { $0 == weapon || $0.hasPrefix(weapon + ".") }
    }

    private func add(_ event: Event, _ kind: CountKind?, of weapons: [String]?, to group: inout Group) {
        group.events += 1
        guard let kind else { return }
        for figure in event.figures(of: kind) {
            let unitClass = figure.unit.unitClass
            let own = event.weapons.map(\.code).filter { Weapon.unitClass(ofCode: $0) == unitClass }
            if let weapons, !own.isEmpty, !own.contains(where: weapons.contains) { continue }
            let isBare = figure.low == nil && figure.high == nil
            let (low, high) = isBare ? (figure.best, figure.best) : (figure.low, figure.high)
            var sum = group.sums[unitClass] ?? Sum()
            sum.events += 1
            if let low { sum.low = (sum.low ?? 0) + low }
            sum.high = sum.high.flatMap { total in high.map { total + $0 } }
            group.sums[unitClass] = sum
        }
    }

    private static func keys(_ entry: Entry, _ grouping: Grouping) -> [CountTable.Key] {
        let event = entry.event
        let day = event.date.start ?? event.date.end
        switch grouping {
        case .day: return [[day?.description]]
        case .week:
            return [[day.map { "\($0.isoWeek.year)-W\($0.isoWeek.week < 10 ? "0" : "")\($0.isoWeek.week)" }]]
        case .month: return [[day.map { String($0.description.prefix(7)) }]]
        case .quarter: return [[day.map { "\($0.year)-Q\([1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4][$0.month - 1])" }]]
        case .year: return [[day.map { String($0.description.prefix(4)) }]]
        case .country: return [[event.place?.country]]
        case .admin1: return [[event.place?.admin1, event.place?.country]]
        case .place:
            let isRegion = event.place?.level == .admin1
            return [[event.place?.name, isRegion ? nil : event.place?.admin1, event.place?.country]]
        case .type: return [[event.type.rawValue]]
        case .weapon: return event.weapons.isEmpty ? [[nil]] : event.weapons.map { [$0.code] }
        case .source: return [[event.source?.name]]
        case .publisher: return [[entry.publisher]]
        case .actor: return [[event.actor]]
        case .status: return [[event.status.rawValue]]
        }
    }
}
