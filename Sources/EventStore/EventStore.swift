import DatelineCore
import Foundation
import GRDB
import Migrations

/// The database of events.
///
/// It belongs to the task that opened it.
///
/// SQL stands nowhere else but here and in the migrations.
public final class EventStore {
    /// How a database is opened.
    public enum Mode: Sendable {
        /// For asking; the file must exist.
        case readOnly
        /// For storing; creates the file and brings its schema up to date.
        case readWrite
        /// The same, for values that the program has made itself: the schema's `CHECK`s of codes and ranges are left out,
        /// which take a quarter of the time.
        case load
        /// For checking; the file must exist, and its schema stays as it is.
        case check
    }

    /// The path that was opened; `:memory:` for a database that is never written.
    public let path: String
    let queue: DatabaseQueue
    let dimensions = Dimensions()
    /// Whether articles of an earlier version may still have to be compared.
    var mayHaveUncompared = true
    /// Whether the plans of questions are asked for instead of answers, and the last one.
    var isPlanning = false
    /// What the last filter came to, with the states of the file and of this connection then.
    var lastCondition: (filter: EventFilter, version: Int, changes: Int, condition: Condition)?
    var plan: QueryPlan?

    private init(path: String, queue: DatabaseQueue) {
        self.path = path
        self.queue = queue
    }

    /// Opens a database.
    ///
    /// Nothing is written before it is known to be one of Dateline.
    /// - Parameters:
    ///   - path: The file, or `:memory:`.
    ///   - mode: For asking or for storing.
    ///   - busyTimeout: How many seconds to wait for another program that holds the database.
    /// - Returns: The open database.
    /// - Throws: ``EventStoreError`` where the file is missing, locked, unreadable, foreign, newer or older.
    public static func open(path: String, mode: Mode, busyTimeout: Double = 5) throws -> EventStore {
        let doing = "open \(path)"
        var isFolder: ObjCBool = false
        let exists = unsafe path == ":memory:" || FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        if isFolder.boolValue {
            throw EventStoreError(.unreadable, doing: doing, reason: "it is a folder")
        }
        if mode == .readOnly || mode == .check, !exists {
            throw EventStoreError(
                .missing,
                doing: doing,
                reason: "there is no such file",
                hint: "make one with: dateline ingest --db \(path) ARTICLE…, or name another with --db"
            )
        }
        var configuration = Configuration()
        configuration.readonly = mode == .readOnly
        configuration.busyMode = .timeout(busyTimeout)
        return try translatingErrors(doing: doing) {
            let queue = try connect(path, configuration)
            try queue.writeWithoutTransaction { database in
                let migrator = Migrator(database: database, doing: doing)
                switch mode {
                case .readOnly, .check:
                    try migrator.check()
                case .readWrite, .load:
                    try migrator.checkAndMigrate()
                }
                try database.execute(sql: "PRAGMA cache_size = -65536")
                if mode == .load { try database.execute(sql: "PRAGMA ignore_check_constraints = ON") }
                // A page that several batches change goes to the file once: it takes over the log every 64 MB, not every 4.
                try database.execute(sql: "PRAGMA wal_autocheckpoint = 16384")
                // The first quarter of a gigabyte is read in place; more would count as memory of the program.
                if mode == .readOnly { try database.execute(sql: "PRAGMA mmap_size = 268435456") }
            }
            return EventStore(path: path, queue: queue)
        }
    }

    /// Connects to the file; what a load has left that was killed is undone before, which one that only reads may not do.
    private static func connect(_ path: String, _ configuration: Configuration) throws -> DatabaseQueue {
        do {
            return try DatabaseQueue(path: path, configuration: configuration)
        } catch let error as DatabaseError where error.extendedResultCode == .SQLITE_READONLY_ROLLBACK {
            var undoing = configuration
            undoing.readonly = false
            _ = try DatabaseQueue(path: path, configuration: undoing)
            return try DatabaseQueue(path: path, configuration: configuration)
        }
    }

    /// Reads in one transaction, so that all of it is of one state, whatever others write meanwhile.
    func read<T>(_ doing: String, _ body: (Database) throws -> T) throws -> T {
        try translatingErrors(doing: doing) {
            try queue.unsafeReentrantRead { database in
                if database.isInsideTransaction { return try body(database) }
                return try result(doing, in: database, .deferred, .commit, body)
            }
        }
    }

    func write<T>(_ doing: String, _ body: (Database) throws -> T) throws -> T {
        try translatingErrors(doing: doing) {
            try queue.unsafeReentrantWrite { try result(doing, in: $0, .immediate, .commit, body) }
        }
    }

    /// Does what needs to write and changes nothing in the end.
    func attempt<T>(_ doing: String, _ body: (Database) throws -> T) throws -> T {
        try translatingErrors(doing: doing) {
            try queue.unsafeReentrantWrite { try result(doing, in: $0, .immediate, .rollback, body) }
        }
    }

    private func result<T>(
        _ doing: String,
        in database: Database,
        _ kind: Database.TransactionKind,
        _ completion: Database.TransactionCompletion,
        _ body: (Database) throws -> T
    ) throws -> T {
        var result: T?
        try database.inTransaction(kind) {
            result = try body(database)
            return completion
        }
        guard let result else { throw EventStoreError(.failed, doing: doing, reason: "nothing was done") }
        return result
    }
}

/// Turns SQLite's errors into messages that say what was being done and what to do.
func translatingErrors<T>(doing: String, _ body: () throws -> T) throws -> T {
    do {
        return try body()
    } catch let error as DatabaseError {
        switch error.resultCode {
        case .SQLITE_NOTADB:
            throw EventStoreError(.notADatabase, doing: doing, reason: "it is no SQLite database")
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            throw EventStoreError(
                .locked,
                doing: doing,
                reason: "another program is writing to the database",
                hint: "try again when it has finished"
            )
        case .SQLITE_CANTOPEN:
            throw EventStoreError(
                .unreadable,
                doing: doing,
                reason: "the file cannot be opened",
                hint: "look whether the folder exists and may be read and written"
            )
        case .SQLITE_READONLY, .SQLITE_PERM:
            throw EventStoreError(.unreadable, doing: doing, reason: "the file may not be written")
        case .SQLITE_CORRUPT:
            throw EventStoreError(
                .failed,
                doing: doing,
                reason: "the database is damaged",
                hint: "restore a copy, or make a new one from the articles"
            )
        case .SQLITE_CONSTRAINT:
            throw EventStoreError(.refused, doing: doing, reason: error.message ?? "its values are not allowed")
        default:
            throw EventStoreError(.failed, doing: doing, reason: error.message ?? "SQLite error \(error.resultCode)")
        }
    }
}
