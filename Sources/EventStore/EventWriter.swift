import DatelineCore
import GRDB
import Reprints

/// Writes the rows of an article's events.
struct EventWriter {
    let database: Database
    let dimensions: Dimensions

    /// What an event is known by when its article is read anew.
    private struct Trace: Hashable {
        let type: Int64
        let triggerStart: Int
        let triggerEnd: Int
    }

    func insert(ofArticle article: Int64, events: [Event], rejections: [Rejection]) throws {
        for event in events { try insert(event, number: nil, article: article, superseded: false) }
        try insert(rejections, article: article)
    }

    func replace(
        ofArticle article: Int64,
        events: [Event],
        rejections: [Rejection],
        extractor: String,
        superseded: Bool
    ) throws {
        var numbers = try numbersByTrace(ofArticle: article)
        for table in ["rejection", "event"] {
            try database.execute(sql: "DELETE FROM \(table) WHERE article = ?", arguments: [article])
        }
        try database.execute(
            sql: "UPDATE article SET extractor = ? WHERE id = ?",
            arguments: [extractor, article]
        )
        for event in events {
            let trace = Trace(
                type: try dimensions.type(event.type, in: database),
                triggerStart: event.evidence.trigger.lowerBound,
                triggerEnd: event.evidence.trigger.upperBound
            )
            try insert(event, number: numbers.removeValue(forKey: trace), article: article, superseded: superseded)
        }
        try insert(rejections, article: article)
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

    @discardableResult
    func insert(_ event: Event, number: Int64?, article: Int64, superseded: Bool) throws -> Int64 {
        try run(
            """
            INSERT INTO event (
                id, article, type, date_start, date_end, date_precision, date_method, place, source, status, actor,
                target, leading_count, superseded, type_confidence, date_confidence, place_confidence,
                source_confidence, weapon_confidence, count_confidence
            ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                number, article, try dimensions.type(event.type, in: database), event.date.start?.dayNumber,
                event.date.end?.dayNumber, event.date.precision.rawValue, event.date.method.rawValue,
                try dimensions.place(event.place, in: database), try dimensions.source(event.source, in: database),
                event.status.rawValue, try dimensions.party(event.actor, in: database),
                try dimensions.party(event.target, in: database), event.leadingCountPosition, superseded,
                event.confidence[.type]?.rawValue, event.confidence[.date]?.rawValue,
                event.confidence[.place]?.rawValue, event.confidence[.source]?.rawValue,
                event.confidence[.weapon]?.rawValue, event.confidence[.count]?.rawValue,
            ]
        )
        let id = database.lastInsertedRowID
        let evidence = event.evidence
        try run(
            """
            INSERT INTO evidence (
                event, sentence, start, "end", trigger_start, trigger_end, date_text, place_text, source_text, quote,
                wording
            ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                id, evidence.sentence, evidence.range.lowerBound, evidence.range.upperBound,
                evidence.trigger.lowerBound, evidence.trigger.upperBound, event.dateText, event.place?.text,
                event.source?.text, evidence.quote, Wording.key(of: evidence.quote),
            ]
        )
        try run("INSERT INTO evidence_search (rowid, quote) VALUES (?, ?)", [id, evidence.quote])
        try insertParts(of: event, id: id)
        return id
    }

    /// The rows of which an event has any number.
    func insertParts(of event: Event, id: Int64) throws {
        try insertCounts(of: event, id: id)
        for (ordinal, weapon) in event.weapons.enumerated() {
            try run(
                "INSERT INTO event_weapon (event, ordinal, weapon, text) VALUES (?, ?, ?, ?)",
                [id, ordinal, try dimensions.weapon(weapon.code, in: database), weapon.text]
            )
        }
        for (ordinal, place) in event.otherPlaces.enumerated() {
            try run(
                "INSERT INTO event_place (event, ordinal, place, text) VALUES (?, ?, ?, ?)",
                [id, ordinal, try dimensions.place(place, in: database), place.text]
            )
        }
        for (ordinal, reason) in event.reasons.enumerated() {
            try run(
                #"INSERT INTO event_reason (event, ordinal, field, rule, start, "end") VALUES (?, ?, ?, ?, ?, ?)"#,
                [
                    id, ordinal, reason.field.rawValue, reason.rule, reason.range?.lowerBound,
                    reason.range?.upperBound,
                ]
            )
        }
    }

    private func insertCounts(of event: Event, id: Int64) throws {
        let figures = Set(event.figurePositions)
        for (ordinal, count) in event.counts.enumerated() {
            try run(
                """
                INSERT INTO event_count (
                    event, ordinal, kind, unit, subject_group, low, best, high, qualifier, scope, as_of, is_part,
                    is_figure, source, source_text, text, start, "end"
                ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    id, ordinal, count.kind.rawValue, count.unit.rawValue, count.group.rawValue, count.low, count.best,
                    count.high, count.qualifier.rawValue, count.scope.rawValue, count.asOf?.dayNumber, count.isPart,
                    figures.contains(ordinal), try dimensions.source(count.source, in: database), count.source?.text,
                    count.text, count.range.lowerBound, count.range.upperBound,
                ]
            )
        }
    }

    private func insert(_ rejections: [Rejection], article: Int64) throws {
        for (ordinal, rejection) in rejections.enumerated() {
            try run(
                """
                INSERT INTO rejection (article, ordinal, reason, sentence, start, "end", text)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    article, ordinal, rejection.reason, rejection.sentence, rejection.range.lowerBound,
                    rejection.range.upperBound, rejection.text,
                ]
            )
        }
    }

    func run(_ sql: String, _ arguments: StatementArguments) throws {
        try database.cachedStatement(sql: sql).execute(arguments: arguments)
    }
}
