public import ArgumentParser
public import EventExport
import Foundation

extension OutputFormat: ExpressibleByArgument {}

/// How and where the rows are written.
struct FormatOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The form of the output.",
            discussion: "Else by the output file's name, a table on a terminal and CSV elsewhere."
        )
    )
    var format: OutputFormat?

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("Write to a file.", valueName: "file"),
        completion: .file()
    )
    var output: String?

    /// The format asked for, else the one that fits the output.
    var resolvedFormat: OutputFormat {
        if let format { return format }
        if let output { return OutputFormat(fileName: output) ?? .csv }
        return isatty(STDOUT_FILENO) == 1 ? .table : .csv
    }

    /// Refuses GeoJSON for rows that have no coordinates.
    func checkNeedsNoMap(_ rows: String) throws {
        guard resolvedFormat == .geojson else { return }
        throw ValidationError("\(rows) have no coordinates; GeoJSON is for query, export, show, places and sql.")
    }

    /// Writes to the file or to standard output; the file is made only when the writing starts.
    func write(_ body: (Output) throws -> Void) throws {
        guard let output else {
            return try flushing(Output(descriptor: STDOUT_FILENO), body)
        }
        let descriptor = unsafe open(output, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else {
            let reason = unsafe String(cString: strerror(errno))
            throw ValidationError("cannot write \(output): \(reason)")
        }
        defer { close(descriptor) }
        try flushing(Output(descriptor: descriptor), body)
    }

    private func flushing(_ output: Output, _ body: (Output) throws -> Void) throws {
        do {
            try body(output)
            try output.flush()
        } catch let error as OutputError where error.isClosedPipe {
            // The reader has seen enough.
            throw ExitCode.success
        }
    }
}
