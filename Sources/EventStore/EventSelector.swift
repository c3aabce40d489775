import DatelineCore
import GRDB

/// Finds the events that satisfy a condition.
///
/// Where the condition names few places, words or articles, SQLite's indexes find them; else the columns of all events
/// are looked through, which takes a few nanoseconds an event whatever is asked.
struct EventSelector {
    let database: Database
    let condition: Condition

    /// Up to so many places are looked up one by one.
    static let fewPlaces = 5000
    /// Up to so many of all events are looked up one by one.
    private static let fewEvents = 1000
    /// No span is longer but those in the index of long ones.
    private static let longestSpan = 366

    /// The numbers of the events in an order.
    func numbers(_ order: EventOrder, limit: Int? = nil) throws -> [Int64] {
        var numbers: [Int64] = []
        try forEachPiece(order, limit: limit) { numbers += $0 }
        return numbers
    }

    /// Calls the body with the numbers of the events in an order; those by number come a segment at a time, since they
    /// may be millions.
    func forEachPiece(_ order: EventOrder, limit: Int?, _ body: ([Int64]) throws -> Void) throws {
        if let events = eventsOfIndex(order) { return try body(numbers(events, order, limit: limit)) }
        if !usesColumns(order, limit: limit) {
            let statement = statement(order, limit: limit)
            return try body(Int64.fetchAll(database, sql: statement.sql, arguments: statement.arguments))
        }
        if case .id = order {
            var left = limit ?? .max
            return try scan([]) { block, rows in
                let events = rows.prefix(left).map { Int64(block.event($0)) }
                left -= events.count
                if !events.isEmpty { try body(events) }
            }
        }
        var events: [Int32] = []
        var days: [Int32] = []
        try scan([.start, .end]) { block, rows in
            let (starts, ends) = (block[.start], block[.end])
            for row in rows {
                events.append(Int32(truncatingIfNeeded: block.event(row)))
                days.append(starts[row] == .none ? ends[row] : starts[row])
            }
        }
        try body(DayOrder.sorted(events, by: days, limit: limit))
    }

    /// Whether the columns give the numbers, not a statement.
    func usesColumns(_ order: EventOrder, limit: Int?) -> Bool {
        switch order {
        case .by: false
        case .date, .id: indexedSource == nil && beginning(order, limit) == nil
        }
    }

    /// The first of all events, where no more are asked for: they stand first in an index.
    private func beginning(_ order: EventOrder, _ limit: Int?) -> Source? {
        guard let limit, limit <= EventSelector.fewEvents,
            condition.constraints.allSatisfy(\.isOfNearlyAll)
        else { return nil }
        let current = "AND \(ConditionSQL(condition).text)"
        switch order {
        case .by: return nil
        case .id: return ("SELECT id FROM event WHERE TRUE \(current) ORDER BY id LIMIT ?", [limit])
        case .date:
            return (
                """
                SELECT * FROM (SELECT id FROM event WHERE day IS NOT NULL \(current) ORDER BY day, id LIMIT ?)
                UNION ALL SELECT * FROM (SELECT id FROM event WHERE day IS NULL \(current) ORDER BY id LIMIT ?)
                """,
                [limit, limit]
            )
        }
    }

    /// The statement that gives the numbers, or, where the columns do, would.
    func statement(_ order: EventOrder, limit: Int?) -> (sql: String, arguments: StatementArguments) {
        if let events = eventsOfIndex(order) {
            let ordering = order.isByDay ? "day IS NULL, day, id" : "id"
            return (
                "SELECT id FROM (\(events.sql)) ORDER BY \(ordering) LIMIT \(limit ?? -1)",
                StatementArguments(events.arguments)
            )
        }
        let source = indexedSource ?? beginning(order, limit)
        let ordering =
            switch order {
            case .by(let sort): sort.sql
            case .date: "event.day IS NULL, event.day, event.id"
            case .id: "event.id"
            }
        let condition = ConditionSQL(condition)
        let candidates = source.map { "(\($0.sql)) AS candidate CROSS JOIN event ON event.id = candidate.id" }
        return (
            """
            SELECT event.id
            FROM \(candidates ?? "event")
            WHERE \(condition.text)
            ORDER BY \(ordering)
            LIMIT \(limit ?? -1)
            """,
            StatementArguments((source?.arguments ?? []) + condition.arguments)
        )
    }

    // MARK: - By index

    private typealias Source = (sql: String, arguments: [(any DatabaseValueConvertible)?])

    /// The events that come into question, from the index that leaves the fewest.
    private var indexedSource: Source? {
        var days: (from: Int?, to: Int?)?
        var places: [Int64]?
        for constraint in condition.constraints {
            switch constraint {
            case .words(let query):
                return ("SELECT rowid AS id FROM evidence_search WHERE evidence_search MATCH ?", [query])
            case .articles(let articles):
                return ("SELECT id FROM event WHERE article IN (SELECT value FROM json_each(?))", [list(articles)])
            case .places(let some) where some.count <= EventSelector.fewPlaces && some.count < places?.count ?? .max:
                places = some
            case .days(let from, let to): days = (from, to)
            default: break
            }
        }
        guard let places else { return nil }
        let set = list(places)
        let beside = "SELECT event FROM event_place WHERE place IN (SELECT value FROM json_each(?))"
        guard let days else {
            return (
                "SELECT id FROM event WHERE place IN (SELECT value FROM json_each(?)) UNION \(beside)", [set, set]
            )
        }
        let from = days.from ?? -10_000_000
        // Unless told, SQLite would go through all of the index of places for the few long ones.
        return (
            """
            SELECT id FROM event
            WHERE place IN (SELECT value FROM json_each(?)) AND date_start BETWEEN ? AND ? AND +date_end >= ?
            UNION SELECT id FROM event INDEXED BY event_long
            WHERE (date_start IS NULL OR date_end IS NULL OR date_end - date_start > 366)
                AND +place IN (SELECT value FROM json_each(?))
            UNION \(beside)
            """,
            [set, from - EventSelector.longestSpan, days.to ?? 10_000_000, from, set, set]
        )
    }

    /// The events and their days where the index of places tells all that is asked, so that no row needs to be looked at.
    private func eventsOfIndex(_ order: EventOrder) -> Source? {
        if case .by = order { return nil }
        var rest = Condition()
        var places: [[Int64]] = []
        for constraint in condition.constraints {
            switch constraint {
            case .current, .toldOnce, .types: rest.constraints.append(constraint)
            case .places(let some): places.append(some)
            default: return nil
            }
        }
        guard places.count == 1, places[0].count <= EventSelector.fewPlaces else { return nil }
        let condition = ConditionSQL(rest)
        let set = list(places[0])
        let arguments = [set] + condition.arguments
        return (
            """
            SELECT event.id, coalesce(event.date_start, event.date_end) AS day FROM event
            WHERE event.place IN (SELECT value FROM json_each(?)) AND \(condition.text)
            UNION ALL
            SELECT DISTINCT event.id, event.day FROM event_place CROSS JOIN event ON event.id = event_place.event
            WHERE event_place.place IN (SELECT value FROM json_each(?)) AND \(condition.text)
                AND (event.place IS NULL OR event.place NOT IN (SELECT value FROM json_each(?)))
            """,
            arguments + arguments + [set]
        )
    }

    /// The numbers of events in an order.
    ///
    /// SQLite gives each as one number, the day before the event's own, that is sorted here: its own sorting takes three
    /// times as long. ``EventNumber`` keeps both apart.
    private func numbers(_ events: Source, _ order: EventOrder, limit: Int?) throws -> [Int64] {
        let key = order.isByDay ? "ifnull(day, \(Int32.max)) * \(1 << 32) + id" : "id"
        let keys = try Int64.fetchAll(
            database,
            sql: "SELECT \(key) FROM (\(events.sql))",
            arguments: StatementArguments(events.arguments)
        )
        return keys.sorted().prefix(limit ?? keys.count).map { $0 & EventNumber.highest }
    }

    // MARK: - By columns

    /// Calls the body with each block of columns and the rows in it that satisfy the condition.
    private func scan(_ fields: Set<Field>, _ body: (Block, [Int]) throws -> Void) throws {
        let filter = try BlockFilter(condition, database: database)
        let fields = fields.union(filter.fields).union([.offset]).sorted { $0.rawValue < $1.rawValue }
        try BlockReader(database: database).forEachBlock(fields) { block in
            let mask = filter.mask(of: block)
            try body(block, mask.indices.filter { mask[$0] != 0 })
        }
    }
}

extension Constraint {
    /// Whether most events satisfy it, so that looking at the first ones finds enough.
    fileprivate var isOfNearlyAll: Bool {
        switch self {
        case .current, .toldOnce: true
        default: false
        }
    }
}

extension EventOrder {
    fileprivate var isByDay: Bool {
        if case .date = self { true } else { false }
    }
}

/// Orders events by their days.
enum DayOrder {
    /// The events by day, those without one last; within a day they stay in their order.
    ///
    /// Days are few and events many: they are counted and put in their places, not compared.
    static func sorted(_ events: [Int32], by days: [Int32], limit: Int?) -> [Int64] {
        let known = days.lazy.filter { $0 != .none }
        guard let first = known.min(), let last = known.max(), Int(last) - Int(first) < 4_000_000 else {
            let order = days.indices.sorted { one, other in
                let (mine, theirs) = (days[one], days[other])
                if mine == theirs { return one < other }
                return theirs == .none || mine != .none && mine < theirs
            }
            return order.prefix(limit ?? order.count).map { Int64(events[$0]) }
        }
        let slots = Int(last) - Int(first) + 1
        func slot(_ day: Int32) -> Int { day == .none ? slots : Int(day) - Int(first) }
        var starts = [Int](repeating: 0, count: slots + 2)
        for day in days { starts[slot(day) + 1] += 1 }
        for index in 1..<starts.count { starts[index] += starts[index - 1] }
        let wanted = min(limit ?? events.count, events.count)
        var sorted = [Int64](repeating: 0, count: wanted)
        for (index, event) in events.enumerated() {
            let slot = slot(days[index])
            let position = starts[slot]
            starts[slot] += 1
            if position < wanted { sorted[position] = Int64(event) }
        }
        return sorted
    }
}
