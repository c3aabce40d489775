// Composing letters is Foundation's alone.
import Foundation

/// A plain text in UTF-8, brought to one form whatever its encoding was.
///
/// Every line ends with a line feed, no line ends with white space, and neither does the text. Letters are composed
/// (Unicode's form C). What no reader sees is gone, so that no word is broken by it: byte order marks, soft hyphens,
/// zero-width and bidirectional marks, control characters. Positions in an article refer to this text.
struct PlainText {
    /// The bytes, in order.
    private(set) var bytes: [UInt8]

    /// The text of a file.
    ///
    /// - Parameters:
    ///   - raw: the file as it is on disk.
    ///   - declared: the encoding that the file declares.
    ///   - path: the path that errors name.
    /// - Throws: why the file holds no text.
    init(_ raw: [UInt8], declared: CharacterEncoding? = nil, path: String) throws(ArticleError) {
        bytes = PlainText.normalised(try PlainText.decoded(raw, declared: declared, path: path))
        guard !bytes.isEmpty else { throw ArticleError(.empty, path: path, reason: "empty: the file holds no text") }
    }

    /// A text that was decoded before.
    init(_ text: String) {
        bytes = PlainText.normalised(Array(text.utf8))
    }

    /// The text on one line, with single spaces.
    var line: String {
        String(decoding: Array(bytes.split { $0 <= 0x20 }.joined(separator: [UInt8(ascii: " ")])), as: UTF8.self)
    }

    /// Whether a file that begins so, in UTF-8, may be a text: it has none of the characters by which the WHATWG's MIME
    /// Sniffing Standard tells binary data.
    static func isText(_ opening: ArraySlice<UInt8>) -> Bool {
        !opening.isEmpty
            && opening.allSatisfy { byte in
                switch byte {
                case 0x00...0x08, 0x0B, 0x0E...0x1A, 0x1C...0x1F: false
                default: true
                }
            }
    }

    /// The text of a file in UTF-8, without a byte order mark.
    static func decoded(_ raw: [UInt8], declared: CharacterEncoding?, path: String) throws(ArticleError) -> [UInt8] {
        let mark = EncodingDetector.mark(raw[...])
        let bytes = raw[(mark?.length ?? 0)...]
        let (encoding, isUTF8) =
            mark.map { ($0.encoding, false) } ?? EncodingDetector.detected(bytes, declared: declared)
        if encoding.isASCIICompatible, let nul = raw.firstIndex(of: 0, from: 0) {
            let line = 1 + raw[..<nul].count { $0 == UInt8(ascii: "\n") }
            throw ArticleError(.binary, path: path, line: line, reason: "not a text: byte 0 at offset \(nul)")
        }
        return isUTF8 && encoding == .utf8 ? Array(bytes) : encoding.decode(bytes)
    }

    // MARK: One form

    private static func normalised(_ raw: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(raw.count)
        var isComposed = true
        var index = 0
        while index < raw.count {
            let byte = raw[index]
            index += 1
            switch byte {
            case UInt8(ascii: "\r"), UInt8(ascii: "\n"):
                if byte == UInt8(ascii: "\r"), index < raw.count, raw[index] == UInt8(ascii: "\n") { index += 1 }
                endLine(&bytes)
            case 0..<0x09, 0x0B..<0x20, 0x7F:
                break
            case 0..<0x80:
                let start = index - 1
                while index < raw.count, raw[index] >= 0x20, raw[index] < 0x7F { index += 1 }
                bytes += raw[start..<index]
            default:
                let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
                let end = min(raw.count, index - 1 + length)
                let character = raw[index - 1..<end]
                index = end
                switch form(of: character) {
                case .seen: bytes += character
                case .composable:
                    bytes += character
                    isComposed = false
                case .lineBreak: endLine(&bytes)
                case .unseen: break
                }
            }
        }
        while let last = bytes.last, isBlank(last) || last == UInt8(ascii: "\n") { bytes.removeLast() }
        if isComposed { return bytes }
        return Array(String(decoding: bytes, as: UTF8.self).precomposedStringWithCanonicalMapping.utf8)
    }

    private static func endLine(_ bytes: inout [UInt8]) {
        while let last = bytes.last, isBlank(last) { bytes.removeLast() }
        bytes.append(UInt8(ascii: "\n"))
    }

    /// Whether a byte is a space or a tab.
    static func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
    }

    private enum Form {
        case seen
        /// It may have another form by itself or with what stands beside it.
        case composable
        case lineBreak, unseen
    }

    private static func form(of character: ArraySlice<UInt8>) -> Form {
        var bytes = character.makeIterator()
        var decoder = UTF8()
        guard case .scalarValue(let scalar) = decoder.decode(&bytes) else { return .unseen }
        switch scalar.value {
        case 0x85, 0x2028, 0x2029: return .lineBreak
        case 0x80..<0xA0: return .unseen
        case 0xAD: return .unseen
        case ..<0x300: return .seen
        // Dashes, quotation marks and the like, the most of English beyond ASCII.
        case 0x2010...0x2027: return .seen
        default: return scalar.properties.isDefaultIgnorableCodePoint ? .unseen : .composable
        }
    }
}
