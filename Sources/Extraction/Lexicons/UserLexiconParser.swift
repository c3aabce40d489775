import DatelineCore

/// Reads and checks one file of a user's lexicon.
struct UserLexiconParser {
    let format: LexiconFormat
    let path: String
    private(set) var faults: [LexiconError] = []

    private var columns: [String] = []
    private var lexicon = UserLexicon()
    /// The line in which a form stands, for those that stand twice.
    private var lines: [String: Int] = [:]

    init(format: LexiconFormat, path: String) {
        self.format = format
        self.path = path
    }

    /// The rows of a file; the faults that were met are kept.
    mutating func parse(_ bytes: [UInt8]) -> UserLexicon {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            fault(nil, "the file is not UTF-8")
            return lexicon
        }
        let byteOrderMark = "\u{FEFF}"
        let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            var line = String(line)
            if index == 0, line.hasPrefix(byteOrderMark) { line.removeFirst() }
            if line.hasPrefix("#") { continue }
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(UserLexiconParser.trimmed)
            if cells.allSatisfy(\.isEmpty) { continue }
            if columns.isEmpty {
                guard takeColumns(cells, line: index + 1) else { return lexicon }
            } else {
                takeRow(cells, line: index + 1)
            }
        }
        return lexicon
    }

    // MARK: The columns

    private mutating func takeColumns(_ cells: [String], line: Int) -> Bool {
        let known = format.columns.map(\.name)
        let names = known.joined(separator: ", ")
        guard cells.contains("surface") else {
            fault(line, "the first line must name the columns, with tabs between them: \(names)")
            return false
        }
        var isSound = true
        for (position, cell) in cells.enumerated() {
            if !known.contains(cell) {
                fault(line, "there is no column “\(cell)” in \(format.name), only \(names)")
                isSound = false
            } else if cells[..<position].contains(cell) {
                fault(line, "the column \(cell) is named twice")
                isSound = false
            }
        }
        for column in format.columns where column.isRequired && !cells.contains(column.name) {
            fault(line, "the column \(column.name) is missing; \(format.name) needs it")
            isSound = false
        }
        columns = cells
        return isSound
    }

    // MARK: The rows

    private mutating func takeRow(_ cells: [String], line: Int) {
        guard cells.dropFirst(columns.count).allSatisfy(\.isEmpty) else {
            let count = "\(cells.count) cells for \(columns.count) columns"
            fault(line, "the line has \(count): put one tab between cells, and none inside")
            return
        }
        let row = LexiconTable.Row(line: line, columns: columns, cells: cells)
        let surface = row["surface"]
        if surface.hasPrefix("-") { return remove(String(surface.dropFirst()), line: line) }
        let before = faults.count
        checkSurface(row)
        for column in format.columns where column.name != "surface" { check(column, of: row, cellCount: cells.count) }
        if faults.count == before, let objection = format.objection(to: row) { fault(line, objection) }
        if faults.count == before { lexicon.rows.append(row) }
    }

    private mutating func checkSurface(_ row: LexiconTable.Row) {
        let forms = row.alternatives("surface")
        guard !forms.isEmpty else {
            fault(row.line, "the surface is empty: write the words as a text has them")
            return
        }
        for form in forms {
            if !UserLexiconParser.hasWord(form) { fault(row.line, "the surface “\(form)” has no word") }
            let key = SurfaceForm(form).text + "\t" + (format.distinguishing.map { row[$0] } ?? "")
            if let first = lines[key] {
                fault(row.line, "“\(form)” stands in line \(first) already; keep one of the two")
            } else {
                lines[key] = row.line
            }
        }
    }

    private mutating func check(_ column: LexiconFormat.Column, of row: LexiconTable.Row, cellCount: Int) {
        let cell = row[column.name]
        if cell.isEmpty {
            guard column.isRequired else { return }
            let use = column.values.advice.map { "; \($0)" } ?? ""
            let hint = cellCount == 1 ? " (are there tabs between the cells?)" : ""
            fault(row.line, "column \(column.name) of “\(row["surface"])” is empty\(hint)\(use)")
        } else if let objection = column.values.objection(to: cell) {
            fault(row.line, "“\(cell)” in column \(column.name): \(objection)")
        }
    }

    private mutating func remove(_ surface: String, line: Int) {
        let known = format.builtIn.rows.flatMap { $0.alternatives("surface") }
        let forms = surface.split(separator: "|").map { UserLexiconParser.trimmed($0) }
        if forms.isEmpty { fault(line, "the surface to remove is empty: write it behind the minus sign") }
        for form in forms {
            let removed = SurfaceForm(form)
            lexicon.removed.insert(removed)
            guard !known.contains(where: { SurfaceForm($0).isCovered(by: [removed]) }) else { continue }
            let near = Spelling.suggestions(for: form, among: known)
            let hint = near.isEmpty ? "" : "; did you mean \(near.joined(separator: " or "))?"
            fault(line, "there is no row “\(form)” to remove from \(format.name)\(hint)")
        }
    }

    private mutating func fault(_ line: Int?, _ reason: String) {
        faults.append(LexiconError(file: path, line: line, reason: reason))
    }

    private static func trimmed(_ cell: Substring) -> String {
        let isSpace = { (character: Character) in character == " " || character == "\r" }
        return String(cell.drop(while: isSpace).reversed().drop(while: isSpace).reversed())
    }

    private static func hasWord(_ form: String) -> Bool {
        !Document(form.hasPrefix("=") ? String(form.dropFirst()) : form, abbreviations: []).tokens.isEmpty
    }
}
