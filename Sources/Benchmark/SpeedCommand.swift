import ArgumentParser
import DatelineCore
import Extraction
import Foundation

/// `dateline-benchmark speed`: measures how fast articles are read, from text to events, without a database.
struct SpeedCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "speed",
        abstract: "Measure how fast articles are read.",
        discussion: """
            The text is made of the paragraphs of some articles in random order, the same in every run. Words are \
            what white space parts. A quiet machine gives the same figures by the clock as by the processor's time.

            Example: swift run -c release dateline-benchmark
            """
    )

    @Option(help: ArgumentHelp("How much text to read, in megabytes.", valueName: "number"))
    var megabytes = 12

    @Option(help: ArgumentHelp("How often to read it; the best time counts.", valueName: "number"))
    var rounds = 3

    @Argument(help: ArgumentHelp("Files or folders with the articles.", valueName: "path"))
    var paths = ["SampleData/Articles"]

    func run() throws {
        var text = try BenchmarkText(paths)
        if text.isEmpty { throw ValidationError("There is no article in \(paths.joined(separator: ", ")).") }
        let extractor = Extractor()
        let total = megabytes * 1_000_000
        let cores = ProcessInfo.processInfo.activeProcessorCount
        let news = text.articles(of: 3000, total: total)
        _ = Measurement.oneCore(Array(news.prefix(20)), extractor)

        print(row(["", "articles", "MB", "events", "words/s", "words/CPU s", "MB/s"]))
        let one = best { Measurement.oneCore(news, extractor) }
        report("one core", news, one)
        var all = Measurement.allCores(news, extractor)
        for _ in 1..<max(1, rounds) {
            let next = Measurement.allCores(news, extractor)
            if next.wall < all.wall { all = next }
        }
        report("\(cores) cores", news, all)
        print("\(cores) cores are \(decimal(one.wall / all.wall)) times as fast as one.\n")

        print("On one core, by the length of an article:")
        for (name, size) in [("5 KB", 5_000), ("50 KB", 50_000), ("500 KB", 500_000), ("5 MB", 5_000_000)] {
            let articles = text.articles(of: min(size, total), total: min(total, 5_000_000))
            report(name, articles, best { Measurement.oneCore(articles, extractor) })
        }
        print("\nPeak memory: \(Measurement.peakMegabytes) MB, the text itself included.")
    }

    /// The best of some rounds.
    private func best(_ measure: () -> Measurement) -> Measurement {
        var best = measure()
        for _ in 1..<max(1, rounds) {
            let next = measure()
            if next.wall < best.wall { best = next }
        }
        return best
    }

    private func report(_ name: String, _ articles: [Article], _ time: Measurement) {
        let bytes = articles.reduce(0) { $0 + $1.body.utf8.count }
        let words = articles.reduce(0) { $0 + $1.body.utf8.split { $0 <= 32 }.count }
        print(
            row([
                name, "\(articles.count)", decimal(Double(bytes) / 1e6), "\(time.events)",
                "\(Int(Double(words) / time.wall))", "\(Int(Double(words) / time.processor))",
                decimal(Double(bytes) / 1e6 / time.wall),
            ])
        )
    }

    private func row(_ cells: [String]) -> String {
        cells.map { String(repeating: " ", count: max(1, 12 - $0.count)) + $0 }.joined()
    }

    private func decimal(_ number: Double) -> String {
        String(format: "%.2f", number)
    }
}
