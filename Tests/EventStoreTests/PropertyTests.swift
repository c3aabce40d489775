import DatelineCore
import EventFixtures
import GRDB
import TestSupport
import Testing

@testable import EventStore

/// Compares what the database answers with what a plain loop over the same events answers.
@Suite struct PropertyTests {
    /// A database and what it should hold.
    private struct Both {
        let store: EventStore
        var ledger = Ledger()
        var maker: RandomEvents
        /// The articles as they were read; the publisher that stands in the database may be another.
        private var articles: [(article: Article, extractor: Int, publisher: String?)] = []

        init(seed: UInt64) throws {
            store = try EventStore.open(path: ":memory:", mode: .readWrite)
            maker = RandomEvents(seed: seed)
            // Every name is known from the start.
            try addArticle(
                RandomEvents.places.map { place in
                    var event = maker.event()
                    event.place = place
                    event.source = RandomEvents.sources[1]
                    event.actor = "Ukraine"
                    return event
                }
            )
            for source in RandomEvents.sources {
                var event = maker.event()
                (event.source, event.actor) = (source, "Russia")
                try addArticle([event])
            }
        }

        var paths: [String] { articles.map(\.article.path) }

        mutating func addArticle(_ events: [Event]) throws {
            let number = articles.count
            let publisher = RandomEvents.publishers[number % RandomEvents.publishers.count]
            let article = Article.made("Wire/\(number).txt", publisher: publisher, body: "Body \(number).")
            articles.append((article, 0, publisher))
            try put(number, events, as: .new)
        }

        private mutating func put(_ number: Int, _ events: [Event], as expected: StoreOutcome) throws {
            let (article, extractor, publisher) = articles[number]
            let outcome = try store.store(article, events: events, rejections: [], extractor: "1.0.\(extractor)")
            #expect(outcome == expected)
            ledger.entries += events.map { .init(event: $0, path: article.path, publisher: publisher) }
        }

        mutating func events(_ number: Int) -> [Event] {
            (0..<number).map { _ in maker.event() }
        }

        /// Changes something, in the database and in the list; the first articles stay, so that all names stand.
        mutating func change() throws {
            let number = maker.random.number(6..<articles.count)
            let path = articles[number].article.path
            let mine = ledger.entries.indices.filter { ledger.entries[$0].path == path }
            let current = mine.filter { !ledger.entries[$0].isSuperseded }
            switch maker.random.number(0..<9) {
            case 0:
                // Read anew: some events stay, some are changed at their words, some are new.
                let kept = maker.random.some(of: current.map { ledger.entries[$0].event }, oneIn: 2)
                let fresh = kept.map { event in
                    var other = event
                    if maker.random.oneIn(2) { other.status = .denied }
                    return other
                }
                let events = fresh + self.events(2)
                ledger.entries.removeAll { $0.path == path && !$0.isSuperseded }
                articles[number].extractor += 1
                try put(number, events, as: .reextracted)
            case 1:
                for index in current { ledger.entries[index].isSuperseded = true }
                articles[number].article.body += " More."
                articles[number].extractor = 0
                articles[number].publisher = articles[number].article.publisher
                try put(number, events(3), as: .newVersion)
            case 2:
                let publisher = try #require(RandomEvents.publishers[1])
                articles[number].publisher = publisher
                for index in mine { ledger.entries[index].publisher = publisher }
                try run(
                    "UPDATE article SET publisher = (SELECT id FROM publisher WHERE name = ?) WHERE path = ?",
                    [publisher, path]
                )
            default:
                guard let index = mine.randomElement(using: &maker.random) else { return }
                try change(index)
            }
        }

        /// Changes an event by SQL.
        private mutating func change(_ index: Int) throws {
            let sentence = ledger.entries[index].event.evidence.sentence
            let its = "(SELECT event FROM evidence WHERE sentence = ?)"
            switch maker.random.number(0..<6) {
            case 0:
                ledger.entries.remove(at: index)
                try run("DELETE FROM event WHERE id = \(its)", [sentence])
            case 1:
                ledger.entries[index].event.status = .confirmed
                try run("UPDATE event SET status = 'confirmed' WHERE id = \(its)", [sentence])
            case 2:
                let day = try #require(CivilDate(iso: "2031-03-31"))
                ledger.entries[index].event.date.start = day
                ledger.entries[index].event.date.end = day
                try run(
                    "UPDATE event SET date_start = ?1, date_end = ?1 WHERE id = (SELECT event FROM evidence WHERE sentence = ?2)",
                    [day.dayNumber, sentence]
                )
            case 3:
                ledger.entries[index].event.weapons = []
                try run("DELETE FROM event_weapon WHERE event = \(its)", [sentence])
            case 4:
                ledger.entries[index].event.otherPlaces = []
                try run("DELETE FROM event_place WHERE event = \(its)", [sentence])
            default:
                for count in ledger.entries[index].event.counts.indices
                where ledger.entries[index].event.counts[count].low != nil {
                    ledger.entries[index].event.counts[count].high = nil
                }
                try run("UPDATE event_count SET high = NULL WHERE low IS NOT NULL AND event = \(its)", [sentence])
            }
        }

        private func run(_ sql: String, _ arguments: StatementArguments) throws {
            try store.write("change") { try $0.execute(sql: sql, arguments: arguments) }
        }

        // MARK: - Comparing

        mutating func compare() throws {
            for _ in 0..<20 { try compareEvents(maker.filter(articles: paths)) }
            for _ in 0..<10 { try compareOverviews(maker.filter(articles: paths)) }
            let pairs = Grouping.allCases.flatMap { one in
                Grouping.allCases.filter { $0 != one }.map { [one, $0] }
            }
            let some = pairs.shuffled(using: &maker.random).prefix(25)
            for groupings in [[]] + Grouping.allCases.map({ [$0] }) + some {
                let kind = maker.random.pick([nil, .killed, .launched, .intercepted] as [CountKind?])
                try compareCounts(groupings, kind, maker.filter(articles: paths))
            }
            for kind in CountKind.allCases { try compareCounts([], kind, EventFilter()) }
            try store.check { #expect($0.isRight, "\($0)") }
        }

        private mutating func compareEvents(_ filter: EventFilter) throws {
            let expected = ledger.events(filter).map(\.event).sorted { $0.evidence.sentence < $1.evidence.sentence }
            var found: [EventRecord] = []
            try store.forEachEvent(matching: filter, order: .id) { found.append($0) }
            #expect(found.map(\.event).sorted { $0.evidence.sentence < $1.evidence.sentence } == expected, "\(filter)")
            #expect(found.map(\.id) == found.map(\.id).sorted())

            let byDay = found.sorted { first, second in
                let (one, other) = (first.event.date.firstKnown, second.event.date.firstKnown)
                return one != other
                    ? other == nil || one.map { one in other.map { one < $0 } == true } == true
                    : first.id < second.id
            }
            var limited = filter
            limited.limit = maker.random.pick([nil, 1, 7])
            var sorted: [Int64] = []
            try store.forEachEvent(matching: limited, order: .date) { sorted.append($0.id) }
            #expect(sorted == byDay.prefix(limited.limit ?? .max).map(\.id), "\(limited)")
        }

        private func compareOverviews(_ filter: EventFilter) throws {
            let expected = ledger.overviews(filter)
            let sources = try store.sources(matching: filter)
            #expect(Dictionary(sources.map { ($0.source, $0.events) }, uniquingKeysWith: +) == expected.sources)
            #expect(sources.count == expected.sources.count, "\(filter)")
            #expect(sources.map(\.events) == sources.map(\.events).sorted(by: >))
            let places = try store.places(matching: filter)
            #expect(Dictionary(places.map { ($0.place, $0.events) }, uniquingKeysWith: +) == expected.places)
            #expect(places.count == expected.places.count, "\(filter)")
            #expect(places.map(\.events) == places.map(\.events).sorted(by: >))
            var limited = filter
            limited.limit = 3
            #expect(try store.sources(matching: limited) == Array(sources.prefix(3)))
            #expect(try store.places(matching: limited) == Array(places.prefix(3)))
        }

        private func compareCounts(_ groupings: [Grouping], _ kind: CountKind?, _ filter: EventFilter) throws {
            let table = try store.count(by: groupings, sum: kind, matching: filter)
            let what = "\(groupings), \(kind.map(\.rawValue) ?? "events"), \(filter)"
            #expect(Ledger.Group(table.total) == ledger.groups([], kind, filter)[[]] ?? Ledger.Group(), "\(what)")
            if !groupings.isEmpty {
                #expect(PropertyTests.groups(table.rows) == ledger.groups(groupings, kind, filter), "\(what)")
            }
            #expect(Set(table.rows.map(\.keys)).count == table.rows.count, "\(what)")
            for (index, margin) in table.margins.enumerated() {
                #expect(PropertyTests.groups(margin) == ledger.groups([groupings[index]], kind, filter), "\(what)")
                guard !groupings.contains(.weapon) else { continue }
                var added: [[CountTable.Key]: Int] = [:]
                for row in table.rows { added[[row.keys[index]], default: 0] += row.tally.events }
                #expect(PropertyTests.groups(margin).mapValues(\.events) == added, "\(what)")
                #expect(added.values.reduce(0, +) == table.total.events)
            }
            if groupings.count == 1, groupings[0].isPeriod {
                let periods = table.rows.map { $0.keys[0][0] ?? "none" }
                #expect(periods == periods.sorted(), "\(what)")
            }
        }
    }

    private static func groups(_ rows: [CountTable.Row]) -> [[CountTable.Key]: Ledger.Group] {
        Dictionary(rows.map { ($0.keys, Ledger.Group($0.tally)) }) { first, _ in first }
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `filters, counts and sums agree with a loop over the events`(seed: UInt64) throws {
        var both = try Both(seed: seed)
        for _ in 0..<8 { try both.addArticle(both.events(12)) }
        // One segment is full, half of the next is packed, the rest is read from its rows.
        try both.store.write("go on") {
            try $0.execute(sql: "UPDATE sqlite_sequence SET seq = 65500 WHERE name = 'event'")
        }
        for _ in 0..<5 { try both.addArticle(both.events(12)) }
        try both.store.write("pack") { try SegmentWriter(database: $0).catchUp(all: true) }
        for _ in 0..<4 { try both.addArticle(both.events(12)) }
        try both.compare()

        for _ in 0..<30 { try both.change() }
        try both.compare()

        try both.store.write("pack") { try SegmentWriter(database: $0).catchUp(all: true) }
        try both.compare()
        for _ in 0..<5 { try both.change() }
        try both.store.check { #expect($0.isRight, "\($0)") }
    }
}

extension DateSpan {
    /// The day under which an event stands.
    fileprivate var firstKnown: CivilDate? { start ?? end }
}
