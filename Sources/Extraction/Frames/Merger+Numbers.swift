import DatelineCore

/// What the numbers of two tellings say about their being one happening.
extension Merger {
    /// How the numbers of a telling differ from those told before.
    struct Rivalry {
        /// Whether a number differs from those of its kind, none of which is the same.
        var isFound = false
        /// Whether one is more than twenty times another: a night's toll and that of a war.
        var isOfOtherOrder = false
        /// Whether each may be another figure of one told before: within four times.
        var isNear = true
    }

    func rivalry(_ new: Draft, _ old: Draft) -> Rivalry {
        var rivalry = Rivalry()
        let (counts, others) = (new.counts, old.counts)
        for index in counts.indices where counts[index].isOwn {
            var (isSame, isFound, isFar, isNear) = (false, false, false, false)
            for other in others.indices where others[other].isOwn && isOfKind(others[other], counts[index]) {
                if self.isSame(others[other], counts[index]) {
                    isSame = true
                    break
                }
                isFound = true
                isFar = isFar || isOfOtherOrder(counts[index], others[other])
                isNear = isNear || isWithin(4, counts[index], others[other])
            }
            guard isFound, !isSame else { continue }
            rivalry.isFound = true
            rivalry.isOfOtherOrder = rivalry.isOfOtherOrder || isFar
            rivalry.isNear = rivalry.isNear && isNear
        }
        return rivalry
    }

    /// Whether one counts from a day before that of the other: "24 killed since Friday" and Monday's attack.
    func isTotal(_ total: Draft, over draft: Draft) -> Bool {
        guard total.first.date?.role == .since, total.hasOwnCount, total.date.precision == .open, draft.isDateStated,
            draft.hasOwnCount, draft.date.precision != .open, let since = total.date.start, let day = draft.date.start
        else { return false }
        return day - since > 1 && !total.counts.contains { count in draft.counts.contains { isSame($0, count) } }
    }

    /// The kind of which the numbers of a new telling add up to the number told before: "six men and six women" of
    /// twelve.
    func breakdown(_ new: Draft, of old: Draft) -> CountKind? {
        guard new.counts.count >= 2 else { return nil }
        let kinds: [CountKind] = [.killed, .injured, .abducted, .intercepted]
        let (counts, told) = (new.counts, old.counts)
        return kinds.first { kind in
            var (parts, sum) = (0, 0)
            for index in counts.indices where counts[index].kind == kind && counts[index].qualifier == .exact {
                guard let number = counts[index].low else { continue }
                (parts, sum) = (parts + 1, sum + number)
            }
            return parts >= 2
                && told.indices.contains {
                    told[$0].isOwn && told[$0].kind == kind && (told[$0].low ?? told[$0].high) == sum
                }
        }
    }

    func isSame(_ first: Count, _ second: Count) -> Bool {
        first.kind == second.kind && first.low == second.low && first.high == second.high
            && first.unit.unitClass == second.unit.unitClass
    }

    /// Whether two numbers count the same: people are not counted against households.
    private func isOfKind(_ first: Count, _ second: Count) -> Bool {
        first.kind == second.kind && first.unit.unitClass == second.unit.unitClass
            && (first.unit == .household) == (second.unit == .household)
    }

    private func isOfOtherOrder(_ first: Count, _ second: Count) -> Bool {
        guard let one = first.low ?? first.high, let other = second.low ?? second.high, min(one, other) > 1 else {
            return false
        }
        return !isWithin(20, first, second)
    }

    /// Whether two numbers differ by no more than a factor.
    private func isWithin(_ factor: Int, _ first: Count, _ second: Count) -> Bool {
        guard let one = first.low ?? first.high, let other = second.low ?? second.high else { return false }
        return max(one, other) <= factor * min(one, other)
    }
}
