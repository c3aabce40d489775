import DatelineCore

/// Writes cells as CSV (RFC 4180) and as tab-separated values.
///
/// A spreadsheet runs a cell that starts with `=`, `+`, `-` or `@` as a formula, also behind a tab or a line break.
/// Text that starts so gets an apostrophe in front, which makes it text. Numbers, negative ones too, stay as they are.
enum CSV {
    static func append(_ cells: [Cell], to bytes: inout [UInt8]) {
        for (column, cell) in cells.enumerated() {
            if column > 0 { bytes.append(UInt8(ascii: ",")) }
            append(cell, to: &bytes)
        }
        bytes.append(UInt8(ascii: "\r"))
        bytes.append(UInt8(ascii: "\n"))
    }

    static func appendTabbed(_ cells: [Cell], to bytes: inout [UInt8]) {
        for (column, cell) in cells.enumerated() {
            if column > 0 { bytes.append(UInt8(ascii: "\t")) }
            for byte in guarded(cell).utf8 {
                switch byte {
                case UInt8(ascii: "\t"): bytes.append(contentsOf: #"\t"#.utf8)
                case UInt8(ascii: "\n"): bytes.append(contentsOf: #"\n"#.utf8)
                case UInt8(ascii: "\r"): bytes.append(contentsOf: #"\r"#.utf8)
                case UInt8(ascii: "\\"): bytes.append(contentsOf: #"\\"#.utf8)
                default: bytes.append(byte)
                }
            }
        }
        bytes.append(UInt8(ascii: "\n"))
    }

    /// A row whose cells are bytes already.
    static func append(_ row: FlatRow, to bytes: inout [UInt8]) {
        var isFirst = true
        row.forEachCell { kind, cell throws(Never) in
            if !isFirst { bytes.append(UInt8(ascii: ",")) }
            isFirst = false
            guard kind == .text, let first = cell.first else {
                bytes.append(contentsOf: cell)
                return
            }
            if isPlain(cell, first) {
                bytes.append(contentsOf: cell)
            } else {
                append(Cell.text(String(decoding: cell, as: UTF8.self)), to: &bytes)
            }
        }
        bytes.append(UInt8(ascii: "\r"))
        bytes.append(UInt8(ascii: "\n"))
    }

    /// Whether a text needs neither quotes nor an apostrophe.
    private static func isPlain(_ cell: ArraySlice<UInt8>, _ first: UInt8) -> Bool {
        switch first {
        case UInt8(ascii: "="), UInt8(ascii: "@"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "\t"):
            return false
        default: break
        }
        var isPlain = true
        for byte in cell { isPlain = isPlain && !mustBeQuoted(byte) }
        return isPlain
    }

    private static func append(_ cell: Cell, to bytes: inout [UInt8]) {
        let text = guarded(cell)
        guard text.utf8.contains(where: mustBeQuoted) else {
            bytes.append(contentsOf: text.utf8)
            return
        }
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func mustBeQuoted(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
            || byte == UInt8(ascii: "\r")
    }

    private static func guarded(_ cell: Cell) -> String {
        guard case .text(let text) = cell, let first = text.utf8.first else { return cell.plain }
        switch first {
        case UInt8(ascii: "="), UInt8(ascii: "@"), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"):
            return "'" + text
        case UInt8(ascii: "+"), UInt8(ascii: "-"):
            return isNumber(text) ? text : "'" + text
        default:
            return text
        }
    }

    /// Whether a signed text is digits with at most one point.
    private static func isNumber(_ text: String) -> Bool {
        let parts = text.utf8.dropFirst().split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        return parts.count <= 2 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(digits.contains) }
    }
}
