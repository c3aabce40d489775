import GRDB

/// Which rows of a dataset are stored, by the ids that the dataset gives them.
final class OriginTable {
    private let run: Int64
    private let dataset: Int64
    private let database: Database
    /// The id under which the last row was claimed.
    private(set) var claimed = ""
    private let added: RowTable
    private let find: RawStatement
    private let greatest: RawStatement
    private let update: RawStatement
    /// The ids of rows that are not stored yet: those that came in their order, and others.
    private var ascending: [OriginalID] = []
    private var others: Set<OriginalID> = []
    /// How many rows this run has met.
    private var claims = 0
    /// The last of the ids in their order: one behind it needs not be looked up.
    private var last: OriginalID?

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
        added = try RowTable(
            database,
            "new_origin",
            ["event", "dataset", "original", "hash", "run"],
            "INSERT INTO origin (event, dataset, original, hash, run) SELECT * FROM new_origin"
        )
        find = try RawStatement(database, "SELECT event, hash, run FROM origin WHERE dataset = ? AND original = ?")
        greatest = try RawStatement(
            database,
            "SELECT typeof(original), original FROM origin WHERE dataset = ? ORDER BY original DESC LIMIT 1"
        )
        update = try RawStatement(database, "UPDATE origin SET hash = ?, run = ? WHERE event = ?")
    }

    /// Looks what is stored; to be called when a transaction begins, since another program may have stored rows.
    func begin() throws {
        greatest.bind(1, dataset)
        defer { greatest.reset() }
        last = nil
        guard try greatest.step(), let text = greatest.text(1) else { return }
        last = greatest.text(0) == "integer" ? .number(greatest.int(1)) : .text(text)
    }

    /// Takes over what the numbers of events that are not stored yet have become.
    func renumber(from first: Int, to numbers: [Int]) {
        added.renumber(from: first, to: numbers)
    }

    /// Stores what was claimed; to be called before a transaction ends.
    func finish() throws {
        try added.store()
        ascending.removeAll(keepingCapacity: true)
        others.removeAll(keepingCapacity: true)
        try begin()
    }

    /// Claims a row's id for this run.
    ///
    /// An id that is met again in the same run is of another event, the second of that id.
    func claim(_ id: String, hash: Int, next: Int) throws -> Claim {
        claims += 1
        var repetition = 1
        while true {
            claimed = repetition == 1 ? id : "\(id)#\(repetition)"
            let original = OriginalID(claimed)
            guard let (event, formerHash, formerRun) = try found(original) else {
                if !isWaiting(original) {
                    add(original, hash: hash, event: next)
                    return .new
                }
                repetition += 1
                continue
            }
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

    private func found(_ original: OriginalID) throws -> (event: Int, hash: Int, run: Int64)? {
        guard let last, original <= last else { return nil }
        find.bind(1, dataset)
        switch original {
        case .number(let number): find.bind(2, number)
        case .text(let text): find.bind(2, text)
        }
        defer { find.reset() }
        return try find.step() ? (find.int(0), find.int(1), Int64(find.int(2))) : nil
    }

    private func add(_ original: OriginalID, hash: Int, event: Int) {
        added.add(event)
        added.add(dataset)
        switch original {
        case .number(let number): added.add(number)
        case .text(let text): added.add(text: text)
        }
        added.add(hash)
        added.add(run)
        if let last = ascending.last, original <= last {
            others.insert(original)
        } else {
            ascending.append(original)
        }
    }

    private func isWaiting(_ original: OriginalID) -> Bool {
        guard let last = ascending.last, original <= last else { return false }
        var (low, high) = (0, ascending.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if ascending[middle] < original { low = middle + 1 } else { high = middle }
        }
        return ascending[low] == original || others.contains(original)
    }

    /// Takes the events out of questions whose rows this run has not met; how many they were.
    func supersedeOthers() throws -> Int {
        let stored = try Int.fetchOne(
            database,
            sql: "SELECT count(*) FROM origin WHERE dataset = ?",
            arguments: [dataset]
        )
        guard stored != claims else { return 0 }
        try database.execute(
            sql: """
                UPDATE event SET superseded = 1
                WHERE superseded = 0 AND id IN (SELECT event FROM origin WHERE dataset = ? AND run < ?)
                """,
            arguments: [dataset, run]
        )
        return database.changesCount
    }
}

/// The id that a dataset gives a row, in the order of SQLite.
///
/// Ids that are whole numbers are stored as such: they take less room and stand in their order.
enum OriginalID: Hashable, Comparable {
    case number(Int)
    case text(String)

    init(_ id: String) {
        if let number = Int(id), "\(number)" == id {
            self = .number(number)
        } else {
            self = .text(id)
        }
    }

    static func < (left: OriginalID, right: OriginalID) -> Bool {
        switch (left, right) {
        case (.number(let left), .number(let right)): left < right
        case (.text(let left), .text(let right)): left.utf8.lexicographicallyPrecedes(right.utf8)
        case (.number, .text): true
        case (.text, .number): false
        }
    }
}
