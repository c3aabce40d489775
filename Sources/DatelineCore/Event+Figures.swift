extension Event {
    /// The positions in `counts` of the event's own figures, which sums add up.
    ///
    /// The own figure of a kind and a class of units is the first number given that is no part of another, no
    /// running total and no other source's.
    public var figurePositions: [Int] {
        struct Key: Hashable {
            let kind: CountKind
            let unitClass: UnitClass
        }
        var seen: Set<Key> = []
        return counts.indices.filter { position in
            let count = counts[position]
            guard count.canBeSummed else { return false }
            return seen.insert(Key(kind: count.kind, unitClass: count.unit.unitClass)).inserted
        }
    }

    /// The event's own figures of a kind, one a class of units at most.
    public func figures(of kind: CountKind) -> [Count] {
        figurePositions.map { counts[$0] }.filter { $0.kind == kind }
    }

    /// The position in `counts` of the count that stands for the event in a flat row.
    ///
    /// Intercepted for an interception, evacuated or displaced for a movement, launched or killed for an attack;
    /// else the first count. Parts and other sources' figures only where there is nothing else.
    public var leadingCountPosition: Int? {
        let own = counts.indices.filter { !counts[$0].isPart && counts[$0].source == nil }
        for kind in type.leadingKinds {
            if let position = own.first(where: { counts[$0].kind == kind }) { return position }
        }
        return own.first ?? counts.indices.first
    }

    /// The count that stands for the event in a flat row.
    public var leadingCount: Count? {
        leadingCountPosition.map { counts[$0] }
    }
}

extension EventType {
    /// The kinds of counts that stand for events of this type, the first choice first.
    public var leadingKinds: [CountKind] {
        switch root {
        case "attack": [.launched, .killed, .injured, .casualties]
        case "battle": [.killed, .injured, .casualties]
        case "interception": [.intercepted, .jammed]
        case "evacuation", "displacement": [.evacuated, .displaced, .returned]
        case "detention": [.captured, .surrendered, .detained, .abducted, .released]
        default: []
        }
    }
}

extension Count {
    /// Whether sums may add the number up: it is known, no part, no running total and no other source's.
    public var canBeSummed: Bool {
        !isPart && scope != .runningTotal && source == nil && number != nil
    }

    /// The number as one figure: as said, else the least, else the most that the words allow.
    public var number: Int? {
        best ?? low ?? high
    }
}
