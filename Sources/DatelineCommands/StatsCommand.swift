import ArgumentParser
import DatelineCore
import EventExport
import EventStore

/// `dateline stats`: what is in the database.
struct StatsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stats",
        abstract: "Show what is in the database.",
        discussion: """
            Articles, versions, events by type, the days covered, and what was rejected and why.

            Example: dateline stats --db news.sqlite
            """
    )

    @OptionGroup var store: StoreOptions
    @OptionGroup var format: FormatOptions

    func run() throws {
        try format.checkNeedsNoMap("Statistics")
        let store = try store.open(.readOnly)
        let statistics = try store.statistics()
        let corrections = try store.correctionNumbers()
        try format.write { output in
            let writer = try RowWriter(
                columns: ["what", "name", "value"],
                format: format.resolvedFormat,
                output: output
            )
            for (what, name, value) in StatsCommand.rows(statistics) {
                try writer.write([.text(what), Cell(name), value])
            }
            if corrections.all > 0 {
                try writer.write([.text("corrections"), .empty, .integer(corrections.all)])
                try writer.write([.text("corrections that wait"), .empty, .integer(corrections.waiting)])
            }
            try writer.finish()
        }
    }

    private static func rows(_ statistics: Statistics) -> [(String, String?, Cell)] {
        var rows: [(String, String?, Cell)] = [
            ("articles", nil, .integer(statistics.articles)),
            ("former versions", nil, .integer(statistics.formerVersions)),
            ("reprints", nil, .integer(statistics.reprints)),
            ("events", nil, .integer(statistics.events)),
            ("repeated events", nil, .integer(statistics.repeatedEvents)),
            ("first day", nil, Cell(statistics.firstDay?.description)),
            ("last day", nil, Cell(statistics.lastDay?.description)),
            ("events without a date", nil, .integer(statistics.undated)),
            ("events without a place", nil, .integer(statistics.unplaced)),
        ]
        rows += statistics.types.map { ("events", $0.name, .integer($0.number)) }
        rows += statistics.rejections.map { ("rejections", $0.name, .integer($0.number)) }
        rows += statistics.extractors.map { ("articles by extractor", $0.name, .integer($0.number)) }
        rows += statistics.datasets.map { ("rows of a dataset", $0.name, .integer($0.number)) }
        return rows
    }
}
