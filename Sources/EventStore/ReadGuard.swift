import GRDBSQLite

/// Refuses whatever a statement does beside reading.
final class ReadGuard {
    /// What was refused first, as the user wrote it: `DELETE`, `PRAGMA journal_mode`, `load_extension()`.
    private(set) var refused: String?
    /// The first word of the statement.
    let verb: String

    /// Pragmas that only tell, whatever stands behind their name.
    private static let telling: Set = [
        "table_info", "table_xinfo", "table_list", "index_list", "index_info", "index_xinfo", "foreign_key_list",
        "function_list", "collation_list", "module_list", "pragma_list", "compile_options", "database_list",
        "integrity_check", "quick_check", "foreign_key_check",
    ]
    /// Pragmas that tell as long as no value stands behind their name.
    ///
    /// Full-text search asks for the data's version.
    private static let tellingAlone: Set = [
        "application_id", "data_version", "encoding", "freelist_count", "journal_mode", "page_count", "page_size",
        "schema_version", "user_version",
    ]

    init(sql: String) {
        verb = sql.split(maxSplits: 1) { !$0.isLetter }.first?.uppercased() ?? ""
    }

    /// Has SQLite ask about every statement of a connection; the guard must outlive it.
    func stand(before connection: OpaquePointer?) {
        let context = unsafe Unmanaged.passUnretained(self).toOpaque()
        unsafe sqlite3_set_authorizer(
            connection,
            { context, action, first, second, _, _ in
                guard let context = unsafe context else { return SQLITE_DENY }
                let readGuard = unsafe Unmanaged<ReadGuard>.fromOpaque(context).takeUnretainedValue()
                return readGuard.allows(
                    action,
                    unsafe first.map { unsafe String(cString: $0) },
                    unsafe second.map { unsafe String(cString: $0) }
                ) ? SQLITE_OK : SQLITE_DENY
            },
            context
        )
    }

    private func allows(_ action: Int32, _ first: String?, _ second: String?) -> Bool {
        let subject: String
        switch action {
        case SQLITE_SELECT, SQLITE_READ, SQLITE_RECURSIVE:
            return true
        case SQLITE_UPDATE where first == "sqlite_master":
            // Functions that stand as tables (json_each) declare their columns so. Nothing is written; SQLite itself
            // refuses to change that table.
            return true
        case SQLITE_FUNCTION:
            let name = second?.lowercased() ?? ""
            if name != "load_extension", name != "fts3_tokenizer" { return true }
            subject = "\(name)()"
        case SQLITE_PRAGMA:
            let name = first?.lowercased() ?? ""
            if ReadGuard.telling.contains(name) || (second == nil && ReadGuard.tellingAlone.contains(name)) {
                return true
            }
            subject = "PRAGMA \(name)"
        case SQLITE_INSERT where first?.hasPrefix("sqlite_") == false: subject = "INSERT"
        case SQLITE_UPDATE where first?.hasPrefix("sqlite_") == false: subject = "UPDATE"
        case SQLITE_DELETE where first?.hasPrefix("sqlite_") == false: subject = "DELETE"
        default: subject = verb
        }
        refused = refused ?? subject
        return false
    }
}
