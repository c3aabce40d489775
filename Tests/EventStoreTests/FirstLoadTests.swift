import Datasets
import Foundation
import GRDB
import TestSupport
import Testing

@testable import EventStore

/// Loads into a database that has no events yet.
@Suite struct FirstLoadTests {
    private let folder: TemporaryFolder

    private var path: String { folder.path("events.sqlite") }

    init() throws {
        folder = try TemporaryFolder()
    }

    private func load(into store: EventStore, meanwhile: () -> Void = {}) throws {
        let rows = (1...5000).map {
            "\($0),2031-05-0\($0 % 9 + 1),attack.shelling,Town \($0 % 700),UA,50.\($0 % 90),34.8,3"
        }
        let text = (["id,date,type,place,country,latitude,longitude,killed"] + rows).joined(separator: "\n")
        let file = try folder.write("rows.csv", text: text + "\n")
        let reader = try DatasetReader(Dataset.named("csv"), fileAt: file)
        _ = try store.importDataset(reader, named: "strikes", file: file, progress: { _ in meanwhile() })
    }

    private func expectRight(_ path: String, events: Int) throws {
        let store = try EventStore.open(path: path, mode: .check)
        #expect(try store.statistics().events == events)
        try store.check { #expect($0.isRight, "\($0)") }
    }

    @Test func `who asks during a first load is told that another program writes`() throws {
        var said: [String] = []
        try load(into: EventStore.open(path: path, mode: .readWrite)) {
            do {
                _ = try EventStore.open(path: path, mode: .readOnly, busyTimeout: 0)
            } catch {
                said.append("\(error)")
            }
        }
        #expect(
            said == [
                "cannot open \(path): another program is writing to the database; try again when it has finished"
            ]
        )
        try expectRight(path, events: 5000)
        let mode = try DatabaseQueue(path: path).read { try String.fetchOne($0, sql: "PRAGMA journal_mode") }
        #expect(mode == "wal")
    }

    @Test func `who asked before a first load goes on asking`() throws {
        let store = try EventStore.open(path: path, mode: .readWrite)
        let reader = try EventStore.open(path: path, mode: .readOnly, busyTimeout: 0)
        var seen: [Int?] = []
        try load(into: store) { seen.append(try? reader.statistics().events) }
        #expect(seen == [5000])
        try expectRight(path, events: 5000)
    }

    @Test func `what a killed load has half written is undone by one that only reads`() throws {
        try load(into: EventStore.open(path: path, mode: .readWrite))
        let killed = folder.path("killed.sqlite")
        try DatabaseQueue(path: path).writeWithoutTransaction { database in
            // Less than the change needs, so that a part of it is in the file when that is copied.
            try database.execute(sql: "PRAGMA journal_mode = TRUNCATE; PRAGMA cache_size = 2")
            try database.inTransaction(.immediate) {
                try database.execute(sql: "DELETE FROM event_count; DELETE FROM event")
                for end in ["", "-journal"] {
                    try FileManager.default.copyItem(atPath: path + end, toPath: killed + end)
                }
                return .rollback
            }
        }
        #expect(try EventStore.open(path: killed, mode: .readOnly).statistics().events == 5000)
        try expectRight(killed, events: 5000)
    }

    @Test func `columns are packed from memory only where no other program has written between`() throws {
        let store = try EventStore.open(path: path, mode: .readWrite)
        func segments(meanwhile: () throws -> Void) throws -> Int {
            let event = SegmentLoader.Event(
                start: 1,
                end: 1,
                type: 1,
                place: 1,
                country: 1,
                region: 1,
                source: 1,
                actor: 1,
                status: 1,
                publisher: 1,
                article: 1,
                weapons: [],
                others: []
            )
            return try store.queue.writeWithoutTransaction { database in
                let loader = SegmentLoader(database)
                try loader.begin()
                for _ in 0..<SegmentWriter.patience { loader.add(event) }
                try loader.store(from: 1)
                try meanwhile()
                try loader.finish()
                return try Int.fetchOne(database, sql: "SELECT count(DISTINCT number) FROM segment") ?? 0
            }
        }
        let count = try segments {
            try DatabaseQueue(path: path).write { try $0.execute(sql: "INSERT INTO party (name) VALUES ('Norland')") }
        }
        #expect(count == 0)
        #expect(try segments {} == 1)
    }
}
