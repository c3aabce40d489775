import ArgumentParser
import Foundation

/// `dateline-benchmark rows`: makes a dataset of invented events in the columns of UCDP GED.
struct RowsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rows",
        abstract: "Write invented events in the columns of UCDP GED.",
        discussion: """
            Countries, regions and towns are real and everything else is invented. Few of them have most of the \
            events, as in life. The same number and seed give the same bytes.

            Example: swift run -c release dateline-benchmark rows --rows 1000000 --seed 7 > rows.csv
            """
    )

    @Option(help: ArgumentHelp("How many events to write.", valueName: "number"))
    var rows = 1_000_000

    @Option(help: ArgumentHelp("Where the random numbers begin.", valueName: "number"))
    var seed: UInt64 = 7

    func validate() throws {
        guard rows >= 0 else { throw ValidationError("--rows cannot be below 0.") }
    }

    func run() throws {
        var writer = RowWriter(seed: seed)
        var buffer = RowWriter.header
        for number in 0..<rows {
            writer.append(number + 1, to: &buffer)
            guard buffer.count > 1 << 20 else { continue }
            try FileHandle.standardOutput.write(contentsOf: Data(buffer))
            buffer.removeAll(keepingCapacity: true)
        }
        try FileHandle.standardOutput.write(contentsOf: Data(buffer))
    }
}
