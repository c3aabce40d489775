public import DatelineCore
import GRDB
import Reprints

/// An article that tells an event in the same words as other printings of its story.
public struct PrintedEvent: Hashable, Sendable {
    /// The event's number in this article.
    public var event: Int64
    /// The article's path.
    public var article: String
    /// The article's address.
    public var url: String?
    /// Who printed it.
    public var publisher: String?
    /// When.
    public var published: CivilDate?
}

/// How many articles print stories that others printed first, and how many stories these are.
public struct ReprintCount: Hashable, Sendable {
    /// The articles.
    public var articles: Int
    /// The stories.
    public var stories: Int
}

extension EventStore {
    /// The number of the article that was stored last; 0 where there is none.
    public func newestArticle() throws -> Int64 {
        try read("read the newest article") { try Int64.fetchOne($0, sql: "SELECT max(id) FROM article") ?? 0 }
    }

    /// How many of the articles that were stored after one are reprints.
    public func reprints(since article: Int64) throws -> ReprintCount {
        try read("count reprints") { database in
            let sql = "SELECT count(*), count(DISTINCT origin) FROM printing WHERE article > ? AND origin <> article"
            let row = try Row.fetchOne(database, sql: sql, arguments: [article])
            return ReprintCount(articles: row?[0] ?? 0, stories: row?[1] ?? 0)
        }
    }

    /// Where an event was printed in the same words: the origin first, then its reprints in the order of printing.
    ///
    /// The event's own article is among them; none where the article was not compared with others.
    public func printings(ofEvent id: Int64) throws -> [PrintedEvent] {
        try read("read who printed event \(id)") { database in
            let sql = """
                SELECT min(event.id), path, article.url, publisher.name, published
                FROM evidence
                JOIN event ON event.id = evidence.event
                JOIN printing ON printing.article = event.article
                JOIN article ON article.id = event.article
                LEFT JOIN publisher ON publisher.id = article.publisher
                WHERE
                    origin = (
                        SELECT origin FROM event JOIN printing ON printing.article = event.article WHERE event.id = ?1
                    )
                    AND (evidence.event = ?1 OR wording = (SELECT wording FROM evidence WHERE event = ?1))
                GROUP BY article.id
                ORDER BY \(Printing.order)
                """
            return try Row.fetchAll(database.cachedStatement(sql: sql), arguments: [id]).map { row in
                let published: Int? = row[4]
                return PrintedEvent(
                    event: row[0],
                    article: row[1],
                    url: row[2],
                    publisher: row[3],
                    published: published.map(CivilDate.init(dayNumber:))
                )
            }
        }
    }

    /// Compares the articles that were stored by a version that did not, some hundred in a transaction.
    func compareEarlierArticles() throws {
        guard mayHaveUncompared else { return }
        let doing = "look for reprints in \(path)"
        var isDone = try read(doing) {
            try Bool.fetchOne($0, sql: "SELECT NOT EXISTS (SELECT 1 FROM uncompared)") ?? true
        }
        while !isDone {
            isDone = try write(doing) { try PrintingStore(database: $0).catchUp(most: 500) }
        }
        mayHaveUncompared = false
    }
}

extension PrintingStore {
    /// Compares articles that were stored before printings were; true when none are left.
    func catchUp(most: Int) throws -> Bool {
        let sql = "SELECT article FROM uncompared ORDER BY article LIMIT ?"
        let articles = try Int64.fetchAll(database.cachedStatement(sql: sql), arguments: [most])
        for article in articles {
            let sql = "SELECT published, hash, body FROM article WHERE id = ?"
            let row = try Row.fetchOne(database.cachedStatement(sql: sql), arguments: [article])
            if let row, try PrintingLinker.printing(article, in: database) == nil {
                try add(article, StoryText(row[2]), day: row[0], hash: row[1])
            }
            try run("DELETE FROM uncompared WHERE article = ?", [article])
        }
        return articles.count < most
    }
}
