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
    /// How many of the files were begun.
    var begun = 0
    /// How many inputs could not be read.
    private(set) var unreadable = 0
    /// The first of them, in the order in which they were met.
    private(set) var firstUnreadable: [ArticleError] = []

    /// So many are kept.
    private static let most = 1000
    private let defaults: ArticleDefaults
    private let form: String?
    private let readers: ArticleReaders
    /// How much could not be understood in articles that are good without it.
    private var noteCount = 0
    /// Of so many notes alike the rest is only counted.
    private static let noteLimit = 3

    /// Looks for the files below some paths; or takes the paths as they are, where all must be files.
    init(
        _ paths: [String],
        forms: ArticleFormOptions,
        defaults: ArticleDefaults = .init(),
        areFiles: Bool = false
    ) throws {
        form = forms.form
        readers = try forms.readers()
        self.defaults = defaults
        guard !areFiles else {
            self.paths = paths
            passedOver = 0
            return
        }
        let found = ArticleFinder(paths, readers: readers)
        self.paths = found.paths
        passedOver = found.passedOver
        found.unreadable.forEach(report)
    }

    /// Looks for the files of a command line.
    convenience init(_ options: ArticleOptions, areFiles: Bool = false) throws {
        try self.init(options.paths, forms: options.forms, defaults: options.defaults, areFiles: areFiles)
    }

    /// The records of all files, one after another; to be understood by ``article(of:)`` or beside this task.
    var records: some Sequence<ArticleRecord> {
        paths.lazy.flatMap { path in
            self.begun += 1
            return self.readers.records(in: path, form: self.form, defaults: self.defaults)
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
        if unreadable > 0 { throw ExitCode.incomplete }
    }

    /// Names what could not be understood in an article that is good without it; of many the first.
    func note(_ note: ArticleError) {
        noteCount += 1
        if noteCount <= ArticleRun.noteLimit { Notes.write(note.description) }
    }

    /// Names a fault, and counts it for the end of the command.
    func report(_ error: ArticleError) {
        unreadable += 1
        if unreadable <= ArticleRun.most { firstUnreadable.append(error) }
        Notes.error(error.description)
    }
}
