import Testing

@testable import Extraction

@Suite struct FirstWordsTests {
    private let text = "Two rockets hit the power plant, and the plant burnt."

    private func table(_ surfaces: [String]) -> PhraseTable<Int> {
        var table = PhraseTable<Int>()
        for (number, surface) in surfaces.enumerated() { table.add(surface, number) }
        return table
    }

    @Test func `a table finds the same with the first words as without`() {
        var tables = [table(["power plant", "plant"]), table(["rockets", "the"]), table(["ship"])]
        let plain = Document(text, abbreviations: [])
        let expected = tables.map { $0.matches(plain, in: plain.tokens.indices).map(\.tokens) }
        #expect(expected.map(\.count) == [2, 3, 0])
        var firstWords = FirstWords()
        for index in tables.indices { tables[index].enter(&firstWords) }
        let document = Document(text, abbreviations: [], firstWords: firstWords)
        #expect(tables.map { $0.matches(document, in: document.tokens.indices).map(\.tokens) } == expected)
    }

    @Test func `more tables than there are bits still find their words`() {
        var tables = (0..<40).map { _ in table(["plant"]) }
        var firstWords = FirstWords()
        for index in tables.indices { tables[index].enter(&firstWords) }
        let document = Document(text, abbreviations: [], firstWords: firstWords)
        for table in tables { #expect(table.matches(document, in: document.tokens.indices).count == 2) }
    }
}
