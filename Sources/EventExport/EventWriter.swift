public import DatelineCore

/// Writes events in any format, one at a time.
///
/// JSON has every field; CSV and TSV have one row an event (or, in the long form, one a count); the table and Markdown
/// have a few columns for reading.
public final class EventWriter {
    private let writer: RowWriter
    private let columns: EventColumns
    private let format: OutputFormat

    /// Creates a writer; a header goes out at once.
    public init(format: OutputFormat, isLong: Bool = false, output: Output) throws(OutputError) {
        self.format = format
        columns =
            switch format {
            case .csv, .tsv: isLong ? .long : .flat
            case .table, .markdown: isLong ? .long : .brief
            case .json, .jsonl: .flat
            }
        writer = try RowWriter(columns: columns.names, format: format, output: output)
    }

    /// Writes an event.
    public func write(_ record: EventRecord) throws(OutputError) {
        switch format {
        case .json, .jsonl:
            try writer.writeJSON { bytes in EventJSON.append(record, to: &bytes) }
        case .csv, .tsv, .table, .markdown:
            for row in columns.rows(for: record) { try writer.write(row) }
        }
    }

    /// Ends the events and hands everything on.
    public func finish() throws(OutputError) {
        try writer.finish()
    }
}
