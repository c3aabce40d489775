import Datasets
import DatelineCore
import EventFixtures
import GRDB
import TestSupport
import Testing

@testable import EventStore

/// Rows of a dataset as events, and what a newer file does to them.
@Suite struct ImportTests {
    let folder: TemporaryFolder
    let store: EventStore

    init() throws {
        folder = try TemporaryFolder()
        store = try EventStore.open(path: folder.path("events.sqlite"), mode: .readWrite)
    }

    private static let header = "id,date,type,place,admin1,country,latitude,longitude,killed,source,note"
    private static let rows = [
        "A1,2031-05-01,attack.shelling,Sumy,Sumy Oblast,UA,50.91,34.80,3,Mayor of Sumy,Shells hit a market.",
        "A2,2031-05-02,attack.drone,Sudzha,Kursk Oblast,RU,51.19,35.27,,,A drone came down near a mill.",
        "A3,2031-05-03,battle.clash,Okhtyrka,Sumy Oblast,UA,50.31,34.89,12,,Patrols met at night.",
    ]

    private func importRows(
        _ rows: [String],
        isPartial: Bool = false,
        named name: String = "strikes"
    ) throws
        -> ImportSummary
    {
        let file = try folder.write("rows.csv", text: ([ImportTests.header] + rows).joined(separator: "\n") + "\n")
        let reader = try DatasetReader(Dataset.named("csv"), fileAt: file)
        return try store.importDataset(reader, named: name, file: file, isPartial: isPartial)
    }

    private func found(_ change: (inout EventFilter) -> Void = { _ in }) throws -> [EventRecord] {
        var filter = EventFilter()
        change(&filter)
        var records: [EventRecord] = []
        try store.forEachEvent(matching: filter, order: .id) { records.append($0) }
        return records
    }

    @Test func `every row is one event with its own id, place, figure and words`() throws {
        #expect(try importRows(ImportTests.rows).added == 3)
        let records = try found()
        #expect(records.map(\.originalID) == ["A1", "A2", "A3"])
        #expect(records.map(\.event.type) == [.attackShelling, .attackDrone, .battleClash])
        #expect(records.map(\.event.place?.admin1) == ["Sumy Oblast", "Kursk Oblast", "Sumy Oblast"])
        #expect(records.map { $0.event.leadingCount?.low } == [3, nil, 12])
        #expect(records[1].event.evidence.quote == "A drone came down near a mill.")
        #expect(try found { $0.regions = ["Sumy Oblast"] }.count == 2)
        #expect(try found { $0.text = "market" }.map(\.originalID) == ["A1"])
        let table = try store.count(by: [.admin1], sum: .killed, matching: EventFilter())
        #expect(table.total.sums[.person]?.low == 15)
    }

    @Test func `many rows are numbered by their places, and each keeps what it says`() throws {
        let towns = ["Sumy,Sumy Oblast,UA,50.91,34.80", "Goma,North Kivu,CD,-1.67,29.22", ",,,,"]
        let rows = (0..<5_001).map { number in
            "\(number),2031-05-\(10 + number % 9),attack.drone,\(towns[number % 3]),\(number),,Row \(number)."
        }
        #expect(try importRows(rows).added == 5_001)
        let records = try found()
        let names = records.map { $0.event.place?.name ?? "nowhere" }
        let changes = zip(names, names.dropFirst()).filter { $0 != $1 }
        #expect(changes.map(\.1) == ["Sumy", "nowhere"])
        for record in records {
            let number = try #require(record.originalID.flatMap(Int.init))
            #expect(record.event.leadingCount?.best == number)
            #expect(record.event.evidence.quote == "Row \(number).")
            #expect(record.event.place?.country == ["UA", "CD", nil][number % 3])
        }
        #expect(try importRows(rows).unchanged == 5_001)
        #expect(try found() == records)
    }

    @Test func `the same file again changes nothing`() throws {
        _ = try importRows(ImportTests.rows)
        let before = try found()
        let summary = try importRows(ImportTests.rows)
        #expect([summary.added, summary.changed, summary.unchanged, summary.removed] == [0, 0, 3, 0])
        #expect(try found() == before)
    }

    @Test func `a newer file adds, changes and removes, and events keep their numbers`() throws {
        _ = try importRows(ImportTests.rows)
        let number = try #require(try found { $0.text = "patrols" }.first?.id)
        let newer = [
            ImportTests.rows[0], ImportTests.rows[2].replacing(",12,", with: ",14,"),
            "A4,2031-05-04,attack.drone,Sumy,Sumy Oblast,UA,50.91,34.80,,,Drones flew over.",
        ]
        let summary = try importRows(newer)
        #expect([summary.added, summary.changed, summary.unchanged, summary.removed] == [1, 1, 1, 1])
        #expect(try found().map(\.originalID) == ["A1", "A3", "A4"])
        #expect(try store.event(id: number)?.event.leadingCount?.low == 14)
        #expect(try found { $0.includeSuperseded = true }.count == 4)
        // And back again.
        #expect(try importRows(ImportTests.rows).changed == 2)
        #expect(try found().map(\.originalID) == ["A1", "A2", "A3"])
    }

    @Test func `a part of a dataset removes nothing, and another dataset is left alone`() throws {
        _ = try importRows(ImportTests.rows)
        #expect(try importRows([ImportTests.rows[0]], isPartial: true).removed == 0)
        #expect(try importRows([ImportTests.rows[0]], named: "others").added == 1)
        #expect(try found().count == 4)
        #expect(try found { $0.articles = ["others"] }.count == 1)
    }

    @Test func `an id that stands twice in a file is two events, each time`() throws {
        let rows = [ImportTests.rows[0], ImportTests.rows[1].replacing("A2", with: "A1")]
        #expect(try importRows(rows).added == 2)
        #expect(try found().map(\.originalID) == ["A1", "A1#2"])
        #expect(try importRows(rows).unchanged == 2)
    }

    @Test func `ids are known again in whatever order they stand, numbers and words`() throws {
        func rows(_ ids: [String]) -> [String] { ids.map { ImportTests.rows[0].replacing("A1", with: $0) } }
        let ids = ["30", "7", "B", "30", "A", "B", "007", "31", "7", "-2", "Ä"]
        #expect(try importRows(rows(ids)).added == ids.count)
        #expect(
            try found().map(\.originalID) == ["30", "7", "B", "30#2", "A", "B#2", "007", "31", "7#2", "-2", "Ä"]
        )
        #expect(try importRows(rows(ids)).unchanged == ids.count)
        let more = try importRows(rows(["Z", "5", "-3", "Ä", "8", "C"]), isPartial: true)
        #expect([more.added, more.unchanged] == [5, 1])
    }

    @Test func `what was corrected by hand stays so when the row changes`() throws {
        _ = try importRows(ImportTests.rows)
        try store.correct(event: 1, [(.actor, .name("Russia"))], author: "anna")
        #expect(try store.event(id: 1)?.event.actor == "Russia")
        #expect(try importRows([ImportTests.rows[0].replacing(",3,", with: ",4,")], isPartial: true).changed == 1)
        let event = try #require(try store.event(id: 1)?.event)
        #expect(event.actor == "Russia")
        #expect(event.leadingCount?.low == 4)
        // Rows are kept for a while before they are stored; one that has corrections, and its like, are found all the same.
        let twice = [ImportTests.rows[0], ImportTests.rows[1], ImportTests.rows[1]]
        #expect(try importRows(twice, isPartial: true).added == 1)
        #expect(try importRows(twice, isPartial: true).unchanged == 3)
    }

    @Test func `a large load leaves the indexes, columns and answers of a small one`() throws {
        let rows = (0..<45_000).map { number in
            "\(number),2031-05-\(10 + number % 20),attack.drone,Town \(number % 50),Sumy Oblast,UA,50.\(10 + number % 50),34.5,"
                + "\(number % 3),,Drone \(number) came down."
        }
        let indexes = {
            try store.queue.read { try String.fetchAll($0, sql: "SELECT name FROM sqlite_schema ORDER BY 1") }
        }
        let before = try indexes()
        #expect(try importRows(rows).added == 45_000)
        #expect(try indexes() == before)
        let day = CivilDate(iso: "2031-05-12")
        let onDay = try found {
            ($0.from, $0.to) = (day, day)
            $0.regions = ["Town 2"]
        }
        #expect(onDay.count == rows.count { $0.contains("-12,") && $0.contains(",Town 2,") })
        let counts = try store.count(by: [.day], sum: .killed, matching: EventFilter())
        #expect(counts.total.events == 45_000)
        #expect(counts.total.sums[.person]?.high == (0..<45_000).map { $0 % 3 }.reduce(0, +))
        #expect(try store.queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM segment") } ?? 0 > 0)
    }

    @Test func `indexes that a cut-off import left out are made by the next`() throws {
        _ = try importRows(ImportTests.rows)
        try store.queue.writeWithoutTransaction { database in
            try BulkLoad(database).dropIndexes(run: 1)
            let left = try String.fetchAll(
                database,
                sql: "SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'event'"
            )
            // Those of few events, which cost a load nothing.
            #expect(left == ["event_long", "event_repeats"])
        }
        #expect(try found { $0.regions = ["Sumy Oblast"] }.count == 2)
        _ = try importRows(ImportTests.rows)
        let plan = try store.plan { _ = try found { $0.regions = ["Sumy Oblast"] } }
        #expect(plan?.text.contains("event_place_day") == true)
    }

    @Test func `circles and boxes find points, and wider areas only where asked`() throws {
        _ = try importRows(
            ImportTests.rows + ["A5,2031-05-05,attack.drone,,Sumy Oblast,UA,50.9,34.8,,,Drones over the oblast."]
        )
        let around = EventFilter.Circle(latitude: 50.91, longitude: 34.8, radius: 5)
        #expect(try found { $0.circle = around }.map(\.originalID) == ["A1"])
        #expect(
            try found {
                $0.circle = around
                $0.includeWider = true
            }.map(\.originalID) == ["A1", "A5"]
        )
        #expect(try found { $0.box = .init(west: 35, south: 51, east: 36, north: 52) }.map(\.originalID) == ["A2"])
        // The long way around, over the 180th meridian.
        #expect(
            try found { $0.box = .init(west: 35, south: 50, east: 34.85, north: 52) }.map(\.originalID) == ["A1", "A2"]
        )
    }

    @Test func `places that are stored already are found again, also those that a correction brought between`() throws {
        #expect(try importRows(ImportTests.rows).added == 3)
        try store.correct(event: 1, [(.place, .place(.city("Lebedyn", "Sumy Oblast", "UA")))], author: "anna")
        let newer = [
            "A1,2031-05-01,attack.shelling,Trostianets,Sumy Oblast,UA,50.48,34.97,4,,Shells hit a station.",
            "A4,2031-05-04,attack.drone,Romny,Sumy Oblast,UA,50.75,33.47,,,A drone fell.",
            "A5,2031-05-05,attack.drone,Trostianets,Sumy Oblast,UA,50.48,34.97,,,A drone fell.",
        ]
        #expect(try importRows(newer, isPartial: true).added == 2)
        #expect(try importRows(ImportTests.rows + newer.dropFirst(), named: "others").added == 5)
        let names = try store.queue.read {
            try String.fetchAll($0, sql: "SELECT name FROM place ORDER BY id")
        }
        #expect(names == ["Sumy", "Sudzha", "Okhtyrka", "Lebedyn", "Trostianets", "Romny"])
        #expect(try found().compactMap(\.event.place?.name).count == 10)
        try store.check { #expect($0.isRight, "\($0)") }
    }
}
