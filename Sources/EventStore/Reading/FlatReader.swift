import DatelineCore
import GRDB

/// Reads events as the cells of the flat form, the columns of the CSV, without making values of them.
///
/// A row has a cell for each ``FlatColumn``; those of columns that are not asked for stay empty.
final class FlatReader: RowReader {
    private let events: RowCursor
    private let evidence: RowCursor?
    private let origins: RowCursor?
    private let counts: RowCursor?
    private let weapons: RowCursor?
    /// The columns that are asked for, by their places.
    private let isAsked: [Bool]
    private let asked: [Int]
    /// Whether figures by kind are asked for, not only the count that stands for the event.
    private let needsFigures: Bool
    private var types: SharedRows<String>
    private var places: SharedRows<FlatRow>
    private var sources: SharedRows<String>
    private var parties: SharedRows<String>
    private var articles: SharedRows<FlatRow>
    private var weaponCodes: SharedRows<String>

    init(_ database: Database, _ columns: some Sequence<FlatColumn>) throws {
        let columns = Set(columns)
        let isAsked = FlatColumn.allCases.map(columns.contains)
        self.isAsked = isAsked
        asked = isAsked.indices.filter { isAsked[$0] }
        func cursor(_ select: String, order: String? = nil, for some: Set<FlatColumn>) throws -> RowCursor? {
            columns.isDisjoint(with: some) ? nil : try RowCursor(database, select, order: order)
        }
        // What is not asked for is not taken out of its row, which costs as much as finding the next row does.
        func cell(_ name: String, for some: Set<FlatColumn>) -> String {
            columns.isDisjoint(with: some) ? "NULL" : name
        }
        let ofPlaces: Set<FlatColumn> = [.place, .admin2, .admin1, .country, .latitude, .longitude, .placeLevel]
        let ofArticles: Set<FlatColumn> = [.article, .publisher, .published, .modified, .url, .extractor]
        let ofLeading: Set<FlatColumn> = [
            .count, .countLow, .countHigh, .countUnit, .countKind, .countQualifier, .countScope,
        ]
        let cells = [
            "id", cell("type", for: [.type]), cell("date_start", for: [.dateStart]), cell("date_end", for: [.dateEnd]),
            cell("date_precision", for: [.datePrecision]), cell("place", for: ofPlaces), cell("source", for: [.source]),
            cell("status", for: [.status]), cell("actor", for: [.actor]), cell("target", for: [.target]),
            cell("leading_count", for: ofLeading), cell("article", for: ofArticles),
            cell("type_confidence", for: [.typeConfidence]), cell("date_confidence", for: [.dateConfidence]),
            cell("place_confidence", for: [.placeConfidence]), cell("source_confidence", for: [.sourceConfidence]),
            cell("weapon_confidence", for: [.weaponConfidence]), cell("count_confidence", for: [.countConfidence]),
        ]
        events = try RowCursor(database, "SELECT \(cells.joined(separator: ", ")) FROM event", key: "id")
        evidence = try cursor(
            "SELECT event, \(cell("quote", for: [.quote])), \(cell("url", for: [.url])) FROM evidence",
            for: [.quote, .url]
        )
        origins = try cursor("SELECT event, original FROM origin", for: [.originalID])
        let figures: Set<FlatColumn> = [
            .killedLow, .killedHigh, .injuredLow, .injuredHigh, .launched, .intercepted, .evacuated,
        ]
        needsFigures = !columns.isDisjoint(with: figures)
        let kind = cell("kind", for: figures.union([.countKind]))
        let unit = cell("unit", for: figures.union([.countUnit]))
        let qualifier = cell("qualifier", for: [.countQualifier])
        let scope = cell("scope", for: [.countScope])
        counts = try cursor(
            """
            SELECT event, ordinal, \(kind), \(unit), low, best, high, \(qualifier), \(scope), is_figure
            FROM event_count
            """,
            order: "ordinal",
            for: figures.union(ofLeading)
        )
        weapons = try cursor("SELECT event, weapon FROM event_weapon", order: "ordinal", for: [.weapons])
        types = try SharedRows(database, "SELECT code FROM event_type WHERE id = ?")
        weaponCodes = try SharedRows(database, "SELECT code FROM weapon WHERE id = ?")
        sources = try SharedRows(database, "SELECT name FROM source WHERE id = ?")
        parties = try SharedRows(database, "SELECT name FROM party WHERE id = ?")
        places = try SharedRows(
            cellsIn: database,
            """
            SELECT
                \(cell("name", for: [.place])), \(cell("admin2", for: [.admin2])), \(cell("admin1", for: [.admin1])),
                \(cell("country", for: [.country])), \(cell("latitude", for: [.latitude])),
                \(cell("longitude", for: [.longitude])), \(cell("level", for: [.placeLevel]))
            FROM place WHERE id = ?
            """,
            [.text, .text, .text, .text, .number, .number, .text]
        )
        articles = try SharedRows(
            cellsIn: database,
            """
            SELECT
                \(cell("path", for: [.article])), \(cell("publisher.name", for: [.publisher])),
                \(cell("date(published * 86400, 'unixepoch')", for: [.published])),
                \(cell("date(modified * 86400, 'unixepoch')", for: [.modified])), \(cell("url", for: [.url])),
                \(cell("extractor", for: [.extractor]))
            FROM article LEFT JOIN publisher ON publisher.id = article.publisher WHERE article.id = ?
            """,
            [.text, .text, .text, .text, .text, .text]
        )
    }

    func start(_ events: EventList) throws {
        try self.events.start(events)
        for cursor in [evidence, origins, counts, weapons] { try cursor?.start(events) }
    }

    func waitingRows() -> FlatRows { FlatRows(keeping: asked) }

    func read(_ number: Int64, into row: inout FlatRow) throws -> Bool {
        let number = Int(number)
        guard try events.find(number) else { return false }
        let event = events.row
        row.removeAll()
        append(number, to: &row)
        row.append(try types[event.optionalInt(1)])
        row.append(event.date(2))
        row.append(event.date(3))
        append(event, 4, to: &row)
        append(0..<7, of: try places[event.optionalInt(5)], to: &row)
        row.append(try sources[event.optionalInt(6)])
        append(event, 7, to: &row)
        row.append(try parties[event.optionalInt(8)])
        row.append(try parties[event.optionalInt(9)])
        try appendWeapons(of: number, to: &row)
        try appendCounts(of: number, leading: event.optionalInt(10), to: &row)
        try appendWords(of: number, article: articles[event.optionalInt(11)], to: &row)
        for column in 12...17 as ClosedRange<Int32> { append(event, column, to: &row) }
        if let origins, try origins.find(number) {
            // An id that is a number is read as the text that it is.
            append(origins.row, 1, to: &row)
        } else {
            row.appendEmpty()
        }
        return true
    }

    private func append(_ statement: RawStatement, _ column: Int32, to row: inout FlatRow) {
        if statement.isNull(column) {
            row.appendEmpty()
        } else {
            unsafe statement.withText(column) { unsafe row.append(utf8: $0) }
        }
    }

    /// Appends a number where its column is asked for.
    private func append(_ number: Int?, to row: inout FlatRow) {
        if isAsked[row.count] { row.append(number) } else { row.appendEmpty() }
    }

    private func append(_ range: Range<Int>, of shared: FlatRow?, to row: inout FlatRow) {
        if let shared { row.append(range, of: shared) } else { row.appendEmpty(range.count) }
    }

    private func appendWeapons(of event: Int, to row: inout FlatRow) throws {
        guard let weapons, try weapons.find(event) else { return row.appendEmpty() }
        var codes = ""
        repeat {
            if !codes.isEmpty { codes += ";" }
            codes += try weaponCodes[weapons.row.int(1)] ?? ""
        } while try weapons.next()
        row.append(codes)
    }

    /// The article's cells, with the event's own address, where it has one, and the quoted words among them.
    private func appendWords(of event: Int, article: FlatRow?, to row: inout FlatRow) throws {
        append(0..<4, of: article, to: &row)
        let words = try evidence.flatMap { try $0.find(event) ? $0.row : nil }
        if let words, !words.isNull(2) {
            append(words, 2, to: &row)
        } else {
            append(4..<5, of: article, to: &row)
        }
        if let words { append(words, 1, to: &row) } else { row.appendEmpty() }
        append(5..<6, of: article, to: &row)
    }

    /// The count that stands for the event, and its own figures by kind.
    private func appendCounts(of event: Int, leading: Int?, to row: inout FlatRow) throws {
        guard let counts, try counts.find(event) else { return row.appendEmpty(14) }
        let count = counts.row
        var figures = FlatFigures()
        var hasLeading = false
        repeat {
            let (low, best, high) = (count.optionalInt(4), count.optionalInt(5), count.optionalInt(6))
            if count.int(1) == leading {
                hasLeading = true
                for number in [best ?? low ?? high, low, high] { append(number, to: &row) }
                for column in [3, 2, 7, 8] as [Int32] {
                    if isAsked[row.count] { append(count, column, to: &row) } else { row.appendEmpty() }
                }
                if !needsFigures { break }
            }
            if needsFigures, count.int(9) == 1 {
                figures.add(count.text(2), of: count.text(3), low, best ?? low ?? high, high)
            }
        } while try counts.next()
        if !hasLeading { row.appendEmpty(7) }
        for number in figures.numbers { append(number, to: &row) }
    }
}

/// An event's own figures, as the flat form has them.
private struct FlatFigures {
    private var killed = FlatFigure()
    private var injured = FlatFigure()
    private var evacuated = FlatFigure()
    private var launched: Int?
    private var intercepted: Int?

    mutating func add(_ kind: String?, of unit: String?, _ low: Int?, _ number: Int?, _ high: Int?) {
        guard let number else { return }
        var isPeople: Bool { unit.flatMap(CountUnit.init(rawValue:))?.unitClass == .person }
        switch kind {
        case "launched": launched = (launched ?? 0) + number
        case "intercepted": intercepted = (intercepted ?? 0) + number
        case "killed" where isPeople: killed.add(low, number, high)
        case "injured" where isPeople: injured.add(low, number, high)
        case "evacuated" where isPeople: evacuated.add(low, number, high)
        default: break
        }
    }

    /// The figures in the order of their columns.
    var numbers: [Int?] {
        [killed.low, killed.high, injured.low, injured.high, launched, intercepted, evacuated.number]
    }
}

/// An event's own figure of people: a list by unit is open at an end where one of its numbers is.
private struct FlatFigure {
    private var sums: (low: Int?, number: Int?, high: Int?) = (0, 0, 0)
    private var isEmpty = true

    var low: Int? { isEmpty ? nil : sums.low }
    var number: Int? { isEmpty ? nil : sums.number }
    var high: Int? { isEmpty ? nil : sums.high }

    mutating func add(_ low: Int?, _ number: Int?, _ high: Int?) {
        isEmpty = false
        sums.low = sums.low.flatMap { sum in low.map { sum + $0 } }
        sums.number = sums.number.flatMap { sum in number.map { sum + $0 } }
        sums.high = sums.high.flatMap { sum in high.map { sum + $0 } }
    }
}
