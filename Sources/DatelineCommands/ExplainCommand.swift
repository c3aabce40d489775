import ArgumentParser
import Articles
import DatelineCore
import EventExport
import EventStore
import Extraction
import Foundation

/// `dateline explain`: why an event is as it is.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Show why events are as they are.",
        discussion: """
            For the number of a stored event: its sentence with the evidence marked, the rule behind each field, and \
            what was rejected in the sentences around it. For a file: the same for the whole article, without a database.

            Example: dateline explain 7
            Example: dateline explain SampleData/Articles/0001-belgorod-push.txt
            """
    )

    @Argument(help: ArgumentHelp("The number of an event, or an article's file.", valueName: "id|file"))
    var subject: String

    @OptionGroup var store: StoreOptions

    @Option(help: ArgumentHelp("The day of publication of a file that names none.", valueName: "date"))
    var published: Day?

    @OptionGroup var forms: ArticleFormOptions
    @OptionGroup var reading: ExtractorOptions

    func run() throws {
        if let id = Int64(subject), !FileManager.default.fileExists(atPath: subject) {
            try explainEvent(id)
        } else {
            try explainFile()
        }
    }

    private func explainEvent(_ id: Int64) throws {
        let store = try store.open(.readOnly)
        guard let record = try store.event(id: id), let stored = try store.article(ofEvent: id) else {
            throw CommandFailure("There is no event \(id) in \(self.store.resolvedPath).")
        }
        let explanation = Explanation(of: stored.article, style: .standardOutput)
        let rejections = try store.rejections(ofArticleOfEvent: id)
        let place = ArticleError.printable(record.article)
        try write([
            "\(place), read by extractor \(record.extractor)\n",
            explanation.text(of: record.event, name: "Event \(id)"),
            explanation.text(of: rejections, near: record.event.evidence.sentence),
        ])
    }

    private func explainFile() throws {
        let records = try forms.readers().records(
            in: subject,
            form: forms.form,
            defaults: ArticleDefaults(published: published?.date)
        )
        let extractor = try reading.extractor()
        var isWhole = true
        for record in records {
            guard let article = article(of: record) else {
                isWhole = false
                continue
            }
            let extraction = extractor.extract(article)
            let explanation = Explanation(of: article, style: .standardOutput)
            let count = extraction.events.count
            var parts = [explanation.heading(anchor: extraction.anchor)]
            parts += extraction.events.enumerated().map { number, event in
                explanation.text(of: event, name: "Event \(number + 1) of \(count)")
            }
            if extraction.events.isEmpty { parts.append("No events.\n") }
            parts.append(explanation.text(of: extraction.rejections))
            try write(parts)
        }
        if !isWhole { throw ExitCode.failure }
    }

    private func article(of record: ArticleRecord) -> Article? {
        do {
            return try record.article { Notes.write($0.description) }
        } catch {
            Notes.error(error.description)
            return nil
        }
    }

    private func write(_ parts: [String]) throws {
        let output = Output(descriptor: STDOUT_FILENO)
        try output.write(parts.filter { !$0.isEmpty }.joined(separator: "\n"))
        try output.flush()
    }
}
