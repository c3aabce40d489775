import ArgumentParser
import DatelineCore
import EventExport
import EventStore

/// `dateline add`: stores an event by hand.
struct AddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Add an event by hand.",
        discussion: """
            The event stands in every query, count and export like those that were read. Dates, places, sources and \
            numbers are written as for dateline correct; a name that several places bear is refused with a list of them.

            Example: dateline add --type shelling --date "2024-08-10 N" --place "Sudzha, Russia" --count killed=3 \
            --count injured=5+ --source "Governor (local_authority, RU)" --by anna
            """
    )

    @Option(help: ArgumentHelp("The event's type: attack.drone, shelling.", valueName: "type"))
    var type: String

    @Option(help: ArgumentHelp("When: 2024-08-11, 2024-08-06..2024-08-11, 2024-08-10 N.", valueName: "date"))
    var date: String?

    @Option(help: ArgumentHelp("Where, by a name that the gazetteer has.", valueName: "name"))
    var place: String?

    @Option(name: .customLong("place-id"), help: ArgumentHelp("Where, by GeoNames id.", valueName: "id"))
    var placeID: Int?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Degrees north; the place's name may then be any.", valueName: "degrees")
    )
    var latitude: Double?

    @Option(parsing: .unconditional, help: ArgumentHelp("Degrees east.", valueName: "degrees"))
    var longitude: Double?

    @Option(help: ArgumentHelp("Who said it.", valueName: "name"))
    var source: String?

    @Option(help: ArgumentHelp("Where the claim stands: reported, confirmed, claimed …", valueName: "status"))
    var status: String?

    @Option(help: ArgumentHelp("Who did it.", valueName: "name"))
    var actor: String?

    @Option(help: ArgumentHelp("To whom or what it was done.", valueName: "name"))
    var target: String?

    @Option(name: .customLong("weapon"), help: ArgumentHelp("With what: uav, missile.ballistic.", valueName: "weapon"))
    var weapons: [String] = []

    @Option(
        name: .customLong("count"),
        help: ArgumentHelp("How many: killed=14, injured=3-5, intercepted=\"12 drones\".", valueName: "kind=number")
    )
    var counts: [String] = []

    @Option(help: ArgumentHelp("Where it was published.", valueName: "address"))
    var url: String?

    @Option(help: ArgumentHelp("The sentence that says so.", valueName: "text"))
    var quote: String?

    @OptionGroup var author: AuthorOptions
    @OptionGroup var places: PlacesOptions
    @OptionGroup var store: StoreOptions

    func validate() throws {
        guard (latitude == nil) == (longitude == nil) else {
            throw ValidationError("--latitude and --longitude go together.")
        }
        guard placeID == nil || (place == nil && latitude == nil) else {
            throw ValidationError("--place-id goes with no other place.")
        }
        guard date != nil || place != nil || placeID != nil || latitude != nil else {
            throw ValidationError("say when or where: --date, --place.")
        }
    }

    func run() throws {
        // Nothing is made before everything is known to be right.
        let names = store.exists ? try store.open(.readWrite) : try EventStore.open(path: ":memory:", mode: .readWrite)
        let author = try author.name()
        var notes: [String] = []
        let event = try event(names: names, notes: &notes)
        let database = store.exists ? names : try store.open(.readWrite)
        let (id, isNew) = try database.add(event, url: url, author: author, note: self.author.reason)
        for note in notes { Notes.write(note) }
        if isNew {
            print("Added event \(id): \(CorrectionValue.added(event).phrase)")
        } else {
            print("Event \(id) says the same; nothing was added.")
        }
    }

    private func event(names: EventStore, notes: inout [String]) throws -> Event {
        let finder = PlaceFinder(gazetteer: try places.gazetteer())
        var parser = FieldParser(places: finder, names: names)
        var settings = counts
        if let status { settings.append("status=\(status)") }
        if let actor { settings.append("actor=\(actor)") }
        if let target { settings.append("target=\(target)") }
        if let source { settings.append("source=\(source)") }
        if let date { settings.append("date=\(date)") }
        if !weapons.isEmpty { settings.append("weapons=\(weapons.joined(separator: ";"))") }
        if let place, latitude == nil { settings.append("place=\(place)") }
        for count in counts {
            let name = String(count.prefix { $0 != "=" })
            _ = try CountKind(argument: name.trimmed)
        }
        var event = Event(
            type: try FieldParser.type(type),
            date: .unknown,
            evidence: Evidence(sentence: 1, range: 0..<0, trigger: 0..<0, quote: "")
        )
        for change in try parser.changes(settings) { event.set(change.field, to: change.value) }
        if let placeID { event.place = try finder.place(id: placeID) }
        if let latitude, let longitude { event.place = try finder.place(place, at: (latitude, longitude)) }
        notes = parser.notes

        let text = quote.map(\.trimmed) ?? "Added by hand: \(CorrectionValue.added(event).phrase)."
        event.evidence.quote = text
        event.evidence.range = 0..<text.utf8.count
        event.markAsAdded()
        return event
    }
}
