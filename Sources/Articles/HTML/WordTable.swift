/// A table of words that the readers go by: tab-separated columns, named by the first line; `#` begins a comment line.
struct WordTable {
    /// The cells of the rows, in the order of the file.
    let rows: [Row]

    /// One row; an empty cell is an empty text.
    struct Row {
        fileprivate let cells: [String: String]

        /// The text of a cell.
        subscript(_ column: String) -> String { cells[column] ?? "" }
    }

    /// A table of the program's own.
    ///
    /// - Parameter name: the name of the file.
    init(_ name: String) {
        guard let file = EmbeddedText.files.first(where: { $0.name == name }) else {
            preconditionFailure("there is no table \(name)")
        }
        self.init(text: file.text)
    }

    init(text: String) {
        let lines = text.split(separator: "\n").lazy.filter { !$0.hasPrefix("#") }.map {
            $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
        let columns = lines.first ?? []
        rows = lines.dropFirst().map { cells in
            Row(cells: Dictionary(zip(columns, cells), uniquingKeysWith: { first, _ in first }))
        }
    }
}
