import DatelineCore
import Testing

@testable import Extraction

@Suite struct NumberTests {
    private func numbers(_ text: String) -> (document: Document, found: [NumberMention]) {
        let lexicons = Lexicons.embedded
        let document = Document(text, abbreviations: lexicons.abbreviations)
        let recognizer = NumberRecognizer(numbers: lexicons.numbers, qualifiers: lexicons.qualifiers)
        return (document, recognizer.mentions(in: document, tokens: 0..<document.tokens.count))
    }

    @Test(arguments: [
        ("They saw ⟦number:1,246⟧ boats.", 1246), ("They saw ⟦number:seven⟧ boats.", 7),
        ("They saw ⟦number:twenty-three⟧ boats.", 23), ("They saw ⟦number:forty two⟧ boats.", 42),
        ("They saw ⟦number:two hundred and fifty⟧ boats.", 250), ("They saw ⟦number:two dozen⟧ boats.", 24),
        ("They saw ⟦number:half a dozen⟧ boats.", 6), ("They saw ⟦number:a hundred⟧ boats.", 100),
        ("They saw ⟦number:three thousand⟧ boats.", 3000), ("They saw ⟦number:2.6 million⟧ boats.", 2_600_000),
        ("They saw ⟦number:1.5m⟧ boats.", 1_500_000), ("They saw ⟦number:zero⟧ boats.", 0),
    ])
    func `digits and words make one value`(marked: String, value: Int) throws {
        let sentence = MarkedSentence(marked)
        let (document, found) = numbers(sentence.text)
        let number = try #require(found.first)
        #expect(found.count == 1)
        #expect(document.text(of: number.tokens) == sentence.text(of: "number"))
        #expect([number.low, number.best, number.high] == [value, value, value])
    }

    @Test(arguments: [
        ("⟦number:14⟧ boats sank", CountQualifier.exact, "14"),
        ("⟦number:exactly 14⟧ boats sank", .exact, "14"),
        ("⟦number:at least 14⟧ boats sank", .atLeast, "14.."),
        ("⟦number:no fewer than 14⟧ boats sank", .atLeast, "14.."),
        ("⟦number:a minimum of 14⟧ boats sank", .atLeast, "14.."),
        ("⟦number:14 or more⟧ boats sank", .atLeast, "14.."),
        ("⟦number:more than 14⟧ boats sank", .moreThan, "15.."),
        ("⟦number:over 14⟧ boats sank", .moreThan, "15.."),
        ("⟦number:upwards of 14⟧ boats sank", .moreThan, "15.."),
        ("⟦number:up to 14⟧ boats sank", .atMost, "..14"),
        ("⟦number:as many as 14⟧ boats sank", .atMost, "..14"),
        ("⟦number:no more than 14⟧ boats sank", .atMost, "..14"),
        ("⟦number:fewer than 14⟧ boats sank", .lessThan, "..13"),
        ("⟦number:under 14⟧ boats sank", .lessThan, "..13"),
        ("⟦number:about 14⟧ boats sank", .about, "14"),
        ("⟦number:some 14⟧ boats sank", .about, "14"),
        ("⟦number:roughly 14⟧ boats sank", .about, "14"),
        ("⟦number:14 or so⟧ boats sank", .about, "14"),
        ("⟦number:nearly 14⟧ boats sank", .nearly, "14"),
        ("⟦number:almost 14⟧ boats sank", .nearly, "14"),
        ("⟦number:between 10 and 15⟧ boats sank", .between, "10..15"),
        ("⟦number:10 to 15⟧ boats sank", .between, "10..15"),
        ("⟦number:10-15⟧ boats sank", .between, "10..15"),
        ("⟦number:two or three⟧ boats sank", .between, "2..3"),
        ("⟦number:a couple of⟧ boats sank", .couple, "2"),
        ("⟦number:a pair of⟧ boats sank", .couple, "2"),
        ("⟦number:several⟧ boats sank", .few, "2.."),
        ("⟦number:a few⟧ boats sank", .few, "2.."),
        ("⟦number:a number of⟧ boats sank", .few, "2.."),
        ("⟦number:tens of⟧ boats sank", .tens, "20.."),
        ("⟦number:dozens of⟧ boats sank", .dozens, "24.."),
        ("⟦number:scores of⟧ boats sank", .scores, "40.."),
        ("⟦number:hundreds of⟧ boats sank", .hundreds, "200.."),
        ("⟦number:thousands of⟧ boats sank", .thousands, "2000.."),
        ("⟦number:tens of thousands of⟧ boats sank", .tens, "20000.."),
        ("⟦number:hundreds of thousands of⟧ boats sank", .hundreds, "200000.."),
        ("⟦number:millions of⟧ boats sank", .millions, "2000000.."),
        ("⟦number:no⟧ boats sank", .none, "0"),
        ("⟦number:No one⟧ sank", .none, "0"),
        ("⟦number:Nobody⟧ sank", .none, "0"),
    ])
    func `a qualifier opens or shuts the range`(marked: String, qualifier: CountQualifier, range: String) throws {
        let sentence = MarkedSentence(marked)
        let (document, found) = numbers(sentence.text)
        let number = try #require(found.first)
        #expect(found.count == 1)
        #expect(document.text(of: number.tokens) == sentence.text(of: "number"))
        #expect(number.qualifier == qualifier)
        #expect(EventSamples.spell(low: number.low, high: number.high) == range)
    }

    @Test(arguments: ["a KN-23 flew", "an S-300 stood there", "some boats sank", "many boats sank", "Boats sank."])
    func `names of models and words that count nothing give no number`(text: String) {
        #expect(numbers(text).found.allSatisfy { $0.isArticle })
    }

    @Test func `numbers beyond all counting are left alone`() {
        #expect(numbers("99999999999999999999999999 boats").found.isEmpty)
        #expect(numbers("9 million million million boats").found.allSatisfy { ($0.best ?? 0) < 1_000_000_000_000 })
    }

    @Test func `each number has its own qualifier`() {
        let found = numbers("At least 12 boats sank and 30 turned back").found
        #expect(found.map(\.qualifier) == [.atLeast, .exact])
    }
}
