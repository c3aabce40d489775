import GRDB

/// Which rows of a dataset are stored, by the ids that the dataset gives them.
final class OriginTable {
    private let run: Int64
    private let dataset: Int64
    private let database: Database
    /// The id under which the last row was claimed.
    private(set) var claimed = ""
    private let insert: RawStatement
    private let find: RawStatement
    private let update: RawStatement

    /// What is known of a row.
    enum Claim {
        /// Nothing: the next number is now its event's.
        case new
        case same
        case changed(Int)
    }

    init(_ database: Database, dataset: Int64, run: Int64) throws {
        self.database = database
        self.dataset = dataset
        self.run = run
        insert = try RawStatement(
            database,
            """
            INSERT INTO origin (event, dataset, original, hash, run) VALUES (?1, ?2, ?3, ?4, ?5)
            ON CONFLICT (dataset, original) DO NOTHING
            """
        )
        find = try RawStatement(database, "SELECT event, hash, run FROM origin WHERE dataset = ? AND original = ?")
        update = try RawStatement(database, "UPDATE origin SET hash = ?, run = ? WHERE event = ?")
    }

    /// Claims a row's id for this run.
    ///
    /// An id that is met again in the same run is of another event, the second of that id.
    func claim(_ id: String, hash: Int, next: Int) throws -> Claim {
        var repetition = 1
        while true {
            let original = repetition == 1 ? id : "\(id)#\(repetition)"
            claimed = original
            insert.bind(1, next)
            insert.bind(2, dataset)
            bind(original, to: insert, at: 3)
            insert.bind(4, hash)
            insert.bind(5, run)
            try insert.run()
            // Not RETURNING: that would make a savepoint of every row, at which FTS5 writes out what it has gathered.
            if database.changesCount == 1 { return .new }
            find.bind(1, dataset)
            bind(original, to: find, at: 2)
            guard try find.step() else { throw DatabaseError(message: "the origin of a row vanished") }
            let (event, formerHash, formerRun) = (find.int(0), find.int(1), find.int(2))
            find.reset()
            if formerRun == run {
                repetition += 1
                continue
            }
            update.bind(1, hash)
            update.bind(2, run)
            update.bind(3, event)
            try update.run()
            let isCurrent = try Int.fetchOne(
                database.cachedStatement(sql: "SELECT superseded FROM event WHERE id = ?"),
                arguments: [event]
            )
            return formerHash == hash && isCurrent == 0 ? .same : .changed(event)
        }
    }

    /// Takes the events out of questions whose rows this run has not met; how many they were.
    func supersedeOthers() throws -> Int {
        try database.execute(
            sql: """
                UPDATE event SET superseded = 1
                WHERE superseded = 0 AND id IN (SELECT event FROM origin WHERE dataset = ? AND run < ?)
                """,
            arguments: [dataset, run]
        )
        return database.changesCount
    }

    /// Ids that are whole numbers are stored as such: they take less room and stand in their order.
    private func bind(_ id: String, to statement: RawStatement, at position: Int32) {
        if let number = Int(id), "\(number)" == id {
            statement.bind(position, number)
        } else {
            statement.bind(position, id)
        }
    }
}
