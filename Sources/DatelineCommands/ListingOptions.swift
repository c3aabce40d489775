import ArgumentParser
import EventExport
import EventStore

/// What is written of each event.
struct ListingOptions: ParsableArguments {
    @Flag(name: .long, help: "One row a count instead of one an event.")
    var long = false

    @Option(
        name: .long,
        help: ArgumentHelp(
            "The columns, in this order, with commas between.",
            discussion: """
                \(EventColumns.choosable(isLong: false).names.joined(separator: ", ")). With --long, those of a count \
                are \(EventColumns.long.names.filter { $0.hasPrefix("count_") && $0 != "count_confidence" }.joined(separator: ", ")).
                """,
            valueName: "names"
        )
    )
    var columns: String?

    @Option(
        name: .long,
        parsing: .unconditional,
        help: ArgumentHelp(
            "The columns that the events are sorted by, with commas between.",
            discussion: """
                A minus sign in front is for the largest first: --sort -killed_low,place. Any column of the CSV, or day, \
                the first day known. Unknown comes last, ties stand by id. Without this option query gives events by day, \
                export by id.
                """,
            valueName: "names"
        ),
        transform: ListingOptions.order
    )
    var sort: EventOrder?

    func validate() throws {
        _ = try chosenColumns()
    }

    @OptionGroup var plan: PlanOptions

    /// The columns asked for; nil for those that the format has by itself.
    private func chosenColumns() throws -> EventColumns? {
        guard let columns else { return nil }
        let names = columns.split(separator: ",").map { $0.filter { $0 != " " } }
        guard !names.isEmpty, Set(names).count == names.count else {
            throw ValidationError("--columns takes names with commas between, each once.")
        }
        do {
            return try EventColumns.choosable(isLong: long).chosen(names)
        } catch {
            throw ValidationError("\(error); “dateline help query” lists the columns")
        }
    }

    private static func order(_ argument: String) throws -> EventOrder {
        do {
            return .by(try EventSort(parsing: argument))
        } catch {
            throw ValidationError("\(error); --sort takes the columns of the CSV, which “dateline help query” lists")
        }
    }

    /// Writes the events that a filter lets pass, as they come from the database; in an order where none is asked for.
    func write(
        _ filter: EventFilter,
        from options: StoreOptions,
        in format: FormatOptions,
        by usual: EventOrder
    ) throws {
        let columns = try chosenColumns()
        let store = try options.open(.readOnly)
        try store.checkTellingNotes(filter)
        let order = sort ?? usual
        let isPlan = try plan.write(in: format, of: store) {
            try store.forEachEvent(matching: filter, order: order) { _ in }
        }
        guard !isPlan else { return }
        try format.write { output in
            let writer = try EventWriter(
                format: format.resolvedFormat,
                isLong: long,
                columns: columns,
                output: output
            )
            if let columns = writer.flatColumns {
                try store.forEachFlatRow(columns, matching: filter, order: order) { try writer.write($0) }
            } else {
                try store.forEachEvent(matching: filter, order: order) { try writer.write($0) }
            }
            try writer.finish()
        }
    }
}
