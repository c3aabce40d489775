import ArgumentParser
import DatelineCore
import EventExport
import EventStore

/// `dateline count`: events counted in groups, figures summed up.
struct CountCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "count",
        abstract: "Count events and sum their figures, in groups.",
        discussion: """
            --by takes one or two of day, week, month, quarter, year, country, admin1, place, type, weapon, source, \
            publisher, actor and status. Two make a cross-table of up to eight columns; a wider one, and CSV, TSV and JSON, have one row a pair. Weeks \
            begin on Monday. An event over several days stands under its first.

            --sum adds up killed, injured, evacuated, displaced, intercepted, launched or any other kind of count, low \
            and high apart: 16+ is open above, 12-18 a range. Each event gives its own figure. Running totals, parts of \
            other numbers and other sources' figures are never added; events that give no number add nothing. Units \
            that differ, such as drones and missiles, are not added to one another.

            Example: dateline count --by week,type --region Ukraine
            Example: dateline count --by admin1 --sum injured --from 2024-08-01
            """
    )

    @Option(
        name: .long,
        help: ArgumentHelp("The groups: one or two, with a comma between.", valueName: "groups"),
        transform: CountCommand.groupings
    )
    var by: [Grouping] = []

    @Option(
        name: .long,
        help: ArgumentHelp("The kind of count to add up.", valueName: "kind"),
        transform: CountKind.init(argument:)
    )
    var sum: CountKind?

    @OptionGroup var store: StoreOptions
    @OptionGroup(title: "Filters") var filters: FilterOptions
    @OptionGroup var plan: PlanOptions
    @OptionGroup var format: FormatOptions

    func run() throws {
        try format.checkNeedsNoMap("Counts")
        let store = try store.open(.readOnly)
        try store.checkTellingNotes(filters.filter)
        let isPlan = try plan.write(in: format, of: store) {
            _ = try store.count(by: by, sum: sum, matching: filters.filter)
        }
        guard !isPlan else { return }
        let table = try store.count(by: by, sum: sum, matching: filters.filter)
        try format.write { output in
            let form = format.resolvedFormat
            let sheet = CountSheet(
                table: table,
                limit: filters.limit,
                isForReading: form == .table || form == .markdown
            )
            let writer = try RowWriter(columns: sheet.columns, format: form, output: output)
            for row in sheet.rows { try writer.write(row) }
            try writer.finish()
        }
        for note in CountSheet.notes(on: table) { Notes.write(note) }
    }

    private static func groupings(_ argument: String) throws -> [Grouping] {
        let groupings = try argument.split(separator: ",").map { part in
            let name = part.lowercased().filter { $0 != " " }
            guard let grouping = Grouping(rawValue: name) else {
                let near = Spelling.suggestions(for: name, among: Grouping.allCases.map(\.rawValue))
                let hint = near.isEmpty ? "" : "; did you mean \(near.joined(separator: " or "))?"
                throw ValidationError("there is no group “\(part)”\(hint)")
            }
            return grouping
        }
        guard (1...2).contains(groupings.count), Set(groupings).count == groupings.count else {
            throw ValidationError("--by takes one group or two different ones.")
        }
        return groupings
    }
}
