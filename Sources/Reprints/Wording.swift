/// What a sentence says word for word, as one number.
public enum Wording {
    /// The number of a sentence's words.
    ///
    /// Capitals, punctuation and the white space between words make no difference, nor does the line of place and agency
    /// with which a story begins ("MYKOLAIV, April 9 (Southern Wire) —"): outlets set, change and drop them. Any other
    /// word does, and any figure.
    public static func key(of sentence: String) -> Int64 {
        let bytes = Array(sentence.utf8)
        let words = WordHashes.all(in: bytes[datelineEnd(of: bytes)...])
        return Int64(bitPattern: WordHashes.combined(words[...]))
    }

    /// Where the text behind the dateline begins: it starts with a word in capitals and ends with a dash.
    private static func datelineEnd(of bytes: [UInt8]) -> Int {
        let capitals = bytes.prefix { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") || $0 >= 0x80 }
        guard capitals.count >= 3 else { return 0 }
        for index in bytes.indices.prefix(longestDateline) {
            for dash in dashes where bytes[index...].starts(with: dash) { return index + dash.count }
        }
        return 0
    }

    private static let longestDateline = 80
    private static let dashes = [Array("—".utf8), Array("–".utf8), Array("--".utf8), Array(" - ".utf8)]
}
