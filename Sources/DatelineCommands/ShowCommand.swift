import ArgumentParser
import DatelineCore
import EventExport
import EventStore
import Foundation

/// `dateline show`: one event in full.
struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show one event in full.",
        discussion: """
            All fields, the counts with their qualifiers, the place with what it lies in, the sentence, and who else \
            printed it in the same words.

            Example: dateline show 7
            """
    )

    @Argument(help: ArgumentHelp("The event's number, as query lists it.", valueName: "id"))
    var id: Int64

    @OptionGroup var store: StoreOptions
    @OptionGroup var format: FormatOptions

    func run() throws {
        let store = try store.open(.readOnly)
        guard let record = try store.event(id: id) else {
            throw EventStoreError(
                .unknownValue,
                doing: "show event \(id)",
                reason: "there is no event \(id) in \(store.path)",
                hint: "dateline query lists the events"
            )
        }
        let stored = try store.article(ofEvent: id)
        try format.write { output in
            if format.format == nil, format.output == nil {
                try output.write(EventSheet(record, title: stored?.article.title).text)
                try output.write(PrintingSheet.text(try store.printings(ofEvent: id), shown: id))
                let corrections = try store.corrections(ofEvent: id)
                try output.write(CorrectionLog.sheet(corrections, read: try store.reading(ofEvent: id)))
                if let next = stored?.supersededBy {
                    try output.write(
                        "\n  Read in a former version of the article, since replaced by article \(next).\n"
                    )
                }
            } else {
                let writer = try EventWriter(format: format.resolvedFormat, output: output)
                try writer.write(record)
                try writer.finish()
            }
        }
    }
}
