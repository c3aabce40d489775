import GRDB
import GRDBSQLite

/// Rows in memory that SQL reads as a table, so that one statement stores many.
///
/// A statement for each row costs twice as much: it begins, looks for its place from the top of the table and ends
/// each time. It belongs to the connection that it was made for, and to the transaction that is open there.
///
/// ```swift
/// let rows = try RowTable(database, "new_party", ["id", "name"], "INSERT INTO party SELECT * FROM new_party")
/// rows.add(7)
/// rows.add(text: "Norland")
/// try rows.store()
/// ```
@safe
final class RowTable {
    private let statements: [RawStatement]
    private let width: Int
    private let rows: UnsafeMutablePointer<StoredRows>
    private var cells: [RowCell] = []
    private var bytes: [UInt8] = []
    /// The last code of each column, which mostly is the next as well.
    private var codes: [(code: String, cell: RowCell)?]

    /// So many bytes of text are kept at most.
    private static let mostBytes = 16 << 20

    /// Makes a table of this name and columns, and prepares what stores its rows.
    init(_ database: Database, _ name: String, _ columns: [String], _ statements: String...) throws {
        width = columns.count
        codes = Array(repeating: nil, count: width)
        let sql = "CREATE TABLE x (\(columns.map(\.quotedDatabaseIdentifier).joined(separator: ", ")))"
        unsafe rows = .allocate(capacity: 1)
        unsafe rows.initialize(to: StoredRows(definition: sql, width: width))
        // SQLite frees the rows with the module: when the connection closes or another takes its name.
        let code = unsafe sqlite3_create_module_v2(database.sqliteConnection, name, RowModule.shared, rows) { rows in
            let stored = unsafe rows?.assumingMemoryBound(to: StoredRows.self)
            unsafe stored?.deinitialize(count: 1)
            unsafe stored?.deallocate()
        }
        guard code == SQLITE_OK else {
            throw DatabaseError(resultCode: ResultCode(rawValue: code), message: "no table \(name) can be made")
        }
        self.statements = try statements.map { try RawStatement(database, $0) }
    }

    /// Whether the rows should be stored before there are more.
    var isFull: Bool { bytes.count >= RowTable.mostBytes }

    // MARK: - The next cell of the last row, or the first of another

    func add(_ number: Int?) {
        cells.append(number.map(RowCell.init(number:)) ?? .nothing)
    }

    func add(_ number: Int64?) {
        add(number.map(Int.init))
    }

    /// Adds UTF-8, which is copied.
    func add(text: UnsafeBufferPointer<UInt8>) {
        cells.append(RowCell(textAt: bytes.count, count: text.count))
        unsafe bytes.append(contentsOf: text)
    }

    func add(text: String?) {
        guard var text else { return cells.append(.nothing) }
        text.withUTF8 { unsafe add(text: $0) }
    }

    /// Adds a text that is mostly the same as in the row before.
    func add(code: String) {
        let column = cells.count % width
        if let last = codes[column], last.code == code { return cells.append(last.cell) }
        add(text: code)
        codes[column] = (code, cells[cells.count - 1])
    }

    /// Gives the rows other numbers in their first column and puts those rows in the order of the numbers.
    ///
    /// - Parameters:
    ///   - first: the least number to change; rows of less ones are left where they are, in front.
    ///   - numbers: what each number becomes, from `first` on.
    func renumber(from first: Int, to numbers: [Int]) {
        var order: [(number: Int, row: Int)] = []
        order.reserveCapacity(cells.count / width)
        for row in 0..<cells.count / width {
            let number = cells[row * width].number
            order.append((number < first ? Int.min : numbers[number - first], row))
        }
        order.sort { $0 < $1 }
        var sorted: [RowCell] = []
        sorted.reserveCapacity(cells.count)
        for (number, row) in order {
            sorted.append(number < first ? cells[row * width] : RowCell(number: number))
            sorted += cells[row * width + 1..<(row + 1) * width]
        }
        cells = sorted
    }

    /// Stores the rows, and forgets them.
    func store() throws {
        guard !cells.isEmpty else { return }
        precondition(cells.count % width == 0)
        defer {
            cells.removeAll(keepingCapacity: true)
            bytes.removeAll(keepingCapacity: true)
            codes = Array(repeating: nil, count: width)
        }
        try unsafe cells.withUnsafeBufferPointer { cells in
            try unsafe bytes.withUnsafeBufferPointer { bytes in
                unsafe rows.pointee.show(cells, bytes)
                defer { unsafe rows.pointee.show(nil, nil) }
                for statement in statements { try statement.run() }
            }
        }
    }
}
