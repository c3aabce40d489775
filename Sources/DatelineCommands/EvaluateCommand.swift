import ArgumentParser
import Articles
import DatelineCore
import Evaluation
import EventExport
import Extraction
import Foundation

/// `dateline evaluate`: how well the extractor reads articles that careful readers have read too.
struct EvaluateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Score the extractor against articles with known events.",
        discussion: """
            Gold is a .jsonl file with one article a line, a .json file of one article, or a folder of them. Articles \
            and gold are matched by the file's name without its extension, or by the id of a record; gold without an article that was given is \
            left out, and said so.

            Below the figures stands how often each field was right by how sure the program was of it (high, medium, \
            low), and how many there were.

            Example: dateline evaluate SampleData/Gold SampleData/Articles
            """
    )

    @Argument(help: ArgumentHelp("What careful readers wrote down.", valueName: "gold"), completion: .file())
    var gold: String

    @OptionGroup var articles: ArticleOptions

    @Flag(help: "List every miss, extra and wrong field first.")
    var errors = false

    @Flag(
        help: ArgumentHelp(
            "List how often each rule and each doubt of the program was right, with its level.",
            discussion: "A rule where it decided and nothing spoke against it, a doubt wherever it was."
        )
    )
    var rules = false

    @Flag(help: "Print the figures as one JSON object.")
    var json = false

    func run() throws {
        let known = try GoldFile.read(gold)
        let run = try ArticleRun(articles)
        let extractor = try articles.reading.extractor()
        var found: [String: [ScoredEvent]] = [:]
        inOrder(run.articles, width: ProcessInfo.processInfo.activeProcessorCount * 2) { article in
            (GoldArticle.id(ofPath: article.path), extractor.extract(article).events.map { ScoredEvent($0) })
        } each: { id, events in
            found[id, default: []] += events
        }
        let given = Set(found.keys).union(run.faults.firstUnreadable.map { GoldArticle.id(ofPath: $0.path) })
        let scored = known.filter { given.contains($0.id) }
        try EvaluateCommand.checkOverlap(known: known, scored: scored, given: given)
        let evaluation = Evaluation(gold: scored, system: found)
        let output = Output(descriptor: STDOUT_FILENO)
        if errors {
            for error in evaluation.errors { try output.write(error + "\n") }
        }
        if rules {
            try output.write(CalibrationTable(evaluation.judgements).rules)
        } else if json {
            try writeJSON(evaluation.figures, to: output)
        } else {
            try writeTable(evaluation.figures, to: output)
            try output.write("\n" + CalibrationTable(evaluation.judgements).levels)
        }
        try output.flush()
        try run.faults.finish()
    }

    private static func checkOverlap(known: [GoldArticle], scored: [GoldArticle], given: Set<String>) throws {
        guard !scored.isEmpty else {
            throw CommandFailure("None of the articles is in the gold: names must match, as 0001.txt and \"0001\".")
        }
        if scored.count < known.count {
            Notes.write("\(known.count - scored.count) articles of the gold were not given and are left out")
        }
        let unknown = given.subtracting(known.map(\.id)).count
        if unknown > 0 {
            Notes.write("\(unknown) articles have no gold and are left out")
        }
    }

    private func writeJSON(_ figures: Figures, to output: Output) throws {
        try output.writeObject(
            figures.named.map { name, value in
                switch value {
                case .number(let number): (name, .integer(number))
                case .share(let share): (name, .decimal((share * 10_000).rounded(.toNearestOrEven) / 10_000))
                }
            }
        )
    }

    private func writeTable(_ figures: Figures, to output: Output) throws {
        for (name, value) in figures.named {
            let padding = String(repeating: " ", count: max(0, 18 - name.utf8.count))
            try output.write("\(name)\(padding) \(EvaluateCommand.text(value))\n")
        }
    }

    static func text(_ value: Figures.Value) -> String {
        switch value {
        case .number(let number): return String(number)
        case .share(let share):
            let thousandths = Int((share * 1000).rounded(.toNearestOrEven))
            let fraction = String(thousandths % 1000)
            return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - fraction.count) + fraction
        }
    }
}
