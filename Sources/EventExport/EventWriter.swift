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
        takesFlatRows = chosen == nil && !isLong && format == .csv
        isNested = chosen == nil && (format == .json || format == .jsonl)
        columns =
            switch format {
            case .csv, .tsv, .json, .jsonl: chosen ?? form
            case .geojson: (chosen ?? form).placed(from: .choosable(isLong: isLong))
            case .table, .markdown: chosen ?? (isLong ? .long : .brief)
            }
        writer = try RowWriter(columns: columns.names, format: format, output: output)
    }

    /// Whether ``write(_:)-(FlatRow)`` may be used: the rows are the flat form as CSV.
    public let takesFlatRows: Bool

    /// Writes an event in the columns of the flat form, where ``takesFlatRows`` says so.
    public func write(_ row: FlatRow) throws(OutputError) {
        try writer.write(row)
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
