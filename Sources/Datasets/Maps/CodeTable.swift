import DatelineCore

/// What the values of a column mean: a table whose first column holds the values and whose others are named by fields.
///
/// Values are compared by their letters and digits alone. A value may have alternatives, `Ivory Coast|Côte d'Ivoire`.
/// One that ends with a star stands for all that begin so, one with a star at both ends for all that have those words
/// at the beginning of a word; exact values go first, then the order of the table.
struct CodeTable: Sendable {
    let name: String
    /// The fields that the table fills.
    let fields: [ImportField]
    /// The values, as they are written, without alternatives.
    let values: [String]
    private let rows: [[ImportField: String]]
    private var exact: [[UInt8]: Int] = [:]
    private var prefixes: [(words: [UInt8], row: Int)] = []
    private var inner: [(words: [UInt8], row: Int)] = []

    /// Reads a table: tab-separated, `#` begins a comment line, the first other line names the columns.
    init(name: String, text: String) throws(DatasetError) {
        var fields: [ImportField] = []
        var rows: [(value: String, cells: [ImportField: String])] = []
        var isHeader = true
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line.isEmpty || line.hasPrefix("#") { continue }
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            if isHeader {
                isHeader = false
                for cell in cells.dropFirst() {
                    guard let field = ImportField(rawValue: cell) else {
                        throw DatasetError(file: name, line: index + 1, reason: "there is no field \"\(cell)\"")
                    }
                    fields.append(field)
                }
                continue
            }
            guard let value = cells.first, !value.isEmpty, cells.count <= fields.count + 1 else {
                let reason = "expected \(fields.count + 1) columns, found \(cells.count)"
                throw DatasetError(file: name, line: index + 1, reason: reason)
            }
            let pairs = zip(fields, cells.dropFirst()).filter { !$1.isEmpty }
            rows.append((value, Dictionary(pairs) { first, _ in first }))
        }
        self.init(name: name, fields: fields, rows: rows)
    }

    /// A table of one field.
    init(name: String, field: ImportField, pairs: [(String, String)]) {
        self.init(name: name, fields: [field], rows: pairs.map { ($0, [field: $1]) })
    }

    private init(name: String, fields: [ImportField], rows: [(value: String, cells: [ImportField: String])]) {
        self.name = name
        self.fields = fields
        self.rows = rows.map(\.cells)
        values = rows.map { String($0.value.prefix { $0 != "|" }) }
        for (index, row) in rows.enumerated() {
            for value in row.value.split(separator: "|") {
                let key = CodeTable.key(String(value.filter { $0 != "*" }))
                switch (value.hasPrefix("*"), value.hasSuffix("*")) {
                case (true, _): inner.append((key, index))
                case (false, true): prefixes.append((key, index))
                case (false, false): if exact[key] == nil { exact[key] = index }
                }
            }
        }
    }

    /// The fields that a value stands for; nil when the table does not know it.
    func row(for value: String) -> [ImportField: String]? {
        let key = CodeTable.key(value)
        if let index = exact[key] { return rows[index] }
        if let index = prefixes.first(where: { key.starts(with: $0.words) })?.row { return rows[index] }
        guard !inner.isEmpty else { return nil }
        let words = [UInt8(ascii: " ")] + key
        return inner.first { CodeTable.contains(words, [UInt8(ascii: " ")] + $0.words) }.map { rows[$0.row] }
    }

    /// The form in which values are compared; of a number its whole part, where the rest is zero.
    private static func key(_ value: String) -> [UInt8] {
        if let number = Double(value), let whole = Int(exactly: number) { return Array(String(whole).utf8) }
        let folded = NameFolding.fold(value)
        return folded.isEmpty ? Array(value.utf8) : folded
    }

    private static func contains(_ text: [UInt8], _ part: [UInt8]) -> Bool {
        guard text.count >= part.count else { return false }
        return (0...text.count - part.count).contains { text[$0..<$0 + part.count].elementsEqual(part) }
    }
}
