import DatelineCore
import GRDB
import GRDBSQLite

/// The rows of a statement of the user's own, one at a time, over a connection that can only read.
///
/// The file is opened read-only, `query_only` is set, and SQLite asks a ``ReadGuard`` about whatever a statement does.
@safe
public final class SQLRows {
    /// The names of the columns, each once: a second `id` is `id_2`.
    public private(set) var columns: [String] = []

    private let sql: String
    private let doing: String
    private let readGuard: ReadGuard
    private var connection: OpaquePointer?
    private var statement: OpaquePointer?
    private var isAtEnd = false

    /// Prepares a statement.
    /// - Throws: ``SQLError`` where the statement is wrong, or does anything but read; ``EventStoreError`` where the
    ///   database fails.
    init(path: String, sql: String, values: [String: SQLValue], busyTimeout: Int32 = 5000) throws {
        self.sql = sql
        doing = "ask \(path)"
        readGuard = ReadGuard(sql: sql)
        try checking(unsafe sqlite3_open_v2(path, &connection, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, nil))
        unsafe sqlite3_busy_timeout(connection, busyTimeout)
        try checking(unsafe sqlite3_exec(connection, "PRAGMA query_only = 1", nil, nil, nil))
        try connectVirtualTables()
        unsafe readGuard.stand(before: connection)
        try prepare()
        try bind(values)
        let count = unsafe sqlite3_column_count(statement)
        for index in 0..<count {
            let name = unsafe sqlite3_column_name(statement, index).map { unsafe String(cString: $0) } ?? ""
            let same = columns.count { $0 == name }
            columns.append(same == 0 ? name : free(name))
        }
    }

    deinit {
        unsafe sqlite3_finalize(statement)
        unsafe sqlite3_close_v2(connection)
    }

    /// The next row; nil behind the last.
    public func next() throws -> [SQLValue]? {
        // A statement that has ended would begin anew.
        guard !isAtEnd else { return nil }
        let code = unsafe sqlite3_step(statement)
        isAtEnd = code != SQLITE_ROW
        try checking(code)
        guard !isAtEnd else { return nil }
        return columns.indices.map { value(at: Int32($0)) }
    }

    private func value(at column: Int32) -> SQLValue {
        let count = { Int(unsafe sqlite3_column_bytes(self.statement, column)) }
        switch unsafe sqlite3_column_type(statement, column) {
        case SQLITE_INTEGER: return .integer(unsafe sqlite3_column_int64(statement, column))
        case SQLITE_FLOAT: return .real(unsafe sqlite3_column_double(statement, column))
        case SQLITE_TEXT:
            let start = unsafe sqlite3_column_text(statement, column)
            return .text(unsafe String(decoding: UnsafeBufferPointer(start: start, count: count()), as: UTF8.self))
        case SQLITE_BLOB:
            let start = unsafe sqlite3_column_blob(statement, column)
            return .blob(unsafe Array(UnsafeRawBufferPointer(start: start, count: count())))
        default: return .null
        }
    }

    /// A name that no column has yet.
    private func free(_ name: String) -> String {
        var number = 2
        while columns.contains("\(name)_\(number)") { number += 1 }
        return "\(name)_\(number)"
    }

    /// Makes the virtual tables ready, which prepare statements that write when they are first named.
    private func connectVirtualTables() throws {
        let list =
            "SELECT group_concat('SELECT 1 FROM \"' || name || '\" LIMIT 0;', '') FROM pragma_table_list"
            + " WHERE type = 'virtual' AND schema = 'main'"
        try checking(unsafe sqlite3_prepare_v2(connection, list, -1, &statement, nil))
        try checking(unsafe sqlite3_step(statement))
        let text = value(at: 0)
        unsafe sqlite3_finalize(statement)
        unsafe statement = nil
        guard case .text(let statements) = text else { return }
        try checking(unsafe sqlite3_exec(connection, statements, nil, nil, nil))
    }

    private func prepare() throws {
        try unsafe sql.withCString { text in
            var rest: UnsafePointer<CChar>?
            try checking(unsafe sqlite3_prepare_v2(connection, text, -1, &statement, &rest))
            let isThere = unsafe statement != nil
            guard isThere else { throw SQLError("there is no statement", in: sql) }
            let isReadOnly = unsafe sqlite3_stmt_readonly(statement) != 0
            guard isReadOnly else { throw SQLError(refusing: readGuard.verb) }
            var second: OpaquePointer?
            let code = unsafe sqlite3_prepare_v2(connection, rest, -1, &second, nil)
            defer { unsafe sqlite3_finalize(second) }
            let isAlone = unsafe second == nil && code == SQLITE_OK
            guard isAlone else {
                throw SQLError("only one statement is run", in: sql, at: unsafe rest.map { unsafe $0 - text })
            }
        }
    }

    private func bind(_ values: [String: SQLValue]) throws {
        var unused = Set(values.keys)
        var names: [String] = []
        let count = unsafe sqlite3_bind_parameter_count(statement)
        for index in 1..<(count + 1) {
            guard let name = unsafe sqlite3_bind_parameter_name(statement, index).map({ unsafe String(cString: $0) }),
                !name.hasPrefix("?")
            else { throw SQLError("a value needs a name: write :name in place of ?", in: sql) }
            let key = String(name.dropFirst())
            names.append(key)
            guard let value = values[key] else {
                throw SQLError("there is no value for \(name); give one with --bind \(key)=…", in: sql)
            }
            unused.remove(key)
            try bind(value, at: index)
        }
        if let name = unused.min() {
            let near = Spelling.suggestions(for: name, among: names)
            let hint = near.isEmpty ? "" : "; did you mean \(near.joined(separator: " or "))?"
            throw SQLError("the statement has no :\(name)\(hint)", in: sql)
        }
    }

    private func bind(_ value: SQLValue, at index: Int32) throws {
        let transient = unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        let code =
            switch value {
            case .null: unsafe sqlite3_bind_null(statement, index)
            case .integer(let number): unsafe sqlite3_bind_int64(statement, index, number)
            case .real(let number): unsafe sqlite3_bind_double(statement, index, number)
            case .text(let text): unsafe sqlite3_bind_text(statement, index, text, Int32(text.utf8.count), transient)
            case .blob(let bytes): unsafe sqlite3_bind_blob(statement, index, bytes, Int32(bytes.count), transient)
            }
        try checking(code)
    }

    /// Makes an error of a code: the user's where the statement is wrong, the database's otherwise.
    private func checking(_ code: Int32) throws {
        guard code != SQLITE_OK, code != SQLITE_ROW, code != SQLITE_DONE else { return }
        let message = unsafe String(cString: sqlite3_errmsg(connection))
        switch code & 0xFF {
        case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_CANTOPEN, SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_IOERR, SQLITE_NOMEM,
            SQLITE_FULL, SQLITE_PERM, SQLITE_PROTOCOL:
            try translatingErrors(doing: doing) {
                throw DatabaseError(resultCode: ResultCode(rawValue: code & 0xFF), message: message)
            }
        default:
            if let refused = readGuard.refused {
                throw SQLError(refusing: refused)
            }
            let offset = unsafe sqlite3_error_offset(connection)
            throw SQLError(message, in: sql, at: offset < 0 ? nil : Int(offset))
        }
    }
}

extension EventStore {
    /// The rows of one statement that reads, with values for its `:names`.
    public func rows(of sql: String, with values: [String: SQLValue] = [:]) throws -> SQLRows {
        try SQLRows(path: path, sql: sql, values: values)
    }
}
