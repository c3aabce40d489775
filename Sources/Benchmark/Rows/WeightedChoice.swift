/// Draws an index by weight, in the same time whatever their number: the alias method.
struct WeightedChoice {
    /// Below which fraction of 2³² a column is itself, and which index it is otherwise.
    private var columns: [(limit: UInt32, other: UInt32)]

    /// Weights above 0; at least one.
    init(_ weights: [Double]) {
        let scale = Double(weights.count) / weights.reduce(0, +)
        var left = weights.map { $0 * scale }
        columns = weights.indices.map { (UInt32.max, UInt32($0)) }
        var small = left.indices.filter { left[$0] < 1 }
        var large = left.indices.filter { left[$0] >= 1 }
        while let low = small.popLast(), let high = large.last {
            columns[low] = (UInt32(left[low] * 0x1p32), UInt32(high))
            left[high] -= 1 - left[low]
            if left[high] < 1 {
                large.removeLast()
                small.append(high)
            }
        }
    }

    /// The weights 1, 1/2, 1/3 … as the frequencies of words have them.
    init(zipf count: Int) {
        self.init((1...count).map { 1 / Double($0) })
    }

    func callAsFunction(_ random: inout SplitMix64) -> Int {
        let bits = random.next()
        let index = Int((bits >> 32).multipliedFullWidth(by: UInt64(columns.count) << 32).high)
        let column = columns[index]
        return UInt32(truncatingIfNeeded: bits) < column.limit ? index : Int(column.other)
    }
}
