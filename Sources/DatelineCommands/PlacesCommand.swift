import ArgumentParser
import DatelineCore
import EventExport
import EventStore

/// `dateline places`: where the events are.
struct PlacesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "places",
        abstract: "List where the events are: the places with their numbers of events.",
        discussion: """
            An event that lists several places counts in each of them.

            Example: dateline places --region Ukraine --type attack
            """
    )

    @OptionGroup var store: StoreOptions
    @OptionGroup(title: "Filters") var filters: FilterOptions
    @OptionGroup var plan: PlanOptions
    @OptionGroup var format: FormatOptions

    func run() throws {
        let store = try store.open(.readOnly)
        try store.checkTellingNotes(filters.filter)
        let isPlan = try plan.write(in: format, of: store) { _ = try store.places(matching: filters.filter) }
        guard !isPlan else { return }
        let places = try store.places(matching: filters.filter)
        try format.write { output in
            let columns = [
                "place", "level", "admin2", "admin1", "country", "latitude", "longitude", "geonameid", "events",
            ]
            let writer = try RowWriter(columns: columns, format: format.resolvedFormat, output: output)
            for entry in places {
                let place = entry.place
                try writer.write([
                    Cell(place?.name), Cell(place?.level.rawValue), Cell(place?.admin2), Cell(place?.admin1),
                    Cell(place?.country), Cell(place?.latitude), Cell(place?.longitude), Cell(place?.geonameid),
                    .integer(entry.events),
                ])
            }
            try writer.finish()
        }
    }
}
