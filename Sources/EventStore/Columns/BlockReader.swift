import DatelineCore
import GRDB

/// Gives all events as blocks of columns: stored segments, and the rows of those events that are in none.
struct BlockReader {
    let database: Database
    private let column: RawStatement

    init(database: Database) throws {
        self.database = database
        column = try RawStatement(database, "SELECT data FROM segment WHERE number = ? AND rollup = ? AND field = ?")
    }

    /// How far a segment reaches: an event's number shifted right by so many bits is that of its segment.
    static let bits = 16

    /// Calls the body with the fields asked for of all events, in the order of their numbers.
    ///
    /// Where a rollup is asked for, the stored events come taken together, the others one by one all the same.
    func forEachBlock(_ fields: [Field], of rollup: Rollup? = nil, _ body: (Block) throws -> Void) throws {
        let last = try Int.fetchOne(database, sql: "SELECT max(id) FROM event") ?? 0
        guard last > 0 else { return }
        let reach = try BlockReader.reach(in: database)
        let builder = try BlockBuilder(database: database)
        // The room of one block serves all.
        var stored = Block(first: 0, count: 0)
        for number in 0...(last >> BlockReader.bits) {
            let first = number << BlockReader.bits
            if reach[number] != nil {
                try read(number, rollup, fields, into: &stored)
                try body(stored)
            }
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
            sql: "SELECT number, last FROM segment WHERE rollup = 0 AND field = ?",
            arguments: [Field.hidden.rawValue]
        )
        return Dictionary(uniqueKeysWithValues: rows.map { ($0[0], $0[1]) })
    }

    private func read(_ number: Int, _ rollup: Rollup?, _ fields: [Field], into block: inout Block) throws {
        block.first = number << BlockReader.bits
        // Every row has this one, and it is small.
        try fill(&block[.hidden], number, rollup, .hidden)
        block.count = block[.hidden].count
        var lengths: [Field: Int] = [.offset: block.count]
        for field in rollup == nil ? fields : fields + [.events] where field != .hidden {
            switch field {
            case .figureLow: try fill(&block.lows, number, rollup, field)
            case .figureBest: try fill(&block.bests, number, rollup, field)
            case .figureHigh: try fill(&block.highs, number, rollup, field)
            default: try fill(&block[field], number, rollup, field)
            }
            // Those who read a block rely on rows that are there.
            let length = field.isWide ? block.numbers(field).count : block[field].count
            let rows = field.rows == field && field != .offset ? block[field] : []
            guard length == lengths[field.rows, default: length],
                rows.isEmpty || rows[0] >= 0 && Int(rows[rows.count - 1]) < block.count
            else { throw damaged(number, rollup, field) }
            lengths[field.rows] = length
        }
    }

    /// The numbers of a stored column, of whatever width; nil where they cannot be read.
    func numbers(_ number: Int, _ rollup: Rollup?, _ field: Field) throws -> [Int]? {
        if field.isWide {
            var numbers: [Int] = []
            return try unpack(number, rollup, field, into: &numbers) ? numbers : nil
        }
        var numbers: [Int32] = []
        return try unpack(number, rollup, field, into: &numbers) ? numbers.map { $0 == .none ? .none : Int($0) } : nil
    }

    private func fill<Number: FixedWidthInteger & SignedInteger>(
        _ numbers: inout [Number],
        _ number: Int,
        _ rollup: Rollup?,
        _ field: Field
    ) throws {
        guard try unpack(number, rollup, field, into: &numbers) else { throw damaged(number, rollup, field) }
    }

    private func unpack<Number: FixedWidthInteger & SignedInteger>(
        _ number: Int,
        _ rollup: Rollup?,
        _ field: Field,
        into numbers: inout [Number]
    ) throws -> Bool {
        column.bind(1, number)
        column.bind(2, rollup?.rawValue ?? 0)
        column.bind(3, field.rawValue)
        defer { column.reset() }
        guard try column.step() else { return false }
        return unsafe column.withBytes(0) { unsafe PackedColumn.unpack($0, into: &numbers) }
    }

    private func damaged(_ number: Int, _ rollup: Rollup?, _ field: Field) -> EventStoreError {
        EventStoreError(
            .failed,
            doing: "read the columns of events from \(number << BlockReader.bits)",
            reason: "the \(Field.name(field, in: rollup)) is damaged",
            hint: "make the columns again with: dateline check --repair"
        )
    }
}
