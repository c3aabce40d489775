import ArgumentParser
import DatelineCore
import EventExport
import EventStore

/// `dateline correct`: sets fields of a stored event by hand.
struct CorrectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "correct",
        abstract: "Correct a stored event by hand.",
        discussion: """
            Corrections lie over what the program reads and stay when articles are read anew; every query, count and \
            export has them. Fields are type, date, place, places (further ones, parted by semicolons), source, status, \
            actor, target, weapons, deleted, and the kinds of counts: killed, injured, intercepted …

            A date is 2024-08-11, 2024-08, 2024-08-06..2024-08-11 or, for a night, 2024-08-10 N. A number is 14, 14+, \
            >14, <14, ~14, 3-5 or ?, with its unit where the kind does not tell it: intercepted="12 drones". A place is \
            looked up in the gazetteer, or #ID or coordinates; a source may say what it is: "Mayor (local_authority, UA)".

            Example: dateline correct 7 --set place=Sudzha --set killed=14+ --note "the governor named the town"
            Example: dateline correct 7 --undo
            Example: dateline correct --log
            """
    )

    @Argument(help: ArgumentHelp("The event's number, as query lists it.", valueName: "id"))
    var id: Int64?

    @Option(
        name: .long,
        parsing: .unconditionalSingleValue,
        help: ArgumentHelp("Set a field.", valueName: "field=value")
    )
    var set: [String] = []

    @Option(name: .long, help: ArgumentHelp("Clear a field.", valueName: "field"))
    var unset: [String] = []

    @Flag(name: .long, help: "Hide the event, because it is false: --set deleted=yes.")
    var remove = false

    @Flag(name: .long, help: "Take the last correction of the event back.")
    var undo = false

    @Flag(name: .long, help: "Show who corrected what and when, of one event or of all.")
    var log = false

    @OptionGroup var author: AuthorOptions
    @OptionGroup var places: PlacesOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var format: FormatOptions

    func validate() throws {
        let isChange = !set.isEmpty || !unset.isEmpty || remove
        guard [isChange, undo, log].count(where: { $0 }) == 1 else {
            throw ValidationError("say one of --set (with --unset and --remove), --undo and --log.")
        }
        guard id != nil || log else { throw ValidationError("say which event: dateline correct ID …") }
    }

    func run() throws {
        guard store.exists, !log else { return try writeLog() }
        let store = try store.open(.readWrite)
        guard let id else { return }
        let made: [Correction]
        if undo {
            made = try store.undoCorrection(ofEvent: id, author: author.name())
            if made.isEmpty { Notes.write("event \(id) has no correction to take back") }
        } else {
            var parser = FieldParser(places: PlaceFinder(gazetteer: try places.gazetteer()), names: store)
            let changes = try changes(parser: &parser)
            let author = try author.name()
            made = try store.correct(event: id, changes, author: author, note: self.author.reason)
            for note in parser.notes { Notes.write(note) }
            if made.isEmpty { Notes.write("event \(id) is as you say already") }
        }
        for correction in made { print("Event \(id), \(undo ? "taken back: " : "")\(correction.phrase)") }
    }

    private func changes(parser: inout FieldParser) throws -> [EventStore.FieldChange] {
        var changes = try parser.changes(set + (remove ? ["deleted=yes"] : []))
        for name in unset {
            let field = try FieldParser.field(name)
            guard field != .type, field != .status else {
                throw ValidationError("an event cannot be without a \(field.name); set another.")
            }
            guard !changes.contains(where: { $0.field == field }) else {
                throw ValidationError("\(field.name) is set and cleared.")
            }
            changes.append((field, nil))
        }
        return changes
    }

    private func writeLog() throws {
        let store = try store.open(.readOnly)
        if let id, try store.event(id: id) == nil {
            throw CommandFailure("there is no event \(id) in \(store.path); dateline query lists the events")
        }
        let corrections = try store.corrections(ofEvent: id)
        let columns = format.resolvedFormat == .table ? CorrectionLog.columns.dropLast() : CorrectionLog.columns[...]
        try format.write { output in
            let writer = try RowWriter(columns: Array(columns), format: format.resolvedFormat, output: output)
            for correction in corrections {
                try writer.write(Array(CorrectionLog.row(correction).prefix(columns.count)))
            }
            try writer.finish()
        }
        if let waiting = CorrectionLog.waiting(try store.correctionNumbers().waiting) { Notes.write(waiting) }
    }
}
