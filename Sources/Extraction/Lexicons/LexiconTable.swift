/// The rows of one lexicon file: tab-separated columns, named by the first line; `#` begins a comment line.
struct LexiconTable: Sendable {
    /// One row, with its line for messages.
    struct Row: Sendable {
        let line: Int
        let cells: [String: String]

        /// A cell's text; empty where the row has none.
        subscript(_ column: String) -> String { cells[column] ?? "" }

        /// A cell's alternatives, written `a|b|c`.
        func alternatives(_ column: String) -> [String] {
            self[column].split(separator: "|").map(String.init)
        }
    }

    let name: String
    let rows: [Row]

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
            let pairs = zip(columns, cells).filter { !$1.isEmpty }
            rows.append(Row(line: index + 1, cells: Dictionary(pairs, uniquingKeysWith: { first, _ in first })))
        }
        self.rows = rows
    }
}

/// A lexicon that cannot be used, with the place and the reason.
public struct LexiconError: Error, Equatable, CustomStringConvertible {
    /// The file's name.
    public let file: String
    /// The line, from 1.
    public let line: Int
    /// What is wrong.
    public let reason: String

    /// File, line and reason in one line.
    public var description: String { "\(file), line \(line): \(reason)" }
}
