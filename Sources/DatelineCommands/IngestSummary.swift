import Articles
import DatelineCore
import EventStore

/// What an ingest did, for people.
struct IngestSummary {
    private(set) var articles = 0
    private(set) var outcomes: [StoreOutcome: Int] = [:]
    private(set) var events: [EventType: Int] = [:]
    private(set) var rejections = 0

    /// Counts a stored article and the events read in it.
    mutating func add(_ outcome: StoreOutcome, events: [Event] = [], rejections: Int = 0) {
        articles += 1
        outcomes[outcome, default: 0] += 1
        self.rejections += rejections
        for event in events { self.events[event.type, default: 0] += 1 }
    }

    /// The summary, with what was passed over and what could not be read.
    ///
    /// - Parameters:
    ///   - passedOver: how many entries of folders were passed over.
    ///   - unreadable: what could not be read.
    ///   - isListing: whether each of these is named; needless on a terminal that has just shown them.
    /// - Returns: the lines, each with its end.
    func text(passedOver: Int, unreadable: [ArticleError], isListing: Bool) -> String {
        let kinds: [(StoreOutcome, String)] = [
            (.new, "new"), (.newVersion, "changed"), (.reextracted, "read anew"), (.unchanged, "unchanged"),
        ]
        let parts = kinds.compactMap { outcome, word in outcomes[outcome].map { "\($0) \(word)" } }
        let articleWord = articles == 1 ? "article" : "articles"
        var lines = ["Read \(articles) \(articleWord)" + (parts.isEmpty ? "." : ": \(parts.joined(separator: ", ")).")]
        if passedOver > 0 {
            lines.append("Passed over \(passedOver) \(passedOver == 1 ? "other file" : "other files").")
        }
        let total = events.values.reduce(0, +)
        if total > 0 {
            lines.append("Stored \(total) \(total == 1 ? "event" : "events"), rejected \(rejections) candidates:")
            for type in EventType.allCases {
                guard let number = events[type] else { continue }
                let padding = String(
                    repeating: " ",
                    count: max(1, 32 - type.rawValue.utf8.count - "\(number)".utf8.count)
                )
                lines.append("  \(type.rawValue)\(padding)\(number)")
            }
        } else if articles > outcomes[.unchanged, default: 0] {
            lines.append("Stored no events.")
        }
        if !unreadable.isEmpty {
            lines.append("Could not read \(unreadable.count)" + (isListing ? ":" : ", named above."))
            if isListing { lines += unreadable.map { "  \($0)" } }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
