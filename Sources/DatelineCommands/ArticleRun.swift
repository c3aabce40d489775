import ArgumentParser
import Articles
import DatelineCore

/// The articles of one command: what is read, what was passed over, and what could not be read.
///
/// Each fault is named on standard error as soon as it is met; the run goes on.
final class ArticleRun {
    /// The files to read, in order.
    let paths: [String]
    /// How many entries of folders were passed over.
    let passedOver: Int
    /// What could not be read, in the order in which it was met.
    private(set) var unreadable: [ArticleError] = []

    private let defaults: ArticleDefaults
    private let readers = ArticleReaders.standard

    /// Looks for the files.
    init(_ options: ArticleOptions) {
        let found = ArticleFinder(options.paths)
        paths = found.paths
        passedOver = found.passedOver
        defaults = options.defaults
        found.unreadable.forEach(report)
    }

    /// Reads the articles of a file; none when it cannot be read.
    func read(_ path: String) -> [Article] {
        do {
            return try readers.read(path, defaults: defaults)
        } catch {
            report(error)
            return []
        }
    }

    /// Ends the command with the exit code for inputs that could not be read, if there were any.
    func finish() throws {
        if !unreadable.isEmpty { throw ExitCode.incomplete }
    }

    private func report(_ error: ArticleError) {
        unreadable.append(error)
        Notes.error(error.description)
    }
}
