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
    /// The articles among these that are reprints of others.
    public var reprints: Int
    /// The events of the newest versions, without those that repeat what another printing of their story tells.
    public var events: Int
    /// The events that do repeat it.
    public var repeatedEvents: Int
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
    /// The imported datasets, with the rows that their last files had.
    public var datasets: [Tally]
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
            func tallies(_ sql: String) throws -> [Statistics.Tally] {
                try Row.fetchAll(database, sql: sql).map { Statistics.Tally(name: $0[0], number: $0[1]) }
            }
            let events = try EventTotals(database)
            let isRead = "superseded_by IS NULL AND extractor NOT IN (SELECT format FROM dataset)"
            return Statistics(
                articles: try number("SELECT count(*) FROM article WHERE \(isRead)"),
                formerVersions: try number("SELECT count(*) FROM article WHERE superseded_by IS NOT NULL"),
                reprints: try number("SELECT count(*) FROM printing WHERE origin <> article"),
                events: events.count,
                repeatedEvents: try number(
                    "SELECT count(*) FROM event INDEXED BY event_repeats WHERE repeats IS NOT NULL AND superseded = 0"
                ),
                firstDay: events.firstDay,
                lastDay: events.lastDay,
                undated: events.undated,
                unplaced: events.unplaced,
                types: events.types.map { Statistics.Tally(name: $0.key, number: $0.value) }.sorted {
                    $0.number != $1.number ? $0.number > $1.number : $0.name < $1.name
                },
                datasets: try tallies(
                    """
                    SELECT
                        dataset.name,
                        (SELECT added + unchanged + changed FROM import_run WHERE dataset = dataset.id ORDER BY id DESC)
                    FROM dataset ORDER BY dataset.name
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
                    WHERE \(isRead) GROUP BY extractor ORDER BY extractor
                    """
                )
            )
        }
    }
}

/// What the columns of all events come to.
private struct EventTotals {
    private(set) var count = 0
    private(set) var firstDay: CivilDate?
    private(set) var lastDay: CivilDate?
    private(set) var undated = 0
    private(set) var unplaced = 0
    private(set) var types: [String: Int] = [:]

    init(_ database: Database) throws {
        var first = Int32.max
        var last = Int32.min
        var numbers: [Int32: Int] = [:]
        try BlockReader(database: database).forEachBlock([.hidden, .start, .end, .place, .type]) { block in
            let (hidden, starts, ends) = (block[.hidden], block[.start], block[.end])
            let (places, kinds) = (block[.place], block[.type])
            for row in hidden.indices where hidden[row] == 0 {
                count += 1
                numbers[kinds[row], default: 0] += 1
                if places[row] == .none { unplaced += 1 }
                let day = starts[row] == .none ? ends[row] : starts[row]
                if day == .none {
                    undated += 1
                } else {
                    first = min(first, day)
                    last = max(last, day)
                }
            }
        }
        if count > undated {
            firstDay = CivilDate(dayNumber: Int(first))
            lastDay = CivilDate(dayNumber: Int(last))
        }
        let labels = GroupLabels(database: database)
        for (number, events) in numbers { types[try labels.key(number, by: .type)[0] ?? "", default: 0] += events }
    }
}
