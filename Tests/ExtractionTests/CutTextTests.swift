import DatelineCore
import Testing

@testable import Extraction

/// Texts that end or begin anywhere, as they do when pages are cut off.
@Suite struct CutTextTests {
    @Test(arguments: ["triggers.tsv", "units.tsv", "bodies.tsv"])
    func `a phrase of the lexicons may be all of a text`(name: String) throws {
        let text = try #require(EmbeddedText.files.first { $0.name == name }?.text)
        for row in try LexiconTable(name: name, text: text).rows {
            let phrase = row["surface"]
            #expect(EventSamples.extract(phrase).events.allSatisfy { $0.evidence.quote == phrase })
        }
    }

    @Test(arguments: [
        "Israeli", "Ukrainians", "Gaza", "displaced", "Friday", "north of", "(AFP", "two", "at least", "the city",
        "said", "12,", "Russia's", "“", "killed",
    ])
    func `a text may end with any word`(word: String) {
        let text = "Shelling killed two people in Sumy on Saturday. A later report came, said the \(word)"
        #expect(EventSamples.lines(text).first?.hasPrefix("attack.shelling | 2024-11-16 D | Sumy | killed 2") == true)
        #expect(EventSamples.extract(word).events.isEmpty)
    }
}
