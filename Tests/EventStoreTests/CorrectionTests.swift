import DatelineCore
import EventFixtures
import EventStore
import Testing

@Suite struct CorrectionTests {
    let store: EventStore
    let article = Article.made(url: "https://example.org/1", body: "Shells fell on the town. Two drones came down.")
    let sudzha = Place.city("Sudzha", "Kursk Oblast", "RU")

    init() throws {
        store = try EventStore.open(path: ":memory:", mode: .readWrite)
    }

    /// An event whose trigger and sentence stand where the quote does in the body.
    private func event(
        _ type: EventType,
        _ quote: String,
        in article: Article,
        trigger: String,
        at place: Place? = nil,
        counts: [Count] = []
    ) throws -> Event {
        let body = Array(article.body.utf8)
        func range(of text: String, from start: Int) throws -> ByteRange {
            let words = Array(text.utf8)
            let first = try #require((start...body.count - words.count).first { body[$0...].starts(with: words) })
            return first..<first + words.count
        }
        var event = Event.made(type, "2031-05-18", at: place, counts: counts, quote: quote)
        event.evidence.range = try range(of: quote, from: 0)
        event.evidence.trigger = try range(of: trigger, from: event.evidence.range.lowerBound)
        event.reasons = [Reason(field: .place, rule: "nearest", range: 0..<3), Reason(field: .type, rule: "trigger")]
        event.confidence = [.type: .medium, .place: .low]
        return event
    }

    private func shelling(in article: Article, trigger: String = "fell") throws -> Event {
        try event(
            .attackShelling,
            "Shells fell on the town.",
            in: article,
            trigger: trigger,
            at: .region("Kursk Oblast", "RU"),
            counts: [.exactly(3, .person, .killed), .exactly(5, .person, .injured)]
        )
    }

    private func downing(in article: Article) throws -> Event {
        try event(.interceptionAirDefence, "Two drones came down.", in: article, trigger: "came down")
    }

    @discardableResult
    private func store(_ article: Article, _ events: [Event], extractor: String = "1.0.0") throws -> StoreOutcome {
        try store.store(article, events: events, rejections: [], extractor: extractor)
    }

    private func found(_ change: (inout EventFilter) -> Void = { _ in }) throws -> [EventRecord] {
        var filter = EventFilter()
        change(&filter)
        var records: [EventRecord] = []
        try store.forEachEvent(matching: filter, order: .id) { records.append($0) }
        return records
    }

    // MARK: Setting

    @Test func `every query answers from the corrected rows`() throws {
        try store(article, [shelling(in: article), downing(in: article)])
        try store.correct(
            event: 1,
            [
                (.place, .place(sudzha)), (.count(.killed), .counts([.atLeast(14, .person, .killed)])),
                (.type, .type(.attackDrone)),
            ],
            author: "anna"
        )
        #expect(try found { $0.regions = ["Sudzha"] }.map(\.id) == [1])
        #expect(try found { $0.types = ["attack.drone"] }.map(\.id) == [1])
        #expect(try found { $0.minCount = .init(kind: .killed, number: 14) }.map(\.id) == [1])
        let event = try #require(try store.event(id: 1)?.event)
        #expect(event.counts.map(\.kind) == [.killed, .injured])
        #expect(event.counts[0].high == nil)
        #expect(try store.event(id: 1)?.corrected == ["type", "place", "killed"])
        #expect(try store.event(id: 2)?.corrected == [])
    }

    @Test func `a corrected field is sure and says by which rule it stands`() throws {
        try store(article, [shelling(in: article)])
        try store.correct(event: 1, [(.place, .place(sudzha))], author: "anna")
        let event = try #require(try store.event(id: 1)?.event)
        #expect(event.confidence == [.type: .medium, .place: .high])
        #expect(event.reasons == [Reason(field: .type, rule: "trigger"), Reason(field: .place, rule: "corrected")])
        try store.correct(event: 1, [(.place, nil)], author: "anna")
        #expect(try store.event(id: 1)?.event.confidence[.place] == nil)
        #expect(try store.event(id: 1)?.event.place == nil)
    }

    @Test func `every field can be set and cleared`() throws {
        try store(article, [shelling(in: article)])
        let read = try #require(try store.event(id: 1)?.event)
        let date = DateSpan(start: CivilDate(iso: "2031-05-01"), end: nil, precision: .open, method: .explicit)
        let values: [EventStore.FieldChange] = [
            (.type, .type(.attack)), (.date, .date(date)), (.place, .place(sudzha)), (.places, .places([sudzha])),
            (.source, .source(.named("Mayor", .localAuthority, "RU"))), (.status, .status(.alleged)),
            (.actor, .name("X")), (.target, .name("Y")), (.weapons, .weapons([Weapon(code: "mortar", text: "m")])),
            (.count(.missing), .counts([.exactly(1, .person, .missing), .exactly(2, .child, .missing)])),
        ]
        try store.correct(event: 1, values, author: "anna")
        let event = try #require(try store.event(id: 1)?.event)
        for (field, value) in values { #expect(event.value(of: field) == value, "\(field.name)") }
        let cleared = values.filter { $0.field != .type && $0.field != .status }.map {
            ($0.field, nil as CorrectionValue?)
        }
        try store.correct(event: 1, cleared, author: "bo")
        let empty = try #require(try store.event(id: 1)?.event)
        for (field, _) in cleared { #expect(empty.value(of: field) == nil, "\(field.name)") }
        #expect(empty.date == .unknown)
        try store.undoCorrection(ofEvent: 1, author: "bo")
        try store.undoCorrection(ofEvent: 1, author: "bo")
        #expect(try store.event(id: 1)?.event == read)
    }

    @Test func `a false event is hidden and comes back`() throws {
        try store(article, [shelling(in: article), downing(in: article)])
        try store.correct(event: 1, [(.deleted, .deleted(true))], author: "anna", note: "a drill")
        #expect(try found().map(\.id) == [2])
        #expect(try store.statistics().events == 1)
        try store.correct(event: 1, [(.deleted, nil)], author: "anna")
        #expect(try found().map(\.id) == [1, 2])
        try store.undoCorrection(ofEvent: 1, author: "anna")
        #expect(try found().map(\.id) == [2])
    }

    @Test func `what does not fit is refused and nothing is written`() throws {
        try store(article, [shelling(in: article)])
        let reversed = DateSpan(
            start: CivilDate(iso: "2031-05-02"),
            end: CivilDate(iso: "2031-05-01"),
            precision: .range,
            method: .explicit
        )
        for change: EventStore.FieldChange in [
            (.type, nil), (.status, nil), (.type, .name("attack")), (.date, .date(reversed)),
            (.count(.killed), .counts([.exactly(1, .person, .injured)])), (.place, .place(.country("X", "xx"))),
        ] {
            #expect(throws: EventStoreError.self, "\(change)") {
                try store.correct(event: 1, [(.actor, .name("X")), change], author: "anna")
            }
        }
        #expect(throws: EventStoreError.self) { try store.correct(event: 9, [(.actor, .name("X"))], author: "anna") }
        #expect(try store.corrections().isEmpty)
        #expect(try store.event(id: 1)?.event.actor == nil)
    }

    // MARK: The log

    @Test func `the log tells who set what when, and what stood there before`() throws {
        try store(article, [shelling(in: article)])
        let first = Timestamp(milliseconds: 1_000)
        try store.correct(event: 1, [(.actor, .name("X"))], author: "anna", note: "map", at: first)
        try store.correct(event: 1, [(.actor, .name("Y"))], author: "bo", at: first)
        let log = try store.corrections(ofEvent: 1)
        #expect(log.map(\.author) == ["anna", "bo"])
        #expect(log.map(\.former) == [nil, .name("X")])
        #expect(log.map(\.note) == ["map", nil])
        #expect(log.map(\.made.milliseconds) == [1_000, 1_001])
        #expect(try store.reading(ofEvent: 1)?.actor == nil)
        #expect(try store.corrections(ofEvent: 2).isEmpty)
    }

    @Test func `undoing takes back what was set together, the last first`() throws {
        try store(article, [shelling(in: article)])
        try store.correct(event: 1, [(.actor, .name("X"))], author: "anna")
        try store.correct(event: 1, [(.actor, .name("Y")), (.target, .name("Z"))], author: "anna")
        #expect(try store.undoCorrection(ofEvent: 1, author: "bo").map(\.field) == [.actor, .target])
        #expect(try store.event(id: 1)?.event.actor == "X")
        #expect(try store.event(id: 1)?.event.target == nil)
        #expect(try store.undoCorrection(ofEvent: 1, author: "bo").count == 1)
        #expect(try store.undoCorrection(ofEvent: 1, author: "bo").isEmpty)
        #expect(try store.event(id: 1)?.corrected == [])
        #expect(try store.corrections().count { $0.undone?.author == "bo" } == 3)
    }

    @Test func `setting what somebody has set already adds nothing, confirming the program does`() throws {
        try store(article, [shelling(in: article)])
        let read = try #require(try store.event(id: 1)?.event.place)
        #expect(try store.correct(event: 1, [(.place, .place(read))], author: "anna").count == 1)
        #expect(try store.correct(event: 1, [(.place, .place(read))], author: "bo").isEmpty)
        var other = try shelling(in: article)
        other.place = .region("Sumy Oblast", "UA")
        try store(article, [other], extractor: "1.1.0")
        #expect(try store.event(id: 1)?.event.place == read)
    }

    // MARK: Reading anew

    @Test func `a correction stays when another extractor version reads the article`() throws {
        try store(article, [shelling(in: article), downing(in: article)])
        try store.correct(event: 1, [(.type, .type(.attackDrone)), (.actor, .name("X"))], author: "anna")
        var other = try shelling(in: article)
        other.place = .region("Sumy Oblast", "UA")
        other.actor = "Y"
        #expect(try store(article, [downing(in: article), other], extractor: "1.1.0") == .reextracted)
        let record = try #require(try store.event(id: 1), "the event keeps its number")
        #expect(record.event.type == .attackDrone)
        #expect(record.event.actor == "X")
        #expect(record.event.place?.name == "Sumy Oblast")
        #expect(try store.reading(ofEvent: 1) == other)
        try store.undoCorrection(ofEvent: 1, author: "anna")
        #expect(try store.event(id: 1)?.event == other)
    }

    @Test func `a correction finds its event by the trigger when the program reads another type`() throws {
        try store(article, [shelling(in: article), downing(in: article)])
        try store.correct(event: 1, [(.actor, .name("X"))], author: "anna")
        var other = try shelling(in: article)
        other.type = .attack
        try store(article, [downing(in: article), other], extractor: "1.1.0")
        #expect(try found { $0.actors = ["X"] }.map(\.event.type) == [.attack])
    }

    @Test func `a correction finds its event by type and sentence when another word tells of it`() throws {
        try store(article, [shelling(in: article)])
        try store.correct(event: 1, [(.actor, .name("X"))], author: "anna")
        try store(article, [shelling(in: article, trigger: "Shells")], extractor: "1.1.0")
        #expect(try found { $0.actors = ["X"] }.count == 1)
    }

    @Test func `of two events told by one word each keeps its own correction`() throws {
        let first = try shelling(in: article)
        var second = first
        second.place = sudzha
        try store(article, [first, second])
        try store.correct(event: 2, [(.actor, .name("X"))], author: "anna")
        try store(article, [first, second], extractor: "1.1.0")
        #expect(try found { $0.actors = ["X"] }.map(\.event.place?.name) == ["Sudzha"])
    }

    @Test func `a new version of the article keeps the correction of a sentence that stays`() throws {
        try store(article, [shelling(in: article), downing(in: article)])
        try store.correct(event: 2, [(.actor, .name("X"))], author: "anna")
        try store.correct(event: 1, [(.deleted, .deleted(true))], author: "anna")
        let changed = Article.made(
            url: article.url,
            body: "It was a loud night. Two drones  came down. Shells fell on the town."
        )
        var moved = try event(.interceptionAirDefence, "Two drones  came down.", in: changed, trigger: "came down")
        moved.evidence.trigger = moved.evidence.trigger.lowerBound - 1..<moved.evidence.trigger.upperBound - 1
        moved.evidence.quote = "Two drones came down."
        #expect(try store(changed, [moved, shelling(in: changed)]) == .newVersion)
        #expect(try found().map(\.event.actor) == ["X"])
        #expect(try store.corrections().allSatisfy { ($0.target.event ?? 0) > 2 })
        #expect(throws: EventStoreError.self) { try store.correct(event: 2, [(.actor, nil)], author: "anna") }
    }

    @Test func `a correction whose event is gone waits, is told, and comes back with it`() throws {
        try store(article, [shelling(in: article), downing(in: article)])
        try store.correct(event: 1, [(.actor, .name("X"))], author: "anna")
        try store(article, [downing(in: article)], extractor: "1.1.0")
        #expect(try store.correctionNumbers() == (all: 1, waiting: 1))
        #expect(try store.corrections().map(\.target.event) == [nil])
        #expect(try found().map(\.event.actor) == [nil])
        try store(article, [shelling(in: article), downing(in: article)], extractor: "1.2.0")
        #expect(try store.correctionNumbers() == (all: 1, waiting: 0))
        #expect(try found { $0.actors = ["X"] }.count == 1)
    }

    @Test func `corrections of one article leave those of others alone`() throws {
        try store(article, [shelling(in: article)])
        let other = Article.made("Articles/0002.txt", url: "https://example.org/2", body: article.body)
        try store(other, [shelling(in: other)])
        try store.correct(event: 1, [(.actor, .name("X"))], author: "anna")
        try store(other, [shelling(in: other)], extractor: "1.1.0")
        #expect(try found().map(\.event.actor) == ["X", nil])
    }

    // MARK: Adding

    private func handMade(_ type: EventType = .attack) -> Event {
        var event = Event.made(type, "2031-05-18", at: sudzha, counts: [.exactly(3, .person, .killed)])
        event.evidence = Evidence(sentence: 1, range: 0..<10, trigger: 0..<0, quote: "It was so.")
        event.markAsAdded()
        return event
    }

    @Test func `an added event is in every answer`() throws {
        let (id, isNew) = try store.add(handMade(), url: "https://example.org/1", author: "anna", note: "radio")
        #expect(isNew)
        #expect(try found { $0.regions = ["Sudzha"] }.map(\.id) == [id])
        #expect(try found { $0.text = "so" }.map(\.id) == [id])
        let record = try #require(try store.event(id: id))
        #expect(record.event == handMade())
        #expect(record.article == "added by hand")
        #expect(record.url == "https://example.org/1")
        #expect(record.corrected == ["added"])
        #expect(record.event.confidence == [.type: .high, .date: .high, .place: .high, .count: .high])
        #expect(try store.corrections().map(\.note) == ["radio"])
    }

    @Test func `the same event is added once`() throws {
        let first = try store.add(handMade(), author: "anna")
        let again = try store.add(handMade(), author: "bo")
        #expect(again.id == first.id)
        #expect(!again.isNew)
        #expect(try store.add(handMade(.attackDrone), author: "bo").isNew)
    }

    @Test func `an article of the same address does not take the place of an added event`() throws {
        try store.add(handMade(), url: article.url, author: "anna")
        #expect(try store(article, [shelling(in: article)]) == .new)
        #expect(try store.add(handMade(.attackDrone), url: article.url, author: "anna").isNew)
        #expect(try store(article, [shelling(in: article)], extractor: "1.1.0") == .reextracted)
        #expect(try found().count == 3)
    }

    @Test func `an added event can be corrected, and taken back`() throws {
        let (id, _) = try store.add(handMade(), author: "anna")
        try store.correct(event: id, [(.actor, .name("X"))], author: "bo")
        #expect(try found().map(\.event.actor) == ["X"])
        try store.undoCorrection(ofEvent: id, author: "bo")
        #expect(try found().map(\.event.actor) == [nil])
        #expect(try store.event(id: id)?.event == handMade())
        try store.undoCorrection(ofEvent: id, author: "anna")
        #expect(try found().isEmpty)
    }
}
