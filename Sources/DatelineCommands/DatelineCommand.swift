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
            IngestCommand.self,
            AddCommand.self,
            CorrectCommand.self,
            ApplyCommand.self,
            ImportCommand.self,
            QueryCommand.self,
            CountCommand.self,
            ExportCommand.self,
            ShowCommand.self,
            ExplainCommand.self,
            AnnotateCommand.self,
            ExtractCommand.self,
            ReadCommand.self,
            SourcesCommand.self,
            PlacesCommand.self,
            StatsCommand.self,
            CheckCommand.self,
            SQLCommand.self,
            GazetteerCommand.self,
            LexiconsCommand.self,
            EvaluateCommand.self,
        ]
    )

    /// Creates the command.
    public init() {}
}
