extension PlaceRecognizer {
    /// The end of ", a city of" or ", a farming community in", which says what the name before is; nil where there is none.
    static func endOfExplanation(after index: Int, in document: Document) -> Int? {
        guard document.word(index) == ",", ["a", "an", "the"].contains(document.word(index + 1)) else { return nil }
        // Up to two words may stand before the noun.
        for noun in index + 2...index + 4 where settlements.contains(document.word(noun)) {
            return ["in", "of"].contains(document.word(noun + 1)) ? noun + 2 : nil
        }
        return nil
    }

    private static let settlements: WordSet = [
        "area", "camp", "city", "community", "district", "hamlet", "municipality", "neighborhood", "neighbourhood",
        "quarter", "settlement", "suburb", "town", "township", "village",
    ]
}
