/// Lays out rows in aligned columns for reading.
///
/// Numbers stand to the right. Line breaks and control characters become spaces; a cell of more than 60 letters is cut,
/// which the other formats never do.
struct TextTable {
    let columns: [String]
    let rows: [[Cell]]

    private static let widest = 60

    var text: String {
        let header = columns.map(TextTable.shown)
        let lines = rows.map { $0.map { TextTable.shown($0.plain) } }
        let isRight = columns.indices.map { column in
            let filled = rows.filter { column < $0.count && $0[column] != .empty }
            return !filled.isEmpty && filled.allSatisfy { TextTable.standsRight($0[column]) }
        }
        let widths = columns.indices.map { column in
            lines.reduce(header[column].count) { max($0, column < $1.count ? $1[column].count : 0) }
        }
        var text = TextTable.line(header, widths, isRight)
        text += TextTable.line(widths.map { String(repeating: "─", count: $0) }, widths, isRight)
        for line in lines { text += TextTable.line(line, widths, isRight) }
        return text
    }

    private static func line(_ cells: [String], _ widths: [Int], _ isRight: [Bool]) -> String {
        var line = ""
        for (column, cell) in cells.enumerated() {
            if column > 0 { line += "  " }
            let padding = String(repeating: " ", count: max(0, widths[column] - cell.count))
            line += isRight[column] ? padding + cell : cell + padding
        }
        while line.last == " " { line.removeLast() }
        return line + "\n"
    }

    /// Numbers and ranges of numbers: `14`, `16+`, `12-18`.
    private static func standsRight(_ cell: Cell) -> Bool {
        guard case .text(let text) = cell else { return cell.isNumber }
        let first = text.utf8.first ?? 0
        return (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first)
            && text.utf8.allSatisfy { byte in
                (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "+")
                    || byte == UInt8(ascii: "-")
            }
    }

    private static func shown(_ text: String) -> String {
        let clean = String(
            String.UnicodeScalarView(text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 })
        )
        return clean.count > widest ? clean.prefix(widest - 1) + "…" : clean
    }
}
