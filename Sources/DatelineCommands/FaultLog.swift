import ArgumentParser
import Articles

/// What could not be read or understood in the articles of one command.
///
/// Each fault is named on standard error as soon as it is met; the command goes on.
final class FaultLog {
    /// How many inputs could not be read.
    private(set) var unreadable = 0
    /// The first of them, in the order in which they were met.
    private(set) var firstUnreadable: [ArticleError] = []

    /// So many are kept.
    private static let most = 1000
    /// How much could not be understood in articles that are good without it.
    private var noteCount = 0
    /// Of so many notes alike the rest is only counted.
    private static let noteLimit = 3

    /// Names what could not be understood in an article that is good without it; of many the first.
    func note(_ note: ArticleError) {
        noteCount += 1
        if noteCount <= FaultLog.noteLimit { Notes.write(note.description) }
    }

    /// Names a fault, and counts it for the end of the command.
    func report(_ error: ArticleError) {
        unreadable += 1
        if unreadable <= FaultLog.most { firstUnreadable.append(error) }
        Notes.error(error.description)
    }

    /// Ends the command with the exit code for inputs that could not be read, if there were any.
    func finish() throws {
        if noteCount > FaultLog.noteLimit {
            Notes.write("\(noteCount - FaultLog.noteLimit) more articles have a date that is not read; see --map")
        }
        if unreadable > 0 { throw ExitCode.incomplete }
    }
}
