/// The forms in which rows are written.
public enum OutputFormat: String, CaseIterable, Sendable {
    /// Aligned columns for reading.
    case table
    /// RFC 4180.
    case csv
    /// Columns between tabs; tab, line break and backslash in a cell as `\t`, `\n`, `\r` and `\\`.
    case tsv
    /// One JSON array.
    case json
    /// One JSON object a line.
    case jsonl
    /// A GeoJSON FeatureCollection (RFC 7946): a feature a row, its geometry from the columns latitude and longitude.
    case geojson
    /// A Markdown table.
    case markdown

    /// The format that a file's name asks for.
    public init?(fileName: String) {
        let ending = fileName.split(separator: ".", omittingEmptySubsequences: false).last ?? ""
        switch ending.lowercased() {
        case "csv": self = .csv
        case "tsv", "tab": self = .tsv
        case "json": self = .json
        case "jsonl", "ndjson": self = .jsonl
        case "geojson": self = .geojson
        case "md", "markdown": self = .markdown
        case "txt": self = .table
        default: return nil
        }
    }
}
