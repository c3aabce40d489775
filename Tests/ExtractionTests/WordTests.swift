import Testing

@testable import Extraction

@Suite struct WordTests {
    @Test(arguments: ["", "a", "of", "according", "p.m.", "–", "counter-offensive", "чернігів"])
    func `a word made of its bytes step by step is the word of the text`(text: String) {
        var word = Word()
        for byte in text.utf8 { word.append(byte) }
        #expect(word == Word(text))
        #expect(word.count == text.unicodeScalars.count)
        #expect(word.isEmpty == text.isEmpty)
        #expect(word.hasStop == text.contains("."))
    }

    @Test func `a literal is the word of the text`() {
        #expect(Word("according") == "according")
        #expect(Word("a") == "a")
        #expect(Word("–") == "–")
        #expect(Word("") == "")
        #expect(Word("said") != "says")
    }

    @Test(arguments: [
        ("slowly", "ly", true), ("sly", "ly", true), ("ly", "ly", true), ("y", "ly", false), ("lyre", "ly", false),
        ("sunday", "day", true), ("day", "yesterday", false), ("", "", true), ("said", "", true),
    ])
    func `the last letters of a word are known`(text: String, suffix: String, isSuffix: Bool) {
        #expect(Word(text).hasSuffix(Word(suffix)) == isSuffix)
    }

    @Test func `a set of words holds its words and no others`() {
        let words = (0..<1000).map { "word\($0)" }
        let set = WordSet(words.map { Word($0) })
        #expect(words.allSatisfy { set.contains(Word($0)) })
        #expect(!(1000..<2000).contains { set.contains(Word("word\($0)")) })
        #expect(!WordSet([]).contains("word"))
    }

    @Test func `words are numbered as they come`() {
        var index = WordIndex()
        #expect(["one", "two", "one", "three"].map { index.insert(Word($0)) } == [0, 1, 0, 2])
        #expect(index.count == 3)
        #expect(index["three"] == 2)
        #expect(index["four"] == nil)
    }

    @Test func `no two words of the lexicons share a hash`() {
        var texts: [Word: String] = [:]
        for file in EmbeddedText.files {
            for text in file.text.split(whereSeparator: { " \t\n|".contains($0) }).map(String.init) {
                #expect(texts[Word(text)] ?? text == text)
                texts[Word(text)] = text
            }
        }
    }
}
