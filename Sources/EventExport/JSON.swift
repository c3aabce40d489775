/// Writes JSON into a byte buffer.
enum JSON {
    static func append(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""): bytes.append(contentsOf: #"\""#.utf8)
            case UInt8(ascii: "\\"): bytes.append(contentsOf: #"\\"#.utf8)
            case UInt8(ascii: "\n"): bytes.append(contentsOf: #"\n"#.utf8)
            case UInt8(ascii: "\r"): bytes.append(contentsOf: #"\r"#.utf8)
            case UInt8(ascii: "\t"): bytes.append(contentsOf: #"\t"#.utf8)
            case 0..<0x20, 0x7F:
                let digits = Array("0123456789abcdef".utf8)
                bytes.append(contentsOf: #"\u00"#.utf8)
                bytes.append(digits[Int(byte >> 4)])
                bytes.append(digits[Int(byte & 15)])
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    static func append(_ cell: Cell, to bytes: inout [UInt8]) {
        switch cell {
        case .empty: bytes.append(contentsOf: "null".utf8)
        case .text(let text): append(text, to: &bytes)
        case .integer(let number): bytes.append(contentsOf: String(number).utf8)
        case .decimal(let number):
            // JSON has no infinity and no NaN.
            bytes.append(contentsOf: (number.isFinite ? String(number) : "null").utf8)
        }
    }
}

/// Writes the members of one JSON object into a byte buffer, in the order in which they are given.
struct JSONObject {
    private var isEmpty = true

    init(_ bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "{"))
    }

    mutating func key(_ name: String, _ bytes: inout [UInt8]) {
        if !isEmpty { bytes.append(contentsOf: ", ".utf8) }
        isEmpty = false
        JSON.append(name, to: &bytes)
        bytes.append(contentsOf: ": ".utf8)
    }

    mutating func member(_ name: String, _ cell: Cell, _ bytes: inout [UInt8]) {
        key(name, &bytes)
        JSON.append(cell, to: &bytes)
    }

    mutating func member(_ name: String, _ flag: Bool, _ bytes: inout [UInt8]) {
        key(name, &bytes)
        bytes.append(contentsOf: (flag ? "true" : "false").utf8)
    }

    mutating func members<Element>(
        _ name: String,
        _ elements: [Element],
        _ bytes: inout [UInt8],
        _ append: (Element, inout [UInt8]) -> Void
    ) {
        key(name, &bytes)
        bytes.append(UInt8(ascii: "["))
        for (index, element) in elements.enumerated() {
            if index > 0 { bytes.append(contentsOf: ", ".utf8) }
            append(element, &bytes)
        }
        bytes.append(UInt8(ascii: "]"))
    }

    func end(_ bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "}"))
    }
}
