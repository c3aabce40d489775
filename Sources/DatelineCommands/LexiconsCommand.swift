import ArgumentParser
import EventExport
import Extraction
import Foundation

/// `dateline lexicons`: the words that the extractor knows.
struct LexiconsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lexicons",
        abstract: "Show the word lists of the extractor.",
        discussion: """
            Without a name, the lists with their columns and what these mean; a star marks columns that every row fills. \
            With a name, the list itself, to copy rows from into a folder for --lexicons. Every list has a column \
            "surface" besides: the words as a text has them, several forms parted by |; an = in front of a form means \
            that capitals count.

            Example: dateline lexicons
            Example: dateline lexicons weapons
            """
    )

    @Argument(help: "A list: weapons or weapons.tsv.") var name: String?

    func run() throws {
        let output = Output(descriptor: STDOUT_FILENO)
        if let name {
            guard let format = LexiconFormat.named(name) else {
                let names = LexiconFormat.all.map(\.name).joined(separator: ", ")
                throw ValidationError("There is no lexicon \"\(name)\". There are \(names).")
            }
            try output.write(format.text)
        } else {
            try output.write(LexiconFormat.all.map(LexiconsCommand.description).joined(separator: "\n"))
        }
        try output.flush()
    }

    /// A lexicon's name, size, purpose and columns.
    private static func description(of format: LexiconFormat) -> String {
        var lines = ["\(format.name), \(format.rowCount) rows", "  \(format.summary)"]
        for column in format.columns where column.name != "surface" {
            let name = column.name + (column.isRequired ? "*" : "")
            let padding = String(repeating: " ", count: max(1, 12 - name.utf8.count))
            lines.append("  \(name)\(padding)\(format.meaning(of: column))")
            if let allowed = column.allowed {
                lines.append(String(repeating: " ", count: 14) + "Values: \(allowed).")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
