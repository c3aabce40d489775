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
    private let form: String?
    private let readers: ArticleReaders
    /// How much could not be understood in articles that are good without it.
    private var noteCount = 0
    /// Of so many notes alike the rest is only counted.
    private static let noteLimit = 3

    /// Looks for the files below some paths.
    init(_ paths: [String], forms: ArticleFormOptions, defaults: ArticleDefaults = .init()) throws {
        form = forms.form
        readers = try forms.readers()
        let found = ArticleFinder(paths, readers: readers)
        self.paths = found.paths
        passedOver = found.passedOver
        self.defaults = defaults
        found.unreadable.forEach(report)
    }

    /// Looks for the files of a command line.
    convenience init(_ options: ArticleOptions) throws {
        try self.init(options.paths, forms: options.forms, defaults: options.defaults)
    }

    /// The records of all files, one after another; to be understood by ``article(of:)`` or beside this task.
    var records: some Sequence<ArticleRecord> {
        paths.lazy.flatMap { [readers, form, defaults] in
            readers.records(in: $0, form: form, defaults: defaults)
        }
    }

    /// The articles of all files that can be read, one after another.
    var articles: some Sequence<Article> {
        records.lazy.compactMap { self.article(of: $0) }
    }

    /// Understands a record; nil when there is no article in it, which is reported.
    private func article(of record: ArticleRecord) -> Article? {
        do {
            return try record.article(note: note)
        } catch {
            report(error)
            return nil
        }
    }

    /// Ends the command with the exit code for inputs that could not be read, if there were any.
    func finish() throws {
        if noteCount > ArticleRun.noteLimit {
            Notes.write("\(noteCount - ArticleRun.noteLimit) more articles have a date that is not read; see --map")
        }
        if !unreadable.isEmpty { throw ExitCode.incomplete }
    }

    /// Names what could not be understood in an article that is good without it; of many the first.
    func note(_ note: ArticleError) {
        noteCount += 1
        if noteCount <= ArticleRun.noteLimit { Notes.write(note.description) }
    }

    /// Names a fault, and keeps it for the end of the command.
    func report(_ error: ArticleError) {
        unreadable.append(error)
        Notes.error(error.description)
    }
}
