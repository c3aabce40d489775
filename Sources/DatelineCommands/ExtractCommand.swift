import ArgumentParser
import Articles
import DatelineCore
import EventExport
import Extraction
import Foundation

/// `dateline extract`: articles in, events out, without a database.
struct ExtractCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract",
        abstract: "Read articles as JSON Lines from standard input and write their events as JSON Lines.",
        discussion: """
            A line of the input is an article as ingest takes it: an object with its text, title, day, publisher, \
            address and language by the common names of fields or those of --map. Its "path" is what it is called; \
            else it is the line. A line of the output is an event, as export writes it with --format jsonl, but \
            without a number. Events come in the order of the articles, each article's as soon as it is read. \
            Nothing is kept between articles, so that any number of processes may share them.

            With --with-articles a line of the output is an article with everything that was read in it, for \
            dateline ingest --events.

            Ends with 2 when lines could not be read; each is named on standard error.

            Example: dateline extract < articles.jsonl > events.jsonl
            Example: zcat dump.jsonl.gz | dateline extract --map fields.yaml > events.jsonl
            Example: dateline extract --with-articles < articles.jsonl | dateline ingest --events -
            """
    )

    @Flag(help: "Write one line an article, with the article itself, for dateline ingest --events.")
    var withArticles = false

    @OptionGroup var fields: MapOption
    @OptionGroup var parallel: JobsOptions
    @OptionGroup var reading: ExtractorOptions

    func run() throws {
        let extractor = try reading.extractor()
        let version = try reading.version()
        let faults = FaultLog()
        let output = Output(descriptor: STDOUT_FILENO)
        let withArticles = withArticles
        let map = try fields.articleMap()
        do {
            let input = try ByteStream(path: "-")
            var records = JSONLinesReader(map: map).records(in: input, defaults: ArticleDefaults())
            let size = { (record: ArticleRecord) in JobsOptions.size(of: record.size) }
            let draw = { (mayWait: Bool) in records.next(mayWait: mayWait) }
            try inOrder(width: parallel.width, jobs: parallel.limit, size: size, draw: draw) { record in
                Result {
                    var notes: [ArticleError] = []
                    let article = try record.article { notes.append($0) }
                    let extraction = extractor.extract(article)
                    let read = ReadArticle(
                        article,
                        extractor: version,
                        events: extraction.events,
                        rejections: extraction.rejections
                    )
                    return (lines: withArticles ? try read.line() : try read.eventLines(), notes: notes)
                }
            } each: { result in
                do {
                    let answer = try result.get()
                    answer.notes.forEach(faults.note)
                    try output.write(answer.lines)
                    try output.flush()
                } catch let error as ArticleError {
                    faults.report(error)
                }
            }
            if let fault = input.takeFault() { faults.report(fault) }
        } catch let error as OutputError where error.isClosedPipe {
            // The reader has seen enough.
        }
        try faults.finish()
    }
}

extension ReadArticle {
    /// The article and what was read in it, on one line.
    fileprivate func line() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(self) + [UInt8(ascii: "\n")]
    }

    /// The events in the form of export, one a line.
    fileprivate func eventLines() throws -> [UInt8] {
        let output = Output()
        let writer = try EventWriter(format: .jsonl, output: output)
        for event in events {
            try writer.write(
                EventRecord(
                    id: 0,
                    article: article.path,
                    url: article.url,
                    publisher: article.publisher,
                    published: article.published,
                    modified: article.modified,
                    event: event,
                    extractor: extractor
                )
            )
        }
        try writer.finish()
        return output.bytes
    }
}
