public import ArgumentParser
import DatelineCore

/// The command line of Dateline.
public struct DatelineCommand: ParsableCommand {
    /// Name, summary and subcommands.
    public static let configuration = CommandConfiguration(
        commandName: "dateline",
        abstract: "Turn news articles into a database of reported events.",
        version: DatelineVersion.current,
        subcommands: [
            StatsCommand.self
        ]
    )

    /// Creates the command.
    public init() {}
}
