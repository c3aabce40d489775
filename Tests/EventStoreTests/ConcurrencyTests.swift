import DatelineCore
import EventFixtures
import Foundation
import GRDB
import TestSupport
import Testing

@testable import EventStore

/// Several programs at one database.
@Suite struct ConcurrencyTests {
    private let folder: TemporaryFolder
    private let writer: EventStore

    private var path: String { folder.path("news.sqlite") }

    init() throws {
        folder = try TemporaryFolder()
        writer = try EventStore.open(path: folder.path("news.sqlite"), mode: .readWrite)
        try writer.store(BorderRaid.article, events: BorderRaid.events, rejections: [], extractor: "1.0.0")
        try writer.write("pack") { try SegmentWriter(database: $0).catchUp(all: true) }
    }

    @Test func `who asks never waits for who writes, and gets what was stored last`() throws {
        let reader = try EventStore.open(path: path, mode: .readOnly, busyTimeout: 0)
        try writer.write("hold") { database in
            try database.execute(sql: "DELETE FROM event WHERE id > 2")
            #expect(
                try reader.count(by: [.type], sum: .killed, matching: EventFilter()).total.events
                    == BorderRaid.events.count
            )
            // One that opens the file meanwhile does not wait either.
            let other = try EventStore.open(path: path, mode: .readOnly, busyTimeout: 0)
            #expect(try other.statistics().events == BorderRaid.events.count)
        }
        #expect(try reader.count(by: [], sum: nil, matching: EventFilter()).total.events == 2)
    }

    @Test func `an answer is of one state, whatever is stored while it is given`() throws {
        let reader = try EventStore.open(path: path, mode: .readOnly)
        var events: [Event] = []
        try reader.forEachEvent(matching: EventFilter(), order: .id) { record in
            if events.isEmpty {
                try writer.write("change") { try $0.execute(sql: "DELETE FROM event WHERE id > 2") }
            }
            events.append(record.event)
        }
        #expect(events == BorderRaid.events)
        #expect(try reader.statistics().events == 2)
    }

    @Test func `a second writer waits, and then says that another writes`() throws {
        let second = try EventStore.open(path: path, mode: .readWrite, busyTimeout: 0.4)
        try writer.write("hold") { _ in
            let start = ContinuousClock.now
            let error = #expect(throws: EventStoreError.self) {
                try second.store(.made(), events: [], rejections: [], extractor: "1.0.0")
            }
            #expect(start.duration(to: .now) >= .milliseconds(350))
            #expect(error?.code == .locked)
            #expect(
                error?.description == """
                    cannot store Articles/0001.txt: another program is writing to the database; try again when it has \
                    finished
                    """
            )
        }
        #expect(try second.store(.made(), events: [], rejections: [], extractor: "1.0.0") == .new)
    }

    @Test func `many writers at a new database wait for one another, and nothing is lost`() async throws {
        let path = folder.path("many.sqlite")
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<4 {
                group.addTask {
                    let store = try EventStore.open(path: path, mode: .readWrite, busyTimeout: 30)
                    for number in 0..<5 {
                        let article = Article.made("\(writer)-\(number).txt", body: "Body \(writer) \(number).")
                        try store.store(article, events: BorderRaid.events, rejections: [], extractor: "1.0.0")
                    }
                }
            }
            try await group.waitForAll()
        }
        let store = try EventStore.open(path: path, mode: .check)
        #expect(try store.statistics().articles == 20)
        #expect(try store.statistics().events == 20 * BorderRaid.events.count)
        try store.check { #expect($0.isRight, "\($0)") }
    }
}
