import ArgumentParser
import EventExport
import EventStore

/// Whether the way to an answer is asked for in place of it.
struct PlanOptions: ParsableArguments {
    @Flag(
        name: .customLong("explain-query"),
        help: "Show the SQL with its values, and SQLite's plan, instead of the rows."
    )
    var explainQuery = false

    /// Writes the statement and the plan of a question, if asked for, and tells whether it was.
    func write(in format: FormatOptions, of store: EventStore, _ question: () throws -> Void) throws -> Bool {
        guard explainQuery else { return false }
        let plan = try store.plan(of: question)
        try format.write { try $0.write(plan?.text ?? "-- answered without a statement\n") }
        return true
    }
}
