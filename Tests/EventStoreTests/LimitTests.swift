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
}
