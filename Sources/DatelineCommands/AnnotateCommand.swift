import ArgumentParser
import Articles
import DatelineCore
import EventExport
import Extraction
import Foundation

/// `dateline annotate`: what was recognised in an article, with positions.
struct AnnotateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "annotate",
        abstract: "Print every date, place, source, count, weapon and trigger that is recognised in an article.",
        discussion: """
            One JSON object a line, in the order of the text. "start" and "end" are bytes of the article's plain body, \
            as it is stored; the resolved value follows.

            Example: dateline annotate SampleData/Articles/0001-belgorod-push.txt
            """
    )

    @OptionGroup var articles: ArticleOptions

    func run() throws {
        let run = try ArticleRun(articles)
        let extractor = try articles.reading.extractor()
        let output = Output(descriptor: STDOUT_FILENO)
        for article in run.articles {
            for mention in extractor.extract(article).mentions {
                try output.writeObject(AnnotateCommand.members(of: mention))
            }
        }
        try output.flush()
        try run.faults.finish()
    }

    /// A mention as the members of one JSON object; a member that would stand twice takes its kind's name before it.
    static func members(of mention: Mention) -> [(name: String, value: Cell)] {
        var members: [(name: String, value: Cell)] = [
            ("kind", .text(mention.kind.rawValue)), ("start", .integer(mention.range.lowerBound)),
            ("end", .integer(mention.range.upperBound)), ("text", .text(mention.text)),
            ("sentence", .integer(mention.sentence)),
        ]
        for field in mention.fields {
            let isTaken = members.contains { $0.name == field.name }
            let name = isTaken ? "\(mention.kind.rawValue)_\(field.name)" : field.name
            members.append((name, cell(field)))
        }
        return members
    }

    private static let integers: Set<String> = [
        "low", "best", "high", "geonameid", "admin1ID", "admin2ID", "countryID",
    ]
    private static let decimals: Set<String> = ["latitude", "longitude"]

    private static func cell(_ field: Mention.Field) -> Cell {
        guard let value = field.value else { return .empty }
        if integers.contains(field.name), let number = Int(value) { return .integer(number) }
        if decimals.contains(field.name), let number = Double(value) { return .decimal(number) }
        return .text(value)
    }
}
