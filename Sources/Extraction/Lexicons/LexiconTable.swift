/// The rows of one lexicon file: tab-separated columns, named by the first line; `#` begins a comment line.
struct LexiconTable: Sendable {
    /// One row, with its line for messages.
    struct Row: Sendable {
        let line: Int
        var cells: [String: String]

        /// A cell's text; empty where the row has none.
        subscript(_ column: String) -> String { cells[column] ?? "" }

        /// A cell's alternatives, written `a|b|c`.
        func alternatives(_ column: String) -> [String] {
            self[column].split(separator: "|").map(String.init)
        }
    }

    let name: String
    let columns: [String]
    let rows: [Row]

    /// An empty table.
    init(name: String) {
        self.name = name
        columns = []
        rows = []
    }

    init(name: String, text: String) throws(LexiconError) {
        self.name = name
        var columns: [String] = []
        var rows: [Row] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line.isEmpty || line.hasPrefix("#") { continue }
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            if columns.isEmpty {
                columns = cells
                continue
            }
            guard cells.count <= columns.count, let surface = cells.first, !surface.isEmpty else {
                throw LexiconError(
                    file: name,
                    line: index + 1,
                    reason: "expected \(columns.count) columns, found \(cells.count)"
                )
            }
            rows.append(Row(line: index + 1, columns: columns, cells: cells))
        }
        self.columns = columns
        self.rows = rows
    }
}

extension LexiconTable.Row {
    /// A row of cells under their columns; empty cells count as none.
    init(line: Int, columns: [String], cells: [String]) {
        let pairs = zip(columns, cells).filter { !$1.isEmpty }
        self.init(line: line, cells: Dictionary(pairs, uniquingKeysWith: { first, _ in first }))
    }
}

/// What is wrong with a lexicon file, and where.
public struct LexiconError: Error, Hashable, CustomStringConvertible {
    /// The file's path, or the name of a file of the program's own.
    public let file: String
    /// The line, from 1; nil for the file as a whole.
    public let line: Int?
    /// What is wrong, and what to write instead.
    public let reason: String

    /// The reason behind the place of the fault: `mine/weapons.tsv:3: …`.
    public var description: String { "\(file):\(line.map { "\($0):" } ?? "") \(reason)" }
}

/// Everything that is wrong with some lexicon files, in the order of the files and their lines.
public struct LexiconErrors: Error, Hashable, CustomStringConvertible {
    /// The faults; never none.
    public let errors: [LexiconError]

    /// One line a fault.
    public var description: String { errors.map(\.description).joined(separator: "\n") }
}
