import DatelineCore

/// The events of a segment that are alike in a few fields, taken together.
///
/// It is a block with a row for each kind of event and, in ``Field/events``, how many there are of it. Questions that
/// ask for nothing else are answered from it. The numbers are stored: a new one goes to the end.
enum Rollup: Int, CaseIterable {
    case monthAndType = 1
    case region, countryAndYear, source

    /// What its events are alike in.
    ///
    /// Their days are the first one of their period.
    var fields: [Field] {
        switch self {
        case .monthAndType: [.start, .end, .type, .hidden]
        case .region: [.country, .region, .hidden]
        case .countryAndYear: [.country, .start, .end, .hidden]
        case .source: [.source, .hidden]
        }
    }

    /// The periods that it tells apart, the shortest first.
    private var periods: [Grouping] {
        switch self {
        case .monthAndType: [.month, .quarter, .year]
        case .countryAndYear: [.year]
        case .region, .source: []
        }
    }

    /// The smallest that tells the groups of events and which of them satisfy a condition.
    static func telling(_ columns: [GroupColumn], _ filter: BlockFilter) -> Rollup? {
        guard !filter.asksForDays else { return nil }
        return allCases.first { rollup in
            columns.allSatisfy { !$0.grouping.isPeriod || rollup.periods.contains($0.grouping) }
                && Set(filter.fields + columns.flatMap(\.fields)).isSubset(of: rollup.fields)
        }
    }

    /// Takes the events of a block together, in the order of their values.
    func block(of block: Block) -> Block {
        let fields = fields.filter { $0 != .end }
        var kinds = [UInt128](repeating: 0, count: block.count)
        for field in fields {
            let column = field == .start ? firstDays(of: block) : block[field]
            for row in kinds.indices { kinds[row] = kinds[row] << 32 | UInt128(UInt32(bitPattern: column[row])) }
        }
        kinds.sort()
        var distinct: [UInt128] = []
        var events: [Int32] = []
        for kind in kinds {
            if kind == distinct.last {
                events[events.count - 1] += 1
            } else {
                distinct.append(kind)
                events.append(1)
            }
        }
        var rollup = Block(first: block.first, count: distinct.count)
        for (index, field) in fields.reversed().enumerated() {
            rollup[field] = distinct.map { Int32(bitPattern: UInt32(truncatingIfNeeded: $0 >> (32 * index))) }
        }
        if self.fields.contains(.end) { rollup[.end] = rollup[.start] }
        rollup[.events] = events
        return rollup
    }

    /// The first day of the period in which each event stands.
    private func firstDays(of block: Block) -> [Int32] {
        let (starts, ends) = (block[.start], block[.end])
        var known: (day: Int32, first: Int32) = (.none, .none)
        return (0..<block.count).map { row in
            let day = starts[row] == .none ? ends[row] : starts[row]
            if day != known.day { known = (day, firstDay(of: day)) }
            return known.first
        }
    }

    private func firstDay(of day: Int32) -> Int32 {
        guard day != .none else { return .none }
        let (year, month, _) = CivilDate(dayNumber: Int(day)).parts
        let first = CivilDate(year: year, month: periods.first == .year ? 1 : month, day: 1)
        return first.map { Int32($0.dayNumber) } ?? day
    }
}
