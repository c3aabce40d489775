import DatelineCore

/// A map bound to a header: the same, with columns by number.
struct RowPlan {
    /// A field; an object, since some are looked at in every row.
    final class Field {
        let columns: [Int]
        let map: DatasetMap.Field

        init(columns: [Int], map: DatasetMap.Field) {
            self.columns = columns
            self.map = map
        }
    }

    struct Table {
        var columns: [Int]
        var codes: CodeTable
        var separator: String?
    }

    /// A number of a row; an object, since there are some in every row.
    final class Count {
        let low: [Int]
        let best: [Int]
        let high: [Int]
        let qualifier: Int?
        let kind: Int?
        let unit: Int?
        let scope: Int?
        let map: DatasetMap.Count
        /// The column that gives the number its name.
        let column: Int

        init(_ map: DatasetMap.Count, low: [Int], best: [Int], high: [Int], codes: [Int?]) {
            self.map = map
            self.low = low
            self.best = best
            self.high = high
            (qualifier, kind, unit, scope) = (codes[0], codes[1], codes[2], codes[3])
            column = best.first ?? low.first ?? high.first ?? 0
        }
    }

    let map: DatasetMap
    let header: [String]
    private(set) var fields: [ImportField: Field] = [:]
    private(set) var tables: [Table] = []
    private(set) var counts: [Count] = []
    private let numbers: [[UInt8]: Int]
    private let file: String

    /// Looks every column of the map up in the header of a file.
    init(_ map: DatasetMap, header: [String], file: String) throws(DatasetError) {
        self.map = map
        self.header = header
        self.file = file
        numbers = Dictionary(header.enumerated().map { (RowPlan.key($1), $0) }) { first, _ in first }
        for refusal in map.refusals where numbers[RowPlan.key(refusal.column)] != nil {
            throw DatasetError(file: file, line: 1, reason: refusal.reason)
        }
        for (field, spec) in map.fields {
            let columns = try columns(spec.columns, line: spec.line)
            if !columns.isEmpty || spec.value != nil { fields[field] = Field(columns: columns, map: spec) }
        }
        for table in map.tables {
            let columns = try columns(table.columns, line: table.line)
            if !columns.isEmpty {
                tables.append(Table(columns: columns, codes: table.codes, separator: table.separator))
            }
        }
        for count in map.counts { try add(count) }
        let isTyped = fields[.type] != nil || tables.contains { $0.codes.fields.contains(.type) }
        guard isTyped else { throw lacks(["type"], line: nil) }
    }

    private mutating func add(_ count: DatasetMap.Count) throws(DatasetError) {
        var codes: [Int?] = []
        for name in [count.qualifier, count.kind.column, count.unit?.column, count.scope.column] {
            codes.append(try columns(name.map { [$0] } ?? [], line: count.line).first)
        }
        let plan = Count(
            count,
            low: try columns(count.low, line: count.line),
            best: try columns(count.best, line: count.line),
            high: try columns(count.high, line: count.line),
            codes: codes
        )
        if case .column = count.kind, plan.kind == nil { return }
        if !(plan.low + plan.best + plan.high).isEmpty { counts.append(plan) }
    }

    /// The numbers of the columns that the header has; an error where it has none and must have one.
    private func columns(_ names: [String], line: Int?) throws(DatasetError) -> [Int] {
        let found = names.compactMap { numbers[RowPlan.key($0)] }
        guard found.isEmpty, !names.isEmpty, !map.isLenient else { return found }
        throw lacks(names, line: line)
    }

    private func lacks(_ names: [String], line: Int?) -> DatasetError {
        let quoted = names.map { "\"\($0)\"" }.joined(separator: " or ")
        let reason = "\(file) has no column \(quoted); it has \(header.joined(separator: ", "))"
        return DatasetError(file: map.file, line: line, reason: reason)
    }

    /// The columns that some fields are read from, each once.
    func columns(of wanted: [ImportField]) -> [Int] {
        var columns = wanted.flatMap { fields[$0]?.columns ?? [] }
        for table in tables where table.codes.fields.contains(where: wanted.contains) { columns += table.columns }
        return Set(columns).sorted()
    }

    /// The columns that nothing is read from.
    var unusedColumns: [String] {
        var used = Set(columns(of: ImportField.allCases))
        for count in counts {
            used.formUnion(count.low + count.best + count.high)
            used.formUnion([count.qualifier, count.kind, count.unit, count.scope].compactMap(\.self))
        }
        return header.indices.filter { !used.contains($0) }.map { header[$0] }
    }

    /// The form in which names of columns are compared: `Town/City` is `town_city`.
    private static func key(_ name: String) -> [UInt8] {
        let folded = NameFolding.fold(name)
        return folded.isEmpty ? Array(name.utf8) : folded
    }
}
