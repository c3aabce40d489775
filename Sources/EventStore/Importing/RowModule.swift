import GRDBSQLite

/// A value of a row: nothing, a number, or a text that begins at a number of bytes.
struct RowCell {
    let number: Int
    /// The length of a text; negative for what is none.
    let count: Int

    static let nothing = RowCell(number: 0, count: -2)

    private init(number: Int, count: Int) {
        self.number = number
        self.count = count
    }

    init(number: Int) {
        self.init(number: number, count: -1)
    }

    init(textAt start: Int, count: Int) {
        self.init(number: start, count: count)
    }

    var isNothing: Bool { count == -2 }
    var isNumber: Bool { count == -1 }
}

/// The rows that SQL sees at the moment.
@unsafe
struct StoredRows {
    let definition: String
    let width: Int
    private(set) var count = 0
    private var cells: UnsafePointer<RowCell>?
    private var bytes: UnsafePointer<UInt8>?
    private var order: UnsafePointer<Int>?

    init(definition: String, width: Int) {
        unsafe self.definition = definition
        unsafe self.width = width
    }

    /// `order` has the rows in their order; it may be empty.
    mutating func show(
        _ cells: UnsafePointer<RowCell>?,
        count: Int,
        _ bytes: UnsafePointer<UInt8>?,
        _ order: UnsafeBufferPointer<Int>?
    ) {
        unsafe self.count = count
        unsafe self.cells = cells
        unsafe self.bytes = bytes
        unsafe self.order = order?.isEmpty == false ? order?.baseAddress : nil
    }

    /// Gives SQLite a value; it does not copy the text.
    func tell(_ context: OpaquePointer?, _ row: Int, _ column: Int) {
        let row = unsafe order?[row] ?? row
        guard let cell = unsafe cells?[row * width + column], !cell.isNothing else { return }
        if cell.isNumber { return unsafe sqlite3_result_int64(context, Int64(cell.number)) }
        guard let start = unsafe bytes, cell.count > 0 else { return unsafe sqlite3_result_text(context, "", 0, nil) }
        let text = unsafe UnsafeRawPointer(start + cell.number).assumingMemoryBound(to: CChar.self)
        unsafe sqlite3_result_text(context, text, Int32(cell.count), nil)
    }
}

/// What SQLite calls to read the rows of a ``RowTable``.
enum RowModule {
    /// A table; SQLite knows it by its first field.
    @unsafe
    private struct Table {
        var base = unsafe sqlite3_vtab()
        let rows: UnsafeMutablePointer<StoredRows>
    }

    /// A place in it.
    @unsafe
    private struct Cursor {
        var base = unsafe sqlite3_vtab_cursor()
        let rows: UnsafeMutablePointer<StoredRows>
        var row = 0
    }

    /// Never freed: connections refer to it.
    nonisolated(unsafe) static let shared: UnsafeMutablePointer<sqlite3_module> = {
        var module = sqlite3_module()
        unsafe module.xConnect = { connection, rows, _, _, table, _ in
            guard let rows = unsafe rows?.assumingMemoryBound(to: StoredRows.self) else { return SQLITE_MISUSE }
            let code = unsafe sqlite3_declare_vtab(connection, rows.pointee.definition)
            guard code == SQLITE_OK else { return code }
            let made = UnsafeMutablePointer<Table>.allocate(capacity: 1)
            unsafe made.initialize(to: Table(rows: rows))
            unsafe table?.pointee = UnsafeMutableRawPointer(made).assumingMemoryBound(to: sqlite3_vtab.self)
            return SQLITE_OK
        }
        unsafe module.xDisconnect = { table in
            unsafe UnsafeMutableRawPointer(table)?.assumingMemoryBound(to: Table.self).deallocate()
            return SQLITE_OK
        }
        // There is one way to read it: from the first row to the last.
        unsafe module.xBestIndex = { _, _ in SQLITE_OK }
        unsafe module.xOpen = { table, cursor in
            guard let table = unsafe UnsafeMutableRawPointer(table)?.assumingMemoryBound(to: Table.self)
            else { return SQLITE_MISUSE }
            let made = UnsafeMutablePointer<Cursor>.allocate(capacity: 1)
            unsafe made.initialize(to: Cursor(rows: table.pointee.rows))
            unsafe cursor?.pointee = UnsafeMutableRawPointer(made).assumingMemoryBound(to: sqlite3_vtab_cursor.self)
            return SQLITE_OK
        }
        unsafe module.xClose = { cursor in
            unsafe RowModule.cursor(cursor)?.deallocate()
            return SQLITE_OK
        }
        unsafe module.xFilter = { cursor, _, _, _, _ in
            unsafe RowModule.cursor(cursor)?.pointee.row = 0
            return SQLITE_OK
        }
        unsafe module.xNext = { cursor in
            unsafe RowModule.cursor(cursor)?.pointee.row += 1
            return SQLITE_OK
        }
        unsafe module.xEof = { cursor in
            guard let cursor = unsafe RowModule.cursor(cursor) else { return 1 }
            return unsafe cursor.pointee.row < cursor.pointee.rows.pointee.count ? 0 : 1
        }
        unsafe module.xColumn = { cursor, context, column in
            guard let cursor = unsafe RowModule.cursor(cursor) else { return SQLITE_MISUSE }
            unsafe cursor.pointee.rows.pointee.tell(context, cursor.pointee.row, Int(column))
            return SQLITE_OK
        }
        unsafe module.xRowid = { cursor, row in
            guard let cursor = unsafe RowModule.cursor(cursor) else { return SQLITE_MISUSE }
            unsafe row?.pointee = Int64(cursor.pointee.row)
            return SQLITE_OK
        }
        let shared = UnsafeMutablePointer<sqlite3_module>.allocate(capacity: 1)
        unsafe shared.initialize(to: module)
        return unsafe shared
    }()

    @inline(__always)
    private static func cursor(_ base: UnsafeMutablePointer<sqlite3_vtab_cursor>?) -> UnsafeMutablePointer<Cursor>? {
        unsafe UnsafeMutableRawPointer(base)?.assumingMemoryBound(to: Cursor.self)
    }
}
