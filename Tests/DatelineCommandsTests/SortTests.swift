import DatelineCore
import EventExport
import EventFixtures
import EventStore
import Testing

/// Compares the order that the database gives with that of the cells that are written.
@Suite struct SortTests {
    private let store: EventStore
    private var records: [EventRecord] = []

    init() throws {
        store = try EventStore.open(path: ":memory:", mode: .readWrite)
        var events = BorderRaid.events
        let ties: [Event] = [
            .made(.attack, at: .city("aleppo", nil, "SY"), counts: [.atLeast(2, .person, .killed)]),
            .made(.attack, "2030-01-01", at: .city("Aden", nil, "YE"), says: .named("eyewitness", .witness)),
        ]
        events += ties + ties
        events[11].confidence = [.date: .low]
        events[3].confidence = [.date: .high]
        events[12].confidence = [.date: .medium]
        try store.store(.made(url: "https://example.org/b"), events: events, rejections: [], extractor: "1.0.0")
        try store.store(
            .made("A.txt", publisher: nil, published: nil, body: "Other."),
            events: ties,
            rejections: [],
            extractor: "0.9.0"
        )
        try store.forEachEvent(matching: EventFilter(), order: .id) { records.append($0) }
    }

    private func ids(_ sort: String) throws -> [Int64] {
        var ids: [Int64] = []
        try store.forEachEvent(matching: EventFilter(), order: .by(EventSort(parsing: sort))) { ids.append($0.id) }
        return ids
    }

    /// Where a cell stands among those of its column; nil for unknown.
    private func rank(_ cell: Cell, _ column: String) -> (number: Double, text: String)? {
        let codes: [String]? =
            switch column {
            case "status": ClaimStatus.allCases.map(\.rawValue)
            case "date_precision": DatePrecision.allCases.map(\.rawValue)
            case "place_level": PlaceLevel.allCases.map(\.rawValue)
            default: column.hasSuffix("_confidence") ? Confidence.allCases.map(\.rawValue) : nil
            }
        switch cell {
        case .empty: return nil
        case .integer(let number): return (Double(number), "")
        case .decimal(let number): return (number, "")
        case .text("U") where column == "date_precision": return nil
        case .text(let text): return (Double(codes?.firstIndex(of: text) ?? 0), codes == nil ? text.lowercased() : "")
        }
    }

    @Test(arguments: EventColumns.flat.names)
    func `events stand in the order of any column, unknown last and ties by number`(column: String) throws {
        let index = try #require(EventColumns.flat.names.firstIndex(of: column))
        for isDescending in [false, true] {
            let expected = records.sorted { first, second in
                let one = rank(EventColumns.flat.rows(for: first)[0][index], column)
                let other = rank(EventColumns.flat.rows(for: second)[0][index], column)
                guard let one, let other, one != other else {
                    return (one == nil) == (other == nil) ? first.id < second.id : other == nil
                }
                return isDescending ? one > other : one < other
            }
            #expect(try ids((isDescending ? "-" : "") + column) == expected.map(\.id))
        }
    }

    @Test func `every column of the flat form is one to sort by`() {
        #expect(Set(EventSort.columns) == Set(EventColumns.flat.names + ["day"]))
        #expect(Set(EventSort.columns).count == EventSort.columns.count)
    }

    @Test func `further columns decide between the same in the first`() throws {
        let places = try ids("country,-id").map { id in records.first { $0.id == id }?.event.place?.country }
        #expect(places == places.sorted { ($0 ?? "~") < ($1 ?? "~") })
        let russian = try ids("country,-id").filter { id in
            records.first { $0.id == id }?.event.place?.country == "RU"
        }
        #expect(russian == russian.sorted(by: >))
        #expect(russian.count > 3)
    }

    @Test func `an order that there is not is refused with those like it`() {
        #expect(throws: EventStoreError.self) { try EventSort(parsing: "") }
        let error = #expect(throws: EventStoreError.self) { try EventSort(parsing: "id,-plce") }
        #expect(error?.description == "there is no column “plce”; did you mean place?")
        #expect(error?.code == .unknownValue)
    }
}
