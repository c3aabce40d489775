import ArgumentParser

/// `dateline-benchmark`: what measuring needs.
@main
struct Benchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dateline-benchmark",
        abstract: "Measure how fast articles are read, and make articles and rows to measure with.",
        subcommands: [SpeedCommand.self, ArticlesCommand.self, RowsCommand.self],
        defaultSubcommand: SpeedCommand.self
    )
}
