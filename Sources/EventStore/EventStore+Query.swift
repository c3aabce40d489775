public import DatelineCore
import GRDB

/// The order in which events are given.
public enum EventOrder: Sendable {
    /// By the first day, undated ones last; by number within a day.
    case date
    /// By number.
    case id
    /// By columns.
    case by(EventSort)
}

extension EventStore {
    /// Calls the body with each event that a filter lets pass, one at a time, without their reasons.
    public func forEachEvent(
        matching filter: EventFilter,
        order: EventOrder = .date,
        _ body: (EventRecord) throws -> Void
    ) throws {
        try read("read events from \(path)") { database in
            let condition = try condition(for: filter, in: database)
            let selector = EventSelector(database: database, condition: condition)
            try planInstead(of: selector, order, limit: filter.limit, in: database)
            let numbers = try selector.numbers(order, limit: filter.limit)
            let reader = try EventReader(database: database, withReasons: false)
            for number in numbers {
                if let record = try reader.record(number) { try body(record) }
            }
        }
    }

    /// Calls the body with the cells of each event that a filter lets pass, in the columns of the flat form.
    ///
    /// For millions of events: the row is used again.
    public func forEachFlatRow(
        matching filter: EventFilter,
        order: EventOrder = .date,
        _ body: (FlatRow) throws -> Void
    ) throws {
        try read("read events from \(path)") { database in
            let condition = try condition(for: filter, in: database)
            let selector = EventSelector(database: database, condition: condition)
            let reader = try FlatReader(database)
            var row = FlatRow()
            for number in try selector.numbers(order, limit: filter.limit) {
                if try reader.read(number, into: &row) { try body(row) }
            }
        }
    }

    /// What a filter comes to; that of the last one again, where nobody has written since.
    func condition(for filter: EventFilter, in database: Database) throws -> Condition {
        let version = try Int.fetchOne(database, sql: "PRAGMA data_version") ?? 0
        let changes = database.totalChangesCount
        if let known = lastCondition, known.filter == filter, known.version == version, known.changes == changes {
            return known.condition
        }
        let condition = try FilterReader(database: database).condition(for: filter)
        lastCondition = (filter, version, changes, condition)
        return condition
    }

    /// Checks a filter and tells how it was taken, where that may surprise.
    /// - Throws: ``EventStoreError`` where a value names nothing that is known.
    public func notes(on filter: EventFilter) throws -> [String] {
        try read("read the filter") { database in
            try condition(for: filter, in: database).notes
        }
    }
}
