/// The two ways in which mail writes bytes as letters (RFC 2045).
enum TransferEncoding {
    /// The bytes of base64; what is no letter of it is passed over.
    static func base64(_ letters: some Sequence<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        var bits: UInt32 = 0
        var count = 0
        for letter in letters {
            guard let value = base64Value(letter) else {
                if letter == UInt8(ascii: "=") { break }
                continue
            }
            bits = bits << 6 | value
            count += 6
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
        return bytes
    }

    private static func base64Value(_ letter: UInt8) -> UInt32? {
        switch letter {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(letter - UInt8(ascii: "A"))
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(letter - UInt8(ascii: "a")) + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(letter - UInt8(ascii: "0")) + 52
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }

    /// The bytes of quoted-printable; an escape that is none stays as it is.
    ///
    /// - Parameters:
    ///   - letters: the text.
    ///   - isHeader: whether an underscore is a space, as in the words of headers.
    /// - Returns: the bytes.
    static func quotedPrintable(_ letters: some Sequence<UInt8>, isHeader: Bool = false) -> [UInt8] {
        let letters = Array(letters)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(letters.count)
        var index = 0
        while index < letters.count {
            let letter = letters[index]
            index += 1
            if isHeader, letter == UInt8(ascii: "_") {
                bytes.append(0x20)
            } else if letter != UInt8(ascii: "=") {
                bytes.append(letter)
            } else if index + 1 < letters.count, let high = hex(letters[index]), let low = hex(letters[index + 1]) {
                bytes.append(high << 4 | low)
                index += 2
            } else {
                // A line that goes on behind its end.
                let end = letters[index...].firstIndex { !PlainText.isBlank($0) && $0 != UInt8(ascii: "\r") }
                if let end, letters[end] == UInt8(ascii: "\n") {
                    index = end + 1
                } else {
                    bytes.append(letter)
                }
            }
        }
        return bytes
    }

    private static func hex(_ letter: UInt8) -> UInt8? {
        switch letter {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): letter - UInt8(ascii: "0")
        case UInt8(ascii: "A")...UInt8(ascii: "F"): letter - UInt8(ascii: "A") + 10
        case UInt8(ascii: "a")...UInt8(ascii: "f"): letter - UInt8(ascii: "a") + 10
        default: nil
        }
    }
}

/// The words of headers that are encoded: `=?utf-8?Q?Ki=C3=ABv?=` (RFC 2047).
enum EncodedWords {
    /// The text with its encoded words decoded; white space between two of them goes.
    static func decoded(_ text: String) -> String {
        guard text.contains("=?") else { return text }
        var result = ""
        var rest = text[...]
        var isBehindWord = false
        while let start = rest.firstRange(of: "=?") {
            let before = rest[..<start.lowerBound]
            let parts = rest[start.upperBound...].split(separator: "?", maxSplits: 3, omittingEmptySubsequences: false)
            guard parts.count == 4, parts[3].hasPrefix("="), let word = word(parts[0], parts[1], parts[2]) else {
                result += rest[..<start.upperBound]
                rest = rest[start.upperBound...]
                isBehindWord = false
                continue
            }
            if !isBehindWord || !before.allSatisfy(\.isWhitespace) { result += before }
            result += word
            rest = parts[3].dropFirst()
            isBehindWord = true
        }
        return result + rest
    }

    private static func word(_ charset: Substring, _ form: Substring, _ letters: Substring) -> String? {
        // A language may follow the charset: utf-8*en.
        guard let encoding = CharacterEncoding(label: charset.prefix { $0 != "*" }) else { return nil }
        let bytes: [UInt8]
        switch form.lowercased() {
        case "q": bytes = TransferEncoding.quotedPrintable(letters.utf8, isHeader: true)
        case "b": bytes = TransferEncoding.base64(letters.utf8)
        default: return nil
        }
        return String(decoding: encoding.decode(bytes[...]), as: UTF8.self)
    }
}
