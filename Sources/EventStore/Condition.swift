import GRDB

/// What a filter comes to: a condition on events and the values bound to it.
struct Condition {
    private(set) var clauses: [String] = []
    private(set) var arguments: [(any DatabaseValueConvertible)?] = []
    /// What the user should know about how the filter was taken.
    var notes: [String] = []
    /// The weapons asked for; nil for any.
    var weapons: Set<Int64>?

    /// Adds a clause that must hold too; `?` stands for the values in their order.
    mutating func add(_ clause: String, _ values: (any DatabaseValueConvertible)?...) {
        add(clause, values)
    }

    /// The same with values in an array.
    mutating func add(_ clause: String, _ values: [(any DatabaseValueConvertible)?]) {
        clauses.append(clause)
        arguments += values
    }

    /// The condition as SQL, to stand behind `WHERE`.
    var sql: String {
        clauses.isEmpty ? "TRUE" : clauses.joined(separator: "\n    AND ")
    }
}

/// Numbers as a JSON array, so that any number of them is one bound value.
func list(_ numbers: some Sequence<Int64>) -> String {
    "[\(numbers.map(String.init).joined(separator: ","))]"
}
