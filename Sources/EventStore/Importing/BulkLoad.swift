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
    func run<T>(_ body: (BulkLoad) throws -> T) throws -> T {
        try set(isLoading: true)
        let isAlone = try takeFile()
        defer {
            if isAlone { try? releaseFile() }
            try? set(isLoading: false)
        }
        return try body(self)
    }

    /// Takes a file without events for the load alone; false where there are events, or other programs at it.
    ///
    /// A log of what is new would be written beside it and then into it. A rollback journal has no more than the pages
    /// that a batch changes: they go to the file once. The next program that opens the file undoes what a load leaves
    /// that is killed.
    private func takeFile() throws -> Bool {
        guard try Int.fetchOne(database, sql: "SELECT id FROM event LIMIT 1") == nil,
            (try? String.fetchOne(database, sql: "PRAGMA journal_mode = TRUNCATE")) == "truncate"
        else { return false }
        // One that reads would keep each batch from the file until it has done.
        try database.execute(sql: "PRAGMA locking_mode = EXCLUSIVE")
        return true
    }

    private func releaseFile() throws {
        // The lock goes with the next look into the file.
        try database.execute(
            sql: "PRAGMA locking_mode = NORMAL; SELECT 1 FROM sqlite_schema; PRAGMA journal_mode = WAL"
        )
    }

    private func set(isLoading: Bool) throws {
        try database.execute(
            sql: """
                PRAGMA foreign_keys = \(isLoading ? "OFF" : "ON");
                PRAGMA ignore_check_constraints = \(isLoading ? "ON" : "OFF");
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
        try mergeWords(16)
        for row in rows { try database.execute(sql: "DROP INDEX \((row[0] as String).quotedDatabaseIdentifier)") }
    }

    /// Sets how many segments of the index of words are merged at a time, which are one for each batch.
    private func mergeWords(_ segments: Int) throws {
        try database.execute(
            sql: "INSERT INTO evidence_search (evidence_search, rank) VALUES ('automerge', ?)",
            arguments: [segments]
        )
    }

    /// Makes the indexes that imports have dropped, and forgets of them.
    func restoreIndexes() throws {
        let noted = try Row.fetchAll(
            database,
            sql: "SELECT id, indexes FROM import_run WHERE indexes IS NOT NULL ORDER BY id"
        )
        // SQLite sorts as much at once as the cache may have, and merges up to 16 of that: near the processor it takes
        // three quarters of the time.
        let cache = try Int.fetchOne(database, sql: "PRAGMA cache_size") ?? 0
        try database.execute(sql: "PRAGMA cache_size = -2048")
        defer { try? database.execute(sql: "PRAGMA cache_size = \(cache)") }
        if !noted.isEmpty { try mergeWords(8) }
        for row in noted {
            try database.execute(sql: row[1])
            try database.execute(sql: "UPDATE import_run SET indexes = NULL WHERE id = ?", arguments: [row[0]])
        }
    }
}
