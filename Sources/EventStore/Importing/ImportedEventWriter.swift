import Datasets
import DatelineCore
import Foundation
import GRDB

/// Writes the rows of an event that a dataset tells of.
final class ImportedEventWriter {
    /// So many events are read from more places of the file than it takes to find them, if they lie apart.
    private static let many = 5_000

    private let database: Database
    private let dimensions: Dimensions
    private let reader: DatasetReader
    private let name: String
    private let events: RowTable
    private let evidence: RowTable
    private let counts: RowTable
    private let weapons: RowTable
    private let places: RowTable
    private let placeLoader: PlaceLoader
    private let segments: SegmentLoader?
    /// The row numbers of what the reader has tables of.
    private var placeNumbers: [KnownPlace] = []
    private var sourceNumbers: [Int64] = []
    private var partyNumbers: [Int64] = []
    private var weaponLists: [[(id: Int64, text: String)]] = []
    /// The articles under which rows stand: of those without a publisher, then by the number of the publisher.
    private var articles: [KnownArticle?] = []
    private var types: [EventType: Int64] = [:]

    /// The number of the next new event.
    private(set) var next = 1
    /// Where and when the new events were that are kept in memory, as numbers that sort neighbours together.
    private var neighbourhoods: [UInt64] = []

    private struct KnownPlace {
        let numbers: PlaceLoader.Numbers
        let country: Int32
        let tile: UInt32
    }

    private struct KnownArticle {
        let id: Int64
        let publisher: Int64?
    }

    /// `segments` packs the columns of new events; nil where events are changed behind their writing.
    init(
        _ database: Database,
        _ dimensions: Dimensions,
        _ segments: SegmentLoader?,
        reader: DatasetReader,
        name: String
    ) throws {
        self.database = database
        self.dimensions = dimensions
        self.segments = segments
        self.reader = reader
        self.name = name
        placeLoader = try PlaceLoader(database)
        events = try RowTable(
            database,
            "new_event",
            [
                "id", "article", "type", "date_start", "date_end", "date_precision", "date_method", "place", "source",
                "status", "actor", "target", "leading_count",
            ],
            """
            INSERT INTO event (
                id, article, type, date_start, date_end, date_precision, date_method, place, source, status, actor,
                target, leading_count
            )
            SELECT * FROM new_event WHERE true
            ON CONFLICT (id) DO UPDATE SET
                article = excluded.article, type = excluded.type, date_start = excluded.date_start,
                date_end = excluded.date_end, date_precision = excluded.date_precision,
                date_method = excluded.date_method, place = excluded.place, source = excluded.source,
                status = excluded.status, actor = excluded.actor, target = excluded.target,
                leading_count = excluded.leading_count, superseded = 0
            """
        )
        evidence = try RowTable(
            database,
            "new_evidence",
            ["event", "place_text", "source_text", "quote", "url"],
            """
            INSERT INTO evidence (
                event, sentence, start, "end", trigger_start, trigger_end, date_text, place_text, source_text, quote, url
            )
            SELECT event, 0, 0, 0, 0, 0, NULL, place_text, source_text, quote, url FROM new_evidence
            """,
            "INSERT INTO evidence_search (rowid, quote) SELECT event, quote FROM new_evidence"
        )
        counts = try RowTable(
            database,
            "new_count",
            [
                "event", "ordinal", "kind", "unit", "subject_group", "low", "best", "high", "qualifier", "scope",
                "is_part", "is_figure", "text",
            ],
            """
            INSERT INTO event_count (
                event, ordinal, kind, unit, subject_group, low, best, high, qualifier, scope, as_of, is_part, is_figure,
                source, source_text, text, start, "end"
            )
            SELECT
                event, ordinal, kind, unit, subject_group, low, best, high, qualifier, scope, NULL, is_part, is_figure,
                NULL, NULL, text, 0, 0
            FROM new_count
            """
        )
        weapons = try RowTable(
            database,
            "new_weapon",
            ["event", "ordinal", "weapon", "text"],
            "INSERT INTO event_weapon (event, ordinal, weapon, text) SELECT * FROM new_weapon"
        )
        places = try RowTable(
            database,
            "new_event_place",
            ["event", "ordinal", "place", "text"],
            "INSERT INTO event_place (event, ordinal, place, text) SELECT * FROM new_event_place"
        )
    }

    /// To be called when a transaction begins: another program may have stored events since.
    func begin() throws {
        try segments?.begin()
        next = (try Int.fetchOne(database, sql: "SELECT seq FROM sqlite_sequence WHERE name = 'event'") ?? 0) + 1
    }

    /// Adds a new event under the next number.
    func insert(_ row: ImportedEvent) throws {
        try EventNumber.check(Int64(next))
        let (article, type) = (try article(row.publisher), try type(row.type))
        try write(row, event: next, article, type)
        gather(row, article, type)
        let tile = row.place.map { placeNumbers[$0].tile } ?? PlaceTile.nowhere
        neighbourhoods.append(UInt64(tile) << 32 | UInt64(clamping: row.date.start?.dayNumber ?? 0))
        next += 1
    }

    /// Whether the events should be stored before there are more.
    var isFull: Bool { evidence.isFull }

    /// Numbers the events that are kept in memory by their places, so that neighbours are stored side by side.
    ///
    /// A few keep the order of their file.
    /// - Returns: the first of the numbers, and what each has become; nil when they stay.
    func renumber() -> (first: Int, numbers: [Int])? {
        guard neighbourhoods.count >= ImportedEventWriter.many else { return nil }
        let first = next - neighbourhoods.count
        var numbers = Array(repeating: 0, count: neighbourhoods.count)
        let order = neighbourhoods.indices.sorted { (neighbourhoods[$0], $0) < (neighbourhoods[$1], $1) }
        for (place, index) in order.enumerated() { numbers[index] = first + place }
        for rows in [events, evidence, counts, weapons, places] { rows.renumber(from: first, to: numbers) }
        segments?.renumber(from: first, to: numbers)
        return (first, numbers)
    }

    /// Stores the events that were added; to be called before a transaction ends.
    func finish() throws {
        try segments?.store(from: next - neighbourhoods.count)
        neighbourhoods.removeAll(keepingCapacity: true)
        try placeLoader.finish()
        for rows in [events, counts, weapons, places] { try rows.store() }
        // FTS5 writes out the words that it has gathered when another statement begins, so they come last.
        try evidence.store()
    }

    /// Writes an event anew under its number.
    func replace(_ number: Int, with row: ImportedEvent) throws {
        for table in ["event_count", "event_weapon", "event_place", "evidence"] {
            try database.cachedStatement(sql: "DELETE FROM \(table) WHERE event = ?").execute(arguments: [number])
        }
        try write(row, event: number, article(row.publisher), type(row.type))
    }

    private func write(_ row: ImportedEvent, event number: Int, _ article: KnownArticle, _ type: Int64) throws {
        try catchUp()
        events.add(number)
        events.add(article.id)
        events.add(type)
        events.add(row.date.start?.dayNumber)
        events.add(row.date.end?.dayNumber)
        events.add(code: row.date.precision.rawValue)
        events.add(code: row.date.method.rawValue)
        events.add(row.place.map { placeNumbers[$0].numbers.place })
        events.add(row.source.map { sourceNumbers[$0] })
        events.add(code: row.status.rawValue)
        events.add(row.actor.map { partyNumbers[$0] })
        events.add(row.target.map { partyNumbers[$0] })
        events.add(row.counts.isEmpty ? nil : 0)
        writeEvidence(row, event: number)
        writeCounts(row.counts, event: number)
        if let list = row.weapons {
            for (ordinal, entry) in weaponLists[list].enumerated() {
                weapons.add(number)
                weapons.add(ordinal)
                weapons.add(entry.id)
                weapons.add(text: entry.text)
            }
        }
        for (ordinal, other) in row.otherPlaces.enumerated() {
            places.add(number)
            places.add(ordinal)
            places.add(placeNumbers[other].numbers.place)
            places.add(text: reader.places[other].text)
        }
    }

    private func writeEvidence(_ row: ImportedEvent, event number: Int) {
        evidence.add(number)
        if row.placeText.isEmpty {
            evidence.add(text: row.place.map { reader.places[$0].text })
        } else {
            unsafe evidence.add(text: row.placeText.bytes)
        }
        let first = row.source.map { reader.sources[$0].text }
        if row.otherSources.isEmpty {
            evidence.add(text: first)
        } else {
            let others = row.otherSources.map { reader.sources[$0].name }
            evidence.add(text: first.map { ([$0] + others).joined(separator: "; ") })
        }
        // What the row was coded from, else its headline.
        unsafe evidence.add(text: row.note.isEmpty ? row.title.bytes : row.note.bytes, isSearched: true)
        if row.url.isEmpty {
            evidence.add(nil as Int?)
        } else {
            unsafe evidence.add(text: row.url.bytes)
        }
    }

    private func writeCounts(_ figures: [ImportedCount], event number: Int) {
        for (ordinal, figure) in figures.enumerated() {
            counts.add(number)
            counts.add(ordinal)
            counts.add(code: figure.kind.rawValue)
            counts.add(code: figure.unit.rawValue)
            counts.add(code: figure.group.rawValue)
            counts.add(figure.low)
            counts.add(figure.best)
            counts.add(figure.high)
            counts.add(code: figure.qualifier.rawValue)
            counts.add(code: figure.scope.rawValue)
            counts.add(figure.isPart ? 1 : 0)
            let isOwn = isFigure(ordinal, in: figures)
            counts.add(isOwn ? 1 : 0)
            counts.add(code: reader.header[figure.column])
            if number == next { segments?.add(figure, isOwn: isOwn, isLeading: ordinal == 0) }
        }
    }

    /// Keeps what the packed columns hold of a new event.
    private func gather(_ row: ImportedEvent, _ article: KnownArticle, _ type: Int64) {
        guard let segments else { return }
        let place = row.place.map { placeNumbers[$0] }
        let event = SegmentLoader.Event(
            start: Int32(stored: row.date.start?.dayNumber),
            end: Int32(stored: row.date.end?.dayNumber),
            type: Int32(stored: type),
            place: Int32(stored: place?.numbers.place),
            country: place?.country ?? .none,
            region: Int32(stored: place?.numbers.region),
            source: Int32(stored: row.source.map { sourceNumbers[$0] }),
            actor: Int32(stored: row.actor.map { partyNumbers[$0] }),
            status: Int32(stored: ClaimStatus.allCases.firstIndex(of: row.status)),
            publisher: Int32(stored: article.publisher),
            article: Int32(stored: article.id),
            weapons: row.weapons.map { weaponLists[$0].map { Int32(stored: $0.id) } } ?? [],
            others: row.otherPlaces.map { Int32(stored: placeNumbers[$0].numbers.place) }
        )
        segments.add(event)
    }

    /// Whether a number is the event's own figure of its kind and class of units: the first that can be summed.
    private func isFigure(_ ordinal: Int, in counts: [ImportedCount]) -> Bool {
        func canBeSummed(_ count: ImportedCount) -> Bool {
            !count.isPart && count.scope != .runningTotal && (count.best ?? count.low ?? count.high) != nil
        }
        let count = counts[ordinal]
        return canBeSummed(count)
            && !counts[..<ordinal].contains {
                $0.kind == count.kind && $0.unit.unitClass == count.unit.unitClass && canBeSummed($0)
            }
    }

    // MARK: - Numbers of what the reader has tables of

    private func catchUp() throws {
        if placeNumbers.count < reader.places.count {
            for value in reader.places[placeNumbers.count...] {
                try dimensions.addCountry(value.country, in: database)
                placeNumbers.append(
                    KnownPlace(
                        numbers: try placeLoader.numbers(of: value),
                        country: Int32(country: value.country),
                        tile: PlaceTile.tile(latitude: value.latitude, longitude: value.longitude)
                    )
                )
            }
        }
        if sourceNumbers.count < reader.sources.count {
            for value in reader.sources[sourceNumbers.count...] {
                sourceNumbers.append(try dimensions.source(value, in: database) ?? 0)
            }
        }
        if partyNumbers.count < reader.parties.count {
            for value in reader.parties[partyNumbers.count...] {
                partyNumbers.append(try dimensions.party(value, in: database) ?? 0)
            }
        }
        if weaponLists.count < reader.weaponLists.count {
            for list in reader.weaponLists[weaponLists.count...] {
                weaponLists.append(try list.map { (try dimensions.weapon($0.code, in: database), $0.text) })
            }
        }
    }

    private func type(_ type: EventType) throws -> Int64 {
        if let known = types[type] { return known }
        let number = try dimensions.type(type, in: database)
        types[type] = number
        return number
    }

    private func article(_ publisher: Int?) throws -> KnownArticle {
        let index = publisher.map { $0 + 1 } ?? 0
        if index < articles.count, let known = articles[index] { return known }
        let publisherName = publisher.map { reader.publishers[$0] } ?? reader.dataset.title
        let id = try ImportedEventWriter.article(
            of: name,
            publisher: publisherName,
            format: reader.dataset.name,
            dimensions,
            in: database
        )
        let article = KnownArticle(id: id, publisher: try dimensions.publisher(publisherName, in: database))
        while articles.count <= index { articles.append(nil) }
        articles[index] = article
        return article
    }

    /// The article without a text under which the rows of a dataset stand that one publisher printed.
    static func article(
        of name: String,
        publisher: String,
        format: String,
        _ dimensions: Dimensions,
        in database: Database
    ) throws -> Int64 {
        var digest = SHA256()
        for part in ["dataset", name, publisher] { digest.update(Array(part.utf8) + [0]) }
        let hash = Data(digest.finished())
        if let known = try Int64.fetchOne(database, sql: "SELECT id FROM article WHERE hash = ?", arguments: [hash]) {
            return known
        }
        try database.execute(
            sql: "INSERT INTO article (hash, path, publisher, title, extractor, body) VALUES (?, ?, ?, ?, ?, '')",
            arguments: [hash, name, try dimensions.publisher(publisher, in: database), name, format]
        )
        return database.lastInsertedRowID
    }
}
