import ArgumentParser
import DatelineCore
import Foundation

/// `dateline-benchmark articles`: makes articles to measure ingests with.
struct ArticlesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "articles",
        abstract: "Write articles made of the sample articles' paragraphs.",
        discussion: """
            Paragraphs come in random order with other numbers in them, so that articles share many sentences. With \
            --apart an invented word stands behind every fourth, and they share hardly any. The same options give the \
            same bytes.

            Example: swift run -c release dateline-benchmark articles --number 20000 > articles.jsonl
            Example: swift run -c release dateline-benchmark articles --number 100000 --folder articles
            """
    )

    @Option(help: ArgumentHelp("How many articles to write.", valueName: "number"))
    var number = 1000

    @Option(help: ArgumentHelp("About how many bytes an article has.", valueName: "number"))
    var size = 3000

    @Flag(help: "Put an invented word behind every fourth.")
    var apart = false

    @Option(help: ArgumentHelp("Write a file each, a thousand in a folder, and no JSON Lines.", valueName: "folder"))
    var folder: String?

    @Argument(help: ArgumentHelp("Files or folders with the articles.", valueName: "path"))
    var paths = ["SampleData/Articles"]

    func run() throws {
        var text = try BenchmarkText(paths)
        if text.isEmpty { throw ValidationError("There is no article in \(paths.joined(separator: ", ")).") }
        if apart { text.setApart() }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        for number in 0..<number {
            var article = text.article(number, of: size)
            article.path = "\(padded(number / 1000))/\(padded(number % 1000)).txt"
            if let folder {
                try write(article, in: folder)
            } else {
                try FileHandle.standardOutput.write(contentsOf: encoder.encode(article) + Data("\n".utf8))
            }
        }
    }

    private func write(_ article: Article, in folder: String) throws {
        let file = URL(filePath: folder).appending(path: article.path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        let text = """
            ---
            title: \(article.title ?? "")
            publisher: \(article.publisher ?? "")
            published: \(article.published?.description ?? "")
            url: \(article.url ?? "")
            language: \(article.language ?? "")
            ---
            \(article.body)
            """
        try Data(text.utf8).write(to: file)
    }

    private func padded(_ number: Int) -> String {
        String(repeating: "0", count: max(0, 3 - "\(number)".count)) + "\(number)"
    }
}
