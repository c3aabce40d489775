import Articles
import DatelineCore
import EventStore

/// Takes what was read in the order of the input, stores it some articles at a time and counts it.
final class ArticleIngest {
    private(set) var summary: IngestSummary
    /// What to store in; nil to store nothing.
    private let store: EventStore?
    private let limit: Int
    private let report: (ArticleError) -> Void
    private let note: (ArticleError) -> Void
    private var waiting: [(article: PreparedArticle, origin: Origin)] = []
    private var waitingBytes = 0
    private var waitingSince = ContinuousClock.now
    private var taken = 0

    /// So many articles, so many bytes of them, or what comes in so long a time, are stored in one transaction.
    private static let batch = (articles: 512, bytes: 2 << 20, time: Duration.milliseconds(500))

    init(
        store: EventStore?,
        limit: Int?,
        report: @escaping (ArticleError) -> Void,
        note: @escaping (ArticleError) -> Void
    ) {
        self.store = store
        self.limit = limit ?? .max
        self.report = report
        self.note = note
        summary = IngestSummary(isStored: store != nil)
    }

    /// Whether as many articles were taken as there should be.
    var isFull: Bool { taken >= limit }

    /// Takes the next record; those behind the limit are left.
    func take(_ record: IngestedRecord) throws {
        guard !isFull else { return }
        switch record {
        case .known: summary.add(.unchanged)
        case .unreadable(let error): report(error)
        case .failed(let error): throw error
        case .read(let article, let origin, let notes):
            taken += 1
            notes.forEach(note)
            if waiting.isEmpty { waitingSince = .now }
            waiting.append((article, origin))
            waitingBytes += article.read.article.body.utf8.count
            let batch = ArticleIngest.batch
            if waiting.count >= batch.articles || waitingBytes >= batch.bytes || .now - waitingSince >= batch.time {
                try finish()
            }
        }
    }

    /// Stores what waits.
    func finish() throws {
        defer {
            waiting.removeAll(keepingCapacity: true)
            waitingBytes = 0
        }
        guard !waiting.isEmpty else { return }
        guard let store else {
            for entry in waiting { summary.add(.new, of: entry.article.read) }
            return
        }
        for (entry, outcome) in zip(waiting, try store.store(waiting.map(\.article))) {
            switch outcome {
            case .success(let outcome): summary.add(outcome, of: entry.article.read)
            case .failure(let error):
                let (path, line) = (entry.origin.path, entry.origin.line)
                report(ArticleError(.unreadable, path: path, line: line, reason: error.description))
            }
        }
    }
}
