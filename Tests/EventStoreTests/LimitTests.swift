import DatelineCore
import EventFixtures
import EventStore
import Testing

/// Counting when only the largest groups are wanted.
@Suite struct LimitTests {
    @Test(arguments: [1, 2, 3, 7])
    func `the first groups are those that stand first without a limit`(limit: Int) throws {
        let store = try EventStore.open(path: ":memory:", mode: .readWrite)
        let names: [String?] = ["Air Force", "Mayor", nil, nil, nil, "Mayor", "Army", "Police", "Air Force", "Mayor"]
        let events = names.enumerated().map { index, name in
            Event.made(.attack, says: name.map { .named($0, .localAuthority) }, sentence: index + 1)
        }
        try store.store(.made(), events: events, rejections: [], extractor: "1.0.0")
        var filter = EventFilter()
        let all = try store.count(by: [.source], sum: nil, matching: filter)
        filter.limit = limit
        let some = try store.count(by: [.source], sum: nil, matching: filter)
        #expect(some.rows.prefix(limit) == all.rows.prefix(limit))
        #expect(some.total == all.total)
    }

    @Test(arguments: [1, 3, 5, 9])
    func `the first events are those that stand first without a limit`(limit: Int) throws {
        let store = try EventStore.open(path: ":memory:", mode: .readWrite)
        let days: [String?] = ["2031-05-09", nil, "2031-05-02", "2031-05-09", nil, "2031-05-01"]
        let events = days.enumerated().map { Event.made(.attack, $1, sentence: $0 + 1) }
        try store.store(.made(), events: events, rejections: [], extractor: "1.0.0")
        for order in [EventOrder.date, .id, .by(try EventSort(parsing: "-day"))] {
            var filter = EventFilter()
            var all: [Int64] = []
            try store.forEachEvent(matching: filter, order: order) { all.append($0.id) }
            filter.limit = limit
            var some: [Int64] = []
            try store.forEachEvent(matching: filter, order: order) { some.append($0.id) }
            #expect(some == Array(all.prefix(limit)))
        }
    }
}
