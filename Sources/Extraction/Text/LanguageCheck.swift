/// Tells articles in English from others, by the frequent words of some languages.
struct LanguageCheck: Sendable {
    private let words: PhraseTable<String>

    /// So many words of other languages are names or a quotation.
    private static let fewest = 8
    /// After so many words of English a text is English.
    private static let enough = 50

    /// Creates a check by frequent words and the codes of their languages.
    init(words: PhraseTable<String>) {
        self.words = words
    }

    /// Whether a text has more than twice as many words of other languages, or in letters of another alphabet, as of
    /// English; a few tell nothing.
    func isOtherThanEnglish(_ document: Document) -> Bool {
        var english = 0
        var others = 0
        for (index, token) in document.tokens.enumerated() {
            if let language = words.match(document, at: index, before: index + 1)?.value {
                if language == "en" { english += 1 } else { others += 1 }
                if english >= LanguageCheck.enough, english > others { return false }
            } else if token.kind == .word, document.bytes[token.range.lowerBound] >= LanguageCheck.firstOfGreek {
                others += 1
            }
        }
        return others >= LanguageCheck.fewest && others > 2 * english
    }

    /// What UTF-8 begins letters with from Greek on; those of Latin begin lower.
    private static let firstOfGreek: UInt8 = 0xCD
}
