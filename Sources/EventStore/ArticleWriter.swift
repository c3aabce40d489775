import DatelineCore
import Foundation
import GRDB

/// Writes articles with what was read in them, in one transaction.
struct ArticleWriter {
    private let database: Database
    private let dimensions: Dimensions
    private let events: EventWriter
    private let corrections: CorrectionStore
    private let printings: PrintingStore

    init(database: Database, dimensions: Dimensions) throws {
        self.database = database
        self.dimensions = dimensions
        events = try EventWriter(database: database, dimensions: dimensions)
        corrections = CorrectionStore(database: database, dimensions: dimensions)
        printings = PrintingStore(database: database)
    }

    /// To be called before the transaction ends.
    func finish() throws {
        try events.finish()
        dimensions.finish()
    }

    /// Writes an article whole or, where the schema refuses its values, not at all.
    func store(_ read: ReadArticle) throws -> Result<StoreOutcome, EventStoreError> {
        let known = try Row.fetchOne(
            database.cachedStatement(sql: "SELECT id, extractor, superseded_by FROM article WHERE hash = ?"),
            arguments: [Data(read.hash)]
        )
        if let known, known["extractor"] == read.extractor { return .success(.unchanged) }
        // Written words must not be undone with this article.
        if try known != nil || corrections.hasTargets() { try events.finish() }
        let mark = events.mark
        var outcome = StoreOutcome.unchanged
        do {
            try database.inSavepoint {
                outcome = try known.map { try replaceEvents(of: $0, read) } ?? insert(read)
                return .commit
            }
            return .success(outcome)
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
            guard events.dropWords(since: mark) else { throw error }
            // So were the names that it brought.
            dimensions.forget()
            let reason = error.message ?? "its values are not allowed"
            return .failure(EventStoreError(.failed, doing: "store \(read.article.path)", reason: reason))
        }
    }

    private func replaceEvents(of known: Row, _ read: ReadArticle) throws -> StoreOutcome {
        try printings.whileReplacingEvents(of: known["id"]) {
            try events.replace(
                ofArticle: known["id"],
                events: read.events,
                rejections: read.rejections,
                extractor: read.extractor,
                superseded: known["superseded_by"] != nil
            )
            try reapplyCorrections(toArticle: known["id"])
        }
        return .reextracted
    }

    private func insert(_ read: ReadArticle) throws -> StoreOutcome {
        let former = try former(of: read.article)
        let id = try insert(read, version: (former?.version ?? 0) + 1)
        try events.insert(ofArticle: id, events: read.events, rejections: read.rejections)
        if let former {
            try database.cachedStatement(sql: "UPDATE article SET superseded_by = ? WHERE id = ?")
                .execute(arguments: [id, former.id])
            try database.cachedStatement(sql: "UPDATE event SET superseded = 1 WHERE article = ?")
                .execute(arguments: [former.id])
        }
        try reapplyCorrections(toArticle: id)
        if let former { try printings.remove(former.id) }
        try printings.add(id)
        return former == nil ? .new : .newVersion
    }

    /// Lays corrections over an article's events, whose words must be there for that.
    private func reapplyCorrections(toArticle article: Int64) throws {
        guard try corrections.hasTargets() else { return }
        try events.finish()
        try corrections.reapply(toArticle: article)
    }

    private func former(of article: Article) throws -> (id: Int64, version: Int)? {
        let row = try Row.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT id, version FROM article
                    WHERE superseded_by IS NULL AND path <> :added
                        AND (url = :url OR (path = :path AND path <> '-' AND (url IS NULL OR :url IS NULL)))
                    ORDER BY url IS :url DESC, id DESC
                    LIMIT 1
                    """
            ),
            arguments: [
                "url": article.url, "path": article.hasLastingPath ? article.path : "-",
                "added": CorrectionTarget.addedPath,
            ]
        )
        return row.map { ($0["id"], $0["version"]) }
    }

    private func insert(_ read: ReadArticle, version: Int) throws -> Int64 {
        let article = read.article
        let publisher = try dimensions.publisher(article.publisher, in: database)
        try database.cachedStatement(
            sql: """
                INSERT INTO article
                    (hash, path, url, publisher, published, modified, title, language, version, extractor, body)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            Data(read.hash), article.path, article.url, publisher, article.published?.dayNumber,
            article.modified?.dayNumber, article.title, article.language, version, read.extractor, article.body,
        ])
        return database.lastInsertedRowID
    }
}
