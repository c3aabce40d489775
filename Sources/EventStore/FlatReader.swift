import DatelineCore
import GRDB

/// Reads events as the cells of the flat form, the columns of the CSV, without making values of them.
///
/// A row costs three look-ups; what events share (places, sources, articles) is put into words once.
final class FlatReader {
    private let events: RawStatement
    private let counts: RawStatement
    private let weapons: RawStatement
    private var places: SharedCells
    private var sources: SharedCells
    private var parties: SharedCells
    private var articles: SharedCells
    private var types: SharedCells
    private var weaponCodes: [Int: [UInt8]] = [:]
    private let weaponCode: RawStatement
    private var dates: [Int: FlatRow] = [:]

    init(_ database: Database) throws {
        events = try RawStatement(
            database,
            """
            SELECT
                event.type, date_start, date_end, date_precision, event.place, event.source, status, actor, target,
                leading_count, article, type_confidence, date_confidence, place_confidence, source_confidence,
                weapon_confidence, count_confidence, quote, evidence.url, origin.original
            FROM event
            JOIN evidence ON evidence.event = event.id
            LEFT JOIN origin ON origin.event = event.id
            WHERE event.id = ?
            """
        )
        counts = try RawStatement(
            database,
            """
            SELECT ordinal, kind, unit, low, best, high, qualifier, scope, is_figure
            FROM event_count WHERE event = ? ORDER BY ordinal
            """
        )
        weapons = try RawStatement(database, "SELECT weapon FROM event_weapon WHERE event = ? ORDER BY ordinal")
        weaponCode = try RawStatement(database, "SELECT code FROM weapon WHERE id = ?")
        types = try SharedCells(database, "SELECT code FROM event_type WHERE id = ?", [.text])
        places = try SharedCells(
            database,
            "SELECT name, admin2, admin1, country, latitude, longitude, level FROM place WHERE id = ?",
            [.text, .text, .text, .text, .number, .number, .text]
        )
        sources = try SharedCells(database, "SELECT name FROM source WHERE id = ?", [.text])
        parties = try SharedCells(database, "SELECT name FROM party WHERE id = ?", [.text])
        articles = try SharedCells(
            database,
            """
            SELECT path, publisher.name, date(published * 86400, 'unixepoch'), url, extractor
            FROM article LEFT JOIN publisher ON publisher.id = article.publisher WHERE article.id = ?
            """,
            [.text, .text, .text, .text, .text]
        )
    }

    /// Reads an event into a row; false where there is none of the number.
    func read(_ event: Int64, into row: inout FlatRow) throws -> Bool {
        events.bind(1, event)
        defer { events.reset() }
        guard try events.step() else { return false }
        row.removeAll()
        row.append(Int(event))
        row.append(try types[events.optionalInt(0)])
        appendDate(events.optionalInt(1), to: &row)
        appendDate(events.optionalInt(2), to: &row)
        appendText(events, 3, to: &row)
        row.append(try places[events.optionalInt(4)])
        row.append(try sources[events.optionalInt(5)])
        appendText(events, 6, to: &row)
        row.append(try parties[events.optionalInt(7)])
        row.append(try parties[events.optionalInt(8)])
        try appendWeapons(of: event, to: &row)
        try appendCounts(of: event, leading: events.optionalInt(9), to: &row)
        try appendArticle(events.optionalInt(10), to: &row)
        return true
    }

    /// The article's cells, with the row's own address and the quoted words among them, and what comes last.
    private func appendArticle(_ article: Int?, to row: inout FlatRow) throws {
        var cell = 0
        try articles[article].forEachCell { kind, bytes throws(Never) in
            cell += 1
            if cell == 4, !events.isNull(18) {
                appendText(events, 18, to: &row)
            } else if kind == .empty {
                row.appendEmpty()
            } else {
                unsafe bytes.withUnsafeBytes { unsafe row.append(utf8: $0) }
            }
            if cell == 4 { appendText(events, 17, to: &row) }
        }
        for column in 11...16 { appendText(events, Int32(column), to: &row) }
        appendText(events, 19, to: &row)
    }

    private func appendText(_ statement: RawStatement, _ column: Int32, to row: inout FlatRow) {
        if statement.isNull(column) {
            row.appendEmpty()
        } else {
            // An id that is a number is read as the text that it is.
            unsafe statement.withText(column) { unsafe row.append(utf8: $0) }
        }
    }

    private func appendDate(_ day: Int?, to row: inout FlatRow) {
        guard let day else { return row.appendEmpty() }
        if let known = dates[day] { return row.append(known) }
        var cell = FlatRow()
        cell.append(CivilDate(dayNumber: day).description)
        dates[day] = cell
        row.append(cell)
    }

    private func appendWeapons(of event: Int64, to row: inout FlatRow) throws {
        weapons.bind(1, event)
        var codes: [UInt8] = []
        while try weapons.step() {
            if !codes.isEmpty { codes.append(UInt8(ascii: ";")) }
            codes += try code(ofWeapon: weapons.int(0))
        }
        if codes.isEmpty {
            row.appendEmpty()
        } else {
            unsafe codes.withUnsafeBytes { unsafe row.append(utf8: $0) }
        }
    }

    private func code(ofWeapon weapon: Int) throws -> [UInt8] {
        if let known = weaponCodes[weapon] { return known }
        weaponCode.bind(1, weapon)
        defer { weaponCode.reset() }
        let code = try weaponCode.step() ? Array((weaponCode.text(0) ?? "").utf8) : []
        weaponCodes[weapon] = code
        return code
    }

    /// The count that stands for the event, and its own figures by kind.
    private func appendCounts(of event: Int64, leading: Int?, to row: inout FlatRow) throws {
        var killed = FlatFigure()
        var injured = FlatFigure()
        var evacuated = FlatFigure()
        var launched: Int?
        var intercepted: Int?
        var hasLeading = false
        counts.bind(1, event)
        while try counts.step() {
            let (low, best, high) = (counts.optionalInt(3), counts.optionalInt(4), counts.optionalInt(5))
            let number = best ?? low ?? high
            if counts.int(0) == leading {
                hasLeading = true
                row.append(number)
                row.append(low)
                row.append(high)
                for column in [2, 1, 6, 7] as [Int32] { appendText(counts, column, to: &row) }
            }
            guard counts.int(8) == 1, let number else { continue }
            switch counts.text(1) {
            case "launched": launched = (launched ?? 0) + number
            case "intercepted": intercepted = (intercepted ?? 0) + number
            case "killed" where isPeople: killed.add(low, number, high)
            case "injured" where isPeople: injured.add(low, number, high)
            case "evacuated" where isPeople: evacuated.add(low, number, high)
            default: break
            }
        }
        if !hasLeading { for _ in 0..<7 { row.appendEmpty() } }
        for number in [
            killed.low, killed.high, injured.low, injured.high, launched, intercepted, evacuated.number,
        ] { row.append(number) }
    }

    private var isPeople: Bool {
        counts.text(2).flatMap(CountUnit.init(rawValue:))?.unitClass == .person
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

/// Cells that many events share, by the number of the row that they stand in.
private struct SharedCells {
    private let statement: RawStatement
    private let kinds: [FlatRow.Kind]
    private let empty: FlatRow
    private var known: [Int: FlatRow] = [:]

    init(_ database: Database, _ sql: String, _ kinds: [FlatRow.Kind]) throws {
        statement = try RawStatement(database, sql)
        self.kinds = kinds
        var empty = FlatRow()
        for _ in kinds { empty.appendEmpty() }
        self.empty = empty
    }

    subscript(number: Int?) -> FlatRow {
        mutating get throws {
            guard let number else { return empty }
            if let cells = known[number] { return cells }
            statement.bind(1, number)
            defer { statement.reset() }
            guard try statement.step() else { return empty }
            var cells = FlatRow()
            for (index, kind) in kinds.enumerated() {
                let column = Int32(index)
                if statement.isNull(column) {
                    cells.appendEmpty()
                } else if kind == .number {
                    cells.append(statement.double(column))
                } else {
                    cells.append(statement.text(column))
                }
            }
            known[number] = cells
            return cells
        }
    }
}
