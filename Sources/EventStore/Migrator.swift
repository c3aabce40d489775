import GRDB
import Migrations

/// Knows whether a database is one of Dateline and brings it up to date.
///
/// `application_id` marks the file, `user_version` is the number of the last migration. The migrations set both
/// themselves, so that the sqlite3 shell makes the same database.
struct Migrator {
    let database: Database
    let doing: String

    /// "DATL" as a number.
    static let applicationID = 0x4441_544C

    /// Refuses what is no database of Dateline and what this version cannot read.
    func check() throws {
        let version = try checkedVersion()
        guard version > 0 else {
            throw EventStoreError(
                .foreign,
                doing: doing,
                reason: "the database is empty",
                hint: "fill it with: dateline ingest ARTICLE…"
            )
        }
        guard version == Migration.all.count else {
            throw EventStoreError(
                .older,
                doing: doing,
                reason: "its schema is version \(version), this program reads version \(Migration.all.count)",
                hint: "bring it up to date with: dateline ingest"
            )
        }
    }

    /// The same, and applies what is missing.
    func checkAndMigrate() throws {
        if try checkedVersion() < Migration.all.count {
            try database.inTransaction(.immediate) {
                // Another program may have been faster.
                for migration in Migration.all.dropFirst(try checkedVersion()) {
                    try database.execute(sql: migration.sql)
                }
                return .commit
            }
        }
        try database.execute(sql: "PRAGMA journal_mode = WAL")
        try database.execute(sql: "PRAGMA synchronous = NORMAL")
    }

    /// The schema's version; 0 for an empty database.
    private func checkedVersion() throws -> Int {
        let applicationID = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
        let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        if applicationID != Migrator.applicationID {
            let objects = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
            guard applicationID == 0, version == 0, objects == 0 else {
                throw EventStoreError(
                    .foreign,
                    doing: doing,
                    reason: "it is a database of another program",
                    hint: "name a file of Dateline with --db"
                )
            }
        }
        if version > Migration.all.count {
            throw EventStoreError(
                .newer,
                doing: doing,
                reason:
                    "its schema is version \(version), this program knows version \(Migration.all.count) and before",
                hint: "use the newer dateline that wrote it"
            )
        }
        return version
    }
}
