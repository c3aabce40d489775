import DatelineCore
import Testing

@testable import Extraction

/// Reads dates for the tests and writes them the way the tables spell them.
enum DateSamples {
    /// The anchor and mentions of a text.
    static func read(_ text: String, published: String?) -> (document: Document, DateAnchor, [DateMention]) {
        let document = Document(text, abbreviations: Lexicons.embedded.abbreviations)
        let (anchor, mentions) = DateRecognizer().mentions(
            in: document,
            published: published.flatMap { CivilDate(iso: $0) }
        )
        return (document, anchor, mentions)
    }

    /// Each mention as `first/last precision`, one day once; an open end is `..`, unknown days are `?`.
    static func spans(_ text: String, published: String?) -> [String] {
        read(text, published: published).2.map { spell($0.span) }
    }

    /// A span as the tables spell it.
    static func spell(_ span: DateSpan) -> String {
        if span.start == nil, span.end == nil { return "? \(span.precision.rawValue)" }
        let start = span.start.map(\.description) ?? ".."
        let end = span.end.map(\.description) ?? ".."
        return (start == end ? start : "\(start)/\(end)") + " \(span.precision.rawValue)"
    }
}
