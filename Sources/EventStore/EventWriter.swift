import DatelineCore
import GRDB

/// Writes the rows of articles' events, in one transaction.
final class EventWriter {
    let database: Database
    let dimensions: Dimensions
    private let event: RawStatement
    private let evidence: RawStatement
    private let count: RawStatement
    private let weapon: RawStatement
    private let place: RawStatement
    private let rejection: RawStatement
    private var words: WordsOfEvents

    /// What an event is known by when its article is read anew.
    private struct Trace: Hashable {
        let type: Int64
        let triggerStart: Int
        let triggerEnd: Int
    }

    init(database: Database, dimensions: Dimensions) throws {
        self.database = database
        self.dimensions = dimensions
        event = try RawStatement(
            database,
            """
            INSERT INTO event (
                id, article, type, date_start, date_end, date_precision, date_method, place, source, status, actor,
                target, leading_count, superseded, type_confidence, date_confidence, place_confidence,
                source_confidence, weapon_confidence, count_confidence
            ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """
        )
        evidence = try RawStatement(
            database,
            """
            INSERT INTO evidence (
                event, sentence, start, "end", trigger_start, trigger_end, date_text, place_text, source_text, quote,
                reasons
            ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """
        )
        count = try RawStatement(
            database,
            """
            INSERT INTO event_count (
                event, ordinal, kind, unit, subject_group, low, best, high, qualifier, scope, as_of, is_part,
                is_figure, source, source_text, text, start, "end"
            ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """
        )
        weapon = try RawStatement(
            database,
            "INSERT INTO event_weapon (event, ordinal, weapon, text) VALUES (?, ?, ?, ?)"
        )
        place = try RawStatement(
            database,
            "INSERT INTO event_place (event, ordinal, place, text) VALUES (?, ?, ?, ?)"
        )
        rejection = try RawStatement(
            database,
            """
            INSERT INTO rejection (article, ordinal, reason, sentence, start, "end", text)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """
        )
        words = try WordsOfEvents(database)
    }

    /// Writes the words of new events; to be called before a transaction ends, and before events are deleted or changed.
    func finish() throws {
        try words.write()
    }

    /// Writes the events and rejections of a new article.
    func insert(_ prepared: PreparedArticle, number article: Int64) throws {
        // By position, since an iterator would copy each event.
        for index in prepared.reasons.indices {
            try insert(
                prepared.read.events[index],
                number: nil,
                article: article,
                superseded: false,
                reasons: prepared.reasons[index]
            )
        }
        try insert(prepared.read.rejections, article: article)
    }

    /// Writes them anew for an article that is stored.
    func replace(with prepared: PreparedArticle, number article: Int64, superseded: Bool) throws {
        var numbers = try numbersByTrace(ofArticle: article)
        for table in ["rejection", "event"] {
            try database.execute(sql: "DELETE FROM \(table) WHERE article = ?", arguments: [article])
        }
        try database.execute(
            sql: "UPDATE article SET extractor = ? WHERE id = ?",
            arguments: [prepared.read.extractor, article]
        )
        for (event, reasons) in zip(prepared.read.events, prepared.reasons) {
            let trace = Trace(
                type: try dimensions.type(event.type, in: database),
                triggerStart: event.evidence.trigger.lowerBound,
                triggerEnd: event.evidence.trigger.upperBound
            )
            let number = numbers.removeValue(forKey: trace)
            try insert(event, number: number, article: article, superseded: superseded, reasons: reasons)
        }
        try insert(prepared.read.rejections, article: article)
    }

    /// The numbers of an article's events by their traces, in which corrected types are as they were read.
    private func numbersByTrace(ofArticle article: Int64) throws -> [Trace: Int64] {
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT event.id, ifnull(event_type.id, event.type), evidence.trigger_start, evidence.trigger_end
                FROM event
                JOIN evidence ON evidence.event = event.id
                LEFT JOIN corrected_event ON corrected_event.event = event.id
                LEFT JOIN event_type ON event_type.code = corrected_event.type
                WHERE article = ?
                ORDER BY event.id DESC
                """,
            arguments: [article]
        )
        var numbers: [Trace: Int64] = [:]
        for row in rows { numbers[Trace(type: row[1], triggerStart: row[2], triggerEnd: row[3])] = row[0] }
        return numbers
    }

    /// Writes a new event with its reasons as ``ReasonList`` has them; its words wait for ``finish()``.
    @discardableResult
    func insert(
        _ event: Event,
        number: Int64?,
        article: Int64,
        superseded: Bool,
        reasons: String?
    ) throws -> Int64 {
        let row = self.event
        row.bind(1, number)
        row.bind(2, article)
        row.bind(3, try dimensions.type(event.type, in: database))
        row.bind(4, event.date.start?.dayNumber)
        row.bind(5, event.date.end?.dayNumber)
        row.bind(6, event.date.precision.rawValue)
        row.bind(7, event.date.method.rawValue)
        row.bind(8, try dimensions.place(event.place, in: database))
        row.bind(9, try dimensions.source(event.source, in: database))
        row.bind(10, event.status.rawValue)
        row.bind(11, try dimensions.party(event.actor, in: database))
        row.bind(12, try dimensions.party(event.target, in: database))
        row.bind(13, event.leadingCountPosition)
        row.bind(14, superseded ? 1 : 0)
        for (position, field) in zip(15..., [EventField.type, .date, .place, .source, .weapon, .count]) {
            row.bind(Int32(position), event.confidence[field]?.rawValue)
        }
        try row.run()
        let id = database.lastInsertedRowID
        try EventNumber.check(id)
        try insertEvidence(of: event, reasons: reasons, id: id)
        try insertParts(of: event, id: id)
        return id
    }

    private func insertEvidence(of event: Event, reasons: String?, id: Int64) throws {
        let read = event.evidence
        evidence.bind(1, id)
        evidence.bind(2, read.sentence)
        evidence.bind(3, read.range.lowerBound)
        evidence.bind(4, read.range.upperBound)
        evidence.bind(5, read.trigger.lowerBound)
        evidence.bind(6, read.trigger.upperBound)
        evidence.bind(7, event.dateText)
        evidence.bind(8, event.place?.text)
        evidence.bind(9, event.source?.text)
        evidence.bind(10, read.quote)
        evidence.bind(11, reasons)
        try evidence.run()
        var quote = read.quote
        try quote.withUTF8 { try unsafe words.add($0, of: Int(id)) }
    }

    /// The rows of which an event has any number.
    func insertParts(of event: Event, id: Int64) throws {
        try insertCounts(of: event, id: id)
        for (ordinal, used) in event.weapons.enumerated() {
            weapon.bind(1, id)
            weapon.bind(2, ordinal)
            weapon.bind(3, try dimensions.weapon(used.code, in: database))
            weapon.bind(4, used.text)
            try weapon.run()
        }
        for (ordinal, other) in event.otherPlaces.enumerated() {
            place.bind(1, id)
            place.bind(2, ordinal)
            place.bind(3, try dimensions.place(other, in: database))
            place.bind(4, other.text)
            try place.run()
        }
    }

    private func insertCounts(of event: Event, id: Int64) throws {
        let figures = event.figurePositions
        for (ordinal, figure) in event.counts.enumerated() {
            count.bind(1, id)
            count.bind(2, ordinal)
            count.bind(3, figure.kind.rawValue)
            count.bind(4, figure.unit.rawValue)
            count.bind(5, figure.group.rawValue)
            count.bind(6, figure.low)
            count.bind(7, figure.best)
            count.bind(8, figure.high)
            count.bind(9, figure.qualifier.rawValue)
            count.bind(10, figure.scope.rawValue)
            count.bind(11, figure.asOf?.dayNumber)
            count.bind(12, figure.isPart ? 1 : 0)
            count.bind(13, figures.contains(ordinal) ? 1 : 0)
            count.bind(14, try dimensions.source(figure.source, in: database))
            count.bind(15, figure.source?.text)
            count.bind(16, figure.text)
            count.bind(17, figure.range.lowerBound)
            count.bind(18, figure.range.upperBound)
            try count.run()
        }
    }

    private func insert(_ rejections: [Rejection], article: Int64) throws {
        for (ordinal, rejected) in rejections.enumerated() {
            rejection.bind(1, article)
            rejection.bind(2, ordinal)
            rejection.bind(3, rejected.reason)
            rejection.bind(4, rejected.sentence)
            rejection.bind(5, rejected.range.lowerBound)
            rejection.bind(6, rejected.range.upperBound)
            rejection.bind(7, rejected.text)
            try rejection.run()
        }
    }

    func run(_ sql: String, _ arguments: StatementArguments) throws {
        try database.cachedStatement(sql: sql).execute(arguments: arguments)
    }
}
