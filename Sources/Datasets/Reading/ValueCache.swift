/// What the bytes of some columns came to: a value, or the fault for which no row with them can be taken.
struct ValueCache<Value> {
    let table: KeyTable
    private var values: [Result<Value, RowFault>] = []

    init(_ plan: RowPlan, _ fields: [ImportField]) {
        table = KeyTable(columns: plan.columns(of: fields))
    }

    /// The value for the current row, behind ``KeyTable/seek(_:)``, made where its columns have not been met with these bytes.
    @inline(__always)
    mutating func value(
        _ rows: DelimitedReader,
        _ make: () throws(RowFault) -> Value
    ) throws(RowFault) -> Value {
        if let known = table.find(rows) { return try values[known].get() }
        return try add(rows, make)
    }

    @inline(never)
    private mutating func add(
        _ rows: DelimitedReader,
        _ make: () throws(RowFault) -> Value
    ) throws(RowFault) -> Value {
        let value = Result(catching: make)
        table.insert(values.count, rows)
        values.append(value)
        return try value.get()
    }
}

/// Values by number, each once.
struct Interner<Value: Hashable> {
    private(set) var values: [Value] = []
    /// The numbers of values at their hashes, or behind them; negative where there is none.
    private var slots = [Int32](repeating: -1, count: 64)
    private var hashes: [Int] = []

    /// The number of a value.
    mutating func number(of value: Value) -> Int {
        let hash = value.hashValue
        var index = hash & (slots.count - 1)
        while slots[index] >= 0 {
            let known = Int(slots[index])
            if hashes[known] == hash, values[known] == value { return known }
            index = (index + 1) & (slots.count - 1)
        }
        slots[index] = Int32(values.count)
        values.append(value)
        hashes.append(hash)
        if values.count * 2 > slots.count { grow() }
        return values.count - 1
    }

    private mutating func grow() {
        slots = Array(repeating: -1, count: slots.count * 2)
        for (number, hash) in hashes.enumerated() {
            var index = hash & (slots.count - 1)
            while slots[index] >= 0 { index = (index + 1) & (slots.count - 1) }
            slots[index] = Int32(number)
        }
    }
}
