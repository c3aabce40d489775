import DatelineCore

/// The word lists of the extractor, read once from the files inside the program.
public struct Lexicons: Sendable {
    /// Words whose full stop does not end a sentence.
    let abbreviations: WordSet
    /// The words with which phrases of the tables begin.
    let firstWords: FirstWords
    /// English words that are no names where capitals tell nothing.
    let commonWords: WordSet
    /// Numbers in words.
    let numbers: PhraseTable<(class: NumberClass, value: Int)>
    /// Words that qualify numbers.
    let qualifiers: PhraseTable<QualifierEntry>
    /// Nouns that numbers count.
    let units: PhraseTable<UnitEntry>
    /// Words that make a number something else than a count.
    let measures: PhraseTable<String>
    /// Words that tell of events and outcomes.
    let triggers: PhraseTable<TriggerEntry>
    /// Weapons by code.
    let weapons: PhraseTable<WeaponEntry>
    /// Words that tell what kind of place a name is.
    let placeWords: PhraseTable<PlaceWordEntry>
    /// Prepositions before place names.
    let prepositions: PhraseTable<PlaceRole>
    /// Words after which nothing is asserted.
    let realis: PhraseTable<String>
    /// Words by subject.
    let topics: PhraseTable<(topic: String, weight: Int)>
    /// Frequent words of languages, with their codes.
    let languages: PhraseTable<String>
    /// The words of dates.
    let dates: DateLexicon
    /// Armed groups and forces.
    let actors: PhraseTable<(name: String, country: String?)>
    /// Who speaks, and the verbs of saying.
    let sources: SourceLexicon

    /// The lists inside the program.
    public static let embedded: Lexicons = {
        do {
            return try Lexicons(files: EmbeddedText.files)
        } catch {
            // The files are compiled in and tested: a bad one is a broken build.
            fatalError("The program's own lexicons cannot be read: \(error)")
        }
    }()

    /// Reads the lists inside the program with a user's rows on top.
    public init(adding user: UserLexicons) throws(LexiconError) {
        try self.init(files: EmbeddedText.files, adding: user)
    }

    /// Reads the lists from files by their names.
    init(files: [(name: String, text: String)], adding user: UserLexicons = UserLexicons()) throws(LexiconError) {
        var tables: [String: LexiconTable] = [:]
        for file in files { tables[file.name] = try LexiconTable(name: file.name, text: file.text) }
        func rows(_ name: String) throws(LexiconError) -> [LexiconTable.Row] {
            guard let table = tables[name] else {
                throw LexiconError(file: name, line: nil, reason: "the file is missing")
            }
            return user.rows(over: table)
        }
        var firstWords = FirstWords()
        func table<Value>(
            _ name: String,
            _ value: (LexiconTable.Row) -> Value?
        ) throws(LexiconError) -> PhraseTable<Value> {
            var phrases = PhraseTable<Value>()
            for row in try rows(name) {
                guard let value = value(row) else {
                    throw LexiconError(file: name, line: row.line, reason: "unknown code in “\(row["surface"])”")
                }
                for surface in row.alternatives("surface") { phrases.add(surface, value) }
            }
            phrases.enter(&firstWords)
            return phrases
        }
        abbreviations = WordSet(
            try rows("abbreviations.tsv").flatMap { $0.alternatives("surface") }.map { Word($0) }
        )
        commonWords = WordSet(try rows("words.tsv").flatMap { $0.alternatives("surface") }.map { Word($0) })
        var dates = try DateLexicon(try rows("dates.tsv"))
        dates.enter(&firstWords)
        self.dates = dates
        var sources = try SourceLexicon(rows: rows)
        sources.enter(&firstWords)
        self.sources = sources
        numbers = try table("numbers.tsv") { row in
            guard let kind = NumberClass(rawValue: row["class"]), let value = Int(row["value"]) else { return nil }
            return (kind, value)
        }
        qualifiers = try table("qualifiers.tsv") { row in
            CountQualifier(rawValue: row["qualifier"]).map {
                QualifierEntry(qualifier: $0, isAfter: row["side"] == "after")
            }
        }
        units = try table("units.tsv", UnitEntry.init)
        measures = try table("measures.tsv") { $0["reason"] }
        var triggers = try TriggerEntry.table(try rows("triggers.tsv"))
        triggers.enter(&firstWords)
        self.triggers = triggers
        weapons = try table("weapons.tsv") { row in
            let isAct = row["model"] == "act"
            return WeaponEntry(code: row["code"], isInferred: isAct || row["model"] == "inferred", isAct: isAct)
        }
        placeWords = try table("placewords.tsv", PlaceWordEntry.init)
        prepositions = try table("prepositions.tsv") { PlaceRole(rawValue: $0["role"]) }
        realis = try table("realis.tsv") { $0["mode"] }
        languages = try table("languages.tsv") { $0["language"] }
        topics = try table("topics.tsv") { row in Int(row["weight"]).map { (row["topic"], $0) } }
        actors = try table("actors.tsv") { ($0["name"], $0["country"].isEmpty ? nil : $0["country"]) }
        self.firstWords = firstWords
    }
}

extension Lexicons {
    /// Whether a word begins a phrase of a table that holds in small letters too.
    func hasPlain(_ word: Word) -> Bool { forms(of: word).contains(where: \.plain) }

    /// Whether a word is one that some table knows in capitals only.
    func needsCapitals(_ word: Word) -> Bool { forms(of: word).contains(where: \.capital) }

    private func forms(of word: Word) -> [(plain: Bool, capital: Bool)] {
        [
            numbers.forms(of: word), qualifiers.forms(of: word), units.forms(of: word), measures.forms(of: word),
            triggers.forms(of: word), weapons.forms(of: word), placeWords.forms(of: word),
            prepositions.forms(of: word), realis.forms(of: word), topics.forms(of: word),
            sources.titles.forms(of: word), sources.speakers.forms(of: word), sources.verbs.forms(of: word),
        ]
    }
}
