import DatelineCore
import EventFixtures
import GRDB
import Reprints
import TestSupport
import Testing

@testable import EventStore

/// Compares the links and the repeats that the store keeps with those that their definition gives.
@Suite struct PrintingPropertyTests {
    private typealias Told = (article: Article, events: [Event])

    /// Articles by what they are linked with, and the sentences that stand in answers by their articles.
    private struct State: Equatable {
        var origins: [String: String] = [:]
        var standing: Set<[String]> = []
    }

    private func articles(seed: UInt64) -> [Told] {
        var stories = Stories(seed: seed)
        let bases = (0..<5).map { _ in stories.story() }
        return (0..<40).map { number in
            let base = stories.random.number(0..<bases.count)
            var sentences = stories.reprint(of: bases[base])
            if stories.random.oneIn(4) {
                // Half of one story and half of another: it resembles both, and they do not resemble one another.
                sentences = Array(sentences.prefix(6)) + bases[(base + 1) % bases.count].prefix(6)
            }
            let day = stories.random.pick(["2031-05-17", "2031-05-18", "2031-05-19", nil])
            return Stories.article(number, sentences, published: day)
        }
    }

    /// What the definition gives: each article, from the earliest, is linked with the earliest origin that it resembles.
    private func defined(_ articles: [Told]) -> State {
        func key(_ told: Told) -> (Int, Int, [UInt8]) {
            (
                told.article.published?.dayNumber ?? .max, -StoryText(told.article.body).wordCount,
                told.article.contentHash
            )
        }
        let sorted = articles.sorted { first, second in
            let (one, other) = (key(first), key(second))
            return (one.0, one.1) != (other.0, other.1)
                ? (one.0, one.1) < (other.0, other.1) : one.2.lexicographicallyPrecedes(other.2)
        }
        var state = State()
        var origins: [(path: String, text: StoryText)] = []
        var told: Set<[String]> = []
        for (article, events) in sorted {
            let text = StoryText(article.body)
            let origin = origins.first { $0.text.printsSameStory(as: text) }?.path ?? article.path
            if origin == article.path { origins.append((article.path, text)) }
            state.origins[article.path] = origin
            for event in events where told.insert([origin, event.evidence.quote]).inserted {
                state.standing.insert([article.path, event.evidence.quote])
            }
        }
        return state
    }

    private func state(of store: EventStore) throws -> State {
        var state = State()
        let links = try store.read("read") {
            try Row.fetchAll(
                $0,
                sql: """
                    SELECT article.path, origin.path FROM printing
                    JOIN article ON article.id = printing.article JOIN article AS origin ON origin.id = printing.origin
                    """
            )
        }
        for row in links { state.origins[row[0]] = row[1] }
        try store.forEachEvent(matching: EventFilter()) {
            state.standing.insert([$0.article, $0.event.evidence.quote])
        }
        #expect(try store.count(by: [], sum: nil, matching: EventFilter()).total.events == state.standing.count)
        #expect(try store.statistics().events == state.standing.count)
        return state
    }

    private func store(_ articles: [Told], in store: EventStore) throws {
        for told in articles {
            try store.store(told.article, events: told.events, rejections: [], extractor: "1.0.0")
        }
    }

    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func `in whatever order articles come, the same ones are linked and the same events stand`(seed: UInt64) throws {
        let articles = articles(seed: seed)
        let expected = defined(articles)
        #expect(Set(expected.origins.values).count < 25)
        var random = Seeded(seed: seed)
        for _ in 0..<4 {
            let store = try EventStore.open(path: ":memory:", mode: .readWrite)
            try self.store(articles.shuffled(using: &random), in: store)
            #expect(try state(of: store) == expected)
            try store.check { #expect($0.isRight, "\($0)") }
        }
    }

    @Test(arguments: [5, 6] as [UInt64])
    func `former versions leave no trace`(seed: UInt64) throws {
        let articles = articles(seed: seed)
        var random = Seeded(seed: seed)
        // Each article first has the text of another.
        let former = zip(articles, articles.shuffled(using: &random)).map { told, other in
            var article = told.article
            article.body = other.article.body + " And more."
            return (article, other.events)
        }
        let store = try EventStore.open(path: ":memory:", mode: .readWrite)
        try self.store(former.shuffled(using: &random), in: store)
        try self.store(articles.shuffled(using: &random), in: store)
        let current = try store.read("read") {
            try String.fetchSet($0, sql: "SELECT body FROM article WHERE superseded_by IS NULL")
        }
        try #require(current == Set(articles.map(\.article.body)))
        #expect(try state(of: store) == defined(articles))
        try store.check { #expect($0.isRight, "\($0)") }
    }

    @Test func `events that are read anew repeat what stands, and stand where nothing does`() throws {
        let articles = articles(seed: 7)
        var random = Seeded(seed: 7)
        let store = try EventStore.open(path: ":memory:", mode: .readWrite)
        try self.store(articles.shuffled(using: &random), in: store)
        let anew = articles.map { told in (told.article, random.some(of: told.events, oneIn: 2)) }
        for (article, events) in anew.shuffled(using: &random) {
            try store.store(article, events: events, rejections: [], extractor: "1.1.0")
        }
        #expect(try state(of: store) == defined(anew))
        try store.check { #expect($0.isRight, "\($0)") }
    }
}
