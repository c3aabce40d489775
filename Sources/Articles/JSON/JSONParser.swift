/// Reads one value of JSON (RFC 8259) from UTF-8.
///
/// As scrapers write it: `NaN` and line breaks inside strings are let pass, half of a surrogate pair becomes U+FFFD.
/// Lists and objects within one another are read to a depth of ``depthLimit``.
struct JSONParser {
    /// How deep values may lie in others; articles need no more than five or six.
    static let depthLimit = 200

    private let bytes: [UInt8]
    private var index = 0

    /// The value of a text that holds nothing else.
    static func value(_ bytes: [UInt8]) throws(JSONFault) -> JSONValue {
        var parser = JSONParser(bytes: bytes)
        let value = try parser.value(depth: 0)
        guard parser.peek() == nil else { throw parser.fault("something follows behind the value") }
        return value
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    private mutating func value(depth: Int) throws(JSONFault) -> JSONValue {
        guard depth < JSONParser.depthLimit else {
            throw fault("lists and objects lie more than \(JSONParser.depthLimit) deep")
        }
        switch peek() {
        case UInt8(ascii: "{"): return .object(try members(depth: depth))
        case UInt8(ascii: "["): return .list(try elements(depth: depth))
        case UInt8(ascii: "\""): return .text(try string())
        case nil: throw fault("a value is missing")
        default: return try word()
        }
    }

    private mutating func members(depth: Int) throws(JSONFault) -> [JSONValue.Member] {
        var members: [JSONValue.Member] = []
        index += 1
        if take("}") { return members }
        repeat {
            guard peek() == UInt8(ascii: "\"") else { throw fault("a name in quotes is missing") }
            let name = try string()
            guard take(":") else { throw fault("a colon is missing") }
            members.append(JSONValue.Member(name: name, value: try value(depth: depth + 1)))
        } while take(",")
        guard take("}") else { throw fault("a comma or a brace is missing") }
        return members
    }

    private mutating func elements(depth: Int) throws(JSONFault) -> [JSONValue] {
        var elements: [JSONValue] = []
        index += 1
        if take("]") { return elements }
        repeat { elements.append(try value(depth: depth + 1)) } while take(",")
        guard take("]") else { throw fault("a comma or a bracket is missing") }
        return elements
    }

    /// A number, or `true`, `false`, `null`, `NaN`.
    private mutating func word() throws(JSONFault) -> JSONValue {
        let start = index
        while index < bytes.count, JSONParser.isWordByte(bytes[index]) { index += 1 }
        let word = bytes[start..<index]
        if let first = word.first, first == UInt8(ascii: "-") || first &- 0x30 <= 9, word != [UInt8(ascii: "-")] {
            return .number(String(decoding: word, as: UTF8.self))
        }
        for known in ["true", "false", "null", "NaN", "Infinity", "-Infinity"] where word.elementsEqual(known.utf8) {
            return .other
        }
        index = start
        throw fault("no value of JSON begins so")
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        byte &- 0x30 <= 9 || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: "+") || byte == UInt8(ascii: ".")
    }

    // MARK: Strings

    private mutating func string() throws(JSONFault) -> String {
        let open = index
        index += 1
        var text: [UInt8] = []
        var start = index
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\""):
                text += bytes[start..<index]
                index += 1
                return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"):
                text += bytes[start..<index]
                try escape(into: &text)
                start = index
            default:
                index += 1
            }
        }
        index = open
        throw fault("a string has no end")
    }

    private mutating func escape(into text: inout [UInt8]) throws(JSONFault) {
        guard index + 1 < bytes.count else { throw fault("a string has no end") }
        let mark = bytes[index + 1]
        if mark == UInt8(ascii: "u") { return try unicodeEscape(into: &text) }
        guard let letter = JSONParser.escapes[mark] else { throw fault("no escape of JSON") }
        text.append(letter)
        index += 2
    }

    private static let escapes: [UInt8: UInt8] = [
        UInt8(ascii: "\""): UInt8(ascii: "\""), UInt8(ascii: "\\"): UInt8(ascii: "\\"),
        UInt8(ascii: "/"): UInt8(ascii: "/"), UInt8(ascii: "b"): 8, UInt8(ascii: "f"): 12,
        UInt8(ascii: "n"): UInt8(ascii: "\n"), UInt8(ascii: "r"): UInt8(ascii: "\r"),
        UInt8(ascii: "t"): UInt8(ascii: "\t"),
    ]

    private mutating func unicodeEscape(into text: inout [UInt8]) throws(JSONFault) {
        guard let first = unit(at: index) else { throw fault("no escape of JSON") }
        index += 6
        var units = [first]
        if UTF16.isLeadSurrogate(first), let second = unit(at: index), UTF16.isTrailSurrogate(second) {
            units.append(second)
            index += 6
        }
        text += String(decoding: units, as: UTF16.self).utf8
    }

    /// The number of `\u2019`.
    private func unit(at start: Int) -> UInt16? {
        guard start + 6 <= bytes.count, bytes[start] == UInt8(ascii: "\\"), bytes[start + 1] == UInt8(ascii: "u")
        else { return nil }
        let digits = bytes[start + 2..<start + 6]
        guard digits.allSatisfy({ $0 &- 0x30 <= 9 || (0x61...0x66).contains($0 | 0x20) }) else { return nil }
        return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    }

    // MARK: Between values

    /// The first byte behind white space.
    private mutating func peek() -> UInt8? {
        while index < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[index]) { index += 1 }
        return index < bytes.count ? bytes[index] : nil
    }

    private mutating func take(_ mark: Unicode.Scalar) -> Bool {
        guard peek() == UInt8(ascii: mark) else { return false }
        index += 1
        return true
    }

    private func fault(_ reason: String) -> JSONFault {
        JSONFault(offset: index, reason: reason)
    }
}
