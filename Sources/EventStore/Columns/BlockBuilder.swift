import DatelineCore
import GRDB

/// Makes blocks of columns from the rows of events.
final class BlockBuilder {
    private let events: RawStatement
    private let counts: RawStatement
    private let weapons: RawStatement
    private let places: RawStatement
    private let placeValues: RowValues
    private let articleValues: RowValues
    private let statuses = CodeNumbers(ClaimStatus.allCases.enumerated().map { ($1.rawValue, Int32($0)) })
    private let kinds = CodeNumbers(CountKind.allCases.enumerated().map { ($1.rawValue, Int32($0)) })
    private let units = CodeNumbers(
        CountUnit.allCases.map { ($0.rawValue, Int32(UnitClass.allCases.firstIndex(of: $0.unitClass) ?? 0)) }
    )

    init(database: Database) throws {
        let levels = EventField.allCases.filter(\.hasConfidence).enumerated().map { index, field in
            """
            (CASE event.\(field.rawValue)_confidence
                WHEN 'low' THEN 1 WHEN 'medium' THEN 2 WHEN 'high' THEN 3 ELSE 0
            END << \(2 * index))
            """
        }
        events = try RawStatement(
            database,
            """
            SELECT
                id, date_start, date_end, type, place, source, actor, status, article,
                \(levels.joined(separator: " | ")), superseded | ((repeats IS NOT NULL) << 1), leading_count
            FROM event WHERE id BETWEEN ? AND ? ORDER BY id
            """
        )
        placeValues = try RowValues(
            database,
            "SELECT (unicode(country) << 8) | unicode(substr(country, 2)), region FROM place WHERE id = ?"
        )
        articleValues = try RowValues(database, "SELECT publisher, NULL FROM article WHERE id = ?")
        counts = try RawStatement(
            database,
            """
            SELECT event, ordinal, kind, unit, is_figure | ((scope = 'running_total') << 1), low, best, high
            FROM event_count WHERE event BETWEEN ? AND ? ORDER BY event, ordinal
            """
        )
        weapons = try RawStatement(
            database,
            "SELECT event, weapon FROM event_weapon WHERE event BETWEEN ? AND ? ORDER BY event, ordinal"
        )
        places = try RawStatement(
            database,
            "SELECT event, place FROM event_place WHERE event BETWEEN ? AND ? ORDER BY event, ordinal"
        )
    }

    /// The events of a range of numbers, with offsets from a first.
    func block(of range: ClosedRange<Int>, first: Int) throws -> Block {
        let fields: [Field] = [
            .start, .end, .type, .place, .source, .actor, .status, .article, .confidence, .hidden,
        ]
        var columns: [[Int32]] = Array(repeating: [], count: fields.count)
        var offsets: [Int32] = []
        var leading: [Int?] = []
        bind(events, range)
        while try events.step() {
            offsets.append(Int32(events.int(0) - first))
            for index in fields.indices {
                let position = Int32(index + 1)
                if fields[index] == .status {
                    columns[index].append(statuses.number(in: events, position))
                } else {
                    columns[index].append(events.optionalInt(position).flatMap(Int32.init(exactly:)) ?? .none)
                }
            }
            leading.append(events.optionalInt(Int32(fields.count + 1)))
        }
        var block = Block(first: first, count: offsets.count)
        block[.offset] = offsets
        for (index, field) in fields.enumerated() { block[field] = columns[index] }
        let values = try block[.place].map { try placeValues.pair(of: $0) }
        block[.country] = values.map(\.first)
        block[.region] = values.map(\.second)
        block[.publisher] = try block[.article].map { try articleValues.pair(of: $0).first }
        try addPairs(weapons, range, .weaponRow, .weapon, to: &block)
        try addPairs(places, range, .otherRow, .otherPlace, to: &block)
        try addFigures(range, leading, to: &block)
        return block
    }

    private func addPairs(
        _ statement: RawStatement,
        _ range: ClosedRange<Int>,
        _ rowField: Field,
        _ field: Field,
        to block: inout Block
    ) throws {
        var rows: [Int32] = []
        var values: [Int32] = []
        var row = 0
        bind(statement, range)
        while try statement.step() {
            guard advance(&row, to: statement.int(0), in: block) else { continue }
            rows.append(Int32(row))
            values.append(Int32(statement.int(1)))
        }
        block[rowField] = rows
        block[field] = values
    }

    private func addFigures(_ range: ClosedRange<Int>, _ leading: [Int?], to block: inout Block) throws {
        var columns: [[Int32]] = [[], [], [], []]
        var row = 0
        bind(counts, range)
        while try counts.step() {
            guard advance(&row, to: counts.int(0), in: block) else { continue }
            columns[0].append(Int32(row))
            columns[1].append(kinds.number(in: counts, 2))
            columns[2].append(units.number(in: counts, 3))
            let isLeading = leading[row] == counts.int(1)
            columns[3].append(Int32(counts.int(4)) | (isLeading ? FigureRole.leading.rawValue : 0))
            block.lows.append(counts.optionalInt(5) ?? .none)
            block.bests.append(counts.optionalInt(6) ?? .none)
            block.highs.append(counts.optionalInt(7) ?? .none)
        }
        block[.figureRow] = columns[0]
        block[.figureKind] = columns[1]
        block[.figureUnit] = columns[2]
        block[.figureRole] = columns[3]
    }

    private func bind(_ statement: RawStatement, _ range: ClosedRange<Int>) {
        statement.bind(1, range.lowerBound)
        statement.bind(2, range.upperBound)
    }

    /// Goes on to the row of an event; false where the block has no such event.
    private func advance(_ row: inout Int, to event: Int, in block: Block) -> Bool {
        while row < block.count, block.event(row) < event { row += 1 }
        return row < block.count && block.event(row) == event
    }
}

/// Two numbers of each row of a table, which is read once however many events refer to it.
private final class RowValues {
    private let statement: RawStatement
    private var known: [Int32: (first: Int32, second: Int32)] = [:]

    init(_ database: Database, _ sql: String) throws {
        statement = try RawStatement(database, sql)
    }

    func pair(of id: Int32) throws -> (first: Int32, second: Int32) {
        if let pair = known[id] { return pair }
        var pair: (first: Int32, second: Int32) = (.none, .none)
        if id != .none {
            statement.bind(1, Int(id))
            defer { statement.reset() }
            if try statement.step() {
                pair.first = statement.optionalInt(0).flatMap(Int32.init(exactly:)) ?? .none
                pair.second = statement.optionalInt(1).flatMap(Int32.init(exactly:)) ?? .none
            }
        }
        known[id] = pair
        return pair
    }
}

/// The numbers that stand for codes, found by their bytes: making a string of each would cost more than all else.
private struct CodeNumbers {
    private let codes: [(bytes: [UInt8], number: Int32)]

    init(_ codes: [(String, Int32)]) {
        self.codes = codes.map { (Array($0.0.utf8), $0.1) }
    }

    /// The number of the code in a column of a row; `none` for what is no code.
    func number(in statement: RawStatement, _ column: Int32) -> Int32 {
        unsafe statement.withText(column) { text in
            codes.first { unsafe $0.bytes.elementsEqual(text) }?.number ?? .none
        }
    }
}
