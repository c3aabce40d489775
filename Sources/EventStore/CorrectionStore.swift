import DatelineCore
import Foundation
import GRDB

/// Keeps the corrections and lays them over the rows of the events.
///
/// Queries read the rows alone. The event as the program read it is kept beside the corrections, so that one can be
/// taken back.
struct CorrectionStore {
    let database: Database
    let dimensions: Dimensions

    // MARK: After events were written

    /// Lays the corrections over the events of an article whose rows have just been written.
    ///
    /// Those of a former version move to this one. What finds no event waits.
    func reapply(toArticle article: Int64) throws {
        guard try hasTargets(), let targets = try targets(of: article), !targets.isEmpty else { return }
        let matcher = try matcher(ofArticle: article)
        var found: [Int64: Int64] = [:]
        for (id, target) in targets { found[id] = matcher.exactMatch(of: target) }
        let taken = Set(found.values)
        for (id, target) in targets where found[id] == nil {
            if let event = matcher.nearMatch(of: target), !taken.contains(event) { found[id] = event }
        }
        for (id, _) in targets { try bind(id, to: found[id]) }
    }

    /// Lays the corrections over the event of an imported row that has just been written.
    ///
    /// For imports, which write the rows of one dataset under one article. To be called for new and changed rows; an
    /// import asks ``hasTargets()`` once and leaves the call out where nothing was ever corrected.
    func reapply(toEvent event: Int64, from origin: CorrectionTarget.Origin) throws {
        guard try hasTargets() else { return }
        let id = try Int64.fetchOne(
            database.cachedStatement(sql: "SELECT id FROM corrected_event WHERE dataset = ? AND original = ?"),
            arguments: [origin.dataset, origin.original]
        )
        if let id { try bind(id, to: event) }
    }

    /// Whether any event was ever corrected.
    func hasTargets() throws -> Bool {
        let sql = "SELECT EXISTS (SELECT 1 FROM corrected_event)"
        return try Bool.fetchOne(database.cachedStatement(sql: sql)) ?? false
    }

    /// The targets that an article's events may be; nil for one that is no newest version.
    ///
    /// Those of the same text, and those of its former versions.
    private func targets(of article: Int64) throws -> [(id: Int64, target: CorrectionTarget)]? {
        guard
            let row = try Row.fetchOne(
                database.cachedStatement(sql: "SELECT hash, url, path, superseded_by FROM article WHERE id = ?"),
                arguments: [article]
            ), row["superseded_by"] == nil
        else { return nil }
        let sql = """
            SELECT \(CorrectionTarget.columns), id FROM corrected_event AS target
            WHERE dataset IS NULL AND (
                hash = :hash
                OR path <> :added AND :path <> :added AND (
                    url = :url OR path = :path AND path <> '-' AND (url IS NULL OR :url IS NULL)
                ) AND (
                    event IS NULL OR EXISTS (
                        SELECT 1 FROM event JOIN article ON article.id = event.article
                        WHERE event.id = target.event AND article.superseded_by IS NOT NULL
                    )
                )
            )
            ORDER BY id
            """
        let rows = try Row.fetchAll(
            database.cachedStatement(sql: sql),
            arguments: [
                "hash": row["hash"] as Data, "url": row["url"] as String?, "path": row["path"] as String,
                "added": CorrectionTarget.addedPath,
            ]
        )
        return rows.map { ($0["id"], CorrectionTarget($0)) }
    }

    /// Ties a target to an event whose rows are as the program read them, or lets it wait.
    ///
    /// Corrections of one event that were made apart come together.
    private func bind(_ id: Int64, to event: Int64?) throws {
        guard let event, let record = try record(event) else {
            return try run("UPDATE corrected_event SET event = NULL WHERE id = ?", [id])
        }
        let sql = "SELECT id FROM corrected_event WHERE event = ? AND id <> ?"
        if let other = try Int64.fetchOne(database.cachedStatement(sql: sql), arguments: [event, id]) {
            try run("UPDATE correction SET target = ? WHERE target = ?", [other, id])
            try run("DELETE FROM corrected_event WHERE id = ?", [id])
            return try materialize(other)
        }
        try run(
            "UPDATE corrected_event SET event = ?, type = ?, read = ? WHERE id = ?",
            [event, record.event.type.rawValue, try CorrectionValue.json(record.event), id]
        )
        try materialize(id)
    }

    // MARK: Targets

    /// The target of an event, made where there is none.
    func target(ofEvent event: Int64) throws -> Int64 {
        if let id = try existingTarget(ofEvent: event) { return id }
        guard let record = try record(event), let target = try describedTarget(ofEvent: event) else {
            throw EventStoreError(.failed, doing: "correct event \(event)", reason: "there is no such event")
        }
        return try insert(target, read: record.event)
    }

    func existingTarget(ofEvent event: Int64) throws -> Int64? {
        let sql = "SELECT id FROM corrected_event WHERE event = ?"
        return try Int64.fetchOne(database.cachedStatement(sql: sql), arguments: [event])
    }

    func insert(_ target: CorrectionTarget, read: Event?) throws -> Int64 {
        try run(
            """
            INSERT INTO corrected_event (
                event, hash, url, path, dataset, original, type, quote, start, trigger_start, trigger_end, position,
                read
            ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                target.event, Data(target.hash), target.url, target.path, target.origin?.dataset,
                target.origin?.original, target.type, target.quote, target.start, target.trigger.lowerBound,
                target.trigger.upperBound, target.position, try read.map { try CorrectionValue.json($0) },
            ]
        )
        return database.lastInsertedRowID
    }

    func target(_ id: Int64) throws -> CorrectionTarget? {
        let sql = "SELECT \(CorrectionTarget.columns) FROM corrected_event AS target WHERE id = ?"
        return try Row.fetchOne(database.cachedStatement(sql: sql), arguments: [id]).map(CorrectionTarget.init)
    }

    /// What an event is known by.
    private func describedTarget(ofEvent event: Int64) throws -> CorrectionTarget? {
        let sql = "SELECT article FROM event WHERE id = ?"
        guard let article = try Int64.fetchOne(database.cachedStatement(sql: sql), arguments: [event]) else {
            return nil
        }
        if let origin = try origin(ofEvent: event) {
            var target = try targets(ofEvents: "event.id = ?", [event]).first
            target?.origin = origin
            return target
        }
        return try matcher(ofArticle: article).candidates.first { $0.event == event }?.target
    }

    /// The row of a dataset that an event was imported from.
    private func origin(ofEvent event: Int64) throws -> CorrectionTarget.Origin? {
        let sql = """
            SELECT dataset.name, CAST(original AS TEXT)
            FROM origin JOIN dataset ON dataset.id = origin.dataset
            WHERE event = ?
            """
        let row = try Row.fetchOne(database.cachedStatement(sql: sql), arguments: [event])
        return row.map { CorrectionTarget.Origin(dataset: $0[0], original: $0[1]) }
    }

    /// The events of an article as targets, the corrected ones with what the program read.
    func matcher(ofArticle article: Int64) throws -> CorrectionMatcher {
        var candidates: [CorrectionMatcher.Candidate] = []
        for var target in try targets(ofEvents: "event.article = ?", [article]) {
            target.position = candidates.count { target.hasSameWords(as: $0.target) }
            candidates.append(CorrectionMatcher.Candidate(event: target.event ?? 0, target: target))
        }
        return CorrectionMatcher(candidates: candidates, hash: candidates.first?.target.hash ?? [])
    }

    private func targets(ofEvents condition: String, _ arguments: StatementArguments) throws -> [CorrectionTarget] {
        let sql = """
            SELECT
                event.id, article.hash, article.url, article.path, NULL, NULL,
                ifnull(corrected_event.type, event_type.code), evidence.quote, evidence.start, evidence.trigger_start,
                evidence.trigger_end, 0
            FROM event
            JOIN event_type ON event_type.id = event.type
            JOIN article ON article.id = event.article
            JOIN evidence ON evidence.event = event.id
            LEFT JOIN corrected_event ON corrected_event.event = event.id
            WHERE \(condition)
            ORDER BY evidence.trigger_start, event.id
            """
        return try Row.fetchAll(database.cachedStatement(sql: sql), arguments: arguments).map(CorrectionTarget.init)
    }

    // MARK: Rows

    /// Writes an event's rows as they are with the corrections that hold.
    func materialize(_ target: Int64) throws {
        let sql = """
            SELECT event.id, read, article.superseded_by IS NOT NULL
            FROM corrected_event
            JOIN event ON event.id = corrected_event.event
            JOIN article ON article.id = event.article
            WHERE corrected_event.id = ?
            """
        guard let row = try Row.fetchOne(database.cachedStatement(sql: sql), arguments: [target]),
            let read: String = row[1]
        else { return }
        var event = try JSONDecoder().decode(Event.self, from: Data(read.utf8))
        var isHidden: Bool = row[2]
        for correction in try corrections(ofTarget: target) {
            let holds = correction.undone == nil
            switch (correction.field, correction.value) {
            case (.added, _): isHidden = isHidden || !holds
            case (.deleted, .deleted(let isDeleted)): isHidden = holds ? isDeleted : isHidden
            case (.deleted, nil): isHidden = holds ? false : isHidden
            default: if holds { event.correct(correction.field, to: correction.value) }
            }
        }
        let writer = try EventWriter(database: database, dimensions: dimensions)
        try writer.update(event, number: row[0], superseded: isHidden)
        try PrintingStore(database: database).eventWasCorrected(row[0])
    }

    func record(_ event: Int64) throws -> EventRecord? {
        try EventReader(database: database, withReasons: true).record(event)
    }

    func run(_ sql: String, _ arguments: StatementArguments) throws {
        try database.cachedStatement(sql: sql).execute(arguments: arguments)
    }
}

extension CorrectionTarget {
    /// The columns that ``init(_:)`` takes.
    static let columns = """
        target.event, target.hash, target.url, target.path, target.dataset, target.original, target.type, target.quote,
        target.start, target.trigger_start, target.trigger_end, target.position
        """

    /// Reads the target at the beginning of a row.
    init(_ row: Row) {
        let hash: Data = row[1]
        let trigger: (start: Int, end: Int) = (row[9], row[10])
        let dataset: String? = row[4]
        let original: String? = row[5]
        self.init(
            event: row[0],
            hash: Array(hash),
            url: row[2],
            path: row[3],
            origin: dataset.flatMap { dataset in original.map { Origin(dataset: dataset, original: $0) } },
            type: row[6],
            quote: row[7],
            start: row[8],
            trigger: trigger.start..<max(trigger.start, trigger.end),
            position: row[11]
        )
    }

    fileprivate func hasSameWords(as other: CorrectionTarget) -> Bool {
        offset == other.offset && trigger.count == other.trigger.count && words == other.words
    }
}
