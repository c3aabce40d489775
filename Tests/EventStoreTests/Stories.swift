import DatelineCore
import EventFixtures
import TestSupport

/// Makes articles of invented words: stories, and what outlets make of them.
struct Stories {
    var random: Seeded

    init(seed: UInt64) {
        random = Seeded(seed: seed)
    }

    /// A story as sentences of twelve invented words each.
    mutating func story(_ sentences: Int = 12) -> [String] {
        (0..<sentences).map { _ in
            (0..<12).map { _ in word() }.joined(separator: " ") + "."
        }
    }

    private mutating func word() -> String {
        let syllables = ["ba", "ce", "di", "fo", "gu", "ha", "ke", "li", "mo", "nu", "ra", "se", "ti", "vo", "zu"]
        return (0..<3).map { _ in random.pick(syllables) }.joined()
    }

    /// A reprint: whole, cut, with a paragraph of its own, or with a sentence that is another.
    mutating func reprint(of story: [String]) -> [String] {
        switch random.number(0..<4) {
        case 0: story
        case 1: Array(story.prefix(random.number(3..<9)))
        case 2: self.story(2) + story
        default: story.dropLast(2) + self.story(1)
        }
    }

    /// An article of some sentences, and an event for each second one.
    static func article(
        _ number: Int,
        _ sentences: [String],
        published: String?,
        url: String? = nil
    ) -> (article: Article, events: [Event]) {
        let article = Article.made(
            "Wire/\(number).txt",
            url: url ?? "https://example.org/\(number)",
            publisher: "Outlet \(number)",
            published: published,
            body: sentences.joined(separator: "\n\n")
        )
        let events = sentences.enumerated().filter { $0.offset.isMultiple(of: 2) }.map { index, sentence in
            Event.made(.attackShelling, published, sentence: index, quote: sentence)
        }
        return (article, events)
    }
}
