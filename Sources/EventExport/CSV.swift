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
        if case .text(var text) = cell {
            text.withUTF8 { unsafe append(text: UnsafeRawBufferPointer($0), to: &bytes) }
        } else {
            bytes.append(contentsOf: cell.plain.utf8)
        }
    }

    private static func append(text: UnsafeRawBufferPointer, to bytes: inout [UInt8]) {
        let isFormula = unsafe isFormula(text)
        let (hasQuote, hasMark) = unsafe marks(in: text)
        let mustBeQuoted = hasQuote || hasMark
        if mustBeQuoted { bytes.append(UInt8(ascii: "\"")) }
        if isFormula { bytes.append(UInt8(ascii: "'")) }
        if hasQuote {
            for index in text.indices {
                let byte = unsafe text[index]
                if byte == UInt8(ascii: "\"") { bytes.append(byte) }
                bytes.append(byte)
            }
        } else {
            unsafe bytes.append(contentsOf: text)
        }
        if mustBeQuoted { bytes.append(UInt8(ascii: "\"")) }
    }

    /// Whether there is a quote in a text, and whether there is a comma or a line break.
    ///
    /// Eight bytes are looked at together, the last ones again with those before.
    private static func marks(in text: UnsafeRawBufferPointer) -> (quote: Bool, mark: Bool) {
        var (quotes, marks) = (UInt64(0), UInt64(0))
        func look(at word: UInt64) {
            quotes |= zeros(word ^ spread("\""))
            marks |= zeros(word ^ spread(",")) | zeros(word ^ spread("\n")) | zeros(word ^ spread("\r"))
        }
        var position = 0
        while position + 8 <= text.count {
            look(at: unsafe text.loadUnaligned(fromByteOffset: position, as: UInt64.self))
            position += 8
        }
        if position < text.count, position > 0 {
            look(at: unsafe text.loadUnaligned(fromByteOffset: text.count - 8, as: UInt64.self))
        } else if position < text.count {
            var word: UInt64 = 0
            for index in text.indices { word = unsafe word << 8 | UInt64(text[index]) }
            look(at: word)
        }
        return (quotes != 0, marks != 0)
    }

    /// Eight times the same byte.
    private static func spread(_ byte: Unicode.Scalar) -> UInt64 {
        UInt64(UInt8(ascii: byte)) &* 0x0101_0101_0101_0101
    }

    /// Not zero where one of the bytes is.
    private static func zeros(_ word: UInt64) -> UInt64 {
        (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
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
