import DatelineCore

/// The groups that the events of blocks stand in, by one grouping, as small numbers in the order in which they are met.
struct GroupColumn {
    let grouping: Grouping
    /// The number that stands for a group: a row's id, a period, a country's letters; `none` without a value.
    private(set) var keys: [Int32] = []
    private var codes = CodeTable()
    /// The groups of days, where the groups are periods.
    private var days = CodeTable()
    /// The groups of the rows that were read last; what stands in other rows means nothing.
    private(set) var groups: [Int32] = []

    init(_ grouping: Grouping) {
        self.grouping = grouping
    }

    /// The fields that it reads.
    var fields: [Field] {
        switch grouping {
        case .day, .week, .month, .quarter, .year: [.start, .end]
        case .country: [.country]
        case .admin1: [.region, .country]
        case .place: [.place]
        case .type: [.type]
        case .weapon: [.weaponRow, .weapon]
        case .source: [.source]
        case .publisher: [.publisher]
        case .actor: [.actor]
        case .status: [.status]
        }
    }

    /// The group of each row of a block that a mask lets pass.
    ///
    /// Whoever groups by weapons reads the rows of the weapons: an event may have several.
    mutating func read(_ block: Block, where mask: [UInt8]) {
        if groups.count < block.count { groups = Array(repeating: 0, count: block.count) }
        switch grouping {
        case .day, .week, .month, .quarter, .year:
            let (starts, ends) = (block[.start], block[.end])
            for row in mask.indices where mask[row] != 0 {
                groups[row] = group(ofDay: starts[row] == .none ? ends[row] : starts[row])
            }
        case .admin1:
            let (regions, countries) = (block[.region], block[.country])
            for row in mask.indices where mask[row] != 0 {
                // What lies in no region is told by its country.
                let isBare = regions[row] == .none && countries[row] != .none
                groups[row] = group(isBare ? -countries[row] : regions[row])
            }
        default:
            let column = block[fields[fields.count - 1]]
            for row in mask.indices where mask[row] != 0 { groups[row] = group(column[row]) }
        }
    }

    @inline(__always)
    private mutating func group(ofDay day: Int32) -> Int32 {
        if let known = days[day] { return known }
        let period = day == .none ? nil : grouping.period(of: CivilDate(dayNumber: Int(day)))
        let group = group(period.map { Int32(truncatingIfNeeded: $0) } ?? .none)
        days[day] = group
        return group
    }

    @inline(__always)
    private mutating func group(_ key: Int32) -> Int32 {
        if let known = codes[key] { return known }
        let group = Int32(keys.count)
        keys.append(key)
        codes[key] = group
        return group
    }
}

/// Small numbers under other numbers: an array where those lie close together, as ids and days do.
private struct CodeTable {
    /// The number that the first place of the array is for.
    private var first = 0
    private var near: [Int32] = []
    private var far: [Int32: Int32] = [:]
    /// The most places that the array has.
    private static let most = 1 << 22

    @inline(__always)
    subscript(key: Int32) -> Int32? {
        get {
            let place = Int(key) - first
            if place >= 0, place < near.count, near[place] >= 0 { return near[place] }
            return far.isEmpty ? nil : far[key]
        }
        set {
            guard let newValue else { return }
            if makeRoom(for: key) { near[Int(key) - first] = newValue } else { far[key] = newValue }
        }
    }

    /// Makes the array reach to a number, and as far again as it did; false where that would be too far.
    private mutating func makeRoom(for key: Int32) -> Bool {
        let number = Int(key)
        if near.isEmpty { first = number }
        let last = first + near.count - 1
        guard key != .none, max(last, number) - min(first, number) < CodeTable.most else { return false }
        if number > last {
            near += Array(repeating: -1, count: max(number - last, near.count))
        } else if number < first {
            let more = max(first - number, near.count)
            near.insert(contentsOf: repeatElement(-1, count: more), at: 0)
            first -= more
        }
        return true
    }
}
