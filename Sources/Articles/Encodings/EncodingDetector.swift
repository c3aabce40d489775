/// Tells how a text is encoded: by its byte order mark, by what is declared, and by the bytes themselves.
///
/// Declarations are often wrong, and bytes seldom mislead: a text with letters beyond ASCII that is UTF-8 throughout is
/// UTF-8, whatever is declared. What nothing else tells is windows-1252, the web's default, unless its letters beyond
/// ASCII stand beside one another, as in Cyrillic words, rather than beside ASCII letters.
enum EncodingDetector {
    /// The encoding that a byte order mark says, and how many bytes the mark has.
    static func mark(_ bytes: ArraySlice<UInt8>) -> (encoding: CharacterEncoding, length: Int)? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
        if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
        if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
        return nil
    }

    /// The encoding that a page or a feed declares in its first kilobyte: `charset=…` in a meta element, `encoding="…"` in
    /// an XML declaration.
    static func declared(in page: [UInt8]) -> CharacterEncoding? {
        let opening = Array(SmallLetters(page.prefix(1024)))
        for mark in ["charset=", "encoding="] {
            var index = 0
            while let found = opening.firstEnd(of: mark.utf8, from: index) {
                index = found
                let label = opening[index...].drop { "\"' ".utf8.contains($0) }.prefix { !"\"' >;/?".utf8.contains($0) }
                if let encoding = CharacterEncoding(label: String(decoding: label, as: UTF8.self)) { return encoding }
            }
        }
        return nil
    }

    /// The encoding of a text without a byte order mark.
    ///
    /// - Parameters:
    ///   - bytes: the text, or how it begins.
    ///   - declared: what the text, or who sent it, says.
    /// - Returns: the encoding that is the likeliest.
    static func encoding(_ bytes: ArraySlice<UInt8>, declared: CharacterEncoding? = nil) -> CharacterEncoding {
        detected(bytes, declared: declared).encoding
    }

    /// The same, and whether the bytes are known to be UTF-8 throughout.
    static func detected(
        _ bytes: ArraySlice<UInt8>,
        declared: CharacterEncoding?
    ) -> (encoding: CharacterEncoding, isUTF8: Bool) {
        if let wide = utf16(bytes) { return (wide, false) }
        let unfinished = CharacterEncoding.utf8.unfinished(bytes)
        let whole = bytes.dropLast(unfinished)
        if whole.isUTF8 {
            let isUTF8 = unfinished == 0
            // Beyond ASCII, what is UTF-8 is meant to be; in ASCII alone, the declaration may matter further on.
            guard let declared, declared.isASCIICompatible, whole.firstIndexBeyondASCII(from: whole.startIndex) == nil
            else {
                return (.utf8, isUTF8)
            }
            return (declared, isUTF8)
        }
        let (sequences, faults) = utf8Sequences(whole)
        // A few broken bytes in a text of UTF-8 do not make it another.
        if sequences > 4 * faults { return (.utf8, false) }
        if let declared, declared.isASCIICompatible, declared != .utf8 { return (declared, false) }
        return (cyrillic(bytes) ?? .windows1252, false)
    }

    // MARK: UTF-16

    /// UTF-16 without a mark: ASCII characters, spaces at least, have a zero in every second byte.
    private static func utf16(_ bytes: ArraySlice<UInt8>) -> CharacterEncoding? {
        let sample = bytes.prefix(4096)
        var zeros = [0, 0]
        for (offset, index) in sample.indices.enumerated() where sample[index] == 0 {
            zeros[offset % 2] += 1
            // The other byte is a character of ASCII; in what is no text it may be anything.
            let partner = offset % 2 == 0 ? index + 1 : index - 1
            guard partner < sample.endIndex else { continue }
            guard sample[partner] >= 0x20 || (0x09...0x0D).contains(sample[partner]) else { return nil }
        }
        let enough = max(1, sample.count / 40)
        if zeros[1] >= enough, zeros[0] * 10 <= zeros[1] { return .utf16LittleEndian }
        if zeros[0] >= enough, zeros[1] * 10 <= zeros[0] { return .utf16BigEndian }
        return nil
    }

    // MARK: UTF-8

    /// How many characters beyond ASCII are well formed in UTF-8, and how many faults there are.
    private static func utf8Sequences(_ bytes: ArraySlice<UInt8>) -> (sequences: Int, faults: Int) {
        var sequences = 0
        var faults = 0
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        while true {
            switch decoder.decode(&iterator) {
            case .scalarValue(let scalar): if scalar.value >= 0x80 { sequences += 1 }
            case .error: faults += 1
            case .emptyInput: return (sequences, faults)
            }
        }
    }

    // MARK: Cyrillic

    /// The encoding in which the text shows Cyrillic words; nil where its letters beyond ASCII are among ASCII letters.
    private static func cyrillic(_ bytes: ArraySlice<UInt8>) -> CharacterEncoding? {
        let sample = Array(bytes.prefix(1 << 16))
        let (pairs, mixed) = letterPairs(sample)
        guard pairs > mixed else { return nil }
        var best: (encoding: CharacterEncoding, score: Int)?
        for candidate in candidates {
            guard let table = candidate.encoding.highHalf else { continue }
            var score = 0
            var isBehindLetter = false
            for byte in sample {
                let unit = byte < 0x80 ? 0 : table[Int(byte) - 0x80]
                if isBehindLetter, candidate.letters.contains(unit) { score += 1 }
                isBehindLetter = 0x400...0x4FF ~= unit
            }
            if score > best?.score ?? 0 { best = (candidate.encoding, score) }
        }
        return best.map(\.encoding)
    }

    /// How often two bytes that may be letters beyond ASCII stand together, and how often one stands by an ASCII letter.
    private static func letterPairs(_ bytes: [UInt8]) -> (together: Int, mixed: Int) {
        var (together, mixed) = (0, 0)
        for (first, second) in zip(bytes, bytes.dropFirst()) {
            switch (first >= 0x80, second >= 0x80) {
            case (true, true): together += 1
            case (true, false): mixed += isLetter(second) ? 1 : 0
            case (false, true): mixed += second >= 0xC0 && isLetter(first) ? 1 : 0
            case (false, false): break
            }
        }
        return (together, mixed)
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    private static let candidates = WordTable("cyrillic.tsv").rows.flatMap { row in
        row["encodings"].split(separator: " ").compactMap { CharacterEncoding(label: $0) }.map { encoding in
            (encoding: encoding, letters: Set(row["letters"].utf16))
        }
    }
}
