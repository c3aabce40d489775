public import DatelineCore
import Foundation
import GRDB

extension EventStore {
    /// Whether an article must be read for events: it is not known, or another extractor version read it.
    public func needsExtraction(_ article: Article, extractor: String) throws -> Bool {
        try read("look up \(article.path)") { database in
            let known = try String.fetchOne(
                database.cachedStatement(sql: "SELECT extractor FROM article WHERE hash = ?"),
                arguments: [Data(article.contentHash)]
            )
            return known != extractor
        }
    }

    /// Stores an article with its events and rejections, in one transaction.
    ///
    /// - The same article again changes nothing, however often and in whatever order versions of it come.
    /// - The same article from another extractor version has its events replaced. An event of the same type at the
    ///   same words keeps its number.
    /// - A changed text under the same address, or the same path where one of the two has no address, becomes a new
    ///   version; both are kept and the former's events are left out of queries. A path must be one that lasts
    ///   (``Article/hasLastingPath``).
    /// - Corrections by hand are laid over the events, those of a former version over the same events of this one.
    /// - An article that prints a story that is known is linked with its origin, and events that repeat what another
    ///   printing tells are left out of queries. Articles that were stored before printings were compared are compared first.
    @discardableResult
    public func store(
        _ article: Article,
        events: [Event],
        rejections: [Rejection],
        extractor: String
    ) throws -> StoreOutcome {
        try compareEarlierArticles()
        do {
            return try write("store \(article.path)") { database in
                let printings = PrintingStore(database: database)
                let writer = EventWriter(database: database, dimensions: dimensions)
                let corrections = CorrectionStore(database: database, dimensions: dimensions)
                let hash = Data(article.contentHash)
                let known = try Row.fetchOne(
                    database.cachedStatement(sql: "SELECT id, extractor, superseded_by FROM article WHERE hash = ?"),
                    arguments: [hash]
                )
                if let known {
                    if known["extractor"] == extractor { return .unchanged }
                    let isSuperseded = known["superseded_by"] != nil
                    try printings.whileReplacingEvents(of: known["id"]) {
                        try writer.replace(
                            ofArticle: known["id"],
                            events: events,
                            rejections: rejections,
                            extractor: extractor,
                            superseded: isSuperseded
                        )
                        try corrections.reapply(toArticle: known["id"])
                    }
                    dimensions.finish()
                    return .reextracted
                }
                let former = try former(of: article, in: database)
                let id = try insert(article, hash: hash, version: (former?.version ?? 0) + 1, extractor, in: database)
                try writer.insert(ofArticle: id, events: events, rejections: rejections)
                guard let former else {
                    try corrections.reapply(toArticle: id)
                    try printings.add(id)
                    dimensions.finish()
                    return .new
                }
                try database.cachedStatement(sql: "UPDATE article SET superseded_by = ? WHERE id = ?")
                    .execute(arguments: [id, former.id])
                try database.cachedStatement(sql: "UPDATE event SET superseded = 1 WHERE article = ?")
                    .execute(arguments: [former.id])
                try corrections.reapply(toArticle: id)
                try printings.remove(former.id)
                try printings.add(id)
                dimensions.finish()
                return .newVersion
            }
        } catch {
            dimensions.forget()
            throw error
        }
    }

    /// Packs the columns of events that were stored since, where they are many enough to be worth it.
    ///
    /// To be called when a run of storing ends; until then counting reads those events from their rows.
    public func packColumns() throws {
        try write("pack the columns of \(path)") { try SegmentWriter(database: $0).catchUp() }
    }

    private func former(of article: Article, in database: Database) throws -> (id: Int64, version: Int)? {
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

    private func insert(
        _ article: Article,
        hash: Data,
        version: Int,
        _ extractor: String,
        in database: Database
    ) throws -> Int64 {
        let publisher = try dimensions.publisher(article.publisher, in: database)
        try database.cachedStatement(
            sql: """
                INSERT INTO article (hash, path, url, publisher, published, title, language, version, extractor, body)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            hash, article.path, article.url, publisher, article.published?.dayNumber, article.title, article.language,
            version, extractor, article.body,
        ])
        return database.lastInsertedRowID
    }
}
