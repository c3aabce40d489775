import Datasets
import DatelineCore
import Foundation
import GRDB

/// Writes the rows of a dataset as events.
final class DatasetWriter {
    private let database: Database
    private let dimensions: Dimensions
    private let load: BulkLoad
    private let reader: DatasetReader
    private let events: ImportedEventWriter
    private let segments: SegmentLoader?
    private let origins: OriginTable
    private let name: String
    /// Corrections, where there are any to lay over rows that are written.
    private let corrections: CorrectionStore?
    private let run: Int64
    private let former: Int
    private var isBulk = false
    private var summary = ImportSummary()

    /// How many rows a transaction has.
    static let batch = 40_000

    init(
        _ database: Database,
        _ dimensions: Dimensions,
        _ load: BulkLoad,
        reader: DatasetReader,
        name: String,
        file: String
    ) throws {
        self.database = database
        self.dimensions = dimensions
        self.load = load
        self.reader = reader
        self.name = name
        var run: Int64 = 0
        var dataset: Int64 = 0
        try database.inTransaction(.immediate) {
            // An import that was cut off may have left indexes out.
            try load.restoreIndexes()
            dataset = try DatasetWriter.dataset(named: name, reader.dataset, dimensions, in: database)
            try database.execute(
                sql: "INSERT INTO import_run (dataset, file) VALUES (?, ?)",
                arguments: [dataset, file]
            )
            run = database.lastInsertedRowID
            return .commit
        }
        self.run = run
        let corrections = CorrectionStore(database: database, dimensions: dimensions)
        self.corrections = try corrections.hasTargets() ? corrections : nil
        former = try Int.fetchOne(database, sql: "SELECT max(id) FROM event") ?? 0
        // What is corrected is changed behind its writing.
        segments = self.corrections == nil ? SegmentLoader(database) : nil
        events = try ImportedEventWriter(database, dimensions, segments, reader: reader, name: name)
        origins = try OriginTable(database, dataset: dataset, run: run)
    }

    /// The number of a dataset, which is made where there is none of its name.
    private static func dataset(
        named name: String,
        _ dataset: Dataset,
        _ dimensions: Dimensions,
        in database: Database
    ) throws -> Int64 {
        if let row = try Row.fetchOne(
            database,
            sql: "SELECT id, format FROM dataset WHERE name = ?",
            arguments: [name]
        ) {
            guard row["format"] == dataset.name else {
                throw EventStoreError(
                    .unknownValue,
                    doing: "import",
                    reason: "the dataset “\(name)” is stored as \(row["format"] as String), not \(dataset.name)",
                    hint: "give it another name with --dataset"
                )
            }
            return row["id"]
        }
        let article = try ImportedEventWriter.article(
            of: name,
            publisher: dataset.title,
            format: dataset.name,
            dimensions,
            in: database
        )
        try database.execute(
            sql: "INSERT INTO dataset (name, format, article) VALUES (?, ?, ?)",
            arguments: [name, dataset.name, article]
        )
        return database.lastInsertedRowID
    }

    /// Writes every row.
    func run(
        isPartial: Bool,
        rejected: (RowRejection) throws -> Void,
        progress: (ImportSummary) -> Void
    ) throws -> ImportSummary {
        var isAtEnd = false
        while !isAtEnd {
            try database.inTransaction(.immediate) {
                try dropIndexesIfLarge()
                try events.begin()
                try origins.begin()
                isAtEnd = try writeBatch(rejected)
                try finish()
                try note(isAtEnd: false)
                return .commit
            }
            progress(summary)
        }
        try database.inTransaction(.immediate) {
            if isBulk { try load.restoreIndexes() }
            if !isPartial { summary.removed = try origins.supersedeOthers() }
            try segments?.finish()
            try SegmentWriter(database: database).catchUp()
            try note(isAtEnd: true)
            return .commit
        }
        return summary
    }

    /// Goes on without indexes where there are no events yet, or many new ones beside those that there were.
    private func dropIndexesIfLarge() throws {
        guard !isBulk, former == 0 || summary.added >= BulkLoad.largeRows && summary.added * 4 >= former else { return }
        try load.dropIndexes(run: run)
        isBulk = true
    }

    /// Writes up to a batch of rows; true at the end of the file.
    private func writeBatch(_ rejected: (RowRejection) throws -> Void) throws -> Bool {
        for _ in 0..<DatasetWriter.batch {
            switch try reader.next() {
            case nil: return true
            case .failure(let rejection):
                summary.rejected += 1
                try rejected(rejection)
            case .success(let row):
                try write(row)
            }
        }
        return false
    }

    private func write(_ row: ImportedEvent) throws {
        if events.isFull { try finish() }
        let hash = unsafe RowHash.hash(reader.row.bytes)
        switch try origins.claim(row.id.string, hash: hash, next: events.next) {
        case .new:
            let event = events.next
            try events.insert(row)
            try correct(event)
            summary.added += 1
        case .same: summary.unchanged += 1
        case .changed(let event):
            try events.replace(event, with: row)
            try correct(event)
            summary.changed += 1
        }
    }

    /// Stores the rows that are kept in memory.
    private func finish() throws {
        if let (first, numbers) = events.renumber() { origins.renumber(from: first, to: numbers) }
        try origins.finish()
        try events.finish()
    }

    /// What was corrected by hand stays so when the row is written anew.
    private func correct(_ event: Int) throws {
        guard let corrections else { return }
        // It reads and changes what is stored.
        try finish()
        try corrections.reapply(toEvent: Int64(event), from: .init(dataset: name, original: origins.claimed))
    }

    private func note(isAtEnd: Bool) throws {
        try database.execute(
            sql: """
                UPDATE import_run
                SET added = ?, changed = ?, unchanged = ?, removed = ?, rejected = ?, ended = \(isAtEnd ? "unixepoch()" : "NULL")
                WHERE id = ?
                """,
            arguments: [
                summary.added, summary.changed, summary.unchanged, summary.removed, summary.rejected, run,
            ]
        )
    }
}

/// A hash of a row's bytes and of the version of the program, which may read them otherwise.
enum RowHash {
    static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in DatelineVersion.current.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        // Eight bytes at a time: of the FNV family, but not FNV itself.
        var index = 0
        let whole = bytes.count & ~7
        let raw = UnsafeRawBufferPointer(bytes)
        while index < whole {
            let word = unsafe raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
            hash ^= hash >> 29
            index += 8
        }
        while index < bytes.count {
            let byte = unsafe bytes[index]
            hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
            index += 1
        }
        return Int(truncatingIfNeeded: hash ^ hash >> 32)
    }
}
