import DatelineCore
import EventExport
import EventFixtures
import EventStore
import TestSupport
import Testing

/// The short way from the database to CSV.
@Suite struct FlatRowTests {
    @Test func `it writes the bytes that the long way writes`() throws {
        let folder = try TemporaryFolder()
        let store = try EventStore.open(path: folder.path("dateline.sqlite"), mode: .readWrite)
        try store.store(BorderRaid.article, events: BorderRaid.events, rejections: [], extractor: "1.0.0")
        let odd = [
            Event.made(.attack, quote: "=1+1 is a formula, \"he\" said\nand went on"),
            Event.made(.attack, "2031-05-02", at: .city("-5", "Sumy Oblast", "UA"), with: ["uav", "mine"]),
            Event.made(
                .attackShelling,
                counts: [
                    .exactly(5, .woman, .killed), .exactly(3, .child, .killed),
                    .exactly(2, .person, .killed, isPart: true),
                    .exactly(7, .drone, .launched), .exactly(1, .missile, .launched),
                    .exactly(40, .household, .evacuated),
                ]
            ),
        ]
        try store.store(.made("odd.txt", body: "Odd."), events: odd, rejections: [], extractor: "1.0.0")
        for order in [EventOrder.date, .id] {
            let short = Output()
            let shortWriter = try EventWriter(format: .csv, output: short)
            #expect(shortWriter.takesFlatRows)
            try store.forEachFlatRow(matching: EventFilter(), order: order) { try shortWriter.write($0) }
            let long = Output()
            let longWriter = try EventWriter(format: .csv, output: long)
            try store.forEachEvent(matching: EventFilter(), order: order) { try longWriter.write($0) }
            #expect(short.text == long.text)
            #expect(short.text.contains("'=1+1"))
        }
    }
}
