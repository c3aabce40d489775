import DatelineCore
import GRDB

/// Counts events and adds up figures where it matters which weapon a number belongs to, row by row.
///
/// An event with several weapons stands in the group of each; a number of drones belongs to the drones alone.
struct WeaponCounter {
    private let database: Database
    private let groupings: [Grouping]
    private let kind: CountKind
    private let condition: Condition
    private let limit: Int?
    private let labels: GroupLabels

    private var columns: [GroupColumn]
    private var groups: [[Int32]: Tally] = [:]
    private var margins: [[Int32: Tally]]
    private var total = Tally()
    private var runningTotals = 0
    private var unknowns = 0

    init(database: Database, groupings: [Grouping], kind: CountKind, condition: Condition, limit: Int?) {
        self.database = database
        self.groupings = groupings
        self.kind = kind
        self.condition = condition
        self.limit = limit
        labels = GroupLabels(database: database)
        columns = groupings.map(GroupColumn.init)
        margins = groupings.map { _ in [:] }
    }

    mutating func table() throws -> CountTable {
        let filter = try BlockFilter(condition, database: database)
        let fields = Set(filter.fields + columns.flatMap(\.fields) + [.weaponRow, .weapon] + Field.figures)
        try BlockReader(database: database).forEachBlock(fields.sorted { $0.rawValue < $1.rawValue }) { block in
            try add(block, filter.mask(of: block))
        }
        return try CountTableMaker(database: database, groupings: groupings, limit: limit).table(
            kind: kind,
            groups: groups,
            margins: margins,
            total: total,
            runningTotals: runningTotals,
            unknowns: unknowns
        )
    }

    private mutating func add(_ block: Block, _ mask: [UInt8]) throws {
        var weapons: [[Int32]] = Array(repeating: [], count: block.count)
        for (row, weapon) in zip(block[.weaponRow], block[.weapon]) where !weapons[Int(row)].contains(weapon) {
            weapons[Int(row)].append(weapon)
        }
        var figures: [Int: FigureReader.Figures] = [:]
        FigureReader(kind).forEachRow(of: block, mask) { figures[$0] = $1 }
        var keys: [[Int32]] = []
        for index in columns.indices where groupings[index] != .weapon {
            columns[index].read(block, where: mask)
            keys.append(
                mask.indices.map { mask[$0] == 0 ? .none : columns[index].keys[Int(columns[index].groups[$0])] }
            )
        }
        for row in mask.indices where mask[row] != 0 {
            var others = keys[...]
            let choices = groupings.map { grouping -> [Int32] in
                guard grouping == .weapon else { return [others.removeFirst()[row]] }
                return weapons[row].isEmpty ? [.none] : weapons[row]
            }
            try add(figures[row] ?? FigureReader.Figures(), weapons: weapons[row], choices)
        }
    }

    private mutating func add(_ figures: FigureReader.Figures, weapons: [Int32], _ choices: [[Int32]]) throws {
        runningTotals += figures.runningTotals
        unknowns += figures.isUnknown ? 1 : 0
        let selected = condition.weapons.map { wanted in weapons.filter { wanted.contains(Int64($0)) } }
        total.add(try belonging(figures, to: selected, of: weapons))
        guard !groupings.isEmpty else { return }
        for (index, choice) in choices.enumerated() where groupings.count > 1 {
            for key in choice {
                let some = chosen(key, groupings[index]) ?? selected
                margins[index][key, default: Tally()].add(try belonging(figures, to: some, of: weapons))
            }
        }
        for first in choices[0] {
            for second in choices.count > 1 ? choices[1] : [.none] {
                let weapon = chosen(first, groupings[0]) ?? (choices.count > 1 ? chosen(second, groupings[1]) : nil)
                let own = try belonging(figures, to: weapon ?? selected, of: weapons)
                groups[choices.count > 1 ? [first, second] : [first], default: Tally()].add(own)
            }
        }
    }

    private func chosen(_ key: Int32, _ grouping: Grouping) -> [Int32]? {
        grouping == .weapon && key != .none ? [key] : nil
    }

    /// The figures that belong to some of an event's weapons: a number of drones to drones, where it has any.
    private func belonging(
        _ figures: FigureReader.Figures,
        to some: [Int32]?,
        of weapons: [Int32]
    ) throws -> FigureReader.Figures {
        guard let some, !figures.own.isEmpty else { return figures }
        var belonging = figures
        belonging.own = try figures.own.filter { figure in
            let all = try weapons.filter { try labels.unitClass(ofWeapon: $0) == figure.unitClass }
            return all.isEmpty || some.contains(where: all.contains)
        }
        return belonging
    }
}

extension Tally {
    /// Adds an event.
    fileprivate mutating func add(_ figures: FigureReader.Figures) {
        events += 1
        for (unitClass, sum) in figures.own {
            sums[unitClass, default: RangeSum()].add(low: sum.low, best: nil, high: sum.high)
        }
    }
}
