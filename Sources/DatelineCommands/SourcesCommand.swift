import ArgumentParser
import DatelineCore
import EventExport
import EventStore

/// `dateline sources`: who says what.
struct SourcesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sources",
        abstract: "List who says what: the sources with their numbers of events.",
        discussion: """
            A source is the person or body to whom a text attributes a claim; the row without a name is the articles' \
            own voice.

            Example: dateline sources --country RU
            """
    )

    @OptionGroup var store: StoreOptions
    @OptionGroup(title: "Filters") var filters: FilterOptions
    @OptionGroup var plan: PlanOptions
    @OptionGroup var format: FormatOptions

    func run() throws {
        try format.checkNeedsNoMap("Sources")
        let store = try store.open(.readOnly)
        try store.checkTellingNotes(filters.filter)
        let isPlan = try plan.write(in: format, of: store) { _ = try store.sources(matching: filters.filter) }
        guard !isPlan else { return }
        let sources = try store.sources(matching: filters.filter)
        try format.write { output in
            let columns = ["source", "kind", "country", "events"]
            let writer = try RowWriter(columns: columns, format: format.resolvedFormat, output: output)
            for entry in sources {
                try writer.write([
                    Cell(entry.source?.name), .text((entry.source?.kind ?? .narrator).rawValue),
                    Cell(entry.source?.country), .integer(entry.events),
                ])
            }
            try writer.finish()
        }
    }
}
