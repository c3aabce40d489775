import Datasets
import DatelineCore
import Foundation
import GRDB

/// Writes the rows of an event that a dataset tells of.
final class ImportedEventWriter {
    private let database: Database
    private let dimensions: Dimensions
    private let reader: DatasetReader
    private let name: String
    private let event: RawStatement
    private let change: RawStatement
    private let evidence: RawStatement
    private var words: WordsOfEvents
    /// A statement for each column of the file that has counts: of one column their codes seldom change.
    private var counts: [Int: RawStatement] = [:]
    private let weapon: RawStatement
    private let place: RawStatement
    /// The row numbers of what the reader has tables of.
    private var places: [Int64] = []
    private var sources: [Int64] = []
    private var parties: [Int64] = []
    private var weapons: [[(id: Int64, text: String)]] = []
    /// The articles under which rows stand, by their publishers; nil for those without one.
    private var articles: [Int?: Int64] = [:]
    private var types: [EventType: Int64] = [:]

    /// The number of the next new event.
    private(set) var next = 1

    init(_ database: Database, _ dimensions: Dimensions, reader: DatasetReader, name: String) throws {
        self.database = database
        self.dimensions = dimensions
        self.reader = reader
        self.name = name
        event = try RawStatement(
            database,
            """
            INSERT INTO event (
                id, article, type, date_start, date_end, date_precision, date_method, place, source, status, actor,
                target, leading_count
            ) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
            """
        )
        change = try RawStatement(
            database,
            """
            UPDATE event SET
                article = ?2, type = ?3, date_start = ?4, date_end = ?5, date_precision = ?6, date_method = ?7,
                place = ?8, source = ?9, status = ?10, actor = ?11, target = ?12, leading_count = ?13, superseded = 0
            WHERE id = ?1
            """
        )
        evidence = try RawStatement(
            database,
            """
            INSERT INTO evidence (
                event, sentence, start, "end", trigger_start, trigger_end, place_text, source_text, quote, url
            ) VALUES (?, 0, 0, 0, 0, 0, ?, ?, ?, ?)
            """
        )
        words = try WordsOfEvents(database)
        weapon = try RawStatement(
            database,
            "INSERT INTO event_weapon (event, ordinal, weapon, text) VALUES (?, ?, ?, ?)"
        )
        place = try RawStatement(
            database,
            "INSERT INTO event_place (event, ordinal, place, text) VALUES (?, ?, ?, ?)"
        )
    }

    /// To be called when a transaction begins: another program may have stored events since.
    func begin() throws {
        next = (try Int.fetchOne(database, sql: "SELECT seq FROM sqlite_sequence WHERE name = 'event'") ?? 0) + 1
    }

    /// Writes a new event under the next number.
    func insert(_ row: ImportedEvent) throws {
        try write(row, event: next, by: event)
        next += 1
    }

    /// To be called before a transaction ends.
    func finish() throws {
        try words.write()
    }

    /// Writes an event anew under its number.
    func replace(_ number: Int, with row: ImportedEvent) throws {
        for table in ["event_count", "event_weapon", "event_place", "event_reason", "evidence"] {
            try database.cachedStatement(sql: "DELETE FROM \(table) WHERE event = ?").execute(arguments: [number])
        }
        try write(row, event: number, by: change)
    }

    private func write(_ row: ImportedEvent, event number: Int, by event: RawStatement) throws {
        try catchUp()
        event.bind(1, number)
        event.bind(2, try article(row.publisher))
        event.bind(3, try type(row.type))
        event.bind(4, row.date.start?.dayNumber)
        event.bind(5, row.date.end?.dayNumber)
        event.bind(6, code: row.date.precision.rawValue)
        event.bind(7, code: row.date.method.rawValue)
        event.bind(8, row.place.map { places[$0] })
        event.bind(9, row.source.map { sources[$0] })
        event.bind(10, code: row.status.rawValue)
        event.bind(11, row.actor.map { parties[$0] })
        event.bind(12, row.target.map { parties[$0] })
        event.bind(13, row.counts.isEmpty ? nil : 0)
        try event.run()
        try writeEvidence(row, event: number)
        try writeCounts(row.counts, event: number)
        if let list = row.weapons { try writeWeapons(weapons[list], event: number) }
        for (ordinal, other) in row.otherPlaces.enumerated() {
            place.bind(1, number)
            place.bind(2, ordinal)
            place.bind(3, places[other])
            place.bind(4, reader.places[other].text)
            try place.run()
        }
    }

    private func writeEvidence(_ row: ImportedEvent, event number: Int) throws {
        // What the row was coded from, else its headline.
        let quote = row.note.isEmpty ? row.title : row.note
        evidence.bind(1, number)
        if row.placeText.isEmpty {
            evidence.bind(2, row.place.map { reader.places[$0].text })
        } else {
            unsafe evidence.bind(2, text: row.placeText.bytes)
        }
        let first = row.source.map { reader.sources[$0].text }
        let others = row.otherSources.map { reader.sources[$0].name }
        evidence.bind(3, others.isEmpty ? first : first.map { ([$0] + others).joined(separator: "; ") })
        unsafe evidence.bind(4, text: quote.bytes)
        if row.url.isEmpty {
            evidence.bind(5, nil as Int?)
        } else {
            unsafe evidence.bind(5, text: row.url.bytes)
        }
        try evidence.run()
        unsafe try words.add(quote.bytes, of: number)
    }

    private func writeWeapons(_ list: [(id: Int64, text: String)], event number: Int) throws {
        for (ordinal, entry) in list.enumerated() {
            weapon.bind(1, number)
            weapon.bind(2, ordinal)
            weapon.bind(3, entry.id)
            weapon.bind(4, entry.text)
            try weapon.run()
        }
    }

    private func writeCounts(_ counts: [ImportedCount], event number: Int) throws {
        for (ordinal, figure) in counts.enumerated() {
            let count = try countStatement(of: figure.column)
            count.bind(1, number)
            count.bind(2, ordinal)
            count.bind(3, code: figure.kind.rawValue)
            count.bind(4, code: figure.unit.rawValue)
            count.bind(5, code: figure.group.rawValue)
            count.bind(6, figure.low)
            count.bind(7, figure.best)
            count.bind(8, figure.high)
            count.bind(9, code: figure.qualifier.rawValue)
            count.bind(10, code: figure.scope.rawValue)
            count.bind(11, figure.isPart ? 1 : 0)
            count.bind(12, isFigure(ordinal, in: counts) ? 1 : 0)
            try count.run()
        }
    }

    private func countStatement(of column: Int) throws -> RawStatement {
        if let known = counts[column] { return known }
        let statement = try RawStatement(
            database,
            """
            INSERT INTO event_count (
                event, ordinal, kind, unit, subject_group, low, best, high, qualifier, scope, is_part, is_figure, text,
                start, "end"
            ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0)
            """
        )
        statement.bind(13, reader.header[column])
        counts[column] = statement
        return statement
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
        if places.count < reader.places.count {
            for value in reader.places[places.count...] {
                places.append(try dimensions.number(of: value, in: database))
            }
        }
        if sources.count < reader.sources.count {
            for value in reader.sources[sources.count...] {
                sources.append(try dimensions.source(value, in: database) ?? 0)
            }
        }
        if parties.count < reader.parties.count {
            for value in reader.parties[parties.count...] {
                parties.append(try dimensions.party(value, in: database) ?? 0)
            }
        }
        if weapons.count < reader.weaponLists.count {
            for list in reader.weaponLists[weapons.count...] {
                weapons.append(try list.map { (try dimensions.weapon($0.code, in: database), $0.text) })
            }
        }
    }

    private func type(_ type: EventType) throws -> Int64 {
        if let known = types[type] { return known }
        let number = try dimensions.type(type, in: database)
        types[type] = number
        return number
    }

    private func article(_ publisher: Int?) throws -> Int64 {
        if let known = articles[publisher] { return known }
        let article = try ImportedEventWriter.article(
            of: name,
            publisher: publisher.map { reader.publishers[$0] } ?? reader.dataset.title,
            format: reader.dataset.name,
            dimensions,
            in: database
        )
        articles[publisher] = article
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
