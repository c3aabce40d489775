import DatelineCore
import GRDB

/// Gives all events as blocks of columns: stored segments, and the rows of those events that are in none.
struct BlockReader {
    let database: Database
    private let column: RawStatement

    init(database: Database) throws {
        self.database = database
        column = try RawStatement(database, "SELECT data FROM segment WHERE number = ? AND field = ?")
    }

    /// How far a segment reaches: an event's number shifted right by so many bits is that of its segment.
    static let bits = 16

    /// Calls the body with the fields asked for of all events, in the order of their numbers.
    func forEachBlock(_ fields: [Field], _ body: (Block) throws -> Void) throws {
        let last = try Int.fetchOne(database, sql: "SELECT max(id) FROM event") ?? 0
        guard last > 0 else { return }
        let reach = try BlockReader.reach(in: database)
        let builder = try BlockBuilder(database: database)
        for number in 0...(last >> BlockReader.bits) {
            let first = number << BlockReader.bits
            if reach[number] != nil { try body(stored(number, fields)) }
            let next = reach[number].map { $0 + 1 } ?? first
            let end = min(last, first + 1 << BlockReader.bits - 1)
            if next <= end {
                let block = try builder.block(of: next...end, first: first)
                if block.count > 0 { try body(block) }
            }
        }
    }

    /// The last event of each segment, by the segment's number.
    static func reach(in database: Database) throws -> [Int: Int] {
        let rows = try Row.fetchAll(
            database,
            sql: "SELECT number, last FROM segment WHERE field = ?",
            arguments: [Field.offset.rawValue]
        )
        return Dictionary(uniqueKeysWithValues: rows.map { ($0[0], $0[1]) })
    }

    private func stored(_ number: Int, _ fields: [Field]) throws -> Block {
        let offsets = try column(number, .offset, as: Int32.self)
        var block = Block(first: number << BlockReader.bits, count: offsets.count)
        block[.offset] = offsets
        var lengths: [Field: Int] = [.offset: offsets.count]
        for field in fields where field != .offset {
            switch field {
            case .figureLow: block.lows = try column(number, field, as: Int.self)
            case .figureBest: block.bests = try column(number, field, as: Int.self)
            case .figureHigh: block.highs = try column(number, field, as: Int.self)
            default: block[field] = try column(number, field, as: Int32.self)
            }
            // Those who read a block rely on rows that are there.
            let length = field.isWide ? block.numbers(field).count : block[field].count
            let rows = field.rows == field ? block[field] : []
            guard length == lengths[field.rows, default: length],
                rows.isEmpty || rows[0] >= 0 && Int(rows[rows.count - 1]) < offsets.count
            else { throw damaged(number, field) }
            lengths[field.rows] = length
        }
        return block
    }

    /// The numbers of a stored column, of whatever width; nil where they cannot be read.
    func numbers(_ number: Int, _ field: Field) throws -> [Int]? {
        if field.isWide { return try unpacked(number, field, as: Int.self) }
        return try unpacked(number, field, as: Int32.self)?.map { $0 == .none ? .none : Int($0) }
    }

    private func column<Number: FixedWidthInteger & SignedInteger>(
        _ number: Int,
        _ field: Field,
        as type: Number.Type
    ) throws -> [Number] {
        guard let numbers = try unpacked(number, field, as: type) else { throw damaged(number, field) }
        return numbers
    }

    private func unpacked<Number: FixedWidthInteger & SignedInteger>(
        _ number: Int,
        _ field: Field,
        as type: Number.Type
    ) throws -> [Number]? {
        column.bind(1, number)
        column.bind(2, field.rawValue)
        defer { column.reset() }
        guard try column.step() else { return nil }
        return unsafe column.withBytes(0) { unsafe PackedColumn.unpack($0, as: type) }
    }

    private func damaged(_ number: Int, _ field: Field) -> EventStoreError {
        EventStoreError(
            .failed,
            doing: "read the columns of events from \(number << BlockReader.bits)",
            reason: "the column \(field) is damaged",
            hint: "make the columns again with: dateline check --repair"
        )
    }
}
