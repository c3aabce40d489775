/// What the bytes of some columns came to: a value, or the fault for which no row with them can be taken.
struct ValueCache<Value> {
    private let table: KeyTable
    private var values: [Result<Value, RowFault>] = []

    init(_ plan: RowPlan, _ fields: [ImportField]) {
        table = KeyTable(columns: plan.columns(of: fields))
    }

    /// The value for the current row, made where its columns have not been met with these bytes.
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
    private var numbers: [Value: Int] = [:]

    /// The number of a value.
    mutating func number(of value: Value) -> Int {
        if let known = numbers[value] { return known }
        numbers[value] = values.count
        values.append(value)
        return values.count - 1
    }
}
