import DatelineCore
import EventFixtures
import TestSupport
import Testing

@testable import EventStore

/// Articles that are stored together.
@Suite struct BatchTests {
    private let store: EventStore

    init() throws {
        store = try EventStore.open(path: ":memory:", mode: .readWrite)
    }

    private func read(_ path: String, _ events: [Event], extractor: String = "1.0.0") -> ReadArticle {
        ReadArticle(.made(path, body: "Of \(path)."), extractor: extractor, events: events, rejections: [])
    }

    /// How many events are found by a word of their sentence.
    private func found(_ word: String) throws -> Int {
        var filter = EventFilter()
        filter.text = word
        var count = 0
        try store.forEachEvent(matching: filter, order: .id) { _ in count += 1 }
        return count
    }

    @Test func `each article has its own outcome, in the order given`() throws {
        try store.store(.made("a.txt", body: "Of a.txt."), events: [], rejections: [], extractor: "1.0.0")
        let outcomes = try store.store([
            read("a.txt", []), read("b.txt", [.made(.attack)]), read("b.txt", [.made(.attack)]),
            read("b.txt", [.made(.battleClash)], extractor: "1.1.0"),
        ])
        #expect(try outcomes.map { try $0.get() } == [.unchanged, .new, .unchanged, .reextracted])
        #expect(try store.statistics().events == 1)
    }

    @Test func `an article that the schema refuses leaves those around it whole, with their words`() throws {
        var bad = Event.made(.attack, by: "Aland", quote: "The bad one.")
        bad.counts = [.between(5, 2, .person, .killed)]
        let outcomes = try store.store([
            read("a.txt", [.made(.attack, by: "Aland", quote: "The first one.")]),
            read("b.txt", [.made(.attack, by: "Bland", quote: "The second one."), bad]),
            read("c.txt", [.made(.attack, by: "Bland", quote: "The third one.")]),
        ])
        #expect(try outcomes[0].get() == .new)
        #expect(throws: EventStoreError.self) { try outcomes[1].get() }
        #expect(try outcomes[2].get() == .new)
        #expect(try store.event(id: 2)?.event.actor == "Bland")
        #expect(try [found("first"), found("second"), found("bad"), found("third")] == [1, 0, 0, 1])
        try store.check { #expect($0.isRight, "\($0)") }
    }

    @Test func `stored articles are known beside the storing, by their version, if it did not begin with none`() throws
    {
        let folder = try TemporaryFolder()
        let path = folder.path("news.sqlite")
        let article = read("a.txt", [.made(.attack)])
        #expect(try !KnownArticles(path: path).contains(hash: article.hash, extractor: "1.0.0"))
        let store = try EventStore.open(path: path, mode: .readWrite)
        let unasked = try KnownArticles(path: path)
        _ = try store.store([read("b.txt", [.made(.attack)])])
        let known = try KnownArticles(path: path)
        #expect(try !known.contains(hash: article.hash, extractor: "1.0.0"))
        _ = try store.store([article])
        #expect(try !unasked.contains(hash: article.hash, extractor: "1.0.0"))
        #expect(try known.contains(hash: article.hash, extractor: "1.0.0"))
        #expect(try !known.contains(hash: article.hash, extractor: "1.1.0"))
    }

    @Test func `names that are too many to be kept are found again`() throws {
        let dimensions = Dimensions(most: 2)
        let names = ["Mayor", "Army", "Police", "Coast Guard"].map { Source(name: $0, text: $0, kind: .localAuthority) }
        let numbers = try (0..<3).map { _ in
            try store.write("look up") { database in
                defer { dimensions.finish() }
                return try names.map { try dimensions.source($0, in: database) }
            }
        }
        #expect(dimensions.count == 0)
        #expect(numbers == Array(repeating: [1, 2, 3, 4], count: 3))
    }
}
