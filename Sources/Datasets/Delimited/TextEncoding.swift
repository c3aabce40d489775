/// How the text of a file is encoded.
public enum TextEncoding: String, Sendable {
    /// UTF-8. A row that is none is read as windows-1252.
    case utf8 = "UTF-8"
    /// Windows-1252, which holds Latin-1.
    case windows1252 = "windows-1252"

    /// Whether no byte is above 127.
    static func isASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var all: UInt8 = 0
        for index in bytes.indices { all |= unsafe bytes[index] }
        return all < 0x80
    }

    static func isUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        (try? UTF8Span(validating: unsafe bytes.span)) != nil
    }

    /// Whether the beginning of a file is UTF-8, where its last character may be cut unless it is the whole file.
    static func opensAsUTF8(_ bytes: UnsafeBufferPointer<UInt8>, isWhole: Bool) -> Bool {
        (0...(isWhole ? 0 : min(3, bytes.count))).contains { unsafe isUTF8(.init(rebasing: bytes.dropLast($0))) }
    }

    /// The character of a byte in windows-1252; the five bytes that it leaves open are Latin-1's controls.
    static func windows1252Scalar(_ byte: UInt8) -> UInt32 {
        (0x80..<0xA0).contains(byte) ? UInt32(highHalf[Int(byte) - 0x80]) : UInt32(byte)
    }

    private static let highHalf: [UInt16] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
        0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, 0x9D, 0x017E, 0x0178,
    ]
}
