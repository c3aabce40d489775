import DatelineCore
import GRDB

/// Counts events in groups and adds up one kind of figure, over columns.
struct EventCounter {
    private let database: Database
    private let groupings: [Grouping]
    private let kind: CountKind?
    private let condition: Condition
    private let limit: Int?

    private var columns: [GroupColumn]
    private var counts = PairCounts()
    /// The sums of pairs of groups.
    private var sums: [[Int]: [UnitClass: RangeSum]] = [:]
    private var total = Tally()
    private var runningTotals = 0
    private var unknowns = 0

    init(database: Database, groupings: [Grouping], kind: CountKind?, condition: Condition, limit: Int?) {
        self.database = database
        self.groupings = groupings
        self.kind = kind
        self.condition = condition
        self.limit = limit
        columns = groupings.map(GroupColumn.init)
    }

    /// Counts everything that satisfies the condition.
    mutating func table() throws -> CountTable {
        if groupings.contains(.weapon) || kind != nil && condition.weapons != nil {
            var counter = WeaponCounter(
                database: database,
                groupings: groupings,
                kind: kind,
                condition: condition,
                limit: limit
            )
            return try counter.table()
        }
        let filter = try BlockFilter(condition, database: database)
        let fields = Set(filter.fields + columns.flatMap(\.fields) + (kind == nil ? [] : Field.figures))
        let rollup = kind == nil ? Rollup.telling(columns, filter) : nil
        let sorted = fields.sorted { $0.rawValue < $1.rawValue }
        try BlockReader(database: database).forEachBlock(sorted, of: rollup) { block in
            add(block, filter.mask(of: block))
        }
        return try CountTableMaker(database: database, groupings: groupings, limit: limit).table(
            kind: kind,
            groups: groups,
            total: total,
            runningTotals: runningTotals,
            unknowns: unknowns
        )
    }

    private mutating func add(_ block: Block, _ mask: [UInt8]) {
        let times = block[.events].isEmpty ? nil : block[.events]
        for row in mask.indices where mask[row] != 0 { total.events += Int(times?[row] ?? 1) }
        for index in columns.indices { columns[index].read(block, where: mask) }
        if let first = columns.first {
            let second = columns.count > 1 ? columns[1] : nil
            counts.reserve(first.keys.count, second?.keys.count ?? 1)
            counts.add(first.groups, second?.groups, mask, times: times)
        }
        guard let kind else { return }
        FigureReader(kind).forEachRow(of: block, mask) { row, figures in
            runningTotals += figures.runningTotals
            unknowns += figures.isUnknown ? 1 : 0
            let pair = columns.map { Int($0.groups[row]) }
            for (unitClass, sum) in figures.own {
                total.sums[unitClass, default: RangeSum()].add(low: sum.low, best: nil, high: sum.high)
                if !pair.isEmpty {
                    sums[pair, default: [:]][unitClass, default: RangeSum()].add(
                        low: sum.low,
                        best: nil,
                        high: sum.high
                    )
                }
            }
        }
    }

    /// The tallies of the groups, under the numbers that stand for them.
    private var groups: [[Int32]: Tally] {
        var groups: [[Int32]: Tally] = [:]
        for (first, second, count) in counts.all {
            let pair = groupings.count > 1 ? [first, second] : [first]
            var tally = Tally()
            tally.events = count
            tally.sums = sums[pair] ?? [:]
            groups[zip(pair, columns).map { $1.keys[$0] }] = tally
        }
        return groups
    }
}
