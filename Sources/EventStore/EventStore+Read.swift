public import DatelineCore
import GRDB

extension EventStore {
    /// An event in full, with its counts, weapons, places and reasons; nil where there is no such number.
    ///
    /// Events of superseded articles are found too.
    public func event(id: Int64) throws -> EventRecord? {
        try read("read event \(id)") { database in
            try EventReader(database: database, withReasons: true).record(id)
        }
    }

    /// The article that an event was read from, with its body.
    public func article(ofEvent id: Int64) throws -> StoredArticle? {
        try read("read the article of event \(id)") { database in
            let statement = try database.cachedStatement(
                sql: """
                    SELECT
                        article.id, path, url, publisher.name, published, modified, title, language, body,
                        version, superseded_by, extractor
                    FROM article LEFT JOIN publisher ON publisher.id = article.publisher
                    WHERE article.id = (SELECT article FROM event WHERE id = ?)
                    """
            )
            guard let row = try Row.fetchOne(statement, arguments: [id]) else { return nil }
            let published: Int? = row[4]
            let modified: Int? = row[5]
            let article = Article(
                path: row[1],
                url: row[2],
                publisher: row[3],
                published: published.map(CivilDate.init(dayNumber:)),
                modified: modified.map(CivilDate.init(dayNumber:)),
                title: row[6],
                language: row[7],
                body: row[8]
            )
            return StoredArticle(
                id: row[0],
                article: article,
                version: row[9],
                supersededBy: row[10],
                extractor: row[11]
            )
        }
    }

    /// What was rejected in the article that an event was read from.
    public func rejections(ofArticleOfEvent id: Int64) throws -> [Rejection] {
        try read("read the rejections beside event \(id)") { database in
            let rows = try Row.fetchAll(
                database.cachedStatement(
                    sql: """
                        SELECT reason, sentence, start, "end", text FROM rejection
                        WHERE article = (SELECT article FROM event WHERE id = ?)
                        ORDER BY ordinal
                        """
                ),
                arguments: [id]
            )
            return rows.map { row in
                let start: Int = row[2]
                let end: Int = row[3]
                return Rejection(reason: row[0], sentence: row[1], range: start..<max(start, end), text: row[4])
            }
        }
    }
}
