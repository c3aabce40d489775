import ArgumentParser
import Articles
import DatelineCore
import EventExport
import Foundation

/// `dateline read`: the articles of files as the other commands see them.
struct ReadCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read",
        abstract: "Print articles as they are read: what is kept of a page, and what it says of itself.",
        discussion: """
            As text, an article is what an article's file may be: front matter, then the plain body. As JSON Lines, it \
            is one object a line. Nothing is stored and no event is sought.

            Example: dateline read page.html
            Example: dateline read pages --format jsonl > articles.jsonl
            """
    )

    /// How an article is printed.
    enum Form: String, CaseIterable, ExpressibleByArgument {
        case text, jsonl
    }

    @Argument(
        help: ArgumentHelp("Files, folders with articles, or - for standard input.", valueName: "path"),
        completion: .file()
    )
    var paths: [String]

    @Option(help: "The form of the output.")
    var format = Form.text

    @OptionGroup var forms: ArticleFormOptions

    func run() throws {
        let run = try ArticleRun(paths, forms: forms)
        let output = Output(descriptor: STDOUT_FILENO)
        do {
            for article in run.articles { try write(article, to: output) }
            try output.flush()
        } catch let error as OutputError where error.isClosedPipe {
            // The reader has seen enough.
        }
        try run.faults.finish()
    }

    private func write(_ article: Article, to output: Output) throws {
        let fields = ReadCommand.fields(of: article)
        switch format {
        case .jsonl:
            let path = [("path", Cell.text(article.path))]
            try output.writeObject(path + fields + [("body", .text(article.body))])
        case .text:
            let lines = fields.filter { $0.value != .empty }.map {
                "\($0.name): \(ReadCommand.quoted($0.value.plain))\n"
            }
            try output.write("---\n\(lines.joined())---\n\(article.body)\n")
        }
    }

    private static func fields(of article: Article) -> [(name: String, value: Cell)] {
        [
            ("title", Cell(article.title)), ("publisher", Cell(article.publisher)),
            ("published", Cell(article.published?.description)), ("modified", Cell(article.modified?.description)),
            ("url", Cell(article.url)), ("language", Cell(article.language)),
        ]
    }

    /// A value as YAML takes it whatever is in it.
    private static func quoted(_ value: String) -> String {
        let escaped = value.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(of: "\"", with: "\\\"")
        return "\"\(escaped)\""
    }
}
