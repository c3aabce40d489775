import DatelineCore
import GRDB

/// A condition as SQL, with the values bound to it.
struct ConditionSQL {
    private(set) var clauses: [String] = []
    private(set) var arguments: [(any DatabaseValueConvertible)?] = []

    init(_ condition: Condition) {
        for constraint in condition.constraints { add(constraint) }
    }

    /// The condition, to stand behind `WHERE`.
    var text: String {
        clauses.isEmpty ? "TRUE" : clauses.joined(separator: "\n    AND ")
    }

    private mutating func add(_ constraint: Constraint) {
        switch constraint {
        case .current:
            add("event.superseded = 0")
        case .toldOnce:
            add("event.repeats IS NULL")
        case .places(let places):
            add(
                """
                (event.place IN (SELECT value FROM json_each(?))
                    OR event.id IN (SELECT event FROM event_place WHERE place IN (SELECT value FROM json_each(?))))
                """,
                [list(places), list(places)]
            )
        case .days(let from, let to):
            add("event.day IS NOT NULL")
            if let to { add("(event.date_start IS NULL OR event.date_start <= ?)", [to]) }
            if let from { add("(event.date_end IS NULL OR event.date_end >= ?)", [from]) }
        case .types(let types):
            add("event.type IN (SELECT value FROM json_each(?))", [list(types)])
        case .statuses(let statuses):
            add("event.status IN (\(statuses.map { _ in "?" }.joined(separator: ", ")))", statuses.map(\.rawValue))
        case .weapons(let weapons):
            add(
                "event.id IN (SELECT event FROM event_weapon WHERE weapon IN (SELECT value FROM json_each(?)))",
                [list(weapons)]
            )
        case .sources(let sources, let orNarrator):
            add(
                "(event.source IN (SELECT value FROM json_each(?))\(orNarrator ? " OR event.source IS NULL" : ""))",
                [list(sources)]
            )
        case .publishers(let publishers):
            add(
                """
                event.article IN (SELECT id FROM article WHERE publisher IN (SELECT value FROM json_each(?)))
                """,
                [list(publishers)]
            )
        case .actors(let actors):
            add("event.actor IN (SELECT value FROM json_each(?))", [list(actors)])
        case .articles(let articles):
            add("event.article IN (SELECT value FROM json_each(?))", [list(articles)])
        case .count(let kind, let least):
            add(
                """
                EXISTS (
                    SELECT 1 FROM event_count
                    WHERE event_count.event = event.id AND coalesce(event_count.best, event_count.low) >= ?
                        AND \(kind == nil ? "event_count.ordinal = event.leading_count" : "event_count.kind = ?")
                )
                """,
                [least] + (kind.map { [$0.rawValue] } ?? [])
            )
        case .levels(let field, let least, let isOptional):
            let levels = Confidence.allCases.filter { $0 >= least }.map { "'\($0.rawValue)'" }.joined(separator: ", ")
            let column = "event.\(field.rawValue)_confidence"
            add("\(isOptional ? "ifnull(\(column), 'high')" : column) IN (\(levels))")
        case .words(let query):
            add("event.id IN (SELECT rowid FROM evidence_search WHERE evidence_search MATCH ?)", [query])
        }
    }

    private mutating func add(_ clause: String, _ values: [(any DatabaseValueConvertible)?] = []) {
        clauses.append(clause)
        arguments += values
    }
}

/// Numbers as a JSON array, so that any number of them is one bound value.
func list(_ numbers: some Sequence<Int64>) -> String {
    "[\(numbers.map(String.init).joined(separator: ","))]"
}
