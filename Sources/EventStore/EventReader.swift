import DatelineCore
import GRDB

/// Reads events from their rows.
struct EventReader {
    let database: Database
    /// Whether the reasons are read too.
    let withReasons: Bool
    /// Where the corrected fields stand; nil where nothing was corrected.
    private let corrections: CorrectionStore?

    init(database: Database, withReasons: Bool) throws {
        self.database = database
        self.withReasons = withReasons
        let corrections = CorrectionStore(database: database, dimensions: Dimensions())
        self.corrections = try corrections.hasTargets() ? corrections : nil
    }

    /// The columns that ``record(from:)`` takes, with the tables they come from; conditions follow.
    private static let selection = """
        SELECT
            event.id, article.path, ifnull(evidence.url, article.url), publisher.name, article.published, article.extractor,
            event_type.code, event.date_start, event.date_end, event.date_precision, event.date_method,
            evidence.date_text, event.status, actor.name, target.name,
            evidence.sentence, evidence.start, evidence."end", evidence.trigger_start, evidence.trigger_end,
            evidence.quote,
            evidence.source_text, source.name, source.kind, source.country,
            evidence.place_text, place.name, place.level, place.admin1, place.admin2, place.country, place.latitude,
            place.longitude, place.geonameid, place.admin1_geonameid, place.admin2_geonameid, place.country_geonameid,
            event.type_confidence, event.date_confidence, event.place_confidence, event.source_confidence,
            event.weapon_confidence, event.count_confidence, CAST(origin.original AS TEXT), event.repeats
        FROM event
        JOIN event_type ON event_type.id = event.type
        JOIN article ON article.id = event.article
        JOIN evidence ON evidence.event = event.id
        LEFT JOIN place ON place.id = event.place
        LEFT JOIN source ON source.id = event.source
        LEFT JOIN party AS actor ON actor.id = event.actor
        LEFT JOIN party AS target ON target.id = event.target
        LEFT JOIN publisher ON publisher.id = article.publisher
        LEFT JOIN origin ON origin.event = event.id
        """

    /// The event of a number; nil where there is none.
    func record(_ id: Int64) throws -> EventRecord? {
        let statement = try database.cachedStatement(sql: EventReader.selection + "\nWHERE event.id = ?")
        return try Row.fetchOne(statement, arguments: [id]).map(record(from:))
    }

    /// The event in a row of the selection, with its counts, weapons and places.
    private func record(from row: Row) throws -> EventRecord {
        let id: Int64 = row[0]
        let event = Event(
            type: try code(row[6]),
            date: DateSpan(
                start: date(row[7]),
                end: date(row[8]),
                precision: try code(row[9]),
                method: try code(row[10])
            ),
            dateText: row[11],
            place: try place(row, at: 25),
            otherPlaces: try otherPlaces(of: id),
            source: try source(row, at: 21),
            status: try code(row[12]),
            actor: row[13],
            target: row[14],
            weapons: try weapons(of: id),
            counts: try counts(of: id),
            evidence: Evidence(
                sentence: row[15],
                range: try range(row, at: 16),
                trigger: try range(row, at: 18),
                quote: row[20]
            ),
            reasons: withReasons ? try reasons(of: id) : [],
            confidence: try confidence(row, at: 37)
        )
        return EventRecord(
            id: id,
            article: row[1],
            url: row[2],
            publisher: row[3],
            published: date(row[4]),
            event: event,
            extractor: row[5],
            originalID: row[43],
            corrected: try corrections?.correctedFields(ofEvent: id) ?? [],
            repeats: row[44]
        )
    }

    private func confidence(_ row: Row, at first: Int) throws -> [EventField: Confidence] {
        let fields: [EventField] = [.type, .date, .place, .source, .weapon, .count]
        var confidence: [EventField: Confidence] = [:]
        for (index, field) in fields.enumerated() {
            if let text: String = row[first + index] { confidence[field] = try code(text) as Confidence }
        }
        return confidence
    }

    private func weapons(of event: Int64) throws -> [Weapon] {
        try rows(
            """
            SELECT weapon.code, event_weapon.text
            FROM event_weapon JOIN weapon ON weapon.id = event_weapon.weapon
            WHERE event = ? ORDER BY ordinal
            """,
            of: event
        ) { Weapon(code: $0[0], text: $0[1]) }
    }

    private func otherPlaces(of event: Int64) throws -> [Place] {
        try rows(
            """
            SELECT
                text, name, level, admin1, admin2, country, latitude, longitude, geonameid, admin1_geonameid,
                admin2_geonameid, country_geonameid
            FROM event_place JOIN place ON place.id = event_place.place
            WHERE event = ? ORDER BY ordinal
            """,
            of: event
        ) { try place($0, at: 0) }.compactMap(\.self)
    }

    private func counts(of event: Int64) throws -> [Count] {
        try rows(
            """
            SELECT
                event_count.source_text, source.name, source.kind, source.country,
                event_count.kind, unit, subject_group, low, best, high, qualifier, scope, as_of, is_part, text,
                start, "end"
            FROM event_count LEFT JOIN source ON source.id = event_count.source
            WHERE event = ? ORDER BY ordinal
            """,
            of: event
        ) { row in
            Count(
                kind: try code(row[4]),
                unit: try code(row[5]),
                group: try code(row[6]),
                low: row[7],
                best: row[8],
                high: row[9],
                qualifier: try code(row[10]),
                scope: try code(row[11]),
                asOf: date(row[12]),
                isPart: row[13],
                source: try source(row, at: 0),
                text: row[14],
                range: try range(row, at: 15)
            )
        }
    }

    private func reasons(of event: Int64) throws -> [Reason] {
        try rows(#"SELECT field, rule, start, "end" FROM event_reason WHERE event = ? ORDER BY ordinal"#, of: event) {
            Reason(field: try code($0[0]), rule: $0[1], range: $0[2] == nil ? nil : try range($0, at: 2))
        }
    }

    private func rows<T>(_ sql: String, of event: Int64, _ body: (Row) throws -> T) throws -> [T] {
        var values: [T] = []
        let cursor = try Row.fetchCursor(database.cachedStatement(sql: sql), arguments: [event])
        while let row = try cursor.next() { values.append(try body(row)) }
        return values
    }

    private func place(_ row: Row, at first: Int) throws -> Place? {
        guard let name: String = row[first + 1] else { return nil }
        return Place(
            name: name,
            text: row[first] ?? "",
            level: try code(row[first + 2]),
            admin1: row[first + 3],
            admin2: row[first + 4],
            country: row[first + 5],
            latitude: row[first + 6],
            longitude: row[first + 7],
            geonameid: row[first + 8],
            admin1ID: row[first + 9],
            admin2ID: row[first + 10],
            countryID: row[first + 11]
        )
    }

    private func source(_ row: Row, at first: Int) throws -> Source? {
        guard let name: String = row[first + 1] else { return nil }
        return Source(name: name, text: row[first] ?? "", kind: try code(row[first + 2]), country: row[first + 3])
    }

    private func date(_ dayNumber: Int?) -> CivilDate? {
        dayNumber.map(CivilDate.init(dayNumber:))
    }

    private func range(_ row: Row, at first: Int) throws -> ByteRange {
        let start: Int = row[first]
        let end: Int = row[first + 1]
        guard start <= end else { throw damaged("the range \(start) to \(end)") }
        return start..<end
    }

    private func code<Code: RawRepresentable<String>>(_ text: String) throws -> Code {
        guard let code = Code(rawValue: text) else { throw damaged("the code “\(text)”") }
        return code
    }

    private func damaged(_ what: String) -> EventStoreError {
        EventStoreError(.failed, doing: "read an event", reason: "\(what) is not one that this program knows")
    }
}
