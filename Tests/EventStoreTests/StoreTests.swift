import DatelineCore
import EventFixtures
import EventStore
import Testing

@Suite struct StoreTests {
    let store: EventStore

    init() throws {
        store = try EventStore.open(path: ":memory:", mode: .readWrite)
    }

    private func add(_ article: Article, _ events: [Event], extractor: String = "1.0.0") throws -> StoreOutcome {
        try store.store(article, events: events, rejections: [], extractor: extractor)
    }

    @Test func `an event comes back as it was stored, with every field`() throws {
        let ministry = Source(name: "Defence Ministry", text: "the ministry", kind: .belligerentMilitary, country: "RU")
        let total = Count(
            kind: .evacuated,
            unit: .child,
            group: .child,
            low: 76_001,
            best: 76_000,
            high: nil,
            qualifier: .moreThan,
            scope: .runningTotal,
            asOf: CivilDate(iso: "2031-05-17"),
            isPart: true,
            source: Source(name: "Mayor", text: "the mayor", kind: .localAuthority),
            text: "more than 76,000 children",
            range: 4..<29
        )
        let place = Place(
            name: "Kursk",
            text: "Kursk city",
            level: .near,
            admin1: "Kursk Oblast",
            admin2: "Kursky District",
            country: "RU",
            latitude: 51.73,
            longitude: 36.19,
            geonameid: 538_560,
            admin1ID: 538_555,
            admin2ID: 11,
            countryID: 2_017_370
        )
        let event = Event(
            type: .attackDebris,
            date: DateSpan(
                start: nil,
                end: CivilDate(iso: "2031-05-17"),
                precision: .asOf,
                method: .sameParagraph
            ),
            dateText: "as of Saturday",
            place: place,
            otherPlaces: [.region("Bryansk Oblast", "RU"), .country("Kosovo", "XK")],
            source: ministry,
            status: .alleged,
            actor: "Ukraine",
            target: "a nine-storey building",
            weapons: [Weapon(code: "missile", text: "rocket"), Weapon(code: "new.thing", text: "new thing")],
            counts: [.exactly(13, .person, .injured), total, .between(nil, nil, .person, .killed)],
            evidence: Evidence(sentence: 11, range: 100..<150, trigger: 104..<109, quote: "Debris fell, “so” he said."),
            reasons: [
                Reason(field: .date, rule: "as-of", range: 4..<18), Reason(field: .status, rule: "hedged"),
            ],
            confidence: [.type: .high, .date: .medium, .place: .low, .source: .high, .weapon: .low, .count: .medium]
        )
        var article = Article.made(url: "https://example.org/1")
        article.modified = CivilDate(iso: "2031-05-20")
        let rejection = Rejection(reason: "vow", sentence: 2, range: 5..<9, text: "will")
        #expect(
            try store.store(article, events: [event], rejections: [rejection], extractor: "1.0.0") == .new
        )
        let record = try #require(try store.event(id: 1))
        #expect(record.event == event)
        #expect(record.article == "Articles/0001.txt")
        #expect(record.url == "https://example.org/1")
        #expect(record.publisher == "Harbour Post")
        #expect(record.published == CivilDate(iso: "2031-05-18"))
        #expect(record.modified == CivilDate(iso: "2031-05-20"))
        #expect(record.extractor == "1.0.0")
        let stored = try #require(try store.article(ofEvent: 1))
        #expect(stored.article == article)
        #expect(stored.version == 1)
        #expect(stored.supersededBy == nil)
        #expect(try store.rejections(ofArticleOfEvent: 1) == [rejection])
        #expect(try store.event(id: 2) == nil)
        #expect(try store.article(ofEvent: 2) == nil)
    }

    @Test func `every code of the vocabulary is allowed by the schema`() throws {
        var events: [Event] = EventType.allCases.map { .made($0, "2031-05-18") }
        events += DatePrecision.allCases.map { .made(.attack, "2031-05-18", precision: $0) }
        events += ClaimStatus.allCases.map { .made(.attack, status: $0) }
        events += SourceKind.allCases.map { .made(.attack, says: .named("S", $0)) }
        events += PlaceLevel.allCases.map { .made(.attack, at: Place(name: "P", text: "P", level: $0)) }
        for kind in CountKind.allCases { events.append(.made(.attack, counts: [.exactly(1, .person, kind)])) }
        for unit in CountUnit.allCases { events.append(.made(.attack, counts: [.exactly(1, unit, .hit)])) }
        var odd = Event.made(.attack)
        odd.reasons = EventField.allCases.map { Reason(field: $0, rule: "r") }
        odd.counts = SubjectGroup.allCases.map {
            Count(kind: .killed, unit: .person, group: $0, low: 1, high: 1, qualifier: .exact, text: "1", range: 0..<1)
        }
        odd.counts += CountQualifier.allCases.map {
            Count(kind: .killed, unit: .person, low: 1, high: 1, qualifier: $0, text: "1", range: 0..<1)
        }
        odd.counts += CountScope.allCases.map { .exactly(1, .person, .killed, scope: $0) }
        events.append(odd)
        for method in DateMethod.allCases {
            var event = Event.made(.attack)
            event.date.method = method
            events.append(event)
        }
        #expect(try add(.made(), events) == .new)
        for (index, event) in events.enumerated() {
            #expect(try store.event(id: Int64(index + 1))?.event == event)
        }
    }

    @Test func `the same article twice changes nothing`() throws {
        let article = Article.made()
        #expect(try add(article, [.made(.attack)]) == .new)
        #expect(try add(article, [.made(.attack), .made(.battleClash)]) == .unchanged)
        #expect(try store.statistics().events == 1)
    }

    @Test func `a moved file is the same article, another outlet's is not`() throws {
        #expect(try add(.made("a.txt"), [.made(.attack)]) == .new)
        #expect(try add(.made("b.txt"), [.made(.attack)]) == .unchanged)
        #expect(try add(.made("c.txt", publisher: "Other Post"), [.made(.attack)]) == .new)
    }

    @Test func `a changed text under the same address is a new version`() throws {
        let first = Article.made("a.txt", url: "https://example.org/1", body: "Two people died.")
        let second = Article.made("b.txt", url: "https://example.org/1", body: "Three people died.")
        #expect(try add(first, [.made(.attack)]) == .new)
        #expect(try add(second, [.made(.attack), .made(.battleClash)]) == .newVersion)
        let statistics = try store.statistics()
        #expect(statistics.articles == 1)
        #expect(statistics.formerVersions == 1)
        #expect(statistics.events == 2)
        #expect(try store.article(ofEvent: 1)?.supersededBy == 2)
        #expect(try store.article(ofEvent: 2)?.version == 2)
        // Both again, in the same order: nothing changes.
        #expect(try add(first, [.made(.attack)]) == .unchanged)
        #expect(try add(second, [.made(.attack)]) == .unchanged)
        #expect(try store.statistics() == statistics)
    }

    @Test func `a changed file without an address is a new version of what stood at its path`() throws {
        #expect(try add(.made("a.txt", body: "One."), [.made(.attack)]) == .new)
        #expect(try add(.made("a.txt", body: "Two."), [.made(.attack)]) == .newVersion)
        #expect(try add(.made("b.txt", body: "Three."), [.made(.attack)]) == .new)
        #expect(try add(.made("a.txt", url: "https://example.org/1", body: "Four."), []) == .newVersion)
        #expect(try add(.made("a.txt", url: "https://example.org/2", body: "Five."), []) == .new)
        #expect(try store.statistics().formerVersions == 2)
    }

    @Test func `texts from standard input are never versions of one another`() throws {
        #expect(try add(.made("-", body: "One."), [.made(.attack)]) == .new)
        #expect(try add(.made("-", body: "Two."), [.made(.attack)]) == .new)
    }

    @Test func `another extractor version replaces the events, and what stays the same keeps its number`() throws {
        let article = Article.made()
        let kept = Event.made(.attack, sentence: 3)
        #expect(try add(article, [.made(.battleClash, sentence: 1), kept]) == .new)
        var changed = kept
        changed.status = .claimed
        let found = Event.made(.evacuationOrder, sentence: 2)
        #expect(try add(article, [found, changed], extractor: "1.1.0") == .reextracted)
        #expect(try store.event(id: 1) == nil)
        #expect(try store.event(id: 2)?.event == changed)
        #expect(try store.event(id: 2)?.extractor == "1.1.0")
        #expect(try store.event(id: 3)?.event == found)
        #expect(try store.statistics().events == 2)
    }

    @Test func `an article that fails half way leaves nothing behind`() throws {
        var bad = Event.made(.attack)
        bad.counts = [.between(5, 2, .person, .killed)]
        #expect(throws: EventStoreError.self) { try add(.made(), [.made(.attack, by: "Aland"), bad]) }
        #expect(try store.statistics().articles == 0)
        #expect(try add(.made(), [.made(.attack, by: "Aland")]) == .new)
        #expect(try store.event(id: 1)?.event.actor == "Aland")
    }
}
