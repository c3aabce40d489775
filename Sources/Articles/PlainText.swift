/// The plain text of a file: checked to be UTF-8 without stray bytes, and brought to one form.
///
/// Every line ends with a line feed, no line ends with white space, and neither does the text; a byte order mark is gone.
struct PlainText {
    /// The bytes, in order.
    private(set) var bytes: [UInt8]

    /// Checks the bytes of a file and normalises them.
    init(_ raw: [UInt8], path: String) throws(ArticleError) {
        if let nul = raw.firstIndex(of: 0) {
            throw try PlainText.binary(raw, nul: nul, path: path)
        }
        if let fault = PlainText.firstInvalid(raw) {
            let line = PlainText.line(of: fault, in: raw)
            let byte = "0x" + (raw[fault] < 16 ? "0" : "") + String(raw[fault], radix: 16, uppercase: true)
            let reason =
                "not UTF-8: byte \(byte) at offset \(fault); if it is a Windows text, convert it by"
                + " iconv -f WINDOWS-1252 -t UTF-8"
            throw ArticleError(.notUTF8, path: path, line: line, reason: reason)
        }
        bytes = PlainText.normalised(raw)
        guard !bytes.isEmpty else { throw ArticleError(.empty, path: path, reason: "empty: the file holds no text") }
    }

    /// One form for line ends, no white space at the end of a line or of the text, no byte order mark.
    private static func normalised(_ raw: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(raw.count)
        var index = raw.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        while index < raw.count {
            let byte = raw[index]
            index += 1
            switch byte {
            case UInt8(ascii: "\r"), UInt8(ascii: "\n"):
                if byte == UInt8(ascii: "\r"), index < raw.count, raw[index] == UInt8(ascii: "\n") { index += 1 }
                while let last = bytes.last, isBlank(last) { bytes.removeLast() }
                bytes.append(UInt8(ascii: "\n"))
            default:
                bytes.append(byte)
            }
        }
        while let last = bytes.last, isBlank(last) || last == UInt8(ascii: "\n") { bytes.removeLast() }
        return bytes
    }

    /// Whether a byte is a space or a tab.
    static func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
    }

    private static func firstInvalid(_ raw: [UInt8]) -> Int? {
        do {
            _ = try UTF8Span(validating: raw.span)
            return nil
        } catch {
            return error.byteOffsets.lowerBound
        }
    }

    private static func line(of offset: Int, in raw: [UInt8]) -> Int {
        1 + raw[..<offset].count { $0 == UInt8(ascii: "\n") }
    }

    private static func binary(_ raw: [UInt8], nul: Int, path: String) throws(ArticleError) -> ArticleError {
        if raw.starts(with: [0xFF, 0xFE]) || raw.starts(with: [0xFE, 0xFF]) {
            let reason = "not UTF-8 but UTF-16; convert it by iconv -f UTF-16 -t UTF-8"
            return ArticleError(.notUTF8, path: path, line: 1, reason: reason)
        }
        let reason = "not a text: byte 0 at offset \(nul)"
        return ArticleError(.binary, path: path, line: line(of: nul, in: raw), reason: reason)
    }
}
