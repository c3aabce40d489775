import GRDB

/// Settings for writing many rows at once, and indexes that are made again behind a load.
///
/// Keeping the indexes of events and places while a large load goes on costs two to four times as much as making them behind it.
/// Which were dropped is noted in the run of the import in the same transaction, so that one that is cut off leaves a
/// database that answers, only slower, until the next import makes them.
struct BulkLoad {
    private let database: Database

    /// A load is large when it has so many rows, and a quarter of those that were there.
    static let largeRows = 20_000
    private static let tables = ["event", "event_count", "event_weapon", "event_place", "place", "region"]
    /// By which the load itself finds places.
    private static let needed = "place_name"

    init(_ database: Database) {
        self.database = database
    }

    /// Runs a load without the checks that its values need not, which are codes and ids of the program's own.
    ///
    /// Pages that several batches change go to the file once: it takes over the log every 64 MB, not every 4.
    func run<T>(_ body: (BulkLoad) throws -> T) throws -> T {
        try set(isLoading: true)
        defer { try? set(isLoading: false) }
        return try body(self)
    }

    private func set(isLoading: Bool) throws {
        try database.execute(
            sql: """
                PRAGMA foreign_keys = \(isLoading ? "OFF" : "ON");
                PRAGMA ignore_check_constraints = \(isLoading ? "ON" : "OFF");
                PRAGMA wal_autocheckpoint = \(isLoading ? 16_384 : 1000);
                """
        )
    }

    /// Drops the indexes of events and places, inside the transaction that notes them; those of few events may stay.
    func dropIndexes(run: Int64) throws {
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT name, sql FROM sqlite_schema
                WHERE type = 'index' AND sql NOT LIKE '% WHERE %' AND tbl_name IN (SELECT value FROM json_each(?))
                    AND name <> ?
                ORDER BY rowid
                """,
            arguments: ["[\(BulkLoad.tables.map { "\"\($0)\"" }.joined(separator: ","))]", BulkLoad.needed]
        )
        guard !rows.isEmpty else { return }
        let statements = rows.map { ($0[1] as String) + ";\n" }
        try database.execute(
            sql: "UPDATE import_run SET indexes = ? WHERE id = ?",
            arguments: [statements.joined(), run]
        )
        for row in rows { try database.execute(sql: "DROP INDEX \((row[0] as String).quotedDatabaseIdentifier)") }
    }

    /// Makes the indexes that imports have dropped, and forgets of them.
    func restoreIndexes() throws {
        let noted = try Row.fetchAll(
            database,
            sql: "SELECT id, indexes FROM import_run WHERE indexes IS NOT NULL ORDER BY id"
        )
        // SQLite sorts as much at once as the cache may have, and merges that: in the processor's own memory it takes
        // half the time.
        let cache = try Int.fetchOne(database, sql: "PRAGMA cache_size") ?? 0
        try database.execute(sql: "PRAGMA cache_size = -1024")
        defer { try? database.execute(sql: "PRAGMA cache_size = \(cache)") }
        for row in noted {
            try database.execute(sql: row[1])
            try database.execute(sql: "UPDATE import_run SET indexes = NULL WHERE id = ?", arguments: [row[0]])
        }
    }
}
