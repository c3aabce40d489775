import Datasets
import DatelineCore
import EventFixtures
import GRDB
import TestSupport
import Testing

@testable import EventStore

/// The highest number that an event may have.
@Suite struct EventNumberTests {
    private let folder: TemporaryFolder
    private let store: EventStore

    /// A database that has numbered all events but one, of which one is left.
    init() throws {
        folder = try TemporaryFolder()
        store = try EventStore.open(path: folder.path("events.sqlite"), mode: .readWrite)
        try storeEvent(of: "a.txt", on: "2031-05-02")
        try store.write("number") {
            try $0.execute(sql: "UPDATE sqlite_sequence SET seq = 2147483646 WHERE name = 'event'")
        }
    }

    private func storeEvent(of path: String, on day: String) throws {
        let event = Event.made(.attack, day, at: .city("Sumy", "Sumy Oblast", "UA"))
        try store.store(.made(path, body: "Of \(path)."), events: [event], rejections: [], extractor: "1.0.0")
    }

    private func numbers(_ order: EventOrder, in regions: [String] = []) throws -> [Int64] {
        var filter = EventFilter()
        filter.regions = regions
        var numbers: [Int64] = []
        try store.forEachEvent(matching: filter, order: order) { numbers.append($0.id) }
        return numbers
    }

    @Test func `the event of the highest number is found by place and by day`() throws {
        try storeEvent(of: "b.txt", on: "1931-05-01")
        #expect(try numbers(.date) == [2_147_483_647, 1])
        #expect(try numbers(.date, in: ["Sumy Oblast"]) == [2_147_483_647, 1])
        #expect(try numbers(.id, in: ["Sumy Oblast"]) == [1, 2_147_483_647])
        #expect(try store.count(by: [.year], sum: nil, matching: EventFilter()).total.events == 2)
    }

    @Test func `no event is stored above it`() throws {
        try storeEvent(of: "b.txt", on: "2031-05-01")
        #expect(throws: EventStoreError.self) { try storeEvent(of: "c.txt", on: "2031-05-01") }
        #expect(try store.statistics().articles == 2)
        let file = try folder.write("rows.csv", text: "id,date,type,country\nA1,2031-05-01,attack,UA\n")
        let reader = try DatasetReader(Dataset.named("csv"), fileAt: file)
        let error = #expect(throws: EventStoreError.self) {
            try store.importDataset(reader, named: "strikes", file: file, isPartial: false)
        }
        #expect(
            error?.description
                == "cannot store an event: the database has numbered 2147483647 events, the most that it can; "
                + "go on in another one with --db"
        )
        #expect(try numbers(.id) == [1, 2_147_483_647])
    }
}
