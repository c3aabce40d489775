import DatelineCore

/// Reads the figures of one kind from blocks, event by event.
struct FigureReader {
    /// The figures of an event, and what else it tells of the kind.
    struct Figures {
        /// The event's own, added up by class: those of one class are a list by unit, which is one figure.
        var own: [(unitClass: UnitClass, sum: RangeSum)] = []
        var runningTotals = 0
        /// Whether the kind is told of without any number.
        var isUnknown = false
    }

    private let kind: Int32

    init(_ kind: CountKind) {
        self.kind = Int32(CountKind.allCases.firstIndex(of: kind) ?? 0)
    }

    /// Calls the body for each row of a block that tells of the kind and in which a mask has 1.
    func forEachRow(of block: Block, _ mask: [UInt8], _ body: (Int, Figures) throws -> Void) rethrows {
        let (rows, kinds) = (block[.figureRow], block[.figureKind])
        var index = 0
        while index < rows.count {
            guard kinds[index] == kind, mask[Int(rows[index])] != 0 else {
                index += 1
                continue
            }
            let row = rows[index]
            var figures = Figures()
            var hasUnknown = false
            while index < rows.count, rows[index] == row {
                if kinds[index] == kind { hasUnknown = add(index, of: block, to: &figures) || hasUnknown }
                index += 1
            }
            figures.isUnknown = hasUnknown && figures.own.isEmpty
            try body(Int(row), figures)
        }
    }

    /// Adds a number; true where it is not known.
    private func add(_ index: Int, of block: Block, to figures: inout Figures) -> Bool {
        func known(_ number: Int) -> Int? { number == .none ? nil : number }
        let role = FigureRole(rawValue: block[.figureRole][index])
        let (low, best, high) = (known(block.lows[index]), known(block.bests[index]), known(block.highs[index]))
        if role.contains(.own) {
            let unitClass = UnitClass.allCases[Int(block[.figureUnit][index])]
            let position = figures.own.firstIndex { $0.unitClass == unitClass } ?? figures.own.endIndex
            if position == figures.own.endIndex { figures.own.append((unitClass, RangeSum())) }
            figures.own[position].sum.add(low: low, best: best, high: high)
        } else if role.contains(.runningTotal) {
            figures.runningTotals += 1
        } else {
            return low == nil && best == nil && high == nil
        }
        return false
    }
}
