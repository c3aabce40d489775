import GRDB
import GRDBSQLite

/// A prepared statement of SQLite's C interface, for the paths where rows are many.
///
/// GRDB's own statements cost two and a half times as much a row. It belongs to the database that prepared it and to
/// the transaction that is open there.
@safe final class RawStatement {
    private let handle: OpaquePointer
    private let connection: OpaquePointer

    /// Prepares one statement.
    init(_ database: Database, _ sql: String) throws {
        guard let connection = unsafe database.sqliteConnection else {
            throw DatabaseError(resultCode: .SQLITE_MISUSE, message: "the database is closed")
        }
        var handle: OpaquePointer?
        let code = unsafe sqlite3_prepare_v2(connection, sql, -1, &handle, nil)
        guard code == SQLITE_OK, let handle = unsafe handle else {
            throw unsafe RawStatement.failure(code, connection, sql)
        }
        unsafe self.handle = unsafe handle
        unsafe self.connection = unsafe connection
    }

    deinit { unsafe sqlite3_finalize(handle) }

    /// Goes to the next row; false at the end, when the statement can be run again.
    func step() throws -> Bool {
        switch unsafe sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE:
            unsafe sqlite3_reset(handle)
            return false
        case let code:
            defer { unsafe sqlite3_reset(handle) }
            throw unsafe RawStatement.failure(code, connection, String(cString: sqlite3_sql(handle)))
        }
    }

    /// Runs the statement to its end.
    func run() throws {
        while try step() {}
    }

    /// Leaves the rows that are not read.
    func reset() {
        unsafe sqlite3_reset(handle)
    }

    // MARK: - Binding, positions from 1

    func bind(_ position: Int32, _ number: Int?) {
        if let number {
            unsafe sqlite3_bind_int64(handle, position, Int64(number))
        } else {
            unsafe sqlite3_bind_null(handle, position)
        }
    }

    func bind(_ position: Int32, _ number: Int64?) {
        bind(position, number.map(Int.init))
    }

    func bind(_ position: Int32, _ number: Double?) {
        if let number {
            unsafe sqlite3_bind_double(handle, position, number)
        } else {
            unsafe sqlite3_bind_null(handle, position)
        }
    }

    /// Binds text, which is copied.
    func bind(_ position: Int32, _ text: String?) {
        guard var text else { return bind(position, nil as Int?) }
        text.withUTF8 { unsafe bind(position, text: $0, RawStatement.copied) }
    }

    /// Binds text that stays where it is until the statement has run.
    func bind(_ position: Int32, _ text: StaticString) {
        unsafe sqlite3_bind_text(
            handle,
            position,
            UnsafeRawPointer(text.utf8Start).assumingMemoryBound(to: CChar.self),
            Int32(text.utf8CodeUnitCount),
            nil
        )
    }

    /// Binds UTF-8 that must stay where it is until the statement has run.
    func bind(
        _ position: Int32,
        text bytes: UnsafeBufferPointer<UInt8>,
        _ keeping: sqlite3_destructor_type? = nil
    ) {
        let start = unsafe UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self)
        if let start = unsafe start {
            unsafe sqlite3_bind_text(handle, position, start, Int32(bytes.count), keeping)
        } else {
            unsafe sqlite3_bind_text(handle, position, "", 0, nil)
        }
    }

    /// Binds bytes, which are copied.
    func bind(_ position: Int32, blob bytes: [UInt8]) {
        unsafe bytes.withUnsafeBytes { buffer in
            _ = unsafe sqlite3_bind_blob(handle, position, buffer.baseAddress, Int32(buffer.count), RawStatement.copied)
        }
    }

    // MARK: - Reading, columns from 0

    func isNull(_ column: Int32) -> Bool {
        unsafe sqlite3_column_type(handle, column) == SQLITE_NULL
    }

    func int(_ column: Int32) -> Int {
        unsafe Int(sqlite3_column_int64(handle, column))
    }

    func optionalInt(_ column: Int32) -> Int? {
        isNull(column) ? nil : int(column)
    }

    func double(_ column: Int32) -> Double {
        unsafe sqlite3_column_double(handle, column)
    }

    func text(_ column: Int32) -> String? {
        unsafe sqlite3_column_text(handle, column).map { unsafe String(cString: $0) }
    }

    /// The bytes of a text or blob, valid within the body; nothing for NULL.
    func withBytes<T>(_ column: Int32, _ body: (UnsafeRawBufferPointer) throws -> T) rethrows -> T {
        let start = unsafe sqlite3_column_blob(handle, column)
        let count = unsafe Int(sqlite3_column_bytes(handle, column))
        return try unsafe body(UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count))
    }

    /// The bytes of a value as text, valid within the body.
    func withText<T>(_ column: Int32, _ body: (UnsafeRawBufferPointer) throws -> T) rethrows -> T {
        let start = unsafe sqlite3_column_text(handle, column)
        let count = unsafe Int(sqlite3_column_bytes(handle, column))
        return try unsafe body(UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count))
    }

    private static let copied = unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)

    private static func failure(_ code: Int32, _ connection: OpaquePointer, _ sql: String) -> DatabaseError {
        DatabaseError(
            resultCode: ResultCode(rawValue: code),
            message: unsafe String(cString: sqlite3_errmsg(connection)),
            sql: sql
        )
    }
}
