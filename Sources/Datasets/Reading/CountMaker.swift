import DatelineCore

/// Reads a row's numbers.
struct CountMaker {
    private let plan: RowPlan

    init(_ plan: RowPlan) {
        self.plan = plan
    }

    /// Appends the numbers of the current row; weapons tell the unit of munitions that have none.
    func append(
        to counts: inout [ImportedCount],
        _ rows: DelimitedReader,
        munition: CountUnit
    ) throws(RowFault) {
        for count in plan.counts {
            guard var made = try number(count, rows), !(count.map.skipsZero && made.high == 0) else { continue }
            if let column = count.qualifier, let said: CountQualifier = try code(column, rows, "qualifier") {
                made.qualifier = said
            }
            guard let kind = try value(count.map.kind, count.kind, rows, "kind of count") else { continue }
            let scope = try value(count.map.scope, count.scope, rows, "scope") ?? .event
            let said: CountUnit? = try count.map.unit.flatMap { unit throws(RowFault) in
                try value(unit, count.unit, rows, "unit")
            }
            let unit = said ?? CountMaker.unit(of: kind, munition)
            let isKnown = counts.contains {
                $0.kind == kind && $0.unit.unitClass == unit.unitClass && !$0.isPart && !count.map.isPart
            }
            if isKnown { continue }
            counts.append(
                ImportedCount(
                    kind: kind,
                    unit: unit,
                    group: count.map.group,
                    low: made.low,
                    best: made.best,
                    high: made.high,
                    qualifier: made.qualifier,
                    scope: scope,
                    isPart: count.map.isPart,
                    column: count.column
                )
            )
        }
    }

    /// The unit of a kind where the map does not say it.
    private static func unit(of kind: CountKind, _ munition: CountUnit) -> CountUnit {
        switch kind {
        case .launched, .intercepted, .jammed, .hit, .missed, .fateUnknown, .attacks: munition
        case .equipmentDestroyed: .vehicle
        case .buildings: .building
        case .settlements: .settlement
        case .withoutPower: .household
        case .depthKm, .areaKm2: .kilometre
        case .regions: .region
        default: .person
        }
    }

    private func number(_ count: RowPlan.Count, _ rows: DelimitedReader) throws(RowFault) -> CellNumber? {
        let best = try number(count.best, rows)
        guard !count.low.isEmpty || !count.high.isEmpty else { return best }
        let low = try number(count.low, rows)?.best
        let high = try number(count.high, rows)?.best
        if low == nil, high == nil { return best }
        var made = CellNumber(low: low, best: best?.best, high: high, qualifier: .exact)
        switch (low, high) {
        case (let low?, let high?):
            made.qualifier = low == high ? (low == 0 ? .none : .exact) : .between
            if made.best == nil, low == high { made.best = low }
        case (_?, nil): made.qualifier = .atLeast
        default: made.qualifier = .atMost
        }
        // Where three numbers contradict one another, the range holds them all.
        if let low, let high {
            let best = made.best ?? low
            (made.low, made.high) = (min(low, best, high), max(low, best, high))
            if made.low != made.high { made.qualifier = .between }
        }
        return made
    }

    private func number(_ columns: [Int], _ rows: DelimitedReader) throws(RowFault) -> CellNumber? {
        for column in columns {
            let cell = rows.trimmed(column, isGuarded: plan.map.isGuarded)
            if cell.isEmpty { continue }
            if let number = unsafe CellReading.number(cell.bytes) { return number }
            throw RowFault("\(plan.header[column]) \"\(cell.string)\" is no number")
        }
        return nil
    }

    private func value<Value: RawRepresentable & CaseIterable>(
        _ code: DatasetMap.Code<Value>,
        _ column: Int?,
        _ rows: DelimitedReader,
        _ what: String
    ) throws(RowFault) -> Value? where Value.RawValue == String {
        if case .constant(let value) = code { return value }
        guard let column else { return nil }
        return try self.code(column, rows, what)
    }

    private func code<Value: RawRepresentable & CaseIterable>(
        _ column: Int,
        _ rows: DelimitedReader,
        _ what: String
    ) throws(RowFault) -> Value? where Value.RawValue == String {
        let cell = rows.trimmed(column, isGuarded: false)
        if cell.isEmpty { return nil }
        let name = cell.string.lowercased()
        if let value = Value(rawValue: name) { return value }
        let known = Value.allCases.map(\.rawValue).joined(separator: ", ")
        throw RowFault("there is no \(what) \"\(name)\"; there are \(known)")
    }
}
