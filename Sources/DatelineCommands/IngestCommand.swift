import ArgumentParser
import Articles
import DatelineCore
import EventStore
import Extraction
import Foundation

/// `dateline ingest`: reads articles into the database.
struct IngestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ingest",
        abstract: "Read articles and store the events that they report.",
        discussion: """
            Reads plain text and Markdown, with or without YAML front matter (title, publisher, published, url, \
            language), and JSON, JSON Lines and CSV with an article a record, by the common names of fields or those \
            of --map. Folders are read with those inside, sorted by name. An article that is already stored changes \
            nothing; a changed text under the same address becomes a new version.

            With --events the files hold what dateline extract --with-articles wrote, elsewhere or on many machines; the \
            rows are the same as if the articles were read here.

            Articles are stored as they are read. Ctrl-C ends after those at hand, and the same command again goes on \
            where the former one stopped.

            Ends with 2 when some inputs could not be read; each is named on standard error. Ends with 130 when it was \
            stopped by Ctrl-C.

            Example: dateline ingest SampleData/Articles --db news.sqlite
            Example: dateline ingest dump.jsonl.gz --map fields.yaml
            Example: dateline ingest - --published 2024-08-11 --publisher "Coastal Courier" < article.txt
            Example: dateline ingest --events read/part-*
            Example: dateline ingest archive --dry-run --limit 1000
            """
    )

    @OptionGroup var articles: ArticleOptions

    @Flag(help: "The files are what extract --with-articles wrote: store what was read there.")
    var events = false

    @Option(help: ArgumentHelp("Stop after so many articles that were not stored already.", valueName: "number"))
    var limit: Int?

    @Flag(help: "Read everything, say what would be stored, and store nothing.")
    var dryRun = false

    @OptionGroup var parallel: JobsOptions
    @OptionGroup var store: StoreOptions

    func validate() throws {
        if let limit, limit < 0 { throw ValidationError("--limit cannot be below 0.") }
        if events, articles.published != nil || articles.publisher != nil {
            throw ValidationError("--published and --publisher are for articles that are read here, not for --events.")
        }
    }

    func run() throws {
        let reading = articles.reading
        let (extractor, version) = (try reading.extractor(), try reading.version())
        let store = dryRun ? nil : try store.open(events ? .readWrite : .load)
        let former = try store?.newestArticle()
        let known = try KnownArticles(path: self.store.resolvedPath)
        let reader = RecordReader(extractor: extractor, version: version, known: known)
        let interruption = Interruption()
        let run = try ArticleRun(articles, areFiles: events)
        let ingest = ArticleIngest(store: store, limit: limit, report: run.faults.report, note: run.faults.note)
        let isDone = { interruption.isAsked || ingest.isFull }
        var progress = IngestProgress(files: run.countFiles(), isTerminal: Notes.isTerminal)
        let each = { (record: IngestedRecord) in
            try ingest.take(record)
            if let text = progress.add(isKnown: record.isKnown, begun: run.begun) { Notes.progress(text) }
        }
        do {
            let (width, jobs) = (parallel.width, parallel.limit)
            if events {
                var lines = ReadArticleLines(of: run)
                let draw = { (_: Bool) in isDone() ? nil : lines.next() }
                try inOrder(
                    width: width,
                    jobs: jobs,
                    size: \.size,
                    draw: draw,
                    work: reader.read,
                    each: each
                )
            } else {
                var records = run.records.makeIterator()
                let draw = { (_: Bool) in isDone() ? nil : records.next() }
                let size = { (record: ArticleRecord) in JobsOptions.size(of: record.size) }
                try inOrder(width: width, jobs: jobs, size: size, draw: draw, work: reader.read, each: each)
            }
            try ingest.finish()
        } catch {
            write(ingest.summary, of: run)
            throw error
        }
        Notes.endProgress()
        try store?.packColumns()
        write(ingest.summary, of: run)
        if let store, let former, let text = PrintingSheet.text(try store.reprints(since: former)) { print(text) }
        if let store, let waiting = CorrectionLog.waiting(try store.correctionNumbers().waiting) { print(waiting) }
        if interruption.isAsked {
            print("Stopped before the end. The same command goes on from here.")
            throw interruption.exitCode
        }
        try run.faults.finish()
    }

    private func write(_ summary: IngestSummary, of run: ArticleRun) {
        let hasShownFaults = isatty(STDOUT_FILENO) == 1 && isatty(STDERR_FILENO) == 1
        let text = summary.text(
            passedOver: run.passedOver,
            unreadable: run.faults.unreadable,
            listed: hasShownFaults ? [] : Array(run.faults.firstUnreadable.prefix(20))
        )
        print(text, terminator: "")
    }
}
