import DatelineCore
import Foundation
import GRDB
import Reprints

/// Keeps which articles print one story, and which of their events are told once already.
///
/// An event is a repeat where another printing of the story has one that was read from the same words: of these the
/// events of one article stand, the others name them in `event.repeats`. That article is the earliest, but where somebody
/// has corrected an event by hand it is the earliest of those, so that the correction stays in the answers.
final class PrintingStore {
    let database: Database
    private var linker: PrintingLinker?

    init(database: Database) {
        self.database = database
    }

    /// Events of one story that were read from the same words.
    private struct Telling: Hashable {
        let origin: Int64
        let wording: Int64
    }

    /// Takes in an article that was stored with its events.
    func add(_ article: Int64, _ prepared: PreparedArticle) throws {
        let (story, read) = (prepared.story, prepared.read)
        try add(article, story, day: read.article.published?.dayNumber, hash: Data(read.hash))
    }

    func add(_ article: Int64, _ story: StoryText, day: Int?, hash: Data) throws {
        let printing = Printing(
            article: article,
            day: day,
            words: story.wordCount,
            marks: story.fingerprints.count,
            hash: hash
        )
        try link { try $0.add(printing, story) }
    }

    /// Takes out an article that was superseded.
    func remove(_ article: Int64) throws {
        try run("DELETE FROM uncompared WHERE article = ?", [article])
        guard let printing = try PrintingLinker.printing(article, in: database), let origin = printing.origin else {
            return
        }
        try link { try $0.remove(printing) }
        try run("UPDATE event SET repeats = NULL WHERE article = ? AND repeats IS NOT NULL", [article])
        try refresh(try tellings(of: article, origin: origin))
    }

    /// Does what replaces the events of an article.
    func whileReplacingEvents(of article: Int64, _ body: () throws -> Void) throws {
        guard let origin = try PrintingLinker.printing(article, in: database)?.origin, try isReprinted(origin) else {
            return try body()
        }
        let former = try tellings(of: article, origin: origin)
        try body()
        try giveWordings(toEventsOf: article)
        try refresh(former.union(try tellings(of: article, origin: origin)))
    }

    /// Takes note that an event was corrected by hand, or that a correction was taken back.
    func eventWasCorrected(_ event: Int64) throws {
        let sql = """
            SELECT origin, wording
            FROM event
            JOIN printing ON printing.article = event.article
            JOIN evidence ON evidence.event = event.id
            WHERE event.id = ? AND wording IS NOT NULL
            """
        let rows = try Row.fetchAll(database.cachedStatement(sql: sql), arguments: [event])
        try refresh(Set(rows.map { Telling(origin: $0[0], wording: $0[1]) }))
    }

    private func link(_ body: (PrintingLinker) throws -> PrintingLinker.Moves) throws {
        let linker = try linker ?? PrintingLinker(database)
        self.linker = linker
        var changed: Set<Telling> = []
        for (article, origins) in try body(linker) {
            // An article that nobody reprints has nothing told twice.
            if try origins == [article] && !isReprinted(article) { continue }
            for printed in origins.union([article]) { try giveWordings(toEventsOf: printed) }
            for origin in origins { changed.formUnion(try tellings(of: article, origin: origin)) }
        }
        try refresh(changed)
    }

    /// Whether a story was printed more than once.
    private func isReprinted(_ origin: Int64) throws -> Bool {
        let sql = "SELECT EXISTS (SELECT 1 FROM printing WHERE origin = ?1 AND article <> ?1)"
        return try Bool.fetchOne(database.cachedStatement(sql: sql), arguments: [origin]) ?? false
    }

    /// Gives the events of an article the numbers of their words, by which they are found once their story is printed
    /// more than once.
    private func giveWordings(toEventsOf article: Int64) throws {
        let sql = """
            SELECT event, quote FROM event JOIN evidence ON evidence.event = event.id
            WHERE article = ? AND wording IS NULL
            """
        for row in try Row.fetchAll(database.cachedStatement(sql: sql), arguments: [article]) {
            try run("UPDATE evidence SET wording = ? WHERE event = ?", [Wording.key(of: row[1]), row[0] as Int64])
        }
    }

    private func tellings(of article: Int64, origin: Int64) throws -> Set<Telling> {
        let sql = """
            SELECT DISTINCT wording FROM event JOIN evidence ON evidence.event = event.id
            WHERE article = ? AND wording IS NOT NULL
            """
        let wordings = try Int64.fetchAll(database.cachedStatement(sql: sql), arguments: [article])
        return Set(wordings.map { Telling(origin: origin, wording: $0) })
    }

    /// Chooses anew which events stand.
    private func refresh(_ tellings: Set<Telling>) throws {
        let sql = """
            SELECT event.id, event.article, event.type, event.repeats
            FROM evidence
            JOIN event ON event.id = evidence.event
            JOIN printing ON printing.article = event.article
            JOIN article ON article.id = event.article
            WHERE wording = ? AND origin = ?
            ORDER BY \(PrintingStore.isUncorrected), \(Printing.order), event.id
            """
        for telling in tellings.sorted(by: { ($0.origin, $0.wording) < ($1.origin, $1.wording) }) {
            let rows = try Row.fetchAll(
                database.cachedStatement(sql: sql),
                arguments: [telling.wording, telling.origin]
            )
            for (event, stored, repeated) in PrintingStore.repeats(rows) where stored != repeated {
                try run("UPDATE event SET repeats = ? WHERE id = ?", [repeated, event])
            }
        }
    }

    /// Whether nobody has corrected an `event`, as a number to sort by.
    static let isUncorrected = """
        NOT EXISTS (
            SELECT 1 FROM corrected_event JOIN correction ON correction.target = corrected_event.id
            WHERE corrected_event.event = event.id AND undone IS NULL
        )
        """

    /// What each event of one telling repeats, and what is stored of that: rows of event, article, type and `repeats`,
    /// the first of which stands.
    ///
    /// Of several events of the first article, one of the same type is repeated, else the first.
    static func repeats(_ rows: [Row]) -> [(event: Int64, stored: Int64?, repeated: Int64?)] {
        guard let first = rows.first else { return [] }
        let standing = rows.filter { $0[1] as Int64 == first[1] }
        return rows.map { row in
            let isStanding = row[1] as Int64 == first[1]
            let repeated = standing.first { $0[2] as Int64 == row[2] } ?? first
            return (row[0], row[3], isStanding ? nil : repeated[0])
        }
    }

    func run(_ sql: String, _ arguments: StatementArguments) throws {
        try database.cachedStatement(sql: sql).execute(arguments: arguments)
    }
}
