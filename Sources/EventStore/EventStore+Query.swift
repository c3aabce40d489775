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
        try readRows(matching: filter, order) { database, selector in
            let reader = try EventReader(database: database, withReasons: false)
            try selector.forEachRow(order, limit: filter.limit, by: reader, into: nil) { record in
                if let record { try body(record) }
            }
        }
    }

    /// Calls the body with the cells of each event that a filter lets pass, one for each ``FlatColumn``.
    ///
    /// For millions of events: the row is used again, and cells of columns that are not asked for are empty.
    public func forEachFlatRow(
        _ columns: [FlatColumn] = FlatColumn.allCases,
        matching filter: EventFilter,
        order: EventOrder = .date,
        _ body: (FlatRow) throws -> Void
    ) throws {
        try readRows(matching: filter, order) { database, selector in
            let reader = try FlatReader(database, columns)
            try selector.forEachRow(order, limit: filter.limit, by: reader, into: FlatRow(), body)
        }
    }

    private func readRows(
        matching filter: EventFilter,
        _ order: EventOrder,
        _ body: (Database, EventSelector) throws -> Void
    ) throws {
        try read("read events from \(path)") { database in
            let selector = EventSelector(database: database, condition: try condition(for: filter, in: database))
            try planInstead(of: selector, order, limit: filter.limit, in: database)
            // Rows lie far apart, and a page is hardly needed twice. Room for new pages would cost twice what reading
            // them does; reading them in place would map the sixteen pages around each.
            let mapped = try Int.fetchOne(database, sql: "PRAGMA mmap_size") ?? 0
            let cached = try Int.fetchOne(database, sql: "PRAGMA cache_size") ?? 0
            try database.execute(sql: "PRAGMA mmap_size = 0; PRAGMA cache_size = -2048")
            defer { try? database.execute(sql: "PRAGMA mmap_size = \(mapped); PRAGMA cache_size = \(cached)") }
            try body(database, selector)
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
