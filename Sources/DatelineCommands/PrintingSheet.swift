import Articles
import DatelineCore
import EventStore

/// Who printed an event in the same words, for people: "3 publishers, 1 origin", and which.
enum PrintingSheet {
    /// How many of the articles of an ingest are reprints; nil where none is.
    static func text(_ reprints: ReprintCount) -> String? {
        guard reprints.articles > 0 else { return nil }
        let are = reprints.articles == 1 ? "1 of them is a reprint" : "\(reprints.articles) of them are reprints"
        return "\(are), of \(reprints.stories) \(reprints.stories == 1 ? "story" : "stories")."
    }

    /// The lines for the sheet of an event; nothing where only one article told it.
    static func text(_ printings: [PrintedEvent], shown: Int64) -> String {
        guard printings.count > 1 else { return "" }
        let publishers = Set(printings.map { $0.publisher ?? $0.article }).count
        let number = publishers == 1 ? "1 publisher" : "\(publishers) publishers"
        var lines = ["printed by  \(number), 1 origin"]
        for (index, printing) in printings.enumerated() {
            let who = [printing.publisher, printing.published?.description].compactMap(\.self).joined(separator: ", ")
            let what = printing.event == shown ? "this event" : "event \(printing.event)"
            let kind = index == 0 ? "origin" : "reprint"
            let parts = [who, ArticleError.printable(printing.article), what].filter { !$0.isEmpty }
            lines.append("            \(kind): \(parts.joined(separator: "; "))")
        }
        return "\n" + lines.map { "  \($0)\n" }.joined()
    }
}
