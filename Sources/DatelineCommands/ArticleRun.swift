import ArgumentParser
import Articles
import DatelineCore

/// The articles of one command: what is read, what was passed over, and what could not be read.
final class ArticleRun {
    /// How many of the files were begun.
    var begun = 0
    /// What could not be read.
    let faults = FaultLog()

    private let arguments: [String]
    private let areFiles: Bool
    private lazy var finder = ArticleFinder(arguments, readers: readers, report: faults.report)
    private let defaults: ArticleDefaults
    private let form: String?
    private let readers: ArticleReaders

    /// Takes the files below some paths; or the paths as they are, where all must be files.
    init(
        _ arguments: [String],
        forms: ArticleFormOptions,
        defaults: ArticleDefaults = .init(),
        areFiles: Bool = false
    ) throws {
        form = forms.form
        readers = try forms.readers()
        self.defaults = defaults
        self.arguments = arguments
        self.areFiles = areFiles
    }

    /// Takes the files of a command line.
    convenience init(_ options: ArticleOptions, areFiles: Bool = false) throws {
        try self.init(options.paths, forms: options.forms, defaults: options.defaults, areFiles: areFiles)
    }

    /// The files to read, in order, found as they are asked for; once in a run.
    var paths: AnySequence<String> { areFiles ? AnySequence(arguments) : AnySequence(finder) }

    /// How many entries of folders were passed over so far.
    var passedOver: Int { finder.passedOver }

    /// How many files there are to read.
    func countFiles() -> Int {
        areFiles ? arguments.count : ArticleFinder(arguments, readers: readers).reduce(0) { count, _ in count + 1 }
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
            return try record.article(note: faults.note)
        } catch {
            faults.report(error)
            return nil
        }
    }
}
