import DatelineCore
import GRDB

/// Adds events up in groups, one row at a time.
struct EventCounter {
    let database: Database
    let groupings: [Grouping]
    let kind: CountKind?
    let labels: GroupLabels
    private let selectedWeapons: Set<Int64>?
    private let needsWeapons: Bool

    /// The tallies of the groups, whose numbers are those of the rows that they stand for.
    private var groups: [[Int64]: Tally] = [:]
    private var total = Tally()
    private var margins: [[Int64: Tally]]
    private var runningTotals = 0
    private var unknowns = 0

    /// The number of the group of events that have no value.
    static let none = Int64.min

    /// A number that is summed.
    fileprivate struct Figure {
        let unitClass: UnitClass
        var sum = RangeSum()
    }

    init(database: Database, groupings: [Grouping], kind: CountKind?, weapons: Set<Int64>?) {
        self.database = database
        self.groupings = groupings
        self.kind = kind
        labels = GroupLabels(database: database)
        selectedWeapons = weapons
        needsWeapons = groupings.contains(.weapon) || (kind != nil && weapons != nil)
        margins = groupings.map { _ in [:] }
    }

    mutating func add(_ row: Row) throws {
        let event: Int64 = row[0]
        let weapons = needsWeapons ? try weapons(of: event) : []
        let figures = try figures(of: event)
        let selected = selectedWeapons.map { wanted in weapons.filter(wanted.contains) }

        total.add(try belonging(figures, to: selected, of: weapons))
        guard !groupings.isEmpty else { return }
        let choices = try groupings.map { try keys(of: row, by: $0, weapons: weapons) }
        for (index, choice) in choices.enumerated() where groupings.count > 1 {
            for key in choice {
                let figures = try belonging(figures, to: chosen(key, groupings[index]) ?? selected, of: weapons)
                margins[index][key, default: Tally()].add(figures)
            }
        }
        for first in choices[0] {
            for second in choices.count > 1 ? choices[1] : [EventCounter.none] {
                let weapon = chosen(first, groupings[0]) ?? (choices.count > 1 ? chosen(second, groupings[1]) : nil)
                let figures = try belonging(figures, to: weapon ?? selected, of: weapons)
                groups[choices.count > 1 ? [first, second] : [first], default: Tally()].add(figures)
            }
        }
    }

    func table() throws -> CountTable {
        let marginRows = try groupings.indices.map { index in
            try sorted(margins[index].map { ([$0.key], $0.value) }, by: [groupings[index]])
        }
        return CountTable(
            groupings: groupings,
            kind: kind,
            rows: try sorted(groups.map { ($0.key, $0.value) }, by: groupings),
            margins: groupings.count > 1 ? marginRows : [],
            total: total,
            runningTotals: runningTotals,
            unknowns: unknowns
        )
    }

    private func keys(of row: Row, by grouping: Grouping, weapons: [Int64]) throws -> [Int64] {
        let column =
            switch grouping {
            case .type: 2
            case .status: 3
            case .country, .admin1, .place: 4
            case .source: 5
            case .actor: 6
            case .publisher: 7
            default: 1
            }
        switch grouping {
        case .weapon:
            return weapons.isEmpty ? [EventCounter.none] : weapons
        case .status:
            return [labels.number(ofStatus: row[column])]
        case .country, .admin1, .place:
            return [try labels.number(ofPlace: row[column], by: grouping)]
        case .type, .source, .actor, .publisher:
            return [row[column] ?? EventCounter.none]
        case .day, .week, .month, .quarter, .year:
            guard let day: Int = row[column] else { return [EventCounter.none] }
            return [grouping.period(of: CivilDate(dayNumber: day)) ?? EventCounter.none]
        }
    }

    private func chosen(_ key: Int64, _ grouping: Grouping) -> [Int64]? {
        grouping == .weapon && key != EventCounter.none ? [key] : nil
    }

    /// The weapons of an event, each once.
    private func weapons(of event: Int64) throws -> [Int64] {
        var weapons: [Int64] = []
        let sql = "SELECT weapon FROM event_weapon WHERE event = ? ORDER BY ordinal"
        for weapon in try Int64.fetchAll(database.cachedStatement(sql: sql), arguments: [event])
        where !weapons.contains(weapon) {
            weapons.append(weapon)
        }
        return weapons
    }

    private mutating func figures(of event: Int64) throws -> [Figure] {
        guard let kind else { return [] }
        let statement = try database.cachedStatement(
            sql: """
                SELECT unit, low, best, high, is_figure, scope = 'running_total'
                FROM event_count WHERE event = ? AND kind = ? ORDER BY ordinal
                """
        )
        var figures: [Figure] = []
        var isUnknown = false
        let cursor = try Row.fetchCursor(statement, arguments: [event, kind.rawValue])
        while let row = try cursor.next() {
            if row[4] {
                let unitClass = CountUnit(rawValue: row[0])?.unitClass ?? .munition
                // Those of one class are a list by unit, which is one figure.
                let index = figures.firstIndex { $0.unitClass == unitClass } ?? figures.endIndex
                if index == figures.endIndex { figures.append(Figure(unitClass: unitClass)) }
                figures[index].sum.add(low: row[1], best: row[2], high: row[3])
            } else if row[5] {
                runningTotals += 1
            } else if row[1] == nil, row[2] == nil, row[3] == nil {
                isUnknown = true
            }
        }
        if isUnknown, figures.isEmpty { unknowns += 1 }
        return figures
    }

    /// The figures that belong to some of an event's weapons: a number of drones to drones, where it has any.
    private func belonging(_ figures: [Figure], to some: [Int64]?, of weapons: [Int64]) throws -> [Figure] {
        guard let some, !figures.isEmpty else { return figures }
        return try figures.filter { figure in
            let all = try weapons.filter { try labels.unitClass(ofWeapon: $0) == figure.unitClass }
            return all.isEmpty || some.contains(where: all.contains)
        }
    }

    private func sorted(_ groups: [([Int64], Tally)], by groupings: [Grouping]) throws -> [CountTable.Row] {
        let entries = try groups.map { numbers, tally in
            let keys = try zip(numbers, groupings).map { try labels.key($0, by: $1) }
            return (numbers: numbers, row: CountTable.Row(keys: keys, tally: tally))
        }
        // The first grouping's groups stand in the order that they have by themselves.
        var sizes: [Int64: Int] = [:]
        for entry in entries { sizes[entry.numbers[0], default: 0] += entry.row.tally.events }
        return entries.sorted { first, second in
            for (index, grouping) in groupings.enumerated() where first.numbers[index] != second.numbers[index] {
                let (one, other) = (first.numbers[index], second.numbers[index])
                if one == EventCounter.none || other == EventCounter.none { return other == EventCounter.none }
                if grouping.isPeriod { return one < other }
                let oneSize = index == 0 ? sizes[one, default: 0] : first.row.tally.events
                let otherSize = index == 0 ? sizes[other, default: 0] : second.row.tally.events
                if oneSize != otherSize { return oneSize > otherSize }
                return first.row.keys[index].sortText < second.row.keys[index].sortText
            }
            return false
        }.map(\.row)
    }
}

extension Tally {
    /// Adds an event.
    fileprivate mutating func add(_ figures: [EventCounter.Figure]) {
        events += 1
        for figure in figures {
            sums[figure.unitClass, default: RangeSum()].add(low: figure.sum.low, best: nil, high: figure.sum.high)
        }
    }
}

extension CountTable.Key {
    fileprivate var sortText: String {
        map { $0 ?? "\u{10FFFF}" }.joined(separator: "\u{0}")
    }
}
