import Articles
import DatelineCore
import EventStore
import Extraction

/// What one input of an ingest came to.
enum IngestedRecord: Sendable {
    /// The article is stored already, as this version reads it.
    case known
    /// The article was read, and notes were made of what could not be understood in it.
    case read(PreparedArticle, at: Origin, notes: [ArticleError])
    /// There is no article in it.
    case unreadable(ArticleError)
    /// The database could not be asked.
    case failed(EventStoreError)

    var isKnown: Bool {
        if case .known = self { true } else { false }
    }
}

/// Where an article stands: a file, and the line in it where that has many.
struct Origin: Sendable {
    var path: String
    var line: Int?
}

/// Makes articles with their events of inputs, beside the task that stores them.
struct RecordReader: Sendable {
    let extractor: Extractor
    let version: String
    let known: KnownArticles

    /// Understands a record and, where the article is not stored, reads its events.
    func read(_ record: ArticleRecord) -> IngestedRecord {
        reading {
            var notes: [ArticleError] = []
            let article = try record.article { notes.append($0) }
            let hash = article.contentHash
            if try known.contains(hash: hash, extractor: version) { return .known }
            let extraction = extractor.extract(article)
            let read = ReadArticle(
                article,
                hash: hash,
                extractor: version,
                events: extraction.events,
                rejections: extraction.rejections
            )
            return .read(PreparedArticle(read), at: Origin(path: article.path), notes: notes)
        }
    }

    /// Takes what was read elsewhere.
    func read(_ line: ReadArticleLines.Element) -> IngestedRecord {
        reading {
            let read = try line.article()
            if try known.contains(hash: read.hash, extractor: read.extractor) { return .known }
            return .read(PreparedArticle(read), at: line.origin, notes: [])
        }
    }

    private func reading(_ body: () throws -> IngestedRecord) -> IngestedRecord {
        do {
            return try body()
        } catch let error as ArticleError {
            return .unreadable(error)
        } catch {
            let failure = EventStoreError(.failed, doing: "look up an article", reason: "\(error)")
            return .failed(error as? EventStoreError ?? failure)
        }
    }
}
