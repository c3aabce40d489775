import ArgumentParser
import DatelineCore
import EventExport
import EventStore

/// `dateline query`: the events that match.
struct QueryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "query",
        abstract: "List the events that match.",
        discussion: """
            Several values of one option mean any of them, several options mean all of them.

            Example: dateline query --region "Kursk Oblast" --from 2024-08-06 --type interception --weapon uav
            """
    )

    @OptionGroup var store: StoreOptions
    @OptionGroup(title: "Filters") var filters: FilterOptions
    @OptionGroup var format: FormatOptions

    func run() throws {
        try Listing(filter: filters.filter, isLong: false).write(from: store, in: format)
    }
}

/// `dateline export`: the same events, for other programs.
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write the events that match for other programs.",
        discussion: """
            CSV has one row an event, with --long one a count; JSON and JSON Lines have every field. Exactly the events \
            that a query with the same filters lists.

            In CSV and TSV, text that a spreadsheet would run as a formula (it starts with =, +, -, @, a tab or a line \
            break) gets an apostrophe in front; numbers stay as they are.

            Example: dateline export --country UA --format jsonl --output events.jsonl
            """
    )

    @OptionGroup var store: StoreOptions
    @OptionGroup(title: "Filters") var filters: FilterOptions
    @OptionGroup var format: FormatOptions

    @Flag(name: .long, help: "One row a count instead of one an event.")
    var long = false

    func run() throws {
        try Listing(filter: filters.filter, isLong: long).write(from: store, in: format)
    }
}

/// Events on their way from the database to the output.
private struct Listing {
    let filter: EventFilter
    let isLong: Bool

    func write(from options: StoreOptions, in format: FormatOptions) throws {
        let store = try options.open(.readOnly)
        try store.checkTellingNotes(filter)
        try format.write { output in
            let writer = try EventWriter(format: format.resolvedFormat, isLong: isLong, output: output)
            try store.forEachEvent(matching: filter) { try writer.write($0) }
            try writer.finish()
        }
    }
}
