import Datasets
import DatelineCore
import EventExport
import EventFixtures
import TestSupport
import Testing

@Suite struct TableTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test func `columns are known by their common names`() throws {
        let text = """
            Date;Event type;City;Region;Country;Lat;Lon;Killed;Injured;Weapon;Source;Notes
            11 August 2031;shelling;Testivka;North;Ukraine;50,1;30;2;16+;mortar;Police;"Two died; more were hurt."
            2031-08-12;drone strike;Testivka;North;UKR;50.1;30;;1-3;Zapper;;

            """
        let (events, rejections) = try read(.named("csv"), text, in: folder)
        #expect(rejections == ["line 2: latitude \"50,1\" is no number from -90 to 90"])
        let event = try #require(events.first)
        #expect(event.event.type == .attackDrone && event.date == "2031-08-12 D")
        #expect(event.counts == ["injured person 2 1-3 between"])
        #expect(event.weapons == [Weapon(code: "unknown", text: "Zapper")])
        #expect(event.event.idIsContent && event.id.count == 32)
    }

    @Test func `the same row has the same hash and another row another`() throws {
        let text = "date,type\n2031-08-12,attack\n2031-08-12,attack\n2031-08-13,attack\n"
        let ids = try read(.named("csv"), text, in: folder).events.map(\.id)
        #expect(ids[0] == ids[1] && ids[1] != ids[2])
    }

    @Test func `Dateline's own export is read back`() throws {
        let output = Output()
        let writer = try EventWriter(format: .csv, output: output)
        for (number, event) in BorderRaid.events.enumerated() {
            try writer.write(EventRecord(id: Int64(number + 1), article: "a.txt", publisher: "Coast", event: event))
        }
        try writer.finish()
        let (events, rejections) = try read(.named("csv"), output.text, in: folder)
        #expect(rejections == [])
        #expect(events.count == BorderRaid.events.count)
        for (read, event) in zip(events, BorderRaid.events) {
            #expect(read.event.type == event.type && read.event.status == event.status)
            #expect(read.event.date.start == event.date.start && read.event.date.end == event.date.end)
            #expect(read.event.date.precision == event.date.precision)
            #expect(read.place?.name == event.place?.name && read.place?.level == event.place?.level)
            #expect(read.place?.country == event.place?.country && read.place?.admin1 == event.place?.admin1)
            #expect(read.source?.name == event.source?.name)
            #expect(read.actor == event.actor && read.target == event.target)
            #expect(read.weapons.map(\.code) == event.weapons.map(\.code))
            #expect(read.publisher == "Coast" && read.note == event.evidence.quote)
            guard let leading = event.leadingCount else { continue }
            let count = try #require(read.event.counts.first)
            #expect(count.kind == leading.kind && count.unit == leading.unit && count.scope == leading.scope)
            #expect(count.low == leading.low && count.high == leading.high && count.qualifier == leading.qualifier)
        }
    }

    @Test func `an export with one row a count is refused, since its rows are no events`() throws {
        let output = Output()
        let writer = try EventWriter(format: .csv, isLong: true, output: output)
        try writer.finish()
        let path = try folder.write("long.csv", text: output.text)
        let error = try #require(throws: DatasetError.self) { try DatasetReader(.named("csv"), fileAt: path) }
        #expect(error.reason == "has one row a count and not one an event; export it without --long")
    }

    @Test func `an apostrophe before a formula is no part of the text`() throws {
        let text = "id,date,type,note\n'=1,2031-08-12,attack,'@home\n2,2031-08-12,attack,'tis\n"
        let events = try read(.named("csv"), text, in: folder).events
        #expect(events.map(\.note) == ["@home", "'tis"])
        #expect(events.map(\.id) == ["=1", "2"])
    }

    @Test(arguments: [
        ("", "x.csv: is empty; its first line must name the columns"),
        ("a,b\n1,2\n", "csv.yaml: x.csv has no column \"type\"; it has a, b"),
    ])
    func `a table without a header or a type is refused`(text: String, message: String) throws {
        let path = try folder.write("x.csv", text: text)
        let error = try #require(throws: DatasetError.self) { try DatasetReader(.named("csv"), fileAt: path) }
        #expect(error.description.replacing(folder.path + "/", with: "") == message)
    }
}
