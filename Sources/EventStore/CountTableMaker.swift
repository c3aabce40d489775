import DatelineCore
import GRDB

/// Gives groups their names and puts them in order.
struct CountTableMaker {
    private let groupings: [Grouping]
    private let labels: GroupLabels
    /// How many rows are wanted; those far behind may be left out.
    private let limit: Int?

    init(database: Database, groupings: [Grouping], limit: Int?) {
        self.groupings = groupings
        self.limit = limit
        labels = GroupLabels(database: database)
    }

    /// A table of groups under the numbers that stand for them; without margins of their own, those are what stands
    /// beside them added up.
    func table(
        kind: CountKind?,
        groups: [[Int32]: Tally],
        margins: [[Int32: Tally]]? = nil,
        total: Tally,
        runningTotals: Int,
        unknowns: Int
    ) throws -> CountTable {
        let groups = try merged(groups, by: groupings)
        let margins = groupings.count < 2 ? [] : margins ?? groupings.indices.map { added(groups, at: $0) }
        return CountTable(
            groupings: groupings,
            kind: kind,
            rows: try sorted(groups, by: groupings),
            margins: try margins.enumerated().map { index, margin in
                let single = Dictionary(uniqueKeysWithValues: margin.map { ([$0.key], $0.value) })
                return try sorted(try merged(single, by: [groupings[index]]), by: [groupings[index]])
            },
            total: total,
            runningTotals: runningTotals,
            unknowns: unknowns
        )
    }

    /// Places of one name and region are one group, and so are sources of one name.
    private func merged(_ groups: [[Int32]: Tally], by groupings: [Grouping]) throws -> [[Int32]: Tally] {
        let positions = groupings.indices.filter { groupings[$0] == .place || groupings[$0] == .source }
        guard !positions.isEmpty else { return groups }
        var merged: [[Int32]: Tally] = [:]
        for (numbers, tally) in groups.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            var numbers = numbers
            for position in positions {
                numbers[position] = try labels.first(of: numbers[position], by: groupings[position])
            }
            merged[numbers, default: Tally()].merge(tally)
        }
        return merged
    }

    private func added(_ groups: [[Int32]: Tally], at index: Int) -> [Int32: Tally] {
        var margin: [Int32: Tally] = [:]
        for (numbers, tally) in groups { margin[numbers[index], default: Tally()].merge(tally) }
        return margin
    }

    /// The groups that may stand among those wanted: of many, only the largest need names.
    private func largest(_ groups: [[Int32]: Tally], by groupings: [Grouping]) -> [[Int32]: Tally] {
        guard let limit, limit > 0, groupings.count == 1, !groupings[0].isPeriod, groups.count > limit else {
            return groups
        }
        // The group without a value comes last, however large.
        let sizes = groups.filter { $0.key != [.none] }.values.map(\.events).sorted(by: >)
        guard sizes.count > limit else { return groups }
        return groups.filter { $0.value.events >= sizes[limit - 1] }
    }

    private func sorted(_ groups: [[Int32]: Tally], by groupings: [Grouping]) throws -> [CountTable.Row] {
        let groups = largest(groups, by: groupings)
        // The first grouping's groups stand in the order that they have by themselves.
        var sizes: [Int32: Int] = [:]
        for (numbers, tally) in groups { sizes[numbers[0], default: 0] += tally.events }
        let entries = try groups.map { numbers, tally in
            let keys = try zip(numbers, groupings).map { try labels.key($0, by: $1) }
            return (numbers: numbers, row: CountTable.Row(keys: keys, tally: tally))
        }
        return entries.sorted { first, second in
            for (index, grouping) in groupings.enumerated() where first.numbers[index] != second.numbers[index] {
                let (one, other) = (first.numbers[index], second.numbers[index])
                if one == .none || other == .none { return other == .none }
                if grouping.isPeriod { return one < other }
                let oneSize = index == 0 ? sizes[one, default: 0] : first.row.tally.events
                let otherSize = index == 0 ? sizes[other, default: 0] : second.row.tally.events
                if oneSize != otherSize { return oneSize > otherSize }
                let (mine, theirs) = (first.row.keys[index].sortText, second.row.keys[index].sortText)
                if mine != theirs { return mine < theirs }
                return one < other
            }
            return false
        }.map(\.row)
    }
}

extension CountTable.Key {
    fileprivate var sortText: String {
        map { $0 ?? "\u{10FFFF}" }.joined(separator: "\u{0}")
    }
}
