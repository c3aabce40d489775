public import DatelineCore
import Foundation
import GRDB

extension EventStore {
    /// Stores an article with its events and rejections, in one transaction.
    ///
    /// See ``store(_:)``.
    @discardableResult
    public func store(
        _ article: Article,
        events: [Event],
        rejections: [Rejection],
        extractor: String
    ) throws -> StoreOutcome {
        let read = ReadArticle(article, extractor: extractor, events: events, rejections: rejections)
        return try store([read]).first?.get() ?? .unchanged
    }

    /// Stores articles with what was read in them; see ``store(_:)-(_)``.
    public func store(_ articles: [ReadArticle]) throws -> [Result<StoreOutcome, EventStoreError>] {
        try store(articles.map(PreparedArticle.init))
    }

    /// Stores articles with what was read in them, in their order and in one transaction; where one of them cannot be
    /// stored, in one each.
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
    /// - Returns: For each article what storing it came to, or why its values cannot be stored; the others are.
    /// - Throws: ``EventStoreError`` where none could be stored.
    public func store(_ articles: [PreparedArticle]) throws -> [Result<StoreOutcome, EventStoreError>] {
        try compareEarlierArticles()
        do {
            return try storeTogether(articles).map { .success($0) }
        } catch let error as EventStoreError where error.code == .refused {
            guard articles.count > 1 else { return [.failure(error)] }
            return try articles.flatMap { try store([$0]) }
        }
    }

    private func storeTogether(_ articles: [PreparedArticle]) throws -> [StoreOutcome] {
        let doing =
            articles.count == 1 ? "store \(articles[0].read.article.path)" : "store \(articles.count) articles"
        do {
            return try write(doing) { database in
                let writer = try ArticleWriter(database: database, dimensions: dimensions)
                let outcomes = try articles.map(writer.store)
                try writer.finish()
                return outcomes
            }
        } catch {
            // What was undone took the names with it that it brought.
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
}
