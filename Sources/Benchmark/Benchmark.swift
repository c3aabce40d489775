import ArgumentParser

/// `dateline-benchmark`: what measuring needs.
@main
struct Benchmark: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dateline-benchmark",
        abstract: "Measure how fast articles are read, and make rows to measure datasets with.",
        subcommands: [SpeedCommand.self, RowsCommand.self],
        defaultSubcommand: SpeedCommand.self
    )
}
