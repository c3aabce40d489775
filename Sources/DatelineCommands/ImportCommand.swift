import ArgumentParser
import Datasets
import EventStore
import Foundation

/// `dateline import`: the rows of a structured dataset as events.
struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Store the rows of structured datasets as events, beside what articles say.",
        discussion: """
            --as names the columns: \(Dataset.names.joined(separator: ", ")), or csv, whose common column names are \
            known; for others, --map names a file that says which column is which field.

            A row is known by its own id: importing a newer file changes the events whose rows changed, adds new ones \
            and takes those out of questions that are no longer in it (--include-superseded shows them); with \
            --partial those stay. A row that cannot be read is named and kept in FILE.rejects.csv. An import that was \
            cut off is completed by running it again.

            Example: dateline import GEDEvent_v24_1.csv --as ucdp-ged
            Example: dateline import strikes.csv --as csv --map strikes.yaml --dataset strikes
            """
    )

    @Argument(help: "The file: CSV or TSV; - is standard input.", completion: .file())
    var file: String

    @Option(name: .customLong("as"), help: ArgumentHelp("The form of the file.", valueName: "form"))
    var form: String?

    @Option(help: ArgumentHelp("A map of the columns of another form.", valueName: "file"), completion: .file())
    var map: String?

    @Option(
        help: ArgumentHelp(
            "What the dataset is called in the database.",
            discussion: "Else by its form; two files of one form that are not versions of each other need two names.",
            valueName: "name"
        )
    )
    var dataset: String?

    @Flag(help: "The file is a part of the dataset: keep the events whose rows it lacks.")
    var partial = false

    @Option(
        help: ArgumentHelp(
            "Where rows go that cannot be read.",
            discussion: "Else FILE.rejects.csv.",
            valueName: "file"
        ),
        completion: .file()
    )
    var rejects: String?

    @OptionGroup var store: StoreOptions

    func validate() throws {
        if form == nil, map == nil {
            throw ValidationError("say what the file is with --as: \(Dataset.names.joined(separator: ", "))")
        }
        if dataset?.isEmpty == true { throw ValidationError("--dataset needs a name.") }
    }

    func run() throws {
        let reader = try open()
        for note in reader.notes { Notes.write(note) }
        let store = try store.open(.readWrite)
        let rejected = RejectedRows(path: rejects ?? (file == "-" ? "rejects.csv" : file + ".rejects.csv"), reader)
        let isTerminal = isatty(STDERR_FILENO) == 1
        let summary = try store.importDataset(
            reader,
            named: dataset ?? reader.dataset.name,
            file: file,
            isPartial: partial,
            rejected: rejected.add,
            progress: { if isTerminal { Notes.show("\($0.rows) rows") } }
        )
        if isTerminal { Notes.show("") }
        try rejected.finish()
        print(text(summary, of: dataset ?? reader.dataset.name))
        if summary.rejected > 0 {
            Notes.write("rows that cannot be read are in \(rejected.path)")
            throw ExitCode(2)
        }
    }

    private func open() throws -> DatasetReader {
        try DatasetReader(try chosenForm(), fileAt: file)
    }

    private func chosenForm() throws -> Dataset {
        do {
            return try map.map { try Dataset(map: text(of: $0), file: $0) } ?? Dataset.named(form ?? "csv")
        } catch let error as DatasetError {
            throw ValidationError(error.description)
        }
    }

    private func text(of path: String) throws -> String {
        do {
            return try String(contentsOfFile: path, encoding: .utf8)
        } catch {
            throw ValidationError("cannot read the map \(path): \(error.localizedDescription)")
        }
    }

    private func text(_ summary: ImportSummary, of name: String) -> String {
        var parts = ["\(summary.added) added", "\(summary.changed) changed", "\(summary.unchanged) unchanged"]
        parts.append("\(summary.removed) removed")
        if summary.rejected > 0 { parts.append("\(summary.rejected) cannot be read") }
        return "\(summary.rows) \(summary.rows == 1 ? "row" : "rows") of \(name): \(parts.joined(separator: ", "))"
    }
}

/// The rows that cannot be read: each named on standard error, up to some, and all kept in a file.
private final class RejectedRows {
    let path: String
    private let reader: DatasetReader
    private var file: FileHandle?
    private var count = 0

    /// So many are named; the file has them all.
    private static let named = 20

    init(path: String, _ reader: DatasetReader) {
        self.path = path
        self.reader = reader
    }

    func add(_ rejection: RowRejection) throws {
        count += 1
        if count <= RejectedRows.named { Notes.write("\(rejection)") }
        if count == RejectedRows.named + 1 { Notes.write("… and more") }
        if file == nil {
            guard FileManager.default.createFile(atPath: path, contents: nil),
                let handle = FileHandle(forWritingAtPath: path)
            else { throw CommandFailure("cannot write \(path); name another file with --rejects") }
            file = handle
            try handle.write(contentsOf: Data(reader.headerBytes + [UInt8(ascii: "\n")]))
        }
        try file?.write(contentsOf: Data(rejection.raw + [UInt8(ascii: "\n")]))
    }

    func finish() throws {
        try file?.close()
    }
}
