/// How often pairs of small numbers are met.
struct PairCounts {
    private var counts: [Int] = []
    /// The room for second numbers, a power of two.
    private var stride = 1
    private var sparse: [UInt64: Int] = [:]
    private var isSparse = false

    /// Above so many pairs only those that are met are kept.
    private static let mostPairs = 1 << 23

    /// Makes room for numbers below these.
    mutating func reserve(_ firsts: Int, _ seconds: Int) {
        guard !isSparse else { return }
        var wider = stride
        while wider < seconds { wider *= 2 }
        guard firsts * wider <= PairCounts.mostPairs else {
            for (first, second, count) in all { sparse[UInt64(first) << 32 | UInt64(second)] = count }
            counts = []
            isSparse = true
            return
        }
        if wider > stride {
            var moved = [Int](repeating: 0, count: counts.count / stride * wider)
            for index in counts.indices { moved[index / stride * wider + index % stride] = counts[index] }
            counts = moved
            stride = wider
        }
        if firsts * stride > counts.count {
            counts += Array(repeating: 0, count: max(firsts * stride, 2 * counts.count) - counts.count)
        }
    }

    /// Counts the pairs in which a mask has 1, each as often as it is told; without that, once.
    mutating func add(_ firsts: [Int32], _ seconds: [Int32]?, _ mask: [UInt8], times: [Int32]?) {
        for row in mask.indices where mask[row] != 0 {
            let second = seconds?[row] ?? 0
            let count = Int(times?[row] ?? 1)
            if isSparse {
                sparse[UInt64(firsts[row]) << 32 | UInt64(second), default: 0] += count
            } else {
                counts[Int(firsts[row]) &* stride &+ Int(second)] &+= count
            }
        }
    }

    /// The pairs that were met, and how often.
    var all: [(first: Int, second: Int, count: Int)] {
        if isSparse {
            return sparse.sorted { $0.key < $1.key }.map { (Int($0.key >> 32), Int($0.key & 0xFFFF_FFFF), $0.value) }
        }
        return counts.indices.filter { counts[$0] > 0 }.map { ($0 / stride, $0 % stride, counts[$0]) }
    }
}
