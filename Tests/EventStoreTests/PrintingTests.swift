import DatelineCore
import EventFixtures
import GRDB
import Migrations
import TestSupport
import Testing

@testable import EventStore

@Suite struct PrintingTests {
    private let store: EventStore
    private let story: [String]
    private var stories = Stories(seed: 1)

    init() throws {
        store = try EventStore.open(path: ":memory:", mode: .readWrite)
        story = stories.story()
    }

    /// Stores a text with an event for each second sentence.
    @discardableResult
    private func print(
        _ number: Int,
        _ sentences: [String],
        on day: String? = "2031-05-18",
        url: String? = nil
    ) throws -> StoreOutcome {
        let (article, events) = Stories.article(number, sentences, published: day, url: url)
        return try store.store(article, events: events, rejections: [], extractor: "1.0.0")
    }

    /// The events in answers, by their articles' numbers, after a look whether every other way agrees.
    private func standing() throws -> [Int: Int] {
        var standing: [Int: Int] = [:]
        try store.forEachEvent(matching: EventFilter()) { record in
            #expect(record.repeats == nil)
            standing[Int(record.article.filter(\.isNumber)) ?? 0, default: 0] += 1
        }
        let number = standing.values.reduce(0, +)
        #expect(try store.count(by: [], sum: nil, matching: EventFilter()).total.events == number)
        var rows = 0
        try store.forEachFlatRow(matching: EventFilter(), order: .id) { _ in rows += 1 }
        #expect(rows == number)
        let view = try store.read("count") { try Int.fetchOne($0, sql: "SELECT count(*) FROM events") }
        #expect(view == number)
        try store.check { #expect($0.isRight, "\($0)") }
        return standing
    }

    @Test func `a cut copy's events are stored and not told again`() throws {
        try print(1, story, on: "2031-05-17")
        try print(2, Array(story.prefix(5)))
        #expect(try standing() == [1: 6])
        var filter = EventFilter()
        filter.includeReprints = true
        #expect(try store.count(by: [], sum: nil, matching: filter).total.events == 9)
        filter.limit = 8
        var repeats: [Int64?] = []
        try store.forEachEvent(matching: filter, order: .id) { repeats.append($0.repeats) }
        #expect(repeats == [nil, nil, nil, nil, nil, nil, 1, 2])
        let statistics = try store.statistics()
        #expect((statistics.articles, statistics.reprints, statistics.events) == (2, 1, 6))
        #expect(statistics.repeatedEvents == 3)
    }

    @Test func `a changed sentence and an added one count beside the origin's, once for all reprints`() throws {
        var stories = stories
        try print(1, story, on: "2031-05-17")
        let edited = stories.story(1) + story.dropFirst() + stories.story(1)
        try print(2, edited)
        try print(3, edited, on: "2031-05-19")
        try print(4, edited, on: nil)
        #expect(try standing() == [1: 6, 2: 2])
    }

    @Test func `an origin that comes late has the links turned`() throws {
        try print(1, story)
        try print(2, Array(story.prefix(6)), on: "2031-05-19")
        try print(3, story, on: nil)
        #expect(try standing() == [1: 6])
        try print(4, story, on: "2031-05-17")
        #expect(try standing() == [4: 6])
        #expect(try store.statistics().reprints == 3)
    }

    @Test func `those who printed an event are named, the origin first`() throws {
        try print(1, story)
        try print(2, Array(story.prefix(5)), on: "2031-05-19")
        try print(3, story, on: "2031-05-17")
        let first = try store.printings(ofEvent: 1)
        #expect(first.map(\.publisher) == ["Outlet 3", "Outlet 1", "Outlet 2"])
        #expect(first.map(\.event) == [10, 1, 7])
        #expect(try store.printings(ofEvent: 7) == first)
        // The cut copy does not have the last one.
        #expect(try store.printings(ofEvent: 6).map(\.publisher) == ["Outlet 3", "Outlet 1"])
        #expect(try store.event(id: 6)?.repeats == 15)
    }

    @Test func `a changed text at the same address is a version and no reprint`() throws {
        try print(1, story, url: "https://example.org/story")
        #expect(try print(2, story.dropLast() + ["And more."], url: "https://example.org/story") == .newVersion)
        #expect(try store.statistics().reprints == 0)
        #expect(try standing() == [2: 6])
        // A reprint of the former version is one of the new version, as far as it goes.
        try print(3, story, on: "2031-05-19")
        #expect(try standing() == [2: 6])
        // And stands by itself when the story at the address becomes another.
        var stories = stories
        try print(4, stories.story(4), url: "https://example.org/story")
        #expect(try standing() == [3: 6, 4: 2])
    }

    @Test func `what was corrected by hand stands, wherever it was printed`() throws {
        try print(1, story)
        try store.correct(event: 1, [(.status, .status(.denied))], author: "anna")
        try print(2, story, on: "2031-05-17")
        #expect(try standing() == [1: 1, 2: 5])
        try store.undoCorrection(ofEvent: 1, author: "anna")
        #expect(try standing() == [2: 6])
        // Deleted in the origin, it does not come back as that of a reprint.
        try store.correct(event: 7, [(.deleted, .deleted(true))], author: "anna")
        #expect(try standing() == [2: 5])
    }

    @Test func `only what was printed more than once is known by its words`() throws {
        func known() throws -> [Int] {
            let sql = "SELECT event FROM evidence WHERE wording IS NOT NULL ORDER BY event"
            return try store.read("read") { try Int.fetchAll($0, sql: sql) }
        }
        var stories = stories
        try print(1, story)
        try print(2, stories.story())
        #expect(try known() == [])
        #expect(try store.printings(ofEvent: 1).map(\.event) == [1])
        try print(3, story, on: "2031-05-19")
        #expect(try known() == Array(1...6) + Array(13...18))
        // Also those of a reprint that is read anew.
        let (article, events) = Stories.article(3, story, published: "2031-05-19")
        #expect(try store.store(article, events: events, rejections: [], extractor: "1.1.0") == .reextracted)
        #expect(try standing()[3] == nil)
    }

    @Test func `reprints of a run are counted with their stories`() throws {
        try print(1, story)
        let former = try store.newestArticle()
        #expect(try store.reprints(since: former) == ReprintCount(articles: 0, stories: 0))
        try print(2, story, on: "2031-05-19")
        // The one that came before has become a reprint too, and is none of this run.
        try print(3, story, on: "2031-05-17")
        #expect(try store.reprints(since: former) == ReprintCount(articles: 1, stories: 1))
        #expect(try store.statistics().reprints == 2)
    }

    @Test func `short texts and events added by hand are no reprints`() throws {
        try print(1, ["Shells fell on the town."])
        try print(2, ["Shells fell on the town."])
        try store.add(.made(.attack, quote: story[0]), author: "anna")
        try print(3, story)
        #expect(try store.statistics().reprints == 0)
        #expect(try store.statistics().events == 9)
    }

    // MARK: Earlier databases

    @Test func `articles of an earlier version are compared by the next ingest`() throws {
        try withTemporaryFolder { folder in
            let path = folder + "/old.sqlite"
            let old = try DatabaseQueue(path: path)
            for migration in Migration.all.prefix(9) {
                try old.write { try $0.execute(sql: migration.sql) }
            }
            let text = story.joined(separator: "\n\n")
            for number in 1...3 {
                try old.write { database in
                    try database.execute(
                        sql: """
                            INSERT INTO article (id, hash, path, published, extractor, body)
                            VALUES (?1, randomblob(32), ?1, 100 - ?1, '1.0.0', ?2);
                            INSERT INTO event (id, article, type, date_precision, date_method, status)
                            VALUES (?1, ?1, 1, 'U', 'unresolved', 'reported');
                            INSERT INTO evidence (event, sentence, start, "end", trigger_start, trigger_end, quote)
                            VALUES (?1, 1, 0, 9, 0, 9, ?3)
                            """.replacing("?1", with: "\(number)").replacing("?2", with: "'\(text)'")
                                .replacing("?3", with: "'\(story[0])'")
                    )
                }
            }
            try old.close()
            let store = try EventStore.open(path: path, mode: .readWrite)
            #expect(try store.statistics().events == 3)
            try store.check { #expect($0.isRight || $0.name == "search", "\($0)") }
            let (article, events) = Stories.article(9, Array(story.prefix(4)), published: nil)
            try store.store(article, events: events, rejections: [], extractor: "1.0.0")
            #expect(try store.statistics().reprints == 3)
            // The third came first; of the new one's two events one repeats its own.
            #expect(try store.printings(ofEvent: 1).map(\.event) == [3, 2, 1, 4])
            #expect(try store.statistics().events == 2)
            try store.check { #expect($0.isRight || $0.name == "search", "\($0)") }
        }
    }

    // MARK: Checking

    @Test(arguments: [
        ("DELETE FROM fingerprint WHERE article = 1", "article 1 has other fingerprints than its text"),
        ("UPDATE fingerprint SET is_reprint = 0", "article 2 has other fingerprints than its text"),
        ("INSERT INTO fingerprint VALUES (1, 0, 1, 9)", "there are fingerprints of no article"),
        ("UPDATE fingerprint SET marks = 1", "article 1 has other fingerprints than its text"),
        ("UPDATE printing SET words = words + 1 WHERE article = 1", "article 1 has other fingerprints than its text"),
        ("UPDATE printing SET origin = 2", "article 1 is no reprint of article 2"),
        ("UPDATE event SET repeats = NULL", "event 7 is a repeat and is not kept so"),
        ("UPDATE event SET repeats = 2 WHERE id = 1", "event 1 stands for itself and is not kept so"),
        ("UPDATE evidence SET wording = 1 WHERE event = 7", "event 7 is known by other words than its own"),
        ("DELETE FROM printing WHERE article = 2", "article 2 is not compared with others"),
    ])
    func `what is wrong with reprints is named, and made again`(sql: String, fault: String) throws {
        try print(1, story, on: "2031-05-17")
        try print(2, Array(story.prefix(5)))
        try store.write("change") { try $0.execute(sql: sql) }
        var outcome: CheckOutcome?
        try store.check { if $0.name == "reprints" { outcome = $0 } }
        #expect(outcome?.faults.contains { $0.hasPrefix(fault) } == true, "\(outcome?.faults ?? [])")
        try store.check(repairing: true) { #expect($0.isRight, "\($0)") }
        #expect(try standing() == [1: 6])
    }
}
