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

    @Test(arguments: [nil, 1, 3, 5, 9] as [Int?])
    func `events of a place stand by their days, those of a day by number, undated ones last`(limit: Int?) throws {
        let store = try EventStore.open(path: ":memory:", mode: .readWrite)
        let days: [String?] = ["2031-05-09", nil, "1931-05-02", "2031-05-09", nil, "2031-05-01", "2031-05-09"]
        let events = days.enumerated().map {
            Event.made(.attack, $1, at: .city("Sumy", "Sumy Oblast", "UA"), sentence: $0 + 1)
        }
        try store.store(.made(), events: events, rejections: [], extractor: "1.0.0")
        var filter = EventFilter()
        filter.regions = ["Sumy Oblast"]
        filter.limit = limit
        var byDay: [Int64] = []
        try store.forEachEvent(matching: filter, order: .date) { byDay.append($0.id) }
        #expect(byDay == Array(([3, 6, 1, 4, 7, 2, 5] as [Int64]).prefix(limit ?? 7)))
        var byNumber: [Int64] = []
        try store.forEachEvent(matching: filter, order: .id) { byNumber.append($0.id) }
        #expect(byNumber == Array((1...7).prefix(limit ?? 7)))
    }
}
