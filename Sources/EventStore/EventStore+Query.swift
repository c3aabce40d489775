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
            let condition = try FilterReader(database: database).condition(for: filter)
            let ordering =
                switch order {
                case .date: "event.day ASC NULLS LAST, event.id"
                case .id: "event.id"
                case .by(let sort): sort.sql
                }
            let sql = """
                \(EventReader.selection)
                WHERE \(condition.sql)
                ORDER BY \(ordering)
                LIMIT \(filter.limit == nil ? "-1" : "?")
                """
            let arguments = StatementArguments(condition.arguments + (filter.limit.map { [$0] } ?? []))
            try planInstead(of: sql, arguments, in: database)
            let reader = EventReader(database: database, withReasons: false)
            let cursor = try Row.fetchCursor(database, sql: sql, arguments: arguments)
            while let row = try cursor.next() { try body(reader.record(from: row)) }
        }
    }

    /// Checks a filter and tells how it was taken, where that may surprise.
    /// - Throws: ``EventStoreError`` where a value names nothing that is known.
    public func notes(on filter: EventFilter) throws -> [String] {
        try read("read the filter") { database in
            try FilterReader(database: database).condition(for: filter).notes
        }
    }
}
