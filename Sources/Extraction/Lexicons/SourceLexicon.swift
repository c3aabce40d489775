import DatelineCore

/// The word lists that tell who speaks: bodies, titles, speakers, countries and verbs of saying.
struct SourceLexicon: Sendable {
    /// How a body's name takes the country or place before it.
    enum Nationality: Sendable {
        /// The name says it all: "Hezbollah".
        case own
        /// The country's adjective: "Kyiv's air force" is the Ukrainian Air Force.
        case country
        /// The country or place as written: "Kyiv police" are those of the city.
        case place
    }

    /// A ministry, army, agency, group or newsroom.
    struct Body: Sendable {
        /// Where a text names one.
        typealias Match = (tokens: Range<Int>, value: Body)

        let name: String
        let kind: SourceKind
        let country: String?
        let nationality: Nationality
        let family: String
    }

    /// A country as a word names it.
    struct Country: Sendable {
        /// What the word is.
        enum Form: Sendable {
            case name, adjective, capital
        }

        let name: String
        let code: String
        let adjective: String
        let form: Form
    }

    /// The head of a phrase for unnamed people.
    struct Speaker: Sendable {
        let kind: SourceKind
        let refers: String?
    }

    /// A verb of saying.
    struct Verb: Sendable {
        let verbClass: VerbClass
        let isWeak: Bool
    }

    private(set) var bodies = PhraseTable<Body>()
    private(set) var countries = PhraseTable<Country>()
    private(set) var titles = PhraseTable<SourceKind>()
    private(set) var speakers = PhraseTable<Speaker>()
    private(set) var verbs = PhraseTable<Verb>()

    /// Reads the tables by their names.
    init(rows: (String) throws(LexiconError) -> [LexiconTable.Row]) throws(LexiconError) {
        for row in try rows("bodies.tsv") {
            let kind = try SourceLexicon.kind(row, in: "bodies.tsv")
            let nationality: Nationality = row["country"] == "*" ? .country : row["country"] == "+" ? .place : .own
            let country = nationality == .own && !row["country"].isEmpty ? row["country"] : nil
            let body = Body(
                name: row["canonical"],
                kind: kind,
                country: country,
                nationality: nationality,
                family: row["family"]
            )
            for surface in row.alternatives("surface") {
                // The name of one body stands in capitals: "Shot" is a channel, "shot" is not.
                let isName = nationality == .own && surface.first?.isUppercase == true
                bodies.add(isName ? "=" + surface : surface, body)
            }
        }
        for row in try rows("countries.tsv") { addCountry(row) }
        for row in try rows("titles.tsv") {
            let kind = try SourceLexicon.kind(row, in: "titles.tsv")
            for surface in row.alternatives("surface") { titles.add(surface, kind) }
        }
        for row in try rows("speakers.tsv") {
            let kind = try SourceLexicon.kind(row, in: "speakers.tsv")
            let refers = row["refers"].isEmpty ? nil : row["refers"]
            for surface in row.alternatives("surface") { speakers.add(surface, Speaker(kind: kind, refers: refers)) }
        }
        for row in try rows("speech.tsv") {
            guard let verbClass = VerbClass(rawValue: row["class"]) else {
                throw LexiconError(file: "speech.tsv", line: row.line, reason: "unknown class \(row["class"])")
            }
            let verb = Verb(verbClass: verbClass, isWeak: row["strength"] == "weak")
            for surface in row.alternatives("surface") { verbs.add(surface, verb) }
        }
    }

    /// Enters the first words of its tables.
    mutating func enter(_ firstWords: inout FirstWords) {
        bodies.enter(&firstWords)
        countries.enter(&firstWords)
        titles.enter(&firstWords)
        speakers.enter(&firstWords)
        verbs.enter(&firstWords)
    }

    private mutating func addCountry(_ row: LexiconTable.Row) {
        let names = row.alternatives("surface")
        func country(_ form: Country.Form) -> Country {
            Country(name: names.first ?? "", code: row["code"], adjective: row["adjective"], form: form)
        }
        for name in row.alternatives("capitals") { countries.add("=" + name, country(.capital)) }
        for name in [row["adjective"]] + row.alternatives("adjectives") {
            countries.add("=" + name, country(.adjective))
        }
        for name in names { countries.add("=" + name, country(.name)) }
    }

    private static func kind(_ row: LexiconTable.Row, in file: String) throws(LexiconError) -> SourceKind {
        guard let kind = SourceKind(rawValue: row["kind"]) else {
            throw LexiconError(file: file, line: row.line, reason: "unknown kind \(row["kind"])")
        }
        return kind
    }
}
