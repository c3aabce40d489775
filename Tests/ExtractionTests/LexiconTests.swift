import DatelineCore
import Testing

@testable import Extraction

@Suite struct LexiconTests {
    static let files = EmbeddedText.files.filter { $0.name != ConfidenceRules.fileName }
    /// Names, which must be written with their capitals.
    static let named: Set<String> = ["bodies.tsv", "countries.tsv", "speakers.tsv", "speech.tsv", "titles.tsv"]

    private func rows(_ name: String) throws -> [LexiconTable.Row] {
        let text = try #require(EmbeddedText.files.first { $0.name == name }?.text)
        return try LexiconTable(name: name, text: text).rows
    }

    @Test func `all lists are compiled in`() {
        #expect(LexiconTests.files.count >= 18)
    }

    @Test(arguments: files.map(\.name))
    func `a list opens with a comment and its columns`(name: String) throws {
        let text = try #require(EmbeddedText.files.first { $0.name == name }?.text)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.first?.hasPrefix("# ") == true)
        let header = try #require(lines.first { !$0.hasPrefix("#") })
        #expect(header.split(separator: "\t").first == "surface")
        #expect(text.hasSuffix("\n"))
        #expect(!text.contains("\r") && !text.contains("\u{FFFD}"))
        #expect(lines.allSatisfy { $0.last != " " && $0.last != "\t" })
    }

    @Test(arguments: files.map(\.name))
    func `the rows of a list are sorted and none stands twice`(name: String) throws {
        // Dates are sorted by class: its comments head the groups.
        let surfaces = try rows(name).map { $0["surface"] }
        let plain = surfaces.map { $0.hasPrefix("=") ? String($0.dropFirst()).lowercased() : $0 }
        // "Posted" heads a date line and also tells.
        let keys = try rows(name).map { name == "dates.tsv" ? $0["surface"] + $0["class"] : $0["surface"] }
        #expect(Set(keys).count == keys.count)
        guard name != "dates.tsv" else { return }
        #expect(surfaces == surfaces.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } || plain == plain.sorted())
    }

    @Test(arguments: files.map(\.name).filter { !named.contains($0) })
    func `forms in lower case match all, forms after = match capitals`(name: String) throws {
        for row in try rows(name) where !row["surface"].hasPrefix("=") {
            #expect(row["surface"] == row["surface"].lowercased(), "line \(row.line)")
        }
    }

    @Test(arguments: [
        ("numbers.tsv", "surface\tclass\tvalue\nseven\tdigit\tmany\n"),
        ("qualifiers.tsv", "surface\tqualifier\tside\nabout\tperhaps\tbefore\n"),
        ("units.tsv", "surface\tunit\tgroup\tkind\nmen\thorse\tunspecified\tvictim\n"),
        ("triggers.tsv", "surface\tevent\tcount\tform\tneeds\nhit\tattack.sneeze\t\tn\n"),
        ("triggers.tsv", "surface\tevent\tcount\tform\tneeds\nhit\tattack\t\tn\tluck\n"),
        ("placewords.tsv", "surface\tlevel\tside\ncity\tplanet\tafter\n"),
        ("prepositions.tsv", "surface\trole\nin\tsomewhere\n"),
        ("speech.tsv", "surface\tclass\tstrength\nsaid\tsing\tstrong\n"),
        ("titles.tsv", "surface\tkind\nmayor\twizard\n"),
        ("dates.tsv", "surface\tclass\tvalue\tcontext\n=Friday\tweekday\t9\n"),
        ("weapons.tsv", "surface\tcode\tmodel\nrock\tuav\tstated\textra\tcells\n"),
        ("topics.tsv", "surface\ttopic\tweight\ngoal\tsport\theavy\n"),
    ])
    func `a bad row is refused with file and line`(name: String, text: String) throws {
        let files = EmbeddedText.files.map { $0.name == name ? (name: name, text: text) : $0 }
        let error = try #require(throws: LexiconError.self) { try Lexicons(files: files) }
        #expect(error.file == name)
        #expect(error.line == 2)
        #expect(error.description.hasPrefix("\(name):2: "))
    }

    @Test func `a missing list is refused by name`() throws {
        let files = EmbeddedText.files.filter { $0.name != "units.tsv" }
        let error = try #require(throws: LexiconError.self) { try Lexicons(files: files) }
        #expect(error.file == "units.tsv")
    }

    @Test func `codes of weapons are written in words and points`() throws {
        for row in try rows("weapons.tsv") {
            let isPlain = row["code"].utf8.allSatisfy {
                (97...122).contains($0) || (48...57).contains($0) || "._".utf8.contains($0)
            }
            #expect(isPlain && !row["code"].isEmpty, "line \(row.line)")
            #expect(["stated", "inferred", "act"].contains(row["model"]), "line \(row.line)")
        }
    }

    @Test func `modes of realis are those that have a reach`() throws {
        let known = [
            "threat", "plan", "hypothesis", "appeal", "denial", "negation", "habit", "exercise", "commemoration",
            "reference", "accident", "figurative",
        ]
        for row in try rows("realis.tsv") { #expect(known.contains(row["mode"]), "line \(row.line)") }
    }
}
