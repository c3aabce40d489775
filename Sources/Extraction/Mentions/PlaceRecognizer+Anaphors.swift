import DatelineCore
import Gazetteer

extension PlaceRecognizer {
    /// "the city", "the same district", "the whole province", "the hotel", "the country", "the capital": a place named
    /// elsewhere, found when places are resolved.
    func anaphor(in document: Document, at index: Int, sentence: Sentence) -> PlaceMention? {
        let end = sentence.tokens.upperBound
        var start = index + 1
        while start < end, PlaceRecognizer.wholes.contains(document.word(start)) { start += 1 }
        guard start < end, let (last, level) = placeNoun(in: document, at: start, before: end), last < end,
            document.word(last) != "of", !document.tokens[last].isCapitalised,
            document.tokens[last].kind != .word || !document.tokens[last - 1].isCapitalised
        else { return nil }
        // "the town council", "the city's mayor" name a body.
        guard document.tokens[last].kind != .possessive, placeNoun(in: document, at: last, before: end) == nil else {
            return nil
        }
        let tokens = index..<last
        var mention = PlaceMention(tokens: tokens, name: tokens, candidates: [], feature: level)
        mention.role = role(before: index, in: document, from: sentence.tokens.lowerBound)
        mention.isNear = index > sentence.tokens.lowerBound && isNear(before: index, in: document)
        mention.isHeading = index == sentence.tokens.lowerBound && document.word(last) == "."
        mention.isAnaphor = true
        return mention
    }

    /// Whether a word may begin such words.
    static func isPointer(_ word: Word) -> Bool {
        switch word {
        case "the", "same", "this", "that": true
        default: false
        }
    }

    /// The noun for a kind of place that begins at a token: its end and level.
    private func placeNoun(in document: Document, at index: Int, before end: Int) -> (end: Int, level: PlaceLevel)? {
        if document.word(index) == "country" { return (index + 1, .country) }
        if document.word(index) == "capital" { return (index + 1, .unknown) }
        guard let match = placeWords.match(document, at: index, before: end), match.value.isAfter,
            match.value.level != .area
        else { return nil }
        return (match.tokens.upperBound, match.value.level)
    }

    private func isNear(before index: Int, in document: Document) -> Bool {
        placeWords.match(document, at: index - 1, before: index).map { $0.value.level == .near } ?? false
    }

    private static let wholes: WordSet = ["same", "whole", "entire", "besieged", "nearby"]
}
