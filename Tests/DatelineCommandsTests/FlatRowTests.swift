import Datasets
import DatelineCore
import EventExport
import EventFixtures
import EventStore
import TestSupport
import Testing

/// The short way from the database to the outputs, against the long way by values of events.
@Suite struct FlatRowTests {
    let folder: TemporaryFolder
    let store: EventStore

    init() throws {
        folder = try TemporaryFolder()
        store = try EventStore.open(path: folder.path("dateline.sqlite"), mode: .readWrite)
        try store.store(BorderRaid.article, events: BorderRaid.events, rejections: [], extractor: "1.0.0")
        let odd = [
            Event.made(.attack, quote: "=1+1 is a formula, \"he\" said\nand went on"),
            Event.made(.attack, "2031-05-02", at: .city("-5", "Sumy Oblast", "UA"), with: ["uav", "mine"]),
            Event.made(.attack, "0987-05-02", precision: .open, at: .country("Ukraine", "UA"), quote: "+1 tab\there"),
            Event.made(
                .attackShelling,
                counts: [
                    .exactly(5, .woman, .killed), .exactly(3, .child, .killed),
                    .exactly(2, .person, .killed, isPart: true), .atLeast(12, .person, .injured),
                    .between(nil, 9, .person, .evacuated),
                    .exactly(7, .drone, .launched), .exactly(1, .missile, .launched),
                    .exactly(40, .household, .evacuated),
                    .exactly(4, .person, .killed, says: .named("Mayor", .localAuthority)),
                ]
            ),
        ]
        var article = Article.made("odd.txt", publisher: nil, published: nil, body: "Odd.")
        article.modified = CivilDate(iso: "2031-05-20")
        try store.store(article, events: odd, rejections: [], extractor: "1.0.0")
        try importRows()
        try store.correct(event: 2, [(.actor, .name("=X")), (.place, nil)], author: "anna")
    }

    /// Events of a dataset, which are packed behind the import.
    private func importRows() throws {
        let text = """
            id,date,type,place,admin1,country,latitude,longitude,killed,source,url,note
            7,2031-05-01,attack.shelling,Sumy,Sumy Oblast,UA,50.91,34.80,3,Mayor of Sumy,,Shells hit a market.
            A2,2031-04-02,attack.drone,Sudzha,Kursk Oblast,RU,51.19,35.27,,,https://example.org/2,"A drone, near a mill."
            A3,2031-05-03,battle.clash,,,,,,12,,,Patrols met at night.

            """
        let file = try folder.write("rows.csv", text: text)
        let summary = try store.importDataset(
            DatasetReader(Dataset.named("csv"), fileAt: file),
            named: "strikes",
            file: file,
            isPartial: false
        )
        #expect(summary.added == 3)
    }

    /// What the two ways write of the columns, all where none are named.
    private func outputs(
        _ format: OutputFormat,
        _ names: [String]?,
        _ order: EventOrder
    ) throws -> (short: String, long: String) {
        let columns = try names.map { try EventColumns.choosable(isLong: false).chosen($0) }
        let (short, long) = (Output(), Output())
        let shortWriter = try EventWriter(format: format, columns: columns, output: short)
        let asked = try #require(shortWriter.flatColumns)
        try store.forEachFlatRow(asked, matching: EventFilter(), order: order) { try shortWriter.write($0) }
        try shortWriter.finish()
        let longWriter = try EventWriter(format: format, columns: columns, output: long)
        try store.forEachEvent(matching: EventFilter(), order: order) { try longWriter.write($0) }
        try longWriter.finish()
        return (short.text, long.text)
    }

    @Test(arguments: OutputFormat.allCases)
    func `every format has the same by both ways`(format: OutputFormat) throws {
        let orders = [EventOrder.date, .id, .by(try EventSort(parsing: "-killed_low,place"))]
        for order in orders {
            let (short, long) = try outputs(format, FlatColumn.allCases.map(\.rawValue), order)
            #expect(short == long)
            #expect(short.contains("strikes") && short.contains("=X"))
        }
        if [.csv, .tsv, .geojson].contains(format) {
            let (short, long) = try outputs(format, nil, .date)
            #expect(short == long)
        }
    }

    @Test(arguments: FlatColumn.allCases)
    func `a column alone is as it is among all`(column: FlatColumn) throws {
        for names in [[column.rawValue], ["quote", column.rawValue, "killed_high"], [column.rawValue, "count"]]
        where Set(names).count == names.count {
            let (short, long) = try outputs(.csv, names, .date)
            #expect(short == long)
            #expect(try outputs(.json, names, .id).short == outputs(.json, names, .id).long)
        }
    }

    @Test func `what would be a formula is text`() throws {
        #expect(try outputs(.csv, nil, .id).short.contains("'=1+1"))
        #expect(try outputs(.csv, ["actor"], .id).short.contains("\r\n'=X\r\n"))
    }

    @Test func `phrases, all fields and one row a count are made from values`() throws {
        func flatColumns(_ format: OutputFormat, isLong: Bool = false, _ names: [String]? = nil) throws -> [FlatColumn]?
        {
            let columns = try names.map { try EventColumns.choosable(isLong: isLong).chosen($0) }
            return try EventWriter(format: format, isLong: isLong, columns: columns, output: Output()).flatColumns
        }
        #expect(try flatColumns(.csv) == FlatColumn.allCases)
        #expect(try flatColumns(.json, ["place", "id"]) == [.place, .id])
        #expect(try flatColumns(.geojson, ["id"]) == [.id, .latitude, .longitude])
        #expect(try flatColumns(.jsonl) == nil)
        #expect(try flatColumns(.table) == nil)
        #expect(try flatColumns(.csv, ["id", "date"]) == nil)
        #expect(try flatColumns(.csv, isLong: true, ["id"]) == nil)
    }

    @Test func `an event read among many is as it is read alone`() throws {
        for order in [EventOrder.date, .id] {
            var records: [EventRecord] = []
            try store.forEachEvent(matching: EventFilter(), order: order) { records.append($0) }
            #expect(records.count == BorderRaid.events.count + 7)
            for record in records {
                var alone = try #require(try store.event(id: record.id))
                alone.event.reasons = []
                #expect(alone == record)
            }
            #expect(records.first { $0.id == 2 }?.corrected == ["place", "actor"])
        }
    }
}
