/// How bytes stand for characters: UTF-8, UTF-16 or one byte a character.
///
/// Names, labels and tables are those of the WHATWG Encoding Standard, which says how the web's pages are to be read.
struct CharacterEncoding: Hashable, Sendable {
    /// The standard's name: `windows-1252`.
    let name: String
    private let form: Form

    private enum Form: Hashable {
        case utf8
        case utf16(isBigEndian: Bool)
        /// The characters of the bytes from 0x80.
        case singleByte([UInt16])
    }

    static let utf8 = CharacterEncoding(name: "UTF-8", form: .utf8)
    static let utf16LittleEndian = CharacterEncoding(name: "UTF-16LE", form: .utf16(isBigEndian: false))
    static let utf16BigEndian = CharacterEncoding(name: "UTF-16BE", form: .utf16(isBigEndian: true))
    static let windows1252 = CharacterEncoding(label: "windows-1252") ?? utf8

    private init(name: String, form: Form) {
        self.name = name
        self.form = form
    }

    /// The encoding of a label, as headers and declarations give it; nil for one that is unknown or not read.
    init?(label: some StringProtocol) {
        let label = label.drop { $0.isWhitespace }.lowercased().prefix { !$0.isWhitespace }
        guard let encoding = CharacterEncoding.byLabel[String(label)] else { return nil }
        self = encoding
    }

    /// Whether a text of ASCII letters alone is the same bytes in it.
    var isASCIICompatible: Bool {
        if case .utf16 = form { false } else { true }
    }

    /// The characters of the bytes from 0x80, where each byte is one.
    var highHalf: [UInt16]? {
        if case .singleByte(let table) = form { table } else { nil }
    }

    /// How many bytes at the end of a piece belong to a character of the next piece.
    func unfinished(_ bytes: ArraySlice<UInt8>) -> Int {
        switch form {
        case .singleByte: return 0
        case .utf16(let isBigEndian):
            let odd = bytes.count % 2
            let last = bytes.endIndex - odd - (isBigEndian ? 2 : 1)
            return bytes.count >= 2 + odd && bytes[last] & 0xFC == 0xD8 ? 2 + odd : odd
        case .utf8:
            for (count, byte) in bytes.suffix(3).reversed().enumerated() where byte & 0xC0 != 0x80 {
                let length = byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
                return length > count + 1 ? count + 1 : 0
            }
            return 0
        }
    }

    /// The text of the bytes in UTF-8, with U+FFFD for what is none.
    func decode(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        switch form {
        case .utf8:
            return bytes.isUTF8 ? Array(bytes) : Array(String(decoding: bytes, as: UTF8.self).utf8)
        case .utf16(let isBigEndian):
            let (high, low) = isBigEndian ? (0, 1) : (1, 0)
            var units: [UInt16] = []
            units.reserveCapacity(bytes.count / 2)
            for index in stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2) {
                units.append(UInt16(bytes[index + high]) << 8 | UInt16(bytes[index + low]))
            }
            let rest: [UInt8] = bytes.count % 2 == 0 ? [] : [0xEF, 0xBF, 0xBD]
            return Array(String(decoding: units, as: UTF16.self).utf8) + rest
        case .singleByte(let table):
            var text: [UInt8] = []
            text.reserveCapacity(bytes.count + bytes.count / 8)
            for byte in bytes {
                guard byte >= 0x80 else {
                    text.append(byte)
                    continue
                }
                let unit = table[Int(byte) - 0x80]
                if unit < 0x800 {
                    text.append(UInt8(0xC0 | unit >> 6))
                } else {
                    text.append(UInt8(0xE0 | unit >> 12))
                    text.append(UInt8(0x80 | unit >> 6 & 0x3F))
                }
                text.append(UInt8(0x80 | unit & 0x3F))
            }
            return text
        }
    }

    // MARK: The table

    private static let byLabel: [String: CharacterEncoding] = {
        var byLabel: [String: CharacterEncoding] = [:]
        for row in WordTable("encodings.tsv").rows {
            let form: Form
            switch row["name"] {
            case "UTF-8": form = .utf8
            case "UTF-16LE": form = .utf16(isBigEndian: false)
            case "UTF-16BE": form = .utf16(isBigEndian: true)
            default: form = .singleByte(codePoints(row["code points"]))
            }
            for label in row["labels"].split(separator: " ") {
                byLabel[String(label)] = CharacterEncoding(name: row["name"], form: form)
            }
        }
        return byLabel
    }()

    /// Code points and runs of them: `00A0 0410-044F`.
    private static func codePoints(_ text: String) -> [UInt16] {
        text.split(separator: " ").flatMap { run -> [UInt16] in
            let ends = run.split(separator: "-").compactMap { UInt16($0, radix: 16) }
            guard let first = ends.first, let last = ends.last, first <= last else { return [] }
            return Array(first...last)
        }
    }
}
