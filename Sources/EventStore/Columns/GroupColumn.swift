import DatelineCore

/// The groups that the events of blocks stand in, by one grouping, as small numbers in the order in which they are met.
struct GroupColumn {
    let grouping: Grouping
    /// The number that stands for a group: a row's id, a period, a country's letters; `none` without a value.
    private(set) var keys: [Int32] = []
    private var codes = CodeTable()
    private var periods: [Int32: Int32] = [:]

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

    /// The group of each row of a block; by weapons, of each row of the weapons.
    mutating func groups(of block: Block) -> [Int32] {
        switch grouping {
        case .day, .week, .month, .quarter, .year:
            let (starts, ends) = (block[.start], block[.end])
            return (0..<block.count).map { row in
                let day = starts[row] == .none ? ends[row] : starts[row]
                return day == .none ? group(.none) : group(ofDay: day)
            }
        case .admin1:
            // What lies in no region is told by its country.
            return zip(block[.region], block[.country]).map { region, country in
                group(region == .none && country != .none ? -country : region)
            }
        default:
            return block[fields[fields.count - 1]].map { group($0) }
        }
    }

    private mutating func group(ofDay day: Int32) -> Int32 {
        if let known = periods[day] { return known }
        let period = grouping.period(of: CivilDate(dayNumber: Int(day))) ?? Int64(Int32.none)
        let group = group(Int32(truncatingIfNeeded: period))
        periods[day] = group
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

    /// The group without a value.
    mutating func groupOfNone() -> Int32 {
        group(.none)
    }
}

/// Small numbers under other numbers: an array where those are small too, as ids are.
private struct CodeTable {
    private var small: [Int32] = []
    private var large: [Int32: Int32] = [:]
    private static let most = 1 << 22

    @inline(__always)
    subscript(key: Int32) -> Int32? {
        get {
            let index = Int(key)
            if index >= 0, index < small.count { return small[index] < 0 ? nil : small[index] }
            return index >= 0 && index < CodeTable.most ? nil : large[key]
        }
        set {
            guard let newValue else { return }
            let index = Int(key)
            guard index >= 0, index < CodeTable.most else {
                large[key] = newValue
                return
            }
            if index >= small.count {
                small += Array(repeating: -1, count: max(index + 1, 2 * small.count) - small.count)
            }
            small[index] = newValue
        }
    }
}
