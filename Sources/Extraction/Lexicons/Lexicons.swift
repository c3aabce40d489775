/// The word lists of the extractor, read once from the files inside the program.
public struct Lexicons: Sendable {
    /// Words whose full stop does not end a sentence.
    let abbreviations: Set<String>

    /// The lists inside the program.
    public static let embedded: Lexicons = {
        do {
            return try Lexicons(files: EmbeddedText.files)
        } catch {
            // The files are compiled in and tested: a bad one is a broken build.
            fatalError("The program's own lexicons cannot be read: \(error)")
        }
    }()

    /// Reads the lists from files by their names.
    init(files: [(name: String, text: String)]) throws(LexiconError) {
        var tables: [String: LexiconTable] = [:]
        for file in files { tables[file.name] = try LexiconTable(name: file.name, text: file.text) }
        func rows(_ name: String) throws(LexiconError) -> [LexiconTable.Row] {
            guard let table = tables[name] else {
                throw LexiconError(file: name, line: 0, reason: "the file is missing")
            }
            return table.rows
        }
        abbreviations = Set(try rows("abbreviations.tsv").map { $0["surface"] })
    }
}
