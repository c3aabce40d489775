import DatelineCore
import EventFixtures
import EventStore
import Testing

@Suite struct CountTests {
    let store: EventStore

    init() throws {
        store = try EventStore.open(path: ":memory:", mode: .readWrite)
    }

    private func table(
        _ events: [Event],
        by groupings: [Grouping] = [],
        sum kind: CountKind? = nil
    ) throws -> CountTable {
        try store.store(.made(), events: events, rejections: [], extractor: "1.0.0")
        return try store.count(by: groupings, sum: kind, matching: EventFilter())
    }

    private func groups(_ table: CountTable) -> [String] {
        table.rows.map { row in
            row.keys.map { key in key.map { $0 ?? "-" }.joined(separator: "/") }.joined(separator: " ")
                + " \(row.tally.events)"
        }
    }

    private func sum(_ counts: [[Count]], _ kind: CountKind = .killed) throws -> RangeSum? {
        try table(counts.map { .made(.attack, counts: $0) }, sum: kind).total.sums[.person]
    }

    @Test func `low and high are summed apart`() throws {
        let sum = try #require(try sum([[.between(10, 15, .person, .killed)], [.exactly(2, .person, .killed)]]))
        #expect(sum.low == 12)
        #expect(sum.high == 17)
        #expect(sum.events == 2)
    }

    @Test func `one open end makes the sum open`() throws {
        let sum = try #require(try sum([[.atLeast(14, .person, .killed)], [.exactly(2, .person, .killed)]]))
        #expect(sum.low == 16)
        #expect(sum.high == nil)
    }

    @Test func `"up to" adds nothing to the low end`() throws {
        let sum = try #require(try sum([[.between(nil, 20, .person, .killed)], [.exactly(2, .person, .killed)]]))
        #expect(sum.low == 2)
        #expect(sum.high == 22)
    }

    @Test func `"none" is 0, unknown is nothing`() throws {
        let none = try #require(
            try sum([[.between(0, 0, .person, .killed)], [.between(nil, nil, .person, .killed)], []])
        )
        #expect(none.low == 0)
        #expect(none.high == 0)
        #expect(none.events == 1)
        let table = try store.count(by: [], sum: .killed, matching: EventFilter())
        #expect(table.unknowns == 1)
    }

    @Test func `an event gives its own figure once`() throws {
        let mayor = Source.named("Mayor", .localAuthority)
        let counts: [Count] = [
            .exactly(40, .person, .killed, says: mayor), .exactly(90, .person, .killed, scope: .runningTotal),
            .exactly(1, .child, .killed, isPart: true), .exactly(13, .person, .killed),
            .exactly(15, .civilian, .killed),
        ]
        let table = try table([.made(.attack, counts: counts)], sum: .killed)
        #expect(table.total.sums[.person]?.low == 13)
        #expect(table.runningTotals == 1)
    }

    @Test(arguments: [
        (CountUnit.woman, CountUnit.child, 7, 8),  // "5 women and 3 children"
        (.person, .woman, 7, 8),  // "5 people and 3 women"
        (.woman, .child, 4, 8),  // "5 women, 3 children"
        (.person, .child, 4, 5),  // "5 people, 3 children"
        (.woman, .woman, 7, 5), (.woman, .child, 40, 5),
    ])
    func `a list by unit is one figure`(first: CountUnit, second: CountUnit, start: Int, total: Int) throws {
        var later = Count.exactly(3, second, .killed)
        later.range = start..<start + 2
        let table = try table([.made(.attack, counts: [.exactly(5, first, .killed), later])], sum: .killed)
        let sum = try #require(table.total.sums[.person])
        #expect(sum.low == total)
        #expect(sum.high == total)
        #expect(sum.events == 1)
    }

    @Test func `weeks begin on Monday and years as ISO 8601 has them`() throws {
        let days = ["2030-12-29", "2030-12-30", "2031-01-05", "2031-01-06"]
        let table = try table(days.map { .made(.attack, $0) }, by: [.week])
        #expect(groups(table) == ["2030-W52 1", "2031-W01 2", "2031-W02 1"])
    }

    @Test func `periods stand in the order of time, the undated last`() throws {
        let events: [Event] = [
            .made(.attack, "2031-05-17", "2031-06-02", precision: .range), .made(.attack, "2030-02-01"), .made(.attack),
            .made(.attack, nil, "2031-05-02", precision: .asOf),
        ]
        #expect(groups(try table(events, by: [.month])) == ["2030-02 1", "2031-05 2", "- 1"])
        let by = { try groups(store.count(by: [$0], sum: nil, matching: EventFilter())) }
        #expect(try by(.day) == ["2030-02-01 1", "2031-05-02 1", "2031-05-17 1", "- 1"])
        #expect(try by(.quarter) == ["2030-Q1 1", "2031-Q2 2", "- 1"])
        #expect(try by(.year) == ["2030 1", "2031 2", "- 1"])
    }

    @Test func `a region is told by its country, a place by its region`() throws {
        let events: [Event] = [
            .made(.attack, at: .city("Salem", "Central", "UG")), .made(.attack, at: .region("Central", "BW")),
            .made(.attack, at: .region("Central", "BW")), .made(.attack, at: .country("Uganda", "UG")), .made(.attack),
        ]
        #expect(groups(try table(events, by: [.admin1])) == ["Central/BW 2", "Central/UG 1", "-/UG 1", "-/- 1"])
        let places = try store.count(by: [.place], sum: nil, matching: EventFilter())
        #expect(groups(places) == ["Central/-/BW 2", "Salem/Central/UG 1", "Uganda/-/UG 1", "-/-/- 1"])
        let countries = try store.count(by: [.country], sum: nil, matching: EventFilter())
        #expect(groups(countries) == ["BW 2", "UG 2", "- 1"])
    }

    @Test func `a cross-table has its margins`() throws {
        let events: [Event] = [
            .made(.attack, "2031-05-13", with: ["uav", "missile"]), .made(.attack, "2031-05-14", with: ["uav"]),
            .made(.attack, "2031-05-20"),
        ]
        let table = try table(events, by: [.week, .weapon])
        #expect(groups(table) == ["2031-W20 uav 2", "2031-W20 missile 1", "2031-W21 - 1"])
        #expect(table.margins[0].map { "\($0.keys[0][0] ?? "-") \($0.tally.events)" } == ["2031-W20 2", "2031-W21 1"])
        #expect(table.margins[1].map { "\($0.keys[0][0] ?? "-") \($0.tally.events)" } == ["uav 2", "missile 1", "- 1"])
        #expect(table.total.events == 3)
    }
}
