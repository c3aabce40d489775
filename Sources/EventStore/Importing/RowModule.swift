import CPrefetch
import GRDBSQLite

/// A value of a row in eight bytes, since a batch has millions: the three lowest say what the others are.
struct RowCell {
    enum Kind: UInt64 {
        case nothing
        /// The number itself.
        case number
        /// Where it begins and how long it is.
        case text
        /// The same of one with a single zero byte, which stands behind it.
        case endedText
        /// Where the number of 64 bits is.
        case wideNumber
        /// Where the bits of the number are.
        case decimal
    }

    private let bits: UInt64

    static let nothing = RowCell(.nothing, 0)
    static let noText = RowCell(textAt: 0, count: 0)

    private init(_ kind: Kind, _ value: Int) {
        bits = UInt64(bitPattern: Int64(value)) << 3 | kind.rawValue
    }

    /// A number of up to 61 bits.
    init?(number: Int) {
        self.init(.number, number)
        guard self.number == number else { return nil }
    }

    init(_ kind: Kind, at start: Int) {
        self.init(kind, start)
    }

    /// A text of less than half a gigabyte.
    init(textAt start: Int, count: Int, isEnded: Bool = false) {
        self.init(isEnded ? .endedText : .text, start << 29 | count)
    }

    var kind: Kind { Kind(rawValue: bits & 7) ?? .nothing }
    var number: Int { Int(Int64(bitPattern: bits) >> 3) }
    var start: Int { kind == .text || kind == .endedText ? number >> 29 : number }
    var count: Int { number & (1 << 29 - 1) }
}

/// The rows that SQL sees at the moment.
///
/// It holds nothing that is counted: it is looked at for each of some forty values a row.
@unsafe
struct StoredRows {
    let definition: UnsafeMutablePointer<CChar>
    let width: Int
    private(set) var count = 0
    private var cells: UnsafePointer<RowCell>?
    private var bytes: UnsafePointer<UInt8>?
    private var order: UnsafePointer<Int>?

    init(definition: String, width: Int) {
        let text = definition.utf8CString
        unsafe self.definition = .allocate(capacity: text.count)
        for (index, byte) in text.enumerated() { unsafe (self.definition + index).initialize(to: byte) }
        unsafe self.width = width
    }

    func deallocate() {
        unsafe definition.deallocate()
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

    /// Asks the memory for rows that SQL sees soon: in another order than that in which they came it would wait for each.
    func fetch(behind row: Int) {
        guard let order = unsafe order, let cells = unsafe cells, let bytes = unsafe bytes else { return }
        let (count, width) = unsafe (count, width)
        if row + 8 < count {
            let first = unsafe cells + order[row + 8] * width
            unsafe prefetch(first)
            unsafe prefetch(first + width - 1)
        }
        guard row + 4 < count, width > 1 else { return }
        let second = unsafe cells[order[row + 4] * width + 1]
        guard second.kind == .text else { return }
        // A row's texts follow one another.
        for offset in stride(from: 0, to: 256, by: 64) { unsafe prefetch(bytes + second.start + offset) }
    }

    /// Gives SQLite a value; it does not copy the text.
    func tell(_ context: OpaquePointer?, _ row: Int, _ column: Int) {
        let row = unsafe order?[row] ?? row
        guard let cell = unsafe cells?[row * width + column], let bytes = unsafe bytes else { return }
        switch cell.kind {
        case .nothing: return
        case .number: unsafe sqlite3_result_int64(context, Int64(cell.number))
        case .wideNumber:
            unsafe sqlite3_result_int64(context, UnsafeRawPointer(bytes + cell.start).loadUnaligned(as: Int64.self))
        case .decimal:
            unsafe sqlite3_result_double(context, UnsafeRawPointer(bytes + cell.start).loadUnaligned(as: Double.self))
        case .text, .endedText:
            let text = unsafe UnsafeRawPointer(bytes + cell.start).assumingMemoryBound(to: CChar.self)
            // Where SQLite looks for the end itself, it knows that a zero byte stands there, which FTS5 asks for.
            unsafe sqlite3_result_text(context, text, cell.kind == .text ? Int32(cell.count) : -1, nil)
        }
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
            guard let cursor = unsafe RowModule.cursor(cursor) else { return SQLITE_MISUSE }
            unsafe cursor.pointee.row += 1
            unsafe cursor.pointee.rows.pointee.fetch(behind: cursor.pointee.row)
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
