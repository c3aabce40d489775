/// Finds what somebody may have meant to write.
public enum Spelling {
    /// The candidates nearest to a misspelt word, nearest first: at most three, each within a third of its letters.
    public static func suggestions(for word: String, among candidates: some Sequence<String>) -> [String] {
        let wanted = Array(word.lowercased().unicodeScalars)
        var near: [(distance: Int, candidate: String)] = []
        for candidate in candidates {
            let letters = Array(candidate.lowercased().unicodeScalars)
            let limit = max(1, max(wanted.count, letters.count) / 3)
            guard abs(wanted.count - letters.count) <= limit else { continue }
            let distance = distance(wanted, letters)
            if distance <= limit, !near.contains(where: { $0.candidate == candidate }) {
                near.append((distance, candidate))
            }
        }
        near.sort { ($0.distance, $0.candidate) < ($1.distance, $1.candidate) }
        return near.prefix(3).map(\.candidate)
    }

    /// The number of letters to add, drop, change or swap with their neighbour.
    static func distance(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...second.count)
        for row in first.indices {
            var current = [row + 1]
            for column in second.indices {
                let changed = last[column] + (first[row] == second[column] ? 0 : 1)
                var least = min(changed, last[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, first[row] == second[column - 1], first[row - 1] == second[column] {
                    least = min(least, beforeLast[column - 1] + 1)
                }
                current.append(least)
            }
            beforeLast = last
            last = current
        }
        return last[second.count]
    }
}
