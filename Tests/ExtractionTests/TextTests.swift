import Testing

@testable import Extraction

@Suite struct TextTests {
    private func document(_ text: String) -> Document {
        Document(text, abbreviations: Lexicons.embedded.abbreviations)
    }

    @Test(arguments: [
        ("Russia's 1,246 drones", ["russia", "'s", "1246", "drones"]),
        ("20km inside, 155mm", ["20", "km", "inside", ",", "155", "mm"]),
        ("a 4-year-old", ["a", "4", "-", "year", "-", "old"]),
        ("U.S. and U.N. forces", ["u.s.", "and", "u.n.", "forces"]),
        ("on Oct. 7 at 9 p.m.", ["on", "oct", "7", "at", "9", "p.m."]),
        (
            "M23 and KN-23 on the night of 10–11",
            ["m23", "and", "kn", "-", "23", "on", "the", "night", "of", "10", "–", "11"]
        ),
        ("2.6 million, 16.38 per cent.", ["2.6", "million", ",", "16.38", "per", "cent", "."]),
        ("residents’ homes in Sa’ada", ["residents", "'s", "homes", "in", "saada"]),
        ("Chiúre and Mocímboa", ["chiure", "and", "mocimboa"]),
    ])
    func `words, numbers and marks are cut apart`(text: String, words: [String]) {
        #expect(document(text).tokens.map(\.lower) == words.map { Word($0) })
    }

    @Test(arguments: [
        ("Two died. Three fled.", ["Two died.", "Three fled."]),
        ("“It is over,” he said. “We left.” They ran.", ["“It is over,” he said.", "“We left.”", "They ran."]),
        ("Gen. Valery spoke on Oct. 7 in Kyiv. He left.", ["Gen. Valery spoke on Oct. 7 in Kyiv.", "He left."]),
        ("It was made in the U.S. The army uses it.", ["It was made in the U.S.", "The army uses it."]),
        ("Prices rose 2.5 per cent. 40 ships sank.", ["Prices rose 2.5 per cent.", "40 ships sank."]),
        ("A heading\nThe text begins here.", ["A heading", "The text begins here."]),
        ("One paragraph\n\nand another", ["One paragraph", "and another"]),
    ])
    func `sentences end at end marks, not at abbreviations`(text: String, sentences: [String]) {
        let document = document(text)
        #expect(document.sentences.map { document.text($0.range) } == sentences)
    }

    @Test func `a line wrapped in the middle of a sentence goes on`() {
        let text =
            "The regional administration said on Monday that shells had hit a\nwarehouse in the town. Nobody was hurt."
        #expect(document(text).sentences.count == 2)
    }

    @Test func `byte ranges are those of the body, whatever stands in it`() {
        let document = document("Chiúre — “drei” 😀 drones")
        #expect(document.tokens.map { document.text($0.range) } == ["Chiúre", "—", "“", "drei", "”", "😀", "drones"])
    }
}
