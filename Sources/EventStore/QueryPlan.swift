import GRDB
import GRDBSQLite

/// The statement that a question comes to, and how SQLite goes about it.
public struct QueryPlan: Hashable, Sendable {
    /// A step of the plan and how deep it lies in others.
    public struct Step: Hashable, Sendable {
        /// What is done: "SEARCH event USING INDEX event_day (day>?)".
        public var text: String
        /// 0 for the outermost steps.
        public var depth: Int
    }

    /// The statement with its values in their places.
    public var sql: String
    /// Whether packed columns answer the question in place of the statement, which asks for the same events.
    public var usesColumns: Bool
    /// What `EXPLAIN QUERY PLAN` says of it.
    public var steps: [Step]

    /// The statement, and behind it the steps as comments, so that the whole can be run again.
    public var text: String {
        let columns =
            usesColumns ? "-- Answered from the packed columns of all events; this statement finds the same.\n" : ""
        let comments = steps.map { "-- \(String(repeating: "  ", count: $0.depth))\($0.text)\n" }
        return "\(sql);\n\n" + columns + comments.joined()
    }

    init(_ sql: String, _ arguments: StatementArguments, usesColumns: Bool, in database: Database) throws {
        self.usesColumns = usesColumns
        let statement = try database.makeStatement(sql: sql)
        try statement.setArguments(arguments)
        let expanded = unsafe sqlite3_expanded_sql(statement.sqliteStatement)
        defer { unsafe sqlite3_free(expanded) }
        self.sql = unsafe expanded.map { unsafe String(cString: $0) } ?? sql
        var depths: [Int: Int] = [:]
        steps = try Row.fetchAll(database, sql: "EXPLAIN QUERY PLAN " + sql, arguments: arguments).map { row in
            let depth = depths[row[1]].map { $0 + 1 } ?? 0
            depths[row[0]] = depth
            return Step(text: row[3], depth: depth)
        }
    }
}

extension EventStore {
    /// Ends a question whose plan is asked for.
    private struct Planned: Error {}

    /// The plan of a question that is put to this store, which is not answered; nil where it needs no statement.
    public func plan(of question: () throws -> Void) throws -> QueryPlan? {
        isPlanning = true
        defer {
            isPlanning = false
            plan = nil
        }
        do {
            try question()
        } catch is Planned {}
        return plan
    }

    /// Notes the plan of a choice of events and ends the question, where plans are asked for.
    func planInstead(of selector: EventSelector, _ order: EventOrder, limit: Int?, in database: Database) throws {
        guard isPlanning else { return }
        let statement = selector.statement(order, limit: limit)
        let usesColumns = selector.usesColumns(order, limit: limit)
        plan = try QueryPlan(statement.sql, statement.arguments, usesColumns: usesColumns, in: database)
        throw Planned()
    }

    /// The same for what is counted over columns.
    func planInstead(of condition: Condition, in database: Database) throws {
        guard isPlanning else { return }
        let statement = EventSelector(database: database, condition: condition).statement(.id, limit: nil)
        plan = try QueryPlan(statement.sql, statement.arguments, usesColumns: true, in: database)
        throw Planned()
    }
}
