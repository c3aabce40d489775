import ArgumentParser
import EventExport
import EventStore
import Foundation

/// `dateline apply`: takes over corrections from another database.
struct ApplyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "apply",
        abstract: "Take over corrections that were made in another database.",
        discussion: """
            Reads the JSON Lines that dateline export --corrections writes. Each correction finds its event by the \
            article's text or address and the sentence; where there is none yet it waits. What is there already changes \
            nothing. Where two set one field otherwise, the later one holds, and is named.

            Ends with 2 when some lines could not be read; each is named on standard error.

            Example: dateline apply corrections.jsonl --db news.sqlite
            """
    )

    @Argument(help: "The file, or - for standard input.", completion: .file(extensions: ["jsonl"]))
    var file: String

    @OptionGroup var store: StoreOptions

    func run() throws {
        let data =
            file == "-" ? [UInt8](FileHandle.standardInput.readDataToEndOfFile()) : try PlacesOptions.bytes(of: file)
        if !store.exists { _ = try store.open(.readOnly) }
        let store = try store.open(.readWrite)
        var corrections: [Correction] = []
        var faults = 0
        for (index, line) in data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
            let text = String(decoding: line, as: UTF8.self)
            guard text.contains(where: { !$0.isWhitespace }) else { continue }
            do {
                corrections.append(try Correction(line: text))
            } catch {
                faults += 1
                Notes.error("\(file), line \(index + 1): \(ApplyCommand.reason(error))")
            }
        }
        let result = try store.apply(corrections)
        for (holds, other) in result.conflicts {
            let event = holds.target.event ?? other.target.event
            Notes.write(
                "event \(event.map(String.init) ?? "that is not here yet"), \(holds.field.name): "
                    + "\(holds.value?.phrase ?? "-") by \(holds.author) (\(holds.made.iso)) holds, not "
                    + "\(other.value?.phrase ?? "-") by \(other.author) (\(other.made.iso))"
            )
        }
        let word = corrections.count == 1 ? "correction" : "corrections"
        print(
            "Read \(corrections.count) \(word): \(result.applied) applied, \(result.known) already there, "
                + "\(result.waiting) waiting, \(result.conflicts.count) conflicting."
        )
        if faults > 0 { throw ExitCode.incomplete }
    }

    private static func reason(_ error: any Error) -> String {
        switch error {
        case DecodingError.dataCorrupted(let context): context.debugDescription
        case DecodingError.keyNotFound(let key, _): "“\(key.stringValue)” is missing"
        case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
            (context.codingPath.map(\.stringValue) + [context.debugDescription]).joined(separator: ": ")
        default: "\(error)"
        }
    }
}

/// `dateline export --corrections`.
enum CorrectionExport {
    static func write(from options: StoreOptions, to file: String?, in format: FormatOptions) throws {
        guard format.format == nil || format.format == .jsonl else {
            throw ValidationError("corrections are written as JSON Lines only.")
        }
        guard file == nil || format.output == nil else { throw ValidationError("name one file only.") }
        let store = try options.open(.readOnly)
        let lines = try store.corrections().map { try $0.line }
        var format = format
        format.output = format.output ?? file
        try format.write { output in
            for line in lines { try output.write(line + "\n") }
        }
        if format.output != nil {
            Notes.write("\(lines.count) \(lines.count == 1 ? "correction" : "corrections") written")
        }
    }
}
