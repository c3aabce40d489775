import DatelineCore
import EventFixtures
import EventStore
import Testing

/// Corrections that move between databases.
@Suite struct CorrectionExchangeTests {
    let home: EventStore
    let away: EventStore
    let article = Article.made(url: "https://example.org/1")
    let event = Event.made(.attack, "2031-05-18", quote: "Shells fell on the town, officials said.")

    init() throws {
        home = try EventStore.open(path: ":memory:", mode: .readWrite)
        away = try EventStore.open(path: ":memory:", mode: .readWrite)
    }

    private func fill(_ store: EventStore, _ article: Article? = nil) throws {
        try store.store(article ?? self.article, events: [event], rejections: [], extractor: "1.0.0")
    }

    /// Everything corrected at home, as it comes back from a file.
    private func lines() throws -> [Correction] {
        try home.corrections().map { try Correction(line: $0.line) }
    }

    private func set(_ actor: String, in store: EventStore, by author: String = "anna", at time: Int) throws {
        let time = Timestamp(milliseconds: time)
        try store.correct(event: 1, [(.actor, .name(actor))], author: author, at: time)
    }

    private func actor(in store: EventStore) throws -> String? {
        try store.event(id: 1)?.event.actor
    }

    @Test func `a correction comes back from its line as it was`() throws {
        try fill(home)
        let place = Place.city("Sudzha", "Kursk Oblast", "RU")
        try home.correct(
            event: 1,
            [(.place, .place(place)), (.count(.killed), .counts([.atLeast(3, .person, .killed)])), (.actor, nil)],
            author: "anna",
            note: "on “maps”\nand in person"
        )
        try home.undoCorrection(ofEvent: 1, author: "bo")
        for correction in try home.corrections() {
            var expected = correction
            expected.id = 0
            expected.target.event = nil
            #expect(try Correction(line: correction.line) == expected)
        }
    }

    @Test func `applying twice changes nothing the second time`() throws {
        try fill(home)
        try fill(away)
        try set("X", in: home, at: 1_000)
        let first = try away.apply(lines())
        #expect((first.applied, first.known, first.waiting, first.conflicts.count) == (1, 0, 0, 0))
        #expect(try actor(in: away) == "X")
        let second = try away.apply(lines())
        #expect((second.applied, second.known) == (0, 1))
        #expect(try away.corrections().map(\.key) == home.corrections().map(\.key))
    }

    @Test func `a correction waits until its article comes`() throws {
        try fill(home)
        try set("X", in: home, at: 1_000)
        let result = try away.apply(lines())
        #expect((result.applied, result.waiting) == (0, 1))
        #expect(try away.apply(lines()).known == 1)
        try fill(away)
        #expect(try actor(in: away) == "X")
        #expect(try away.correctionNumbers() == (all: 1, waiting: 0))
    }

    @Test func `an article is known by its address where its text is another`() throws {
        try fill(home)
        try fill(
            away,
            .made("Elsewhere/7.txt", url: article.url, body: "Shells fell on the town, officials said. Again.")
        )
        try set("X", in: home, at: 1_000)
        #expect(try away.apply(lines()).applied == 1)
        #expect(try actor(in: away) == "X")
    }

    @Test func `of two that set one field the later one holds, wherever it was made`() throws {
        try fill(home)
        try fill(away)
        try set("X", in: home, at: 2_000)
        try set("Y", in: away, by: "bo", at: 1_000)
        let result = try away.apply(lines())
        #expect(result.conflicts.map(\.holds.author) == ["anna"])
        #expect(result.conflicts.map(\.other.author) == ["bo"])
        #expect(try actor(in: away) == "X")

        let third = try EventStore.open(path: ":memory:", mode: .readWrite)
        try fill(third)
        try set("Z", in: third, by: "cy", at: 3_000)
        #expect(try third.apply(lines()).conflicts.map(\.holds.author) == ["cy"])
        #expect(try actor(in: third) == "Z")
    }

    @Test func `what was taken back at home is taken back away`() throws {
        try fill(home)
        try fill(away)
        try set("X", in: home, at: 1_000)
        _ = try away.apply(lines())
        try home.undoCorrection(ofEvent: 1, author: "anna")
        #expect(try away.apply(lines()).applied == 1)
        #expect(try actor(in: away) == nil)
        #expect(try away.apply(lines()).known == 1)
    }

    @Test func `an added event moves with its corrections, in any order`() throws {
        var made = event
        made.markAsAdded()
        let (id, _) = try home.add(made, url: "https://example.org/2", author: "anna")
        try home.correct(event: id, [(.actor, .name("X"))], author: "bo")
        _ = try away.apply(lines().reversed())
        #expect(try away.statistics().events == 1)
        #expect(try actor(in: away) == "X")
        #expect(try away.event(id: 1)?.url == "https://example.org/2")
        #expect(try away.apply(lines()).known == 2)
    }

    @Test func `a line that is none is refused`() throws {
        try fill(home)
        try set("X", in: home, at: 1_000)
        let line = try #require(try home.corrections().first).line
        for (part, other) in [
            ("\"actor\"", "\"acter\""), ("\"X\"", "7"), ("\"by\":\"anna\"", "\"by\":\"\""), ("1970", "never"),
            ("\"path\"", "\"pth\""), ("[100,102]", "[102,100]"), ("{", ""),
        ] {
            #expect(line.contains(part), "\(part)")
            #expect(throws: (any Error).self, "\(other)") { try Correction(line: line.replacing(part, with: other)) }
        }
    }
}
