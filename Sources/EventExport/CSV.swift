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
            if case .text(let text) = cell, isFormula(text.utf8) { bytes.append(UInt8(ascii: "'")) }
            for byte in cell.plain.utf8 {
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

    /// The cells at some positions of a row whose cells are bytes already.
    static func append(_ row: FlatRow, _ positions: [Int], to bytes: inout [UInt8]) {
        var isFirst = true
        unsafe row.forEachCell(at: positions) { kind, cell in
            if !isFirst { bytes.append(UInt8(ascii: ",")) }
            isFirst = false
            if kind == .text {
                unsafe append(text: cell, to: &bytes)
            } else {
                unsafe bytes.append(contentsOf: cell)
            }
        }
        bytes.append(UInt8(ascii: "\r"))
        bytes.append(UInt8(ascii: "\n"))
    }

    private static func append(_ cell: Cell, to bytes: inout [UInt8]) {
        if case .text(let text) = cell {
            append(text: text.utf8, to: &bytes)
        } else {
            bytes.append(contentsOf: cell.plain.utf8)
        }
    }

    private static func append(text: some Collection<UInt8>, to bytes: inout [UInt8]) {
        let isFormula = isFormula(text)
        // Without a way out of the loop it goes over many bytes at once.
        var hasQuote = false
        var hasMark = false
        for byte in text {
            hasQuote = hasQuote || byte == UInt8(ascii: "\"")
            hasMark = hasMark || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
        }
        let mustBeQuoted = hasQuote || hasMark
        if mustBeQuoted { bytes.append(UInt8(ascii: "\"")) }
        if isFormula { bytes.append(UInt8(ascii: "'")) }
        if hasQuote {
            for byte in text {
                if byte == UInt8(ascii: "\"") { bytes.append(byte) }
                bytes.append(byte)
            }
        } else {
            bytes.append(contentsOf: text)
        }
        if mustBeQuoted { bytes.append(UInt8(ascii: "\"")) }
    }

    /// Whether a spreadsheet would run the text.
    private static func isFormula(_ text: some Collection<UInt8>) -> Bool {
        switch text.first {
        case UInt8(ascii: "="), UInt8(ascii: "@"), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"): true
        case UInt8(ascii: "+"), UInt8(ascii: "-"): !isNumber(text)
        default: false
        }
    }

    /// Whether a signed text is digits with at most one point.
    private static func isNumber(_ text: some Collection<UInt8>) -> Bool {
        let parts = text.dropFirst().split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        return parts.count <= 2 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(digits.contains) }
    }
}
