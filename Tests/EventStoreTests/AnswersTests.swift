import DatelineCore
import EventFixtures
import EventStore
import Testing

/// The questions that a reader of one article asks, and what the database must answer.
@Suite struct AnswersTests {
    let store: EventStore

    init() throws {
        store = try EventStore.open(path: ":memory:", mode: .readWrite)
        try store.store(BorderRaid.article, events: BorderRaid.events, rejections: [], extractor: "1.0.0")
    }

    private func ids(_ change: (inout EventFilter) -> Void) throws -> [Int64] {
        var filter = EventFilter()
        change(&filter)
        var ids: [Int64] = []
        try store.forEachEvent(matching: filter, order: .id) { ids.append($0.id) }
        return ids
    }

    /// The groups of a sum as "group: low-high unit (events)".
    private func sums(
        of kind: CountKind,
        by groupings: [Grouping] = [],
        _ change: (inout EventFilter) -> Void = { _ in }
    ) throws -> [String] {
        var filter = EventFilter()
        change(&filter)
        let table = try store.count(by: groupings, sum: kind, matching: filter)
        let rows = groupings.isEmpty ? [(keys: [], tally: table.total)] : table.rows.map { ($0.keys, $0.tally) }
        return rows.flatMap { keys, tally in
            tally.sums.sorted { $0.key < $1.key }.map { unit, sum in
                let name = keys.map { $0[0] ?? "none" }.joined(separator: " ")
                let low = sum.low.map(String.init) ?? "?"
                let high = sum.high.map(String.init) ?? "open"
                return "\(name)\(name.isEmpty ? "" : ": ")\(low)-\(high) \(unit.rawValue) (\(sum.events))"
            }
        }
    }

    @Test func `three were killed, all in one region of Ukraine; of Russia nothing is said, which is not 0`() throws {
        #expect(try sums(of: .killed) == ["3-3 person (1)"])
        #expect(try sums(of: .killed, by: [.admin1]) == ["Sumy Oblast: 3-3 person (1)"])
        let countries = try store.count(by: [.country], sum: .killed, matching: EventFilter())
        let russia = try #require(countries.rows.first { $0.keys == [["RU"]] })
        #expect(russia.tally.events == 6)
        #expect(russia.tally.sums.isEmpty)
    }

    @Test func `the injured are summed over both regions`() throws {
        #expect(try sums(of: .injured) == ["22-22 person (2)"])
        #expect(
            try sums(of: .injured, by: [.admin1]) == [
                "Belgorod Oblast: 17-17 person (1)", "Sumy Oblast: 5-5 person (1)",
            ]
        )
    }

    @Test func `each side's interceptions are summed apart, drones apart from missiles`() throws {
        #expect(
            try sums(of: .intercepted) { $0.actors = ["russia"] } == ["30-30 drone (2)", "3-3 missile (1)"]
        )
        #expect(try sums(of: .intercepted) { $0.actors = ["Ukraine"] } == ["39-39 drone (1)"])
        #expect(
            try sums(of: .intercepted, by: [.actor]) == [
                "Russia: 30-30 drone (2)", "Russia: 3-3 missile (1)", "Ukraine: 39-39 drone (1)",
            ]
        )
    }

    @Test func `a weapon asked for has its own numbers and not those beside it`() throws {
        #expect(try sums(of: .intercepted) { $0.weapons = ["uav"] } == ["69-69 drone (3)"])
        #expect(try sums(of: .intercepted) { $0.weapons = ["missile"] } == ["3-3 missile (1)"])
        #expect(
            try sums(of: .intercepted, by: [.weapon]) == [
                "uav: 30-30 drone (2)", "uav.oneway.shahed: 39-39 drone (1)",
                "missile.ballistic.tochka: 3-3 missile (1)",
            ]
        )
    }

    @Test func `what was launched is summed by kind of munition`() throws {
        #expect(
            try sums(of: .launched) { $0.actors = ["Russia"] } == ["44-44 drone (1)", "6-6 missile (1)"]
        )
    }

    @Test func `a running total is no part of a sum, and the sum says so`() throws {
        let table = try store.count(by: [], sum: .evacuated, matching: EventFilter())
        #expect(table.total.sums.isEmpty)
        #expect(table.runningTotals == 1)
    }

    @Test func `a region holds what is in it, not what is known of its country alone`() throws {
        #expect(try ids { $0.regions = ["Sumy Oblast"] } == [7])
        #expect(
            try ids {
                $0.regions = ["Sumy region"]
                $0.includeWider = true
            } == [7, 8, 9, 10]
        )
        #expect(try ids { $0.regions = ["Belgorod Oblast"] } == [1, 2, 4, 5, 6])
        #expect(try ids { $0.regions = ["Belgorod city"] } == [4])
        #expect(try ids { $0.regions = ["Ukraine"] } == [7, 8, 9, 10])
    }

    @Test func `a day has every event whose span touches it`() throws {
        #expect(
            try ids {
                $0.from = CivilDate(iso: "2031-05-17")
                $0.to = $0.from
            } == [1, 2, 3, 5]
        )
    }
}
