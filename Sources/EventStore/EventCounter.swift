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
    /// How often the groups of each grouping are met, where an event may stand in several of the other.
    private var marginCounts: [PairCounts]
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
        marginCounts = groupings.map { _ in PairCounts() }
    }

    /// Counts everything that satisfies the condition.
    mutating func table() throws -> CountTable {
        if let kind, groupings.contains(.weapon) || condition.weapons != nil {
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
            margins: groupings.contains(.weapon) ? margins : nil,
            total: total,
            runningTotals: runningTotals,
            unknowns: unknowns
        )
    }

    private mutating func add(_ block: Block, _ mask: [UInt8]) {
        let times = block[.events].isEmpty ? nil : block[.events]
        for row in mask.indices where mask[row] != 0 { total.events += Int(times?[row] ?? 1) }
        if groupings.contains(.weapon) {
            addMargins(block, mask)
            let weapons = block.perWeapon(columns.flatMap(\.fields), where: mask)
            addGroups(weapons, Array(repeating: 1, count: weapons.count), times: nil)
        } else {
            addGroups(block, mask, times: times)
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

    private mutating func addGroups(_ block: Block, _ mask: [UInt8], times: [Int32]?) {
        for index in columns.indices { columns[index].read(block, where: mask) }
        guard let first = columns.first else { return }
        let second = columns.count > 1 ? columns[1] : nil
        counts.reserve(first.keys.count, second?.keys.count ?? 1)
        counts.add(first.groups, second?.groups, mask, times: times)
    }

    /// Counts an event once beside its weapons.
    private mutating func addMargins(_ block: Block, _ mask: [UInt8]) {
        for index in columns.indices where groupings[index] != .weapon {
            columns[index].read(block, where: mask)
            marginCounts[index].reserve(columns[index].keys.count, 1)
            marginCounts[index].add(columns[index].groups, nil, mask, times: nil)
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

    /// The tallies of each grouping's groups where one is by weapons: those of weapons are what stands beside them.
    private var margins: [[Int32: Tally]] {
        groupings.indices.map { index in
            var margin: [Int32: Tally] = [:]
            if groupings[index] == .weapon {
                for (numbers, tally) in groups { margin[numbers[index], default: Tally()].events += tally.events }
            } else {
                for (group, _, count) in marginCounts[index].all {
                    margin[columns[index].keys[group], default: Tally()].events = count
                }
            }
            return margin
        }
    }
}
