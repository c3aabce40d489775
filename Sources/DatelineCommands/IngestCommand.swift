import ArgumentParser
import Articles
import DatelineCore
import EventStore
import Extraction
import Foundation

/// `dateline ingest`: reads articles into the database.
struct IngestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ingest",
        abstract: "Read articles and store the events that they report.",
        discussion: """
            Reads plain text and Markdown, with or without YAML front matter (title, publisher, published, url, \
            language), and JSON, JSON Lines and CSV with an article a record, by the common names of fields or those \
            of --map. Folders are read with those inside, sorted by name. An article that is already stored changes \
            nothing; a changed text under the same address becomes a new version.

            Ends with 2 when some inputs could not be read; each is named on standard error.

            Example: dateline ingest SampleData/Articles --db news.sqlite
            Example: dateline ingest dump.jsonl.gz --map fields.yaml
            Example: dateline ingest - --published 2024-08-11 --publisher "Coastal Courier" < article.txt
            """
    )

    @OptionGroup var articles: ArticleOptions
    @OptionGroup var store: StoreOptions

    /// What is to be done with an article, and what was done.
    private enum Work: Sendable {
        case known(Article)
        case unknown(Article)
        case extracted(Article, Extraction)
    }

    func run() async throws {
        let store = try store.open(.readWrite)
        let run = try ArticleRun(articles)
        let extractor = try articles.reading.extractor()
        let version = try articles.reading.version()
        var summary = IngestSummary()
        var fault: (any Error)?
        let work = run.articles.lazy.map { article -> Work in
            do {
                return try store.needsExtraction(article, extractor: version) ? .unknown(article) : .known(article)
            } catch {
                fault = fault ?? error
                return .known(article)
            }
        }
        do {
            try await inOrder(work, width: ProcessInfo.processInfo.activeProcessorCount * 2) { work in
                guard case .unknown(let article) = work else { return work }
                return .extracted(article, extractor.extract(article))
            } each: { work in
                if let fault { throw fault }
                guard case .extracted(let article, let extraction) = work else { return summary.add(.unchanged) }
                let outcome = try store.store(
                    article,
                    events: extraction.events,
                    rejections: extraction.rejections,
                    extractor: version
                )
                if outcome == .unchanged { return summary.add(.unchanged) }
                summary.add(outcome, events: extraction.events, rejections: extraction.rejections.count)
            }
        } catch {
            write(summary, of: run)
            throw error
        }
        try store.packColumns()
        write(summary, of: run)
        if let waiting = CorrectionLog.waiting(try store.correctionNumbers().waiting) { print(waiting) }
        try run.finish()
    }

    private func write(_ summary: IngestSummary, of run: ArticleRun) {
        let hasShownFaults = isatty(STDOUT_FILENO) == 1 && isatty(STDERR_FILENO) == 1
        let text = summary.text(passedOver: run.passedOver, unreadable: run.unreadable, isListing: !hasShownFaults)
        print(text, terminator: "")
    }
}
