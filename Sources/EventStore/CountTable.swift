public import DatelineCore

/// Events counted in groups, and one kind of figure summed up.
public struct CountTable: Sendable {
    /// A group: one value for each column of its grouping, nil where the events have none.
    public typealias Key = [String?]

    /// A group, or the meeting of two, with what it comes to.
    public struct Row: Hashable, Sendable {
        /// The group of each grouping.
        public var keys: [Key]
        /// What it comes to.
        public var tally: Tally
    }

    /// By what the events are grouped; none for the totals alone.
    public var groupings: [Grouping]
    /// The kind of figure that is summed.
    public var kind: CountKind?
    /// The groups: periods in the order of time, others the largest first, the group without a value last.
    public var rows: [Row]
    /// For each of two groupings its groups by themselves, in the order of the columns and rows of a cross-table.
    ///
    /// An event with two weapons stands in two groups, so that margins may be less than the sum of what they stand
    /// beside.
    public var margins: [[Row]]
    /// All events that the filter lets pass.
    public var total: Tally
    /// How many figures of the kind were left out because they are running totals.
    public var runningTotals: Int
    /// How many events tell of the kind without telling a number.
    public var unknowns: Int
}

/// How many events there are and what their figures come to.
public struct Tally: Hashable, Sendable {
    /// The number of events.
    public var events = 0
    /// The sums by classes of units; drones and missiles are not added to one another.
    public var sums: [UnitClass: RangeSum] = [:]

    /// Creates an empty tally.
    public init() {}

    /// Adds what other events come to.
    mutating func merge(_ other: Tally) {
        events += other.events
        for (unitClass, sum) in other.sums { sums[unitClass, default: RangeSum()].merge(sum) }
    }
}

/// A sum of ranges: low and high summed apart.
public struct RangeSum: Hashable, Sendable {
    /// The number of events that gave a figure.
    public private(set) var events = 0
    /// The least that the figures allow; nil where none has a low end.
    ///
    /// A figure without a low end adds nothing.
    public private(set) var low: Int?
    /// The most that the figures allow; nil when open: one open end makes the sum open.
    public private(set) var high: Int? = 0

    /// Creates an empty sum.
    public init() {}

    /// Adds an event's own figure.
    public mutating func add(low: Int?, best: Int?, high: Int?) {
        events += 1
        // A number as said, without a range, is its own range.
        let range = low == nil && high == nil ? (best, best) : (low, high)
        if let least = range.0 { self.low = RangeSum.sum(self.low ?? 0, least) }
        self.high = self.high.flatMap { sum in range.1.map { RangeSum.sum(sum, $0) } }
    }

    /// Adds the sum of other events.
    mutating func merge(_ other: RangeSum) {
        events += other.events
        if let least = other.low { low = RangeSum.sum(low ?? 0, least) }
        high = high.flatMap { sum in other.high.map { RangeSum.sum(sum, $0) } }
    }

    /// The sum of two numbers; the largest that there is where that is too small for it.
    private static func sum(_ first: Int, _ second: Int) -> Int {
        let (sum, overflow) = first.addingReportingOverflow(second)
        return overflow ? (second < 0 ? .min : .max) : sum
    }
}
