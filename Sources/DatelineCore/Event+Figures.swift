extension Event {
    /// The positions in `counts` of the event's own figures, which sums add up.
    ///
    /// The own figure of a kind and a class of units is the first number given that is no part of another, no
    /// running total and no other source's; and the numbers that are told with it in one list ("five women and three
    /// children").
    public var figurePositions: [Int] {
        struct Key: Hashable {
            let kind: CountKind
            let unitClass: UnitClass
        }
        var lists: [Key: [Count]] = [:]
        return counts.indices.filter { position in
            let count = counts[position]
            guard count.canBeSummed else { return false }
            let key = Key(kind: count.kind, unitClass: count.unit.unitClass)
            let list = lists[key, default: []]
            guard list.isEmpty || count.continues(list) else { return false }
            lists[key] = list + [count]
            return true
        }
    }

    /// The event's own figures of a kind: one a class of units, or a list of them by unit.
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

    /// Whether the number goes on with a list of other units, with no more than "and" or a comma between.
    fileprivate func continues(_ list: [Count]) -> Bool {
        guard let last = list.last, !list.contains(where: { $0.unit == unit }) else { return false }
        let gap = range.lowerBound - last.range.upperBound
        // After a comma alone, people and civilians may be told again by who they are.
        let isApposition = ([self] + list).contains { $0.unit == .person || $0.unit == .civilian }
        return (" and ".utf8.count...", and ".utf8.count).contains(gap) || gap == ", ".utf8.count && !isApposition
    }

    /// The number as one figure: as said, else the least, else the most that the words allow.
    public var number: Int? {
        best ?? low ?? high
    }
}
