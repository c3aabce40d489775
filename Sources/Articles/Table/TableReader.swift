import Datasets

/// Reads CSV and TSV with one article a row, by the names of the columns.
///
/// A row that is none, or above ``ArticleReaders/sizeLimit``, is a fault by itself.
public struct TableReader: ArticleReader {
    /// `csv` and `tsv`.
    public let fileExtensions = ["csv", "tsv"]
    private let map: ArticleMap

    /// Creates a reader.
    public init(map: ArticleMap = .standard) {
        self.map = map
    }

    /// Whether the first line names a text and something else of an article.
    public func recognises(_ opening: ArraySlice<UInt8>) -> Bool {
        let line = opening.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }.prefix(4096)
        let names = line.split { ",;\t|\"".utf8.contains($0) }.map { String(decoding: $0, as: UTF8.self) }
        let columns = TableColumns(header: names, map: map)
        return columns.hasText && columns.count > 1
    }

    /// The records of a file, named by the lines at which they begin: `news.csv:17`.
    public func records(in file: ByteStream, defaults: ArticleDefaults) -> ArticleRecords {
        file.decodeText()
        do {
            let rows = try unsafe DelimitedReader(
                name: file.path,
                options: DelimitedOptions(rowLimit: ArticleReaders.sizeLimit),
                reading: { buffer in unsafe file.take(into: buffer) }
            )
            return try records(in: rows, of: file, defaults: defaults)
        } catch let error as DatasetError {
            let fault = ArticleError(.unreadable, path: file.path, line: error.line, reason: error.reason)
            return ArticleRecords(ArticleRecord(fault: fault))
        } catch let error as ArticleError {
            return ArticleRecords(ArticleRecord(fault: error))
        } catch {
            return ArticleRecords(ArticleRecord(fault: ArticleError(.unreadable, path: file.path, reason: "\(error)")))
        }
    }

    private func records(
        in rows: DelimitedReader,
        of file: ByteStream,
        defaults: ArticleDefaults
    ) throws -> ArticleRecords {
        guard let first = try rows.next() else { return ArticleRecords { _ in nil } }
        guard case .fields = first else {
            throw ArticleError(.syntax, path: file.path, line: 1, reason: "the header cannot be read")
        }
        let header = (0..<rows.fieldCount).map { rows[$0].string }
        let columns = TableColumns(header: header, map: map)
        guard columns.hasText else {
            throw ArticleError(.fields, path: file.path, line: 1, reason: ArticleMap.noText("columns", header))
        }
        rows.expectedFieldCount = header.count
        let dates = map.dates
        func next() -> ArticleRecord? {
            let row: DelimitedReader.Row
            do {
                guard let next = try rows.next() else { return nil }
                row = next
            } catch {
                let fault = ArticleError(.unreadable, path: file.path, line: error.line, reason: error.reason)
                return ArticleRecord(fault: fault)
            }
            let place = RecordPlace(path: file.path, number: rows.line)
            switch row {
            case .rejected(let rejection):
                return ArticleRecord(fault: place.fault(.syntax, rejection.reason))
            case .fields:
                let fields = columns.fields(of: rows)
                return ArticleRecord { note throws(ArticleError) in
                    try fields.article(at: place, defaults: defaults, dates: dates, note: note)
                }
            }
        }
        // A row is handed on when the next is known: the last row of a file that is cut off is not whole.
        var waiting = next()
        return ArticleRecords { _ in
            guard let record = waiting else { return nil }
            waiting = next()
            return waiting == nil && file.isCut ? nil : record
        }
    }
}

/// Which columns of a table are which fields of an article.
struct TableColumns {
    /// The columns of each field, the better first.
    private let columns: [(field: ArticleField, indices: [Int])]

    init(header: [String], map: ArticleMap) {
        let names = header.map { FieldName.folded($0.utf8.filter { $0 >= 0x20 }) }
        columns = ArticleField.allCases.compactMap { field in
            let indices = (map.names[field] ?? []).compactMap { names.firstIndex(of: $0.whole) }
            return indices.isEmpty ? nil : (field, indices)
        }
    }

    /// How many fields there are.
    var count: Int { columns.count }

    /// Whether there is a column for the text.
    var hasText: Bool { columns.contains { $0.field == .text } }

    /// The fields of the current row; of several columns the first that says something.
    func fields(of rows: DelimitedReader) -> RecordFields {
        var fields = RecordFields()
        for (field, indices) in columns {
            fields[field] = indices.lazy.map { rows[$0].string }.first { text in
                text.utf8.contains { $0 > 0x20 } && !TableColumns.nothings.contains(text) && field.admits(text)
            }
        }
        return fields
    }

    /// What programs write for nothing.
    private static let nothings: Set<String> = ["NULL", "null", "None", "nan", "NaN", "NA", "N/A"]
}
