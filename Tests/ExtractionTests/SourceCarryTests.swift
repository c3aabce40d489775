import DatelineCore
import Testing

@testable import Extraction

@Suite struct SourceCarryTests {
    private func read(_ text: String) -> (document: Document, found: [Attribution]) {
        let document = Document(text, abbreviations: Lexicons.embedded.abbreviations)
        return (document, SourceRecognizer().attributions(in: document))
    }

    /// The source of the first number or word of the last sentence that is marked with a star.
    private func source(_ marked: String) -> Attribution? {
        let offset = marked.utf8.firstIndex(of: UInt8(ascii: "*")).map {
            marked.utf8.distance(from: marked.startIndex, to: $0)
        }
        let (document, found) = read(String(marked.filter { $0 != "*" }))
        let index = document.tokens.firstIndex { $0.range.lowerBound >= offset ?? 0 }
        return index.flatMap { found.attribution(governing: $0) }
    }

    @Test(arguments: [
        ("Estonia's air force said a jet was lost. It said its gunners had hit *six drones.", "Estonian Air Force"),
        ("Mayor Ann Lee said a jet was lost. He added that *six houses burned.", "Ann Lee"),
        (
            "Peru's interior ministry said a jet was lost. The same ministry reported *six arrests.",
            "Peruvian Interior Ministry"
        ),
        ("The group Hamas denied it. The group said *six men were safe.", "Hamas"),
        ("\"We ran. *Six of us hid. We saw smoke,\" said Ann Lee, a farmer.", "Ann Lee"),
        ("The Danish navy counted 12 boats. It also sank *six of them.", "Danish Navy"),
        ("The Danish navy denied a loss and said *six men were safe.", "Danish Navy"),
        ("Source: Ann Lee, head of the district\n\nDetails: the village lost *six houses.", "Ann Lee"),
        ("Reported by UKMTO on Monday: a skiff came near. *Six men were aboard.", "UKMTO"),
        ("*Six men died, according to figures released by the Danish navy.", "Danish Navy"),
        ("The Danish navy counted 12 boats. In the same hour *six sank.", "Danish Navy"),
        ("A man who had fled the village said *six houses burned.", "man"),
        ("Hospital staff reported *six deaths.", "Hospital staff"),
        ("Turkish military bloggers claimed *six tanks were lost.", "Turkish military bloggers"),
    ])
    func `later words go on with the source before them`(text: String, name: String) {
        #expect(source(text)?.source.name == name)
    }

    @Test func `another source begins its own clause`() throws {
        let text = "Oslo said *six boats sank, while Stockholm said 9 boats sank."
        #expect(source(text)?.source.name == "Norway")
        let second = text.filter { $0 != "*" }.replacing("9", with: "*9")
        #expect(source(second)?.source.name == "Sweden")
    }

    @Test func `the writer's own remark is not the source's`() {
        #expect(source("The Danish navy said two boats sank, although *six were seen afloat.") == nil)
    }

    @Test func `plain sentences are the article's own voice`() throws {
        let (document, found) = read("The Danish navy counted 12 boats. Rain fell on the town.")
        let last = try #require(document.sentences.last)
        #expect(found.attribution(governing: last.tokens.lowerBound) == nil)
    }

    @Test func `claims that the outlet could not check are unverified`() throws {
        let (_, found) = read("Hamas said two tanks burned. The paper could not independently verify the claim.")
        #expect(found.first?.status == .unverified)
    }

    @Test func `places inside the names of bodies are no places of events`() {
        let (document, found) = read("Kyiv's air force said two drones fell. Moscow said one fell. Oslo police saw it.")
        #expect(found.sourceSpans.map { document.text(of: $0) } == ["Kyiv", "air force", "Moscow"])
    }

    @Test(arguments: ["bodies.tsv", "countries.tsv", "speakers.tsv", "speech.tsv", "titles.tsv"])
    func `lexicon rows are sorted and no form stands twice`(name: String) throws {
        let text = try #require(EmbeddedText.files.first { $0.name == name }?.text)
        let rows = try LexiconTable(name: name, text: text).rows
        let surfaces = rows.map { $0["surface"] }
        #expect(surfaces == surfaces.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
        let forms = rows.flatMap { $0.alternatives("surface") }
        let twice = Dictionary(grouping: forms) { $0 }.filter { $0.value.count > 1 }.keys
        #expect(twice.isEmpty, "\(twice)")
    }

    @Test func `a list of places is all the source's`() {
        let text = "In Visby 50 people fled, the mayor said. In Lund around 20 people *fled."
        #expect(source(text)?.source.text == "the mayor")
        #expect(source("In Visby 50 people fled, the mayor said. In May it *rained.") == nil)
    }
}
