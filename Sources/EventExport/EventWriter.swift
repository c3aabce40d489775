public import DatelineCore

/// Writes events in any format, one at a time.
///
/// JSON has every field; CSV, TSV and GeoJSON have one row an event (or, in the long form, one a count); the table and
/// Markdown have a few columns for reading. Where columns are chosen, every format has those.
public final class EventWriter {
    private let writer: RowWriter
    private let columns: EventColumns
    /// Whether events are written as objects with all their fields.
    private let isNested: Bool

    /// Creates a writer; a header goes out at once.
    ///
    /// GeoJSON takes coordinates for its geometries even where they are not among the columns chosen.
    public init(
        format: OutputFormat,
        isLong: Bool = false,
        columns chosen: EventColumns? = nil,
        output: Output
    ) throws(OutputError) {
        let form = isLong ? EventColumns.long : .flat
        isNested = chosen == nil && (format == .json || format == .jsonl)
        columns =
            switch format {
            case .csv, .tsv, .json, .jsonl: chosen ?? form
            case .geojson: (chosen ?? form).placed(from: .choosable(isLong: isLong))
            case .table, .markdown: chosen ?? (isLong ? .long : .brief)
            }
        let flat = columns.names.compactMap(FlatColumn.init(rawValue:))
        flatColumns = isLong || isNested || flat.count < columns.names.count ? nil : flat
        positions = (flatColumns ?? []).compactMap(FlatColumn.allCases.firstIndex(of:))
        writer = try RowWriter(columns: columns.names, format: format, output: output)
    }

    /// The columns that ``write(_:)-(FlatRow)`` needs; nil where only records can be written.
    public let flatColumns: [FlatColumn]?
    private let positions: [Int]

    /// Writes an event of which the ``flatColumns`` were read.
    public func write(_ row: FlatRow) throws(OutputError) {
        try writer.write(row, positions)
    }

    /// Writes an event.
    public func write(_ record: EventRecord) throws(OutputError) {
        if isNested {
            try writer.writeJSON { bytes in EventJSON.append(record, to: &bytes) }
        } else {
            for row in columns.rows(for: record) { try writer.write(row) }
        }
    }

    /// Ends the events and hands everything on.
    public func finish() throws(OutputError) {
        try writer.finish()
    }
}
