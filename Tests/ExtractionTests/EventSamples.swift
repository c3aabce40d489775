import DatelineCore
import Testing

@testable import Extraction

/// Reads short articles for the tests and writes events the way the tables spell them.
enum EventSamples {
    private static let extractor = Extractor()

    /// What the extractor finds in a text published on a Sunday.
    static func extract(_ text: String, published: String = "2024-11-17") -> Extraction {
        extractor.extract(article(text, published: published))
    }

    /// The mentions of a text before they are put together.
    static func read(_ text: String, published: String = "2024-11-17") -> Reading {
        extractor.reader.read(article(text, published: published))
    }

    private static func article(_ text: String, published: String) -> Article {
        Article(path: "sample.txt", published: CivilDate(iso: published), body: text)
    }

    /// The events, each with its type, days, place and counts: `attack.drone | 2024-11-16 D | Sumy | killed 2`.
    static func lines(_ text: String, published: String = "2024-11-17") -> [String] {
        extract(text, published: published).events.map(line)
    }

    /// One event as a line.
    static func line(_ event: Event) -> String {
        let counts = event.counts.map(spell).joined(separator: ", ")
        let parts = [event.type.rawValue, DateSamples.spell(event.date), event.place?.name ?? "nowhere"]
        return (parts + (counts.isEmpty ? [] : [counts])).joined(separator: " | ")
    }

    /// A count as the tables spell it: `killed 2`, `intercepted 14..`, `part of killed 1`, `killed 3 (police)`.
    static func spell(_ count: Count) -> String {
        let range = spell(low: count.low, high: count.high)
        let source = count.source.map { " (\($0.name))" } ?? ""
        return "\(count.isPart ? "part of " : "")\(count.kind.rawValue) \(range)\(source)"
    }

    /// A range as the tables spell it: `14`, `14..`, `..20`, `10..15`.
    static func spell(low: Int?, high: Int?) -> String {
        if let low, low == high { return "\(low)" }
        return (low.map { "\($0)" } ?? "") + ".." + (high.map { "\($0)" } ?? "")
    }
}
