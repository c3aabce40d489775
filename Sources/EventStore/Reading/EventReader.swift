import DatelineCore
import GRDB

/// Reads events as values, with their counts, weapons and places.
final class EventReader: RowReader {
    private let events: RowCursor
    private let evidence: RowCursor
    private let origins: RowCursor
    private let counts: RowCursor
    private let weapons: RowCursor
    private let otherPlaces: RowCursor
    private let corrections: RowCursor
    private let withReasons: Bool
    private var articles: SharedRows<Provenance>
    private var types: SharedRows<EventType>
    private var places: SharedRows<Place>
    private var sources: SharedRows<Source>
    private var parties: SharedRows<String>
    private var weaponCodes: SharedRows<String>

    init(database: Database, withReasons: Bool) throws {
        self.withReasons = withReasons
        events = try RowCursor(
            database,
            """
            SELECT
                id, article, type, date_start, date_end, date_precision, date_method, place, source, status, actor,
                target, type_confidence, date_confidence, place_confidence, source_confidence, weapon_confidence,
                count_confidence, repeats
            FROM event
            """,
            key: "id"
        )
        evidence = try RowCursor(
            database,
            """
            SELECT
                event, date_text, place_text, source_text, sentence, start, "end", trigger_start, trigger_end, quote,
                url\(withReasons ? ", reasons" : "")
            FROM evidence
            """
        )
        origins = try RowCursor(database, "SELECT event, original FROM origin")
        counts = try RowCursor(
            database,
            """
            SELECT
                event, kind, unit, subject_group, low, best, high, qualifier, scope, as_of, is_part, source,
                source_text, text, start, "end"
            FROM event_count
            """,
            order: "ordinal"
        )
        weapons = try RowCursor(database, "SELECT event, weapon, text FROM event_weapon", order: "ordinal")
        otherPlaces = try RowCursor(database, "SELECT event, place, text FROM event_place", order: "ordinal")
        corrections = try RowCursor(
            database,
            """
            SELECT event, field
            FROM corrected_event JOIN correction ON correction.target = corrected_event.id AND undone IS NULL
            """
        )
        articles = try SharedRows(
            database,
            """
            SELECT path, url, publisher.name, published, modified, extractor
            FROM article LEFT JOIN publisher ON publisher.id = article.publisher WHERE article.id = ?
            """
        ) { row in
            Provenance(
                article: row.text(0) ?? "",
                url: row.text(1),
                publisher: row.text(2),
                published: row.date(3),
                modified: row.date(4),
                extractor: row.text(5) ?? ""
            )
        }
        types = try SharedRows(database, "SELECT code FROM event_type WHERE id = ?") { try $0.code(0) }
        places = try SharedRows(placesIn: database)
        sources = try SharedRows(sourcesIn: database)
        parties = try SharedRows(database, "SELECT name FROM party WHERE id = ?")
        weaponCodes = try SharedRows(database, "SELECT code FROM weapon WHERE id = ?")
    }

    /// The event of a number; nil where there is none.
    func record(_ number: Int64) throws -> EventRecord? {
        try start(EventList([number]))
        var record: EventRecord?
        return try read(number, into: &record) ? record : nil
    }

    func start(_ events: EventList) throws {
        for cursor in [self.events, evidence, origins, counts, weapons, otherPlaces, corrections] {
            try cursor.start(events)
        }
    }

    func waitingRows() -> WaitingRecords { WaitingRecords() }

    func read(_ id: Int64, into record: inout EventRecord?) throws -> Bool {
        let number = Int(id)
        guard try events.find(number), try evidence.find(number) else { return false }
        let (row, words) = (events.row, evidence.row)
        guard let article = try articles[row.int(1)], let type = try types[row.int(2)] else { return false }
        let event = Event(
            type: type,
            date: DateSpan(start: row.date(3), end: row.date(4), precision: try row.code(5), method: try row.code(6)),
            dateText: words.text(1),
            place: try places.place(row.optionalInt(7), text: words.text(2)),
            otherPlaces: try otherPlaces(of: number),
            source: try sources.source(row.optionalInt(8), text: words.text(3)),
            status: try row.code(9),
            actor: try parties[row.optionalInt(10)],
            target: try parties[row.optionalInt(11)],
            weapons: try rows(weapons, of: number) {
                Weapon(code: try self.weaponCodes[$0.int(1)] ?? "", text: $0.text(2) ?? "")
            },
            counts: try counts(of: number),
            evidence: Evidence(
                sentence: words.int(4),
                range: try words.range(5),
                trigger: try words.range(7),
                quote: words.text(9) ?? ""
            ),
            reasons: withReasons ? try ReasonList.reasons(words.text(11)) : [],
            confidence: try confidence(row, at: 12)
        )
        record = EventRecord(
            id: id,
            article: article.article,
            url: words.text(10) ?? article.url,
            publisher: article.publisher,
            published: article.published,
            modified: article.modified,
            event: event,
            extractor: article.extractor,
            originalID: try origins.find(number) ? origins.row.text(1) : nil,
            corrected: try correctedFields(of: number),
            repeats: row.optionalInt(18).map(Int64.init)
        )
        return true
    }

    private func confidence(_ row: RawStatement, at first: Int32) throws -> [EventField: Confidence] {
        var confidence: [EventField: Confidence] = [:]
        for (field, column) in zip([.type, .date, .place, .source, .weapon, .count] as [EventField], first...) {
            confidence[field] = try row.optionalCode(column)
        }
        return confidence
    }

    private func otherPlaces(of event: Int) throws -> [Place] {
        try rows(otherPlaces, of: event) { try self.places.place($0.int(1), text: $0.text(2)) }.compactMap(\.self)
    }

    private func counts(of event: Int) throws -> [Count] {
        try rows(counts, of: event) { row in
            Count(
                kind: try row.code(1),
                unit: try row.code(2),
                group: try row.code(3),
                low: row.optionalInt(4),
                best: row.optionalInt(5),
                high: row.optionalInt(6),
                qualifier: try row.code(7),
                scope: try row.code(8),
                asOf: row.date(9),
                isPart: row.int(10) == 1,
                source: try self.sources.source(row.optionalInt(11), text: row.text(12)),
                text: row.text(13) ?? "",
                range: try row.range(14)
            )
        }
    }

    /// The names of the fields that were set or cleared by hand, in the order in which they stand.
    private func correctedFields(of event: Int) throws -> [String] {
        let names = try rows(corrections, of: event) { $0.text(1) ?? "" }
        guard !names.isEmpty else { return [] }
        return ([.added] + CorrectionField.settable).map(\.name).filter(names.contains)
    }

    private func rows<T>(_ cursor: RowCursor, of event: Int, _ value: (RawStatement) throws -> T) throws -> [T] {
        guard try cursor.find(event) else { return [] }
        var values: [T] = []
        repeat { values.append(try value(cursor.row)) } while try cursor.next()
        return values
    }
}

/// What an article says of itself.
private struct Provenance {
    var article: String
    var url: String?
    var publisher: String?
    var published: CivilDate?
    var modified: CivilDate?
    var extractor: String
}

/// Events that wait for their turn.
struct WaitingRecords: WaitingRows {
    private var records: [EventRecord?] = []

    mutating func begin(_ count: Int) {
        records = Array(repeating: nil, count: count)
    }

    mutating func keep(_ record: EventRecord?, at index: Int) {
        records[index] = record
    }

    func take(_ index: Int, into record: inout EventRecord?) -> Bool {
        record = records[index]
        return record != nil
    }
}
