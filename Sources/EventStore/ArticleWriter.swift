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
    private let findKnown: RawStatement
    private let findByAddress: RawStatement
    private let findByPath: RawStatement
    private let insertArticle: RawStatement

    init(database: Database, dimensions: Dimensions) throws {
        self.database = database
        self.dimensions = dimensions
        events = try EventWriter(database: database, dimensions: dimensions)
        corrections = CorrectionStore(database: database, dimensions: dimensions)
        printings = PrintingStore(database: database)
        findKnown = try RawStatement(
            database,
            "SELECT id, extractor, superseded_by IS NOT NULL FROM article WHERE hash = ?"
        )
        findByAddress = try RawStatement(
            database,
            """
            SELECT id, version FROM article WHERE url = ? AND superseded_by IS NULL AND path <> ?
            ORDER BY id DESC LIMIT 1
            """
        )
        findByAddress.bind(2, CorrectionTarget.addedPath)
        findByPath = try RawStatement(
            database,
            """
            SELECT id, version FROM article
            WHERE path = ?1 AND superseded_by IS NULL AND (url IS NULL OR ?2 IS NULL)
            ORDER BY url IS ?2 DESC, id DESC LIMIT 1
            """
        )
        insertArticle = try RawStatement(
            database,
            """
            INSERT INTO article (
                hash, path, url, publisher, published, modified, title, language, version, extractor, body
            ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """
        )
    }

    /// To be called before the transaction ends.
    func finish() throws {
        try events.finish()
        dimensions.finish()
    }

    /// Writes an article.
    ///
    /// - Throws: An error of the database, also where the schema refuses its values; some of it may have been written then.
    func store(_ prepared: PreparedArticle) throws -> StoreOutcome {
        let read = prepared.read
        findKnown.bind(1, blob: read.hash)
        defer { findKnown.reset() }
        guard try findKnown.step() else { return try insert(prepared) }
        if findKnown.text(1) == read.extractor { return .unchanged }
        let (id, isSuperseded) = (Int64(findKnown.int(0)), findKnown.int(2) == 1)
        // The words of what is replaced must be there.
        try events.finish()
        try printings.whileReplacingEvents(of: id) {
            try events.replace(with: prepared, number: id, superseded: isSuperseded)
            try reapplyCorrections(toArticle: id)
        }
        return .reextracted
    }

    private func insert(_ prepared: PreparedArticle) throws -> StoreOutcome {
        let read = prepared.read
        let former = try former(of: read.article)
        let id = try insert(read, version: (former?.version ?? 0) + 1)
        try events.insert(prepared, number: id)
        if let former {
            try database.cachedStatement(sql: "UPDATE article SET superseded_by = ? WHERE id = ?")
                .execute(arguments: [id, former.id])
            try database.cachedStatement(sql: "UPDATE event SET superseded = 1 WHERE article = ?")
                .execute(arguments: [former.id])
        }
        try reapplyCorrections(toArticle: id)
        if let former { try printings.remove(former.id) }
        try printings.add(id, prepared)
        return former == nil ? .new : .newVersion
    }

    /// Lays corrections over an article's events, whose words must be there for that.
    private func reapplyCorrections(toArticle article: Int64) throws {
        guard try corrections.hasTargets() else { return }
        try events.finish()
        try corrections.reapply(toArticle: article)
    }

    /// The version that an article takes the place of: that under its address, else that under its path.
    private func former(of article: Article) throws -> (id: Int64, version: Int)? {
        if let url = article.url {
            findByAddress.bind(1, url)
            if let former = try first(of: findByAddress) { return former }
        }
        guard article.hasLastingPath, article.path != CorrectionTarget.addedPath else { return nil }
        findByPath.bind(1, article.path)
        findByPath.bind(2, article.url)
        return try first(of: findByPath)
    }

    private func first(of statement: RawStatement) throws -> (id: Int64, version: Int)? {
        defer { statement.reset() }
        return try statement.step() ? (Int64(statement.int(0)), statement.int(1)) : nil
    }

    private func insert(_ read: ReadArticle, version: Int) throws -> Int64 {
        let article = read.article
        insertArticle.bind(1, blob: read.hash)
        insertArticle.bind(2, article.path)
        insertArticle.bind(3, article.url)
        insertArticle.bind(4, try dimensions.publisher(article.publisher, in: database))
        insertArticle.bind(5, article.published?.dayNumber)
        insertArticle.bind(6, article.modified?.dayNumber)
        insertArticle.bind(7, article.title)
        insertArticle.bind(8, article.language)
        insertArticle.bind(9, version)
        insertArticle.bind(10, read.extractor)
        insertArticle.bind(11, article.body)
        try insertArticle.run()
        return database.lastInsertedRowID
    }
}
