import ArgumentParser
import EventExport
import EventStore
import Foundation

/// `dateline sql`: any question, in SQL.
struct SQLCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sql",
        abstract: "Ask anything in SQL; nothing can be changed.",
        discussion: """
            One statement that reads, in the SQL of SQLite. The view "events" has one row an event with the columns of \
            the CSV ("dateline help query" lists them); the tables are described under Schema in the documentation. \
            Dates in the view are texts (2024-08-11), which sort and compare as dates do.

            Rows come in any format as they are found; GeoJSON needs the columns latitude and longitude. Binary values \
            are hexadecimal digits.

            Example: dateline sql "SELECT admin1, sum(killed_low) FROM events GROUP BY admin1 ORDER BY 2 DESC"
            Example: dateline sql --bind country=UA "SELECT * FROM events WHERE country = :country" --output ua.geojson
            """
    )

    @Argument(help: ArgumentHelp("The statement; - reads it from standard input.", valueName: "statement"))
    var sql: String?

    @Option(
        help: ArgumentHelp("A file with the statement.", valueName: "file"),
        completion: .file(extensions: ["sql"])
    )
    var file: String?

    @Option(
        help: ArgumentHelp(
            "A value for a :name of the statement.",
            discussion: "A number is bound as one, anything else as text; '2024' in quotes is text too.",
            valueName: "name=value"
        ),
        transform: Binding.init(argument:)
    )
    var bind: [Binding] = []

    @Option(help: ArgumentHelp("At most so many rows.", valueName: "number"))
    var limit: Int?

    @OptionGroup var store: StoreOptions
    @OptionGroup var format: FormatOptions

    func validate() throws {
        if let limit, limit < 0 { throw ValidationError("--limit must not be negative.") }
        guard (sql == nil) != (file == nil) else {
            throw ValidationError("Give one statement, or one file of it with --file.")
        }
        if let name = Dictionary(grouping: bind, by: \.name).filter({ $0.value.count > 1 }).keys.min() {
            throw ValidationError("--bind gives \(name) more than one value.")
        }
    }

    func run() throws {
        let store = try store.open(.readOnly)
        let values = Dictionary(bind.map { ($0.name, $0.value) }) { $1 }
        do {
            let rows = try store.rows(of: try statement(), with: values)
            if !rows.columns.contains("latitude") || !rows.columns.contains("longitude") {
                try format.checkNeedsNoMap("Rows without latitude and longitude")
            }
            try format.write { output in
                let writer = try RowWriter(columns: rows.columns, format: format.resolvedFormat, output: output)
                var left = limit ?? .max
                while left > 0, let row = try rows.next() {
                    try writer.write(row.map(Cell.init))
                    left -= 1
                }
                try writer.finish()
            }
        } catch let error as SQLError {
            throw ValidationError(error.description)
        }
    }

    private func statement() throws -> String {
        let bytes: Data
        if let file {
            bytes = Data(try PlacesOptions.bytes(of: file))
        } else if let sql, sql != "-" {
            return sql
        } else {
            bytes = try FileHandle.standardInput.readToEnd() ?? Data()
        }
        guard let text = String(bytes: bytes, encoding: .utf8) else {
            throw ValidationError("\(file ?? "the statement") is not UTF-8.")
        }
        return text
    }

    /// A name and its value.
    struct Binding {
        let name: String
        let value: SQLValue

        /// Reads `name=value`.
        init(argument: String) throws {
            let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            let name = parts[0].drop { ":@$".contains($0) }
            guard parts.count == 2, !name.isEmpty else {
                throw ValidationError("“\(argument)” gives no value; write name=value.")
            }
            self.name = String(name)
            let text = parts[1]
            if let number = Int64(text) {
                value = .integer(number)
            } else if let number = Double(text), number.isFinite, text.contains(where: \.isNumber) {
                value = .real(number)
            } else if text.count >= 2, text.hasPrefix("'"), text.hasSuffix("'") {
                value = .text(String(text.dropFirst().dropLast()))
            } else {
                value = .text(text)
            }
        }
    }
}

extension Cell {
    /// A cell of a value of SQLite.
    fileprivate init(_ value: SQLValue) {
        switch value {
        case .null: self = .empty
        case .integer(let number): self = .integer(Int(number))
        case .real(let number): self = .decimal(number)
        case .text(let text): self = .text(text)
        case .blob(let bytes):
            let digits = Array("0123456789abcdef")
            self = .text(String(bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }))
        }
    }
}
