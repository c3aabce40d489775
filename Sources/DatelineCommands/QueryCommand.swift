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
            Example: dateline query --country UA --columns date,place,type,killed_low,quote --format markdown
            Example: dateline query --region Ukraine --on 2024-08 --explain-query
            """
    )

    @OptionGroup var store: StoreOptions
    @OptionGroup(title: "Filters") var filters: FilterOptions
    @OptionGroup var listing: ListingOptions
    @OptionGroup var format: FormatOptions

    func run() throws {
        try listing.write(filters.filter, from: store, in: format, by: .date)
    }
}

/// `dateline export`: the same events, for other programs.
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write the events that match for other programs.",
        discussion: """
            CSV has one row an event, with --long one a count; JSON and JSON Lines have every field. GeoJSON has one \
            point an event with the columns of the CSV, for QGIS, kepler.gl and other maps; an event without \
            coordinates has no geometry. Exactly the events that a query with the same filters lists, by id, so that \
            later ones come last; --sort day gives them as query does.

            In CSV and TSV, text that a spreadsheet would run as a formula (it starts with =, +, -, @, a tab or a line \
            break) gets an apostrophe in front; numbers stay as they are.

            With --corrections the corrections by hand instead, for dateline apply.

            Example: dateline export --country UA --format jsonl --output events.jsonl
            Example: dateline export --type attack --output attacks.geojson
            Example: dateline export --corrections corrections.jsonl
            """
    )

    @OptionGroup var store: StoreOptions
    @OptionGroup(title: "Filters") var filters: FilterOptions
    @OptionGroup var listing: ListingOptions
    @OptionGroup var format: FormatOptions

    @Flag(name: .long, help: "The corrections by hand instead of the events, as JSON Lines.")
    var corrections = false

    @Argument(help: "The file for the corrections.", completion: .file(extensions: ["jsonl"]))
    var file: String?

    func validate() throws {
        if let file, !corrections { throw ValidationError("“\(file)” is no option; --output names the file.") }
    }

    func run() throws {
        if corrections { return try CorrectionExport.write(from: store, to: file, in: format) }
        try listing.write(filters.filter, from: store, in: format, by: .id)
    }
}
