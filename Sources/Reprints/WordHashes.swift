/// The words of a text as numbers, so that texts can be compared without keeping them.
enum WordHashes {
    /// The words of some UTF-8 in order, each as a hash of its letters and digits.
    ///
    /// Small and capital letters of ASCII are the same. What typesetting changes makes no difference: apostrophes, soft
    /// hyphens and invisible marks are dropped, dashes and quotation marks of any form part words as spaces do. Nothing
    /// fails, whatever the bytes are. Of more words than the limit the first are taken.
    static func all(in bytes: ArraySlice<UInt8>, limit: Int = .max) -> [UInt64] {
        var words: [UInt64] = []
        words.reserveCapacity(bytes.count / 6)
        var hash = offset
        func second(_ index: Int) -> UInt8 { index + 1 < bytes.endIndex ? bytes[index + 1] : 0 }
        func third(_ index: Int) -> UInt8 { index + 2 < bytes.endIndex ? bytes[index + 2] : 0 }
        func endWord() {
            if hash != offset { words.append(hash) }
            hash = offset
        }
        var index = bytes.startIndex
        while index < bytes.endIndex, words.count < limit {
            let byte = bytes[index]
            let letter = byte | 0x20
            if letter &- UInt8(ascii: "a") < 26 {
                hash = (hash ^ UInt64(letter)) &* prime
                index += 1
                continue
            }
            var length = 1
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                hash = (hash ^ UInt64(byte)) &* prime
            case UInt8(ascii: "'"):
                break
            case 0xC2:
                // U+0080 to U+00BF, signs; U+00AD is the soft hyphen.
                if second(index) != 0xAD { endWord() }
                length = 2
            case 0xE2 where second(index) == 0x80 || second(index) == 0x81:
                // U+2000 to U+207F, general punctuation.
                if !isDropped(second(index), third(index)) { endWord() }
                length = 3
            case 0xEF where second(index) == 0xBB && third(index) == 0xBF:
                length = 3
            case 0x80...:
                hash = (hash ^ UInt64(byte)) &* prime
            default:
                endWord()
            }
            index += length
        }
        if words.count < limit { endWord() }
        return words
    }

    /// Whether a mark of general punctuation, by its second and third byte, leaves the word around it whole.
    private static func isDropped(_ second: UInt8, _ third: UInt8) -> Bool {
        switch (second, third) {
        case (0x80, 0x98...0x99): true  // single quotation marks, which are apostrophes too
        case (0x80, 0x8B...0x8F), (0x80, 0xAA...0xAE), (0x81, 0xA0...0xAF): true  // of no width
        default: false
        }
    }

    /// One number of several, in their order, with all bits well mixed (the finaliser of SplitMix64).
    static func combined(_ hashes: ArraySlice<UInt64>) -> UInt64 {
        var sum: UInt64 = 0
        for hash in hashes { sum = (sum &* 0x9E37_79B9_7F4A_7C15) &+ hash }
        sum = (sum ^ sum >> 30) &* 0xBF58_476D_1CE4_E5B9
        sum = (sum ^ sum >> 27) &* 0x94D0_49BB_1331_11EB
        return sum ^ sum >> 31
    }

    // FNV-1a of 64 bits.
    private static let offset: UInt64 = 0xCBF2_9CE4_8422_2325
    private static let prime: UInt64 = 0x0000_0100_0000_01B3
}
