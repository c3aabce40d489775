import GRDB

/// Keeps the stored columns up with the events.
struct SegmentWriter {
    let database: Database

    /// How many events may wait to be packed; asking reads those from their rows.
    static let patience = 4096

    /// Packs what is in no segment, where that is more than a few events; everything, where it must be.
    func catchUp(all: Bool = false) throws {
        let last = try Int.fetchOne(database, sql: "SELECT max(id) FROM event") ?? 0
        guard last > 0 else { return }
        let reach = try BlockReader.reach(in: database)
        let waiting = (0...(last >> BlockReader.bits)).filter { number in
            let first = number << BlockReader.bits
            return (reach[number] ?? first - 1) < min(last, first + 1 << BlockReader.bits - 1)
        }
        guard !waiting.isEmpty else { return }
        let builder = try BlockBuilder(database: database)
        for number in waiting {
            let first = number << BlockReader.bits
            let end = min(last, first + 1 << BlockReader.bits - 1)
            let isSmall = end - (reach[number] ?? first - 1) < SegmentWriter.patience
            if isSmall, !all { continue }
            try write(builder.block(of: first...end, first: first), number: number, last: end)
        }
    }

    /// Stores a block as a segment with its rollups, in the place of the former one.
    func write(_ block: Block, number: Int, last: Int) throws {
        try database.execute(sql: "DELETE FROM segment WHERE number = ?", arguments: [number])
        guard block.count > 0 else { return }
        try write(block, Field.ofEvents, of: nil, number: number, last: last)
        for rollup in Rollup.allCases {
            try write(rollup.block(of: block), rollup.fields + [.events], of: rollup, number: number, last: last)
        }
    }

    private func write(_ block: Block, _ fields: [Field], of rollup: Rollup?, number: Int, last: Int) throws {
        let insert = try RawStatement(
            database,
            "INSERT INTO segment (number, rollup, field, last, data) VALUES (?, ?, ?, ?, ?)"
        )
        for field in fields {
            insert.bind(1, number)
            insert.bind(2, rollup?.rawValue ?? 0)
            insert.bind(3, field.rawValue)
            insert.bind(4, last)
            let bytes =
                switch field {
                case .figureLow: PackedColumn.pack(block.lows)
                case .figureBest: PackedColumn.pack(block.bests)
                case .figureHigh: PackedColumn.pack(block.highs)
                default: PackedColumn.pack(block[field])
                }
            insert.bind(5, blob: bytes)
            try insert.run()
        }
    }
}
