import ArgumentParser
import Foundation

/// How many articles are read for events at once.
struct JobsOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "How many articles to work on at once.",
            discussion: "Else as many as there are processors; the result is the same.",
            valueName: "number"
        )
    )
    var jobs: Int?

    /// The number asked for, where that is fewer than there are processors.
    var limit: Int? {
        jobs.flatMap { $0 < JobsOptions.processors ? $0 : nil }
    }

    /// How many bytes of articles may be on their way, so that neither a long article nor the storing of some keeps the
    /// processors waiting.
    var width: Int {
        128 * JobsOptions.least * JobsOptions.processors
    }

    /// How much of the width an article takes up: what is read in it may be more than the article.
    static func size(of bytes: Int) -> Int { max(bytes, least) }

    private static let least = 8192
    private static var processors: Int { ProcessInfo.processInfo.activeProcessorCount }

    func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1.") }
    }
}
