public import DatelineCore
import Foundation
import GRDB

extension EventStore {
    /// What a field is to be set to; nil to clear it.
    public typealias FieldChange = (field: CorrectionField, value: CorrectionValue?)

    /// Corrects fields of an event by hand, in one transaction.
    ///
    /// The event's rows are written anew at once. A field that somebody has already set to the same value is passed
    /// over; one in which the program read the same value is not, so that it stays when the article is read anew.
    /// - Parameters:
    ///   - id: The event's number.
    ///   - changes: The fields with their values; the last one counts where a field is named twice.
    ///   - author: Who says so.
    ///   - note: Why.
    ///   - time: When.
    /// - Returns: The corrections that were made.
    /// - Throws: ``EventStoreError`` where there is no such event, where it was read in a former version of its
    ///   article, or where a value does not fit its field. Nothing is written then.
    @discardableResult
    public func correct(
        event id: Int64,
        _ changes: [FieldChange],
        author: String,
        note: String? = nil,
        at time: Timestamp = .now
    ) throws -> [Correction] {
        try changingCorrections("correct event \(id)") { database, corrections in
            try refuseFormerVersion(id, in: database)
            for change in changes { try EventStore.check(change) }
            let target = try corrections.target(ofEvent: id)
            let history = try corrections.corrections(ofTarget: target)
            guard let described = try corrections.target(target) else { return [] }
            guard let current = try corrections.record(id)?.event else { return [] }
            let isHidden = try corrections.isHidden(id)
            let made = max(time, Timestamp(milliseconds: (history.last?.made.milliseconds ?? .min / 2) + 1))
            var new: [Correction] = []
            for (index, change) in changes.enumerated() {
                if changes[(index + 1)...].contains(where: { $0.field == change.field }) { continue }
                if let last = history.last(where: { $0.field == change.field && $0.undone == nil }),
                    last.value == change.value
                {
                    continue
                }
                let key = try Correction.key(
                    of: described,
                    field: change.field,
                    value: change.value,
                    author: author,
                    made: made
                )
                let former = change.field == .deleted ? .deleted(isHidden) : current.value(of: change.field)
                let correction = Correction(
                    id: 0,
                    key: key,
                    target: described,
                    field: change.field,
                    value: change.value,
                    former: former,
                    author: author,
                    note: note,
                    made: made
                )
                if try corrections.insert(correction, target: target) { new.append(correction) }
            }
            try corrections.materialize(target)
            return new
        }
    }

    /// Takes the last corrections of an event back: all that were made together.
    /// - Returns: The corrections that were taken back; none where there were none.
    /// - Throws: ``EventStoreError`` where there is no such event.
    @discardableResult
    public func undoCorrection(
        ofEvent id: Int64,
        author: String,
        at time: Timestamp = .now
    ) throws -> [Correction] {
        try changingCorrections("correct event \(id)") { database, corrections in
            try refuseFormerVersion(id, in: database)
            guard let target = try corrections.existingTarget(ofEvent: id),
                let last = try corrections.corrections(ofTarget: target).last(where: { $0.undone == nil })
            else { return [] }
            let condition = "target = ? AND made = ? AND author = ? AND undone IS NULL"
            let group = try corrections.corrections(
                where: "correction." + condition.replacing(" AND ", with: " AND correction."),
                [target, last.made.milliseconds, last.author]
            )
            try corrections.run(
                "UPDATE correction SET undone = ?, undone_by = ? WHERE \(condition)",
                [max(time, last.made).milliseconds, author, target, last.made.milliseconds, last.author]
            )
            try corrections.materialize(target)
            return group
        }
    }

    /// Adds an event by hand, as an article of its own.
    ///
    /// The same event a second time adds nothing.
    /// - Returns: The event's number, and whether it is new.
    @discardableResult
    public func add(
        _ event: Event,
        url: String? = nil,
        author: String,
        note: String? = nil,
        at time: Timestamp = .now
    ) throws -> (id: Int64, isNew: Bool) {
        try changingCorrections("add an event") { _, corrections in
            try EventStore.check((.added, .added(event)))
            let (target, isNew) = try corrections.add(event, url: url)
            guard let described = try corrections.target(target), let id = described.event else {
                throw EventStoreError(.failed, doing: "add an event", reason: "its article has none")
            }
            guard isNew else { return (id, false) }
            let value = CorrectionValue.added(event)
            let correction = Correction(
                id: 0,
                key: try Correction.key(of: described, field: .added, value: value, author: author, made: time),
                target: described,
                field: .added,
                value: value,
                author: author,
                note: note,
                made: time
            )
            _ = try corrections.insert(correction, target: target)
            return (id, true)
        }
    }

    // MARK: Asking

    /// The corrections of an event, or of all with those that wait for their events, in the order in which they
    /// were made here; those that were taken back too.
    public func corrections(ofEvent id: Int64? = nil) throws -> [Correction] {
        try read("read the corrections") { database in
            let corrections = CorrectionStore(database: database, dimensions: dimensions)
            guard let id else { return try corrections.corrections(where: "TRUE") }
            return try corrections.corrections(where: "target.event = ?", [id])
        }
    }

    /// A corrected event as the program read it; nil for one that nobody corrected.
    public func reading(ofEvent id: Int64) throws -> Event? {
        try read("read event \(id)") { database in
            let corrections = CorrectionStore(database: database, dimensions: dimensions)
            return try corrections.existingTarget(ofEvent: id).flatMap(corrections.reading)
        }
    }

    /// How many corrections hold, and how many of these wait for an event that is no longer found.
    public func correctionNumbers() throws -> (all: Int, waiting: Int) {
        try read("count the corrections") { database in
            let row = try Row.fetchOne(
                database,
                sql: """
                    SELECT count(*), count(*) FILTER (WHERE event IS NULL)
                    FROM correction JOIN corrected_event ON corrected_event.id = correction.target
                    WHERE undone IS NULL
                    """
            )
            return (row?[0] ?? 0, row?[1] ?? 0)
        }
    }

    // MARK: Helpers

    func changingCorrections<T>(_ doing: String, _ body: (Database, CorrectionStore) throws -> T) throws -> T {
        do {
            return try write(doing) { database in
                let result = try body(database, CorrectionStore(database: database, dimensions: dimensions))
                dimensions.finish()
                return result
            }
        } catch {
            dimensions.forget()
            throw error
        }
    }

    static func check(_ change: FieldChange) throws {
        guard let value = change.value else {
            guard change.field != .type, change.field != .status, change.field != .added else {
                throw EventStoreError(
                    .unknownValue,
                    doing: "correct",
                    reason: "an event has no other \(change.field.name); set it instead"
                )
            }
            return
        }
        guard value.isValue(of: change.field) else {
            throw EventStoreError(
                .unknownValue,
                doing: "correct",
                reason: "the value does not fit the field “\(change.field.name)”"
            )
        }
    }

    private func refuseFormerVersion(_ id: Int64, in database: Database) throws {
        let row = try Row.fetchOne(
            database,
            sql: """
                SELECT article.superseded_by IS NOT NULL FROM event JOIN article ON article.id = event.article
                WHERE event.id = ?
                """,
            arguments: [id]
        )
        guard let row else {
            throw EventStoreError(
                .unknownValue,
                doing: "correct event \(id)",
                reason: "there is no event \(id) in \(path)",
                hint: "dateline query lists the events"
            )
        }
        if row[0] {
            throw EventStoreError(
                .unknownValue,
                doing: "correct event \(id)",
                reason: "event \(id) was read in a former version of its article",
                hint: "correct the event of the newest version; dateline query lists it"
            )
        }
    }
}
