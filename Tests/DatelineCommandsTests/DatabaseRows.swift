import GRDB
import TestSupport

/// Every row of a database, table by table, for comparing two of them; what depends on the clock is left out.
func rows(of database: String, in folder: TemporaryFolder) throws -> [String: [String]] {
    try DatabaseQueue(path: folder.path(database)).read { database in
        let tables = try String.fetchAll(
            database,
            sql: """
                SELECT name FROM sqlite_schema
                WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' AND name NOT LIKE 'evidence_search%'
                    AND name <> 'migration'
                """
        )
        var rows: [String: [String]] = [:]
        for table in tables {
            let columns = try database.columns(in: table).map(\.name).filter { $0 != "ingested" }
            let list = columns.map { "quote(\"\($0)\")" }.joined(separator: " || ',' || ")
            rows[table] = try String.fetchAll(database, sql: "SELECT \(list) FROM \"\(table)\" ORDER BY 1")
        }
        return rows
    }
}
