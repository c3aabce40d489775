import DatelineCore
import EventFixtures
import GRDB
import Migrations
import TestSupport
import Testing

@testable import EventStore

/// Why fields are as they are, in one value for each event.
@Suite struct ReasonTests {
    private let reasons = [
        Reason(field: .type, rule: #"a "quoted" \ rule"#, range: 4..<18),
        Reason(field: .date, rule: "line\u{1}\nbreak"),
        Reason(field: .place, rule: "Ж”", range: 0..<0),
    ]

    @Test func `reasons are read as they were stored, also as rows`() throws {
        let store = try EventStore.open(path: ":memory:", mode: .readWrite)
        var event = Event.made(.attack)
        try store.store(.made("a.txt"), events: [event], rejections: [], extractor: "1.0.0")
        event.reasons = reasons
        try store.store(.made("b.txt", body: "Other."), events: [event], rejections: [], extractor: "1.0.0")
        #expect(try store.event(id: 1)?.event.reasons == [])
        #expect(try store.event(id: 2)?.event.reasons == reasons)
        let rows = try store.read("read") { database in
            try Row.fetchAll(database, sql: #"SELECT event, ordinal, field, rule, start, "end" FROM event_reason"#)
        }
        #expect(
            rows == [
                ["event": 2, "ordinal": 0, "field": "type", "rule": #"a "quoted" \ rule"#, "start": 4, "end": 18],
                ["event": 2, "ordinal": 1, "field": "date", "rule": "line\u{1}\nbreak", "start": nil, "end": nil],
                ["event": 2, "ordinal": 2, "field": "place", "rule": "Ж”", "start": 0, "end": 0],
            ]
        )
    }

    @Test func `what is no list of reasons is an error`() {
        for json in ["", "{}", #"[["type"]]"#, #"[["mood", "r"]]"#, #"[["type", "r", 4]]"#, #"[["type", "r", 4, 3]]"#] {
            #expect(throws: (any Error).self) { try ReasonList.reasons(json) }
        }
    }

    @Test func `an earlier database keeps its reasons and fingerprints`() throws {
        try withTemporaryFolder { folder in
            let path = folder + "/old.sqlite"
            let old = try DatabaseQueue(path: path)
            for migration in Migration.all.prefix(14) {
                try old.write { try $0.execute(sql: migration.sql) }
            }
            try old.write { database in
                try database.execute(
                    sql: """
                        INSERT INTO article (id, hash, path, extractor, body) VALUES (1, randomblob(32), 'a', '1.0.0', 'A');
                        INSERT INTO event (id, article, type, date_precision, date_method, status)
                        VALUES (1, 1, 1, 'U', 'unresolved', 'reported'), (2, 1, 1, 'U', 'unresolved', 'reported');
                        INSERT INTO evidence (event, sentence, start, "end", trigger_start, trigger_end, quote)
                        VALUES (1, 1, 0, 1, 0, 1, 'A'), (2, 1, 0, 1, 0, 1, 'A');
                        INSERT INTO printing (article, words, marks, origin) VALUES (1, 40, 3, 1);
                        INSERT INTO fingerprint (value, is_reprint, article) VALUES (7, 0, 1), (5, 0, 1), (9, 0, 1);
                        """
                )
                for (ordinal, reason) in reasons.enumerated().reversed() {
                    try database.execute(
                        sql: "INSERT INTO event_reason VALUES (2, ?, ?, ?, ?, ?)",
                        arguments: [
                            ordinal, reason.field.rawValue, reason.rule, reason.range?.lowerBound,
                            reason.range?.upperBound,
                        ]
                    )
                }
            }
            try old.close()
            let store = try EventStore.open(path: path, mode: .readWrite)
            #expect(try store.event(id: 1)?.event.reasons == [])
            #expect(try store.event(id: 2)?.event.reasons == reasons)
            let marks = try store.read("read") { database in
                try String.fetchAll(database, sql: "SELECT value || ' ' || article || ' ' || marks FROM fingerprint")
            }
            #expect(marks == ["5 1 3", "7 1 3", "9 1 3"])
        }
    }
}
