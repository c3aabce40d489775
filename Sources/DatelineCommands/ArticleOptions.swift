import ArgumentParser
import Articles
import DatelineCore

/// Which articles are read, and what they take where their files say nothing.
struct ArticleOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "Files, folders of files, or - for standard input.",
            discussion: "Plain text, Markdown, HTML, JSON, JSON Lines, CSV, feeds and mail, also by gzip.",
            valueName: "path"
        ),
        completion: .file()
    )
    var paths: [String]

    @Option(help: ArgumentHelp("The day of publication of articles that name none.", valueName: "date"))
    var published: Day?

    @Option(help: ArgumentHelp("The publisher of articles that name none.", valueName: "name"))
    var publisher: String?

    @OptionGroup var forms: ArticleFormOptions
    @OptionGroup var reading: ExtractorOptions

    /// What articles take where their files say nothing.
    var defaults: ArticleDefaults {
        ArticleDefaults(published: published?.date, publisher: publisher)
    }

    mutating func validate() throws {
        if paths.contains(""), let index = paths.firstIndex(of: "") {
            throw ValidationError("Path \(index + 1) is empty.")
        }
    }
}

/// A day on the command line, as 2024-08-11.
struct Day: ExpressibleByArgument {
    let date: CivilDate

    init?(argument: String) {
        guard let date = CivilDate(iso: argument) else { return nil }
        self.date = date
    }
}
