public import DatelineCore
import GRDB

/// What is in a database.
public struct Statistics: Hashable, Sendable {
    /// A name and how often it stands.
    public struct Tally: Hashable, Sendable {
        /// The name.
        public var name: String
        /// How often.
        public var number: Int
    }

    /// The articles, each in its newest version.
    public var articles: Int
    /// The superseded versions beside them.
    public var formerVersions: Int
    /// The events of the newest versions.
    public var events: Int
    /// The first day on which an event is grouped.
    public var firstDay: CivilDate?
    /// The last such day.
    public var lastDay: CivilDate?
    /// The events without any date.
    public var undated: Int
    /// The events without a place.
    public var unplaced: Int
    /// The events by type.
    public var types: [Tally]
    /// The rejections by reason.
    public var rejections: [Tally]
    /// The articles by the extractor version that read them.
    public var extractors: [Tally]
}

extension EventStore {
    /// What is in the database; superseded articles count only as former versions.
    public func statistics() throws -> Statistics {
        try read("count what is in \(path)") { database in
            func number(_ sql: String) throws -> Int {
                try Int.fetchOne(database, sql: sql) ?? 0
            }
            func day(_ sql: String) throws -> CivilDate? {
                try Int.fetchOne(database, sql: sql).map(CivilDate.init(dayNumber:))
            }
            func tallies(_ sql: String) throws -> [Statistics.Tally] {
                try Row.fetchAll(database, sql: sql).map { Statistics.Tally(name: $0[0], number: $0[1]) }
            }
            return Statistics(
                articles: try number("SELECT count(*) FROM article WHERE superseded_by IS NULL"),
                formerVersions: try number("SELECT count(*) FROM article WHERE superseded_by IS NOT NULL"),
                events: try number("SELECT count(*) FROM event WHERE superseded = 0"),
                firstDay: try day("SELECT min(day) FROM event WHERE superseded = 0"),
                lastDay: try day("SELECT max(day) FROM event WHERE superseded = 0"),
                undated: try number("SELECT count(*) FROM event WHERE superseded = 0 AND day IS NULL"),
                unplaced: try number("SELECT count(*) FROM event WHERE superseded = 0 AND place IS NULL"),
                types: try tallies(
                    """
                    SELECT code, count(*) FROM event JOIN event_type ON event_type.id = event.type
                    WHERE superseded = 0 GROUP BY code ORDER BY count(*) DESC, code
                    """
                ),
                rejections: try tallies(
                    """
                    SELECT reason, count(*) FROM rejection JOIN article ON article.id = rejection.article
                    WHERE superseded_by IS NULL GROUP BY reason ORDER BY count(*) DESC, reason
                    """
                ),
                extractors: try tallies(
                    """
                    SELECT extractor, count(*) FROM article
                    WHERE superseded_by IS NULL GROUP BY extractor ORDER BY extractor
                    """
                )
            )
        }
    }
}
