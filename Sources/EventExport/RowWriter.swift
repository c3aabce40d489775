import DatelineCore

/// Writes rows of cells in any format.
///
/// Rows go out as they come. Only the table for reading is kept until the end, since the widest cell sets a column's
/// width.
public final class RowWriter {
    private let output: Output
    private let format: OutputFormat
    private let columns: [String]
    private let features: GeoJSON
    private var kept: [[Cell]] = []
    private var hasRows = false

    /// Creates a writer; the header goes out at once.
    public init(columns: [String], format: OutputFormat, output: Output) throws(OutputError) {
        self.columns = columns
        features = GeoJSON(columns: columns)
        self.format = format
        self.output = output
        let header = columns.map(Cell.text)
        switch format {
        case .table, .jsonl: break
        case .csv: try output.write { bytes in CSV.append(header, to: &bytes) }
        case .tsv: try output.write { bytes in CSV.appendTabbed(header, to: &bytes) }
        case .json: try output.write("[")
        case .geojson: try output.write(GeoJSON.start)
        case .markdown:
            try output.write { bytes in
                Markdown.append(header, to: &bytes)
                Markdown.append(columns.map { _ in Cell.text("---") }, to: &bytes)
            }
        }
    }

    /// Writes a row, with a cell for each column.
    public func write(_ row: [Cell]) throws(OutputError) {
        switch format {
        case .table: kept.append(row)
        case .csv: try output.write { bytes in CSV.append(row, to: &bytes) }
        case .tsv: try output.write { bytes in CSV.appendTabbed(row, to: &bytes) }
        case .markdown: try output.write { bytes in Markdown.append(row, to: &bytes) }
        case .json, .jsonl:
            try writeJSON { bytes in
                var object = JSONObject(&bytes)
                for (column, cell) in zip(columns, row) { object.member(column, cell, &bytes) }
                object.end(&bytes)
            }
        case .geojson:
            try writeJSON { bytes in features.append(row, to: &bytes) }
        }
        hasRows = true
    }

    /// Writes the cells at some positions of a row, one for each column.
    func write(_ row: FlatRow, _ positions: [Int]) throws(OutputError) {
        guard format == .csv else { return try write(row.cells(at: positions)) }
        try output.write { bytes in CSV.append(row, positions, to: &bytes) }
        hasRows = true
    }

    /// Writes one JSON value in the place of a row; only in `json`, `jsonl` and `geojson`.
    func writeJSON(_ append: (inout [UInt8]) -> Void) throws(OutputError) {
        let start = format == .jsonl ? "" : hasRows ? ",\n " : "\n "
        try output.write { bytes in
            bytes.append(contentsOf: start.utf8)
            append(&bytes)
            if format == .jsonl { bytes.append(UInt8(ascii: "\n")) }
        }
        hasRows = true
    }

    /// Ends the rows and hands everything on.
    public func finish() throws(OutputError) {
        switch format {
        case .table: try output.write(TextTable(columns: columns, rows: kept).text)
        case .json: try output.write(hasRows ? "\n]\n" : "]\n")
        case .geojson: try output.write(hasRows ? "\n]}\n" : "]}\n")
        case .csv, .tsv, .jsonl, .markdown: break
        }
        kept = []
        try output.flush()
    }
}

/// Writes cells as a row of a Markdown table.
enum Markdown {
    static func append(_ cells: [Cell], to bytes: inout [UInt8]) {
        for cell in cells {
            bytes.append(contentsOf: "| ".utf8)
            for byte in cell.plain.utf8 {
                switch byte {
                case UInt8(ascii: "|"): bytes.append(contentsOf: #"\|"#.utf8)
                case UInt8(ascii: "\\"): bytes.append(contentsOf: #"\\"#.utf8)
                case UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"): bytes.append(UInt8(ascii: " "))
                default: bytes.append(byte)
                }
            }
            bytes.append(UInt8(ascii: " "))
        }
        bytes.append(contentsOf: "|\n".utf8)
    }
}
