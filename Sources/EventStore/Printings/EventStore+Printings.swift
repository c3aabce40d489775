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

extension EventStore {
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
                WHERE (wording, origin) = (
                    SELECT wording, origin
                    FROM event
                    JOIN printing ON printing.article = event.article
                    JOIN evidence ON evidence.event = event.id
                    WHERE event.id = ?
                )
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
            let quotes = try Row.fetchAll(
                database.cachedStatement(
                    sql: """
                        SELECT event, quote FROM event JOIN evidence ON evidence.event = event.id
                        WHERE article = ? AND wording IS NULL
                        """
                ),
                arguments: [article]
            )
            for row in quotes {
                try run(
                    "UPDATE evidence SET wording = ? WHERE event = ?",
                    [Wording.key(of: row[1]), row[0] as Int64]
                )
            }
            if try PrintingLinker.printing(article, in: database) == nil { try add(article) }
            try run("DELETE FROM uncompared WHERE article = ?", [article])
        }
        return articles.count < most
    }
}
