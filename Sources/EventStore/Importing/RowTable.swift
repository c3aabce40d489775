import GRDB
import GRDBSQLite

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

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
    // Arrays would be checked for other owners and uses at each of some forty cells a row.
    private var cells: UnsafeMutablePointer<RowCell>
    private var cellCount = 0
    private var cellRoom = 1024
    private var bytes: UnsafeMutablePointer<UInt8>
    private var byteCount = 0
    private var byteRoom = 1 << 14
    /// The rows in their order, where it is another than that in which they came.
    private var order: [Int] = []
    /// The column of the next cell.
    private var column = 0
    /// The last code of each column, which mostly is the next as well.
    private let codes: UnsafeMutablePointer<(code: String, cell: RowCell)>

    /// So many bytes of text are kept at most.
    private static let mostBytes = 16 << 20

    /// Makes a table of this name and columns, and prepares what stores its rows.
    init(_ database: Database, _ name: String, _ columns: [String], _ statements: String...) throws {
        width = columns.count
        unsafe cells = .allocate(capacity: cellRoom)
        unsafe bytes = .allocate(capacity: byteRoom)
        // The empty text, which columns begin with.
        unsafe bytes[0] = 0
        byteCount = 1
        unsafe codes = .allocate(capacity: width)
        unsafe codes.initialize(repeating: ("", .noText), count: width)
        let sql = "CREATE TABLE x (\(columns.map(\.quotedDatabaseIdentifier).joined(separator: ", ")))"
        unsafe rows = .allocate(capacity: 1)
        unsafe rows.initialize(to: StoredRows(definition: sql, width: width))
        // SQLite frees the rows with the module: when the connection closes or another takes its name.
        let code = unsafe sqlite3_create_module_v2(database.sqliteConnection, name, RowModule.shared, rows) { rows in
            let stored = unsafe rows?.assumingMemoryBound(to: StoredRows.self)
            unsafe stored?.pointee.deallocate()
            unsafe stored?.deallocate()
        }
        guard code == SQLITE_OK else {
            throw DatabaseError(resultCode: ResultCode(rawValue: code), message: "no table \(name) can be made")
        }
        self.statements = try statements.map { try RawStatement(database, $0) }
    }

    /// Whether the rows should be stored before there are more.
    var isFull: Bool { byteCount >= RowTable.mostBytes }

    deinit {
        unsafe cells.deallocate()
        unsafe bytes.deallocate()
        unsafe codes.deinitialize(count: width)
        unsafe codes.deallocate()
    }

    // MARK: - The next cell of the last row, or the first of another

    func add(_ number: Int?) {
        guard let number else { return add(.nothing) }
        guard let cell = RowCell(number: number) else { return add(.wideNumber, number) }
        add(cell)
    }

    func add(_ number: Int64?) {
        add(number.map(Int.init))
    }

    func add(_ number: Double?) {
        guard let number else { return add(.nothing) }
        add(.decimal, number)
    }

    /// Adds a value of eight bytes.
    private func add<T: BitwiseCopyable>(_ kind: RowCell.Kind, _ value: T) {
        add(RowCell(kind, at: byteCount))
        if byteCount + MemoryLayout<T>.size > byteRoom { growBytes(MemoryLayout<T>.size) }
        unsafe UnsafeMutableRawPointer(bytes + byteCount).storeBytes(of: value, as: T.self)
        byteCount += MemoryLayout<T>.size
    }

    /// Adds UTF-8, which is copied.
    ///
    /// FTS5 copies a text once more unless it is known that the text goes there.
    func add(text: UnsafeBufferPointer<UInt8>, isSearched: Bool = false) {
        if byteCount + text.count + 1 > byteRoom { growBytes(text.count + 1) }
        if let start = text.baseAddress { unsafe (bytes + byteCount).update(from: start, count: text.count) }
        unsafe bytes[byteCount + text.count] = 0
        let isEnded = unsafe isSearched && memchr(bytes + byteCount, 0, text.count) == nil
        add(RowCell(textAt: byteCount, count: text.count, isEnded: isEnded))
        byteCount += text.count + 1
    }

    func add(text: String?) {
        guard var text else { return add(.nothing) }
        text.withUTF8 { unsafe add(text: $0) }
    }

    /// Adds a text that is mostly the same as in the row before.
    func add(code: String) {
        let last = unsafe codes + column
        if unsafe last.pointee.code == code { return add(unsafe last.pointee.cell) }
        add(text: code)
        unsafe last.pointee = (code, cells[cellCount - 1])
    }

    @inline(__always)
    private func add(_ cell: RowCell) {
        if cellCount == cellRoom { growCells() }
        unsafe cells[cellCount] = cell
        cellCount += 1
        column = column + 1 == width ? 0 : column + 1
    }

    private func growCells() {
        unsafe cells = RowTable.grown(cells, cellCount, to: cellRoom * 2)
        cellRoom *= 2
    }

    private func growBytes(_ wanted: Int) {
        let room = max(byteCount + wanted, byteRoom * 2)
        unsafe bytes = RowTable.grown(bytes, byteCount, to: room)
        byteRoom = room
    }

    private static func grown<T>(_ old: UnsafeMutablePointer<T>, _ count: Int, to room: Int) -> UnsafeMutablePointer<T>
    {
        let new = UnsafeMutablePointer<T>.allocate(capacity: room)
        unsafe new.update(from: old, count: count)
        unsafe old.deallocate()
        return unsafe new
    }

    /// Gives the rows other numbers in their first column and puts those rows in the order of the numbers.
    ///
    /// - Parameters:
    ///   - first: the least number to change; rows of less ones are left where they are, in front.
    ///   - numbers: what each number becomes, from `first` on.
    func renumber(from first: Int, to numbers: [Int]) {
        let (width, cells) = unsafe (width, cells)
        let heads = stride(from: 0, to: cellCount, by: width)
        // Where the rows of each number begin.
        var next = [Int](repeating: 0, count: numbers.count)
        var position = 0
        for head in heads {
            let number = unsafe cells[head].number
            if number < first { position += 1 } else { next[numbers[number - first] - first] += 1 }
        }
        for index in next.indices { (next[index], position) = (position, position + next[index]) }
        order = Array(repeating: 0, count: cellCount / width)
        var front = 0
        for (row, head) in heads.enumerated() {
            let number = unsafe cells[head].number
            if number < first {
                order[front] = row
                front += 1
            } else {
                let index = numbers[number - first] - first
                order[next[index]] = row
                next[index] += 1
                unsafe cells[head] = RowCell(number: first + index) ?? .nothing
            }
        }
    }

    /// Stores the rows, and forgets them.
    func store() throws {
        guard cellCount > 0 else { return }
        precondition(column == 0)
        defer {
            (cellCount, byteCount) = (0, 1)
            order = []
            for index in 0..<width { unsafe codes[index] = ("", .noText) }
        }
        try unsafe order.withUnsafeBufferPointer { order in
            unsafe rows.pointee.show(cells, count: cellCount / width, bytes, order)
            defer { unsafe rows.pointee.show(nil, count: 0, nil, nil) }
            for statement in statements { try statement.run() }
        }
    }
}
