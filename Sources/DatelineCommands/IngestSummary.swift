import Articles
import DatelineCore
import EventStore

/// What an ingest did, for people.
struct IngestSummary {
    /// Whether it was stored, or only read to see what would be.
    let isStored: Bool
    private(set) var articles = 0
    private(set) var outcomes: [StoreOutcome: Int] = [:]
    private(set) var events: [EventType: Int] = [:]
    private(set) var rejections = 0

    init(isStored: Bool = true) {
        self.isStored = isStored
    }

    /// Counts an article, with what was read in it where that is new.
    mutating func add(_ outcome: StoreOutcome, of article: ReadArticle? = nil) {
        articles += 1
        outcomes[outcome, default: 0] += 1
        guard outcome != .unchanged, let article else { return }
        rejections += article.rejections.count
        for event in article.events { events[event.type, default: 0] += 1 }
    }

    /// The summary, with what was passed over and what could not be read.
    ///
    /// - Parameters:
    ///   - passedOver: how many entries of folders were passed over.
    ///   - unreadable: how many inputs could not be read.
    ///   - listed: the first of these, which are named again; needless on a terminal that has just shown them.
    /// - Returns: the lines, each with its end.
    func text(passedOver: Int, unreadable: Int, listed: [ArticleError]) -> String {
        let kinds: [(StoreOutcome, String)] = [
            (.new, isStored ? "new" : "to store"), (.newVersion, "changed"), (.reextracted, "read anew"),
            (.unchanged, "unchanged"),
        ]
        let parts = kinds.compactMap { outcome, word in outcomes[outcome].map { "\($0) \(word)" } }
        let articleWord = articles == 1 ? "article" : "articles"
        var lines = ["Read \(articles) \(articleWord)" + (parts.isEmpty ? "." : ": \(parts.joined(separator: ", ")).")]
        if passedOver > 0 {
            lines.append("Passed over \(passedOver) \(passedOver == 1 ? "other file" : "other files").")
        }
        let total = events.values.reduce(0, +)
        if total > 0 {
            lines.append(
                "\(isStored ? "Stored" : "Found") \(total) \(total == 1 ? "event" : "events"), rejected \(rejections) candidates:"
            )
            for type in EventType.allCases {
                guard let number = events[type] else { continue }
                let padding = String(
                    repeating: " ",
                    count: max(1, 32 - type.rawValue.utf8.count - "\(number)".utf8.count)
                )
                lines.append("  \(type.rawValue)\(padding)\(number)")
            }
        } else if articles > outcomes[.unchanged, default: 0] {
            lines.append("\(isStored ? "Stored" : "Found") no events.")
        }
        if unreadable > 0 {
            lines.append("Could not read \(unreadable)" + (listed.isEmpty ? ", named above." : ":"))
            lines += listed.map { "  \($0)" }
            if !listed.isEmpty, unreadable > listed.count { lines.append("  and \(unreadable - listed.count) more") }
        }
        if !isStored { lines.append("Nothing was stored: --dry-run.") }
        return lines.joined(separator: "\n") + "\n"
    }
}
