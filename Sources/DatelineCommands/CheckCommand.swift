import ArgumentParser
import EventStore

/// `dateline check`: whether the database is whole.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check that the database is whole.",
        discussion: """
            Checks the file and what rows refer to, counts again what is derived (packed columns, the index of words, \
            boxes and regions of places, indexes) and compares it with the events, and names imports that did not end. \
            One line a check says what was compared; under it stands what is wrong.

            Ends with 1 when something is wrong.

            Example: dateline check --db news.sqlite
            Example: dateline check --repair --db news.sqlite
            """
    )

    @Flag(help: "Make again what is derived, where it is wrong. Articles and events are never touched.")
    var repair = false

    @OptionGroup var store: StoreOptions

    func run() throws {
        let store = try store.open(.check)
        var isRight = true
        try store.check(repairing: repair) { outcome in
            print(CheckCommand.text(outcome), terminator: "")
            isRight = isRight && outcome.isRight
        }
        guard isRight else { throw ExitCode.failure }
    }

    private static func text(_ outcome: CheckOutcome) -> String {
        func padded(_ text: String, _ width: Int) -> String {
            text + String(repeating: " ", count: max(1, width - text.count))
        }
        let state = !outcome.isRight ? "wrong" : outcome.repairs.isEmpty ? "ok" : "repaired"
        let lines = [padded(state, 10) + padded(outcome.name, 12) + outcome.compared]
        let details = (outcome.repairs + outcome.faults).map { String(repeating: " ", count: 22) + $0 }
        return (lines + details).map { $0 + "\n" }.joined()
    }
}
