import DatelineCore
import Testing

@testable import Extraction

@Suite struct UserLexiconTests {
    /// The faults of one file.
    private func faults(_ name: String, _ lines: String...) -> [String] {
        let file = UserLexicons.File(path: "mine/\(name)", bytes: Array(lines.joined(separator: "\n").utf8))
        do {
            _ = try UserLexicons(parsing: [file])
            return []
        } catch {
            return error.errors.map(\.description)
        }
    }

    private func lexicons(_ files: (name: String, text: String)...) throws -> Lexicons {
        try Lexicons(adding: UserLexicons(parsing: files.map { .init(path: $0.name, bytes: Array($0.text.utf8)) }))
    }

    private func value<Value>(of words: String, in table: PhraseTable<Value>) -> Value? {
        let document = Document(words, abbreviations: [])
        return table.match(document, at: 0, before: document.tokens.count)?.value
    }

    // MARK: What the program says of its own lists

    @Test func `every list has a format with the columns of its file`() throws {
        #expect(LexiconFormat.all.map(\.name) == LexiconTests.files.map(\.name))
        for format in LexiconFormat.all {
            #expect(format.columns.map(\.name) == format.builtIn.columns, "\(format.name)")
            #expect(format.rowCount > 0 && !format.summary.isEmpty, "\(format.name)")
            for column in format.columns.dropFirst() {
                #expect(!format.meaning(of: column).isEmpty, "\(format.name), \(column.name)")
            }
        }
    }

    @Test(arguments: LexiconFormat.all.map(\.name))
    func `the program's own rows pass the check of the user's`(name: String) throws {
        let format = try #require(LexiconFormat.named(name))
        for row in format.builtIn.rows {
            for column in format.columns {
                let cell = row[column.name]
                if cell.isEmpty {
                    #expect(!column.isRequired, "\(name), line \(row.line), \(column.name)")
                } else {
                    #expect(column.values.objection(to: cell) == nil, "\(name), line \(row.line), \(column.name)")
                }
            }
            #expect(format.objection(to: row) == nil, "\(name), line \(row.line)")
        }
    }

    // MARK: Rows

    @Test func `rows add to a list, in any order of columns`() throws {
        let lexicons = try lexicons(("weapons.tsv", "code\tsurface\nuav.oneway.grom\tgrom-9|grom-9s\n"))
        #expect(value(of: "Grom-9s", in: lexicons.weapons)?.code == "uav.oneway.grom")
        #expect(value(of: "mortar", in: lexicons.weapons)?.code == "mortar")
    }

    @Test func `a row comes in place of the one with its surface`() throws {
        let lexicons = try lexicons(("weapons.tsv", "surface\tcode\nMortar\tartillery\n"))
        #expect(value(of: "mortar", in: lexicons.weapons)?.code == "artillery")
    }

    @Test func `a row takes one form from a row of several`() throws {
        let lexicons = try lexicons(("speech.tsv", "surface\tclass\tstrength\nadmits\tclaim\tstrong\n"))
        #expect(value(of: "admits", in: lexicons.sources.verbs)?.verbClass == .claim)
        #expect(value(of: "admitted", in: lexicons.sources.verbs)?.verbClass == .confirm)
    }

    @Test func `a minus sign removes a row, with and without the mark for capitals`() throws {
        let lexicons = try lexicons(("weapons.tsv", "surface\tcode\n-mortar\n-FPV\n"))
        #expect(value(of: "mortar", in: lexicons.weapons) == nil)
        #expect(value(of: "FPV", in: lexicons.weapons) == nil)
        #expect(value(of: "mortars", in: lexicons.weapons) != nil)
    }

    @Test func `a row of the list with a minus sign before it removes the row`() throws {
        let lexicons = try lexicons(
            ("bodies.tsv", "surface\tcanonical\tkind\tcountry\n-=FARDC|FARDC\tFARDC\tngo\tCD\n")
        )
        #expect(value(of: "FARDC", in: lexicons.sources.bodies) == nil)
    }

    @Test func `a spreadsheet's line ends and mark of UTF-8 are no fault`() throws {
        let lexicons = try lexicons(("weapons.tsv", "\u{FEFF}surface\tcode\r\n\r\ngrom-9\tuav.oneway.grom\t\r\n"))
        #expect(value(of: "grom-9", in: lexicons.weapons)?.code == "uav.oneway.grom")
    }

    @Test func `words that a text marks with capitals alone leave the others`() throws {
        let lexicons = try lexicons(("weapons.tsv", "surface\tcode\n=MORTAR\tartillery\n"))
        #expect(value(of: "MORTAR", in: lexicons.weapons)?.code == "artillery")
        #expect(value(of: "mortar", in: lexicons.weapons)?.code == "mortar")
    }

    // MARK: Faults

    @Test func `all faults of a file are told, each with its line, cell and what will do`() {
        let found = faults(
            "triggers.tsv",
            "# mine",
            "surface\tevent\tform\tneeds",
            "swatted down\tattack.dron\tpv",
            "swatted\tattack\tx\tluck",
            "batted down\t\tpv",
            "\tattack\tpv"
        )
        #expect(found.count == 5)
        #expect(
            found.first?.hasPrefix(
                "mine/triggers.tsv:3: “attack.dron” in column event: did you mean attack.drone or attack.debris or "
            ) == true
        )
        #expect(found.dropFirst().first == "mine/triggers.tsv:4: “x” in column form: use one of p, v, pv, i, n, t")
        #expect(found.contains("mine/triggers.tsv:5: column event or column count must be filled"))
        #expect(found.last == "mine/triggers.tsv:6: the surface is empty: write the words as a text has them")
    }

    @Test(arguments: [
        ("surface\tcode\nx\tuav.onway", ":2: “uav.onway” in column code: did you mean uav.oneway?"),
        ("surface\tcode\nx\tuav.oneway.Grom", ":2: “uav.oneway.Grom” in column code"),
        ("surface\tcode\nx\tpike", ":2: “pike” in column code: use a code of weapons.tsv"),
        ("surface\tcode\nx", ":2: column code of “x” is empty (are there tabs between the cells?); use a code"),
        ("surface\tcode\nx\tuav\nX\tusv", ":3: “X” stands in line 2 already"),
        ("surface\tcode\nx\tuav\ty", ":2: the line has 3 cells for 2 columns"),
        ("surface\tcode\n=\tuav", ":2: the surface “=” has no word"),
        ("surface\tcode\n-gerann\t", ":2: there is no row “gerann” to remove from weapons.tsv; did you mean geran"),
        ("surface\tcode\n-\t", ":2: the surface to remove is empty"),
        (
            "surface\tcode\tcolour\nx\tuav\tred",
            ":1: there is no column “colour” in weapons.tsv, only surface, code, model"
        ),
        ("surface\tcode\tcode\n", ":1: the column code is named twice"),
        ("surface\tmodel\n", ":1: the column code is missing; weapons.tsv needs it"),
        ("grom-9\tuav\n", ":1: the first line must name the columns, with tabs between them: surface, code, model"),
    ])
    func `a fault is named`(text: String, message: String) {
        let found = faults("weapons.tsv", text)
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("mine/weapons.tsv" + message) == true, "\(found)")
    }

    @Test func `a value that its class does not have is named`() {
        #expect(
            faults("dates.tsv", "surface\tclass\tvalue", "=Zday\tweekday\t9") == [
                "mine/dates.tsv:2: “9” in column value does not go with weekday; rows of that class show how"
            ]
        )
        #expect(
            faults("numbers.tsv", "surface\tclass\tvalue", "umpteen\tfew\tmany").first?.contains("whole number") == true
        )
        #expect(
            faults("bodies.tsv", "surface\tcanonical\tkind\tcountry", "x\tX\tngo\tUkraine").first?.contains("ISO")
                == true
        )
    }

    @Test func `a file that is no lexicon is named with those that are`() {
        let found = faults("wepons.tsv", "surface\tcode")
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("mine/wepons.tsv: no lexicon has this name. Did you mean weapons.tsv?") == true)
        #expect(found.first?.contains("triggers.tsv") == true)
    }

    @Test func `a file that is not UTF-8 is named`() {
        let file = UserLexicons.File(path: "mine/weapons.tsv", bytes: [0x73, 0xFF])
        #expect(throws: LexiconErrors.self) { try UserLexicons(parsing: [file]) }
    }

    @Test(arguments: [
        ("uav.oneway.grom", true), ("uav.fpv", true), ("missile.cruise", true), ("artillery.howitzer", true),
        ("uav.onway", false), ("pike", false), ("uav.oneway.", false), ("uav.oneway.a b", false),
        ("uav.oneway.shahed.mark2", true), ("missile.cruise.x.y", false),
    ])
    func `a new model stands below a class of weapons`(code: String, isAccepted: Bool) {
        #expect(WeaponVocabulary.embedded.accepts(code) == isAccepted)
    }
}
