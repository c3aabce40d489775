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

    /// How many articles may be on their way, so that a long one does not keep the processors waiting.
    var width: Int {
        4 * JobsOptions.processors
    }

    private static var processors: Int { ProcessInfo.processInfo.activeProcessorCount }

    func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1.") }
    }
}
