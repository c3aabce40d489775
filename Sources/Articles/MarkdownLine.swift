/// What the beginning of a Markdown line says about it.
enum MarkdownLine {
    /// The line without white space at its ends.
    static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var line = line.drop(while: PlainText.isBlank)
        while let last = line.last, PlainText.isBlank(last) { line.removeLast() }
        return line
    }

    /// The line without the `>` marks of quotations, trimmed.
    static func withoutQuoteMarks(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var line = trimmed(line)
        while line.first == UInt8(ascii: ">") {
            line = line.dropFirst().drop(while: PlainText.isBlank)
        }
        return line
    }

    /// The mark and length of a fence around code: three or more backticks or tildes.
    static func fence(_ line: ArraySlice<UInt8>) -> (mark: UInt8, length: Int)? {
        guard let mark = line.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return nil }
        let length = line.prefix { $0 == mark }.count
        guard length >= 3, !line.dropFirst(length).contains(mark) else { return nil }
        return (mark, length)
    }

    /// Whether the line is a rule across the page: `---`, `* * *`.
    static func isRule(_ line: ArraySlice<UInt8>) -> Bool {
        guard let mark = line.first, "-*_".utf8.contains(mark) else { return false }
        return line.allSatisfy { $0 == mark || PlainText.isBlank($0) } && line.count { $0 == mark } >= 3
    }

    /// The level of the heading that this line underlines: `===` or `---`.
    static func setextLevel(_ line: ArraySlice<UInt8>) -> Int? {
        guard let mark = line.first, line.allSatisfy({ $0 == mark }), line.count >= 2 else { return nil }
        return mark == UInt8(ascii: "=") ? 1 : mark == UInt8(ascii: "-") ? 2 : nil
    }

    /// The level and words of a heading: `## Words`.
    static func heading(_ line: ArraySlice<UInt8>) -> (level: Int, words: ArraySlice<UInt8>)? {
        let level = line.prefix { $0 == UInt8(ascii: "#") }.count
        let rest = line.dropFirst(level)
        guard (1...6).contains(level), rest.first.map(PlainText.isBlank) ?? true else { return nil }
        var words = trimmed(rest)
        let closing = words.reversed().prefix { $0 == UInt8(ascii: "#") }.count
        let before = words.dropLast(closing)
        if closing > 0, before.last.map(PlainText.isBlank) ?? true {
            words = trimmed(before)
        }
        return (level, words)
    }

    /// The words of an item of a list.
    ///
    /// A number begins an item only after a break, so that a year at the start of a wrapped line stays a year.
    static func item(_ line: ArraySlice<UInt8>, afterBreak: Bool) -> ArraySlice<UInt8>? {
        guard let first = line.first else { return nil }
        var rest: ArraySlice<UInt8>
        if "-*+".utf8.contains(first) {
            rest = line.dropFirst()
        } else {
            let digits = line.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
            guard afterBreak, (1...3).contains(digits) else { return nil }
            rest = line.dropFirst(digits)
            guard let mark = rest.popFirst(), mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")") else { return nil }
        }
        guard rest.first.map(PlainText.isBlank) ?? false else { return nil }
        rest = trimmed(rest)
        for box in ["[ ] ", "[x] ", "[X] "] where rest.starts(with: box.utf8) {
            rest = rest.dropFirst(box.utf8.count)
        }
        return rest
    }

    /// Whether the line only says where a link of the text leads: `[1]: https://…`.
    static func isReferenceDefinition(_ line: ArraySlice<UInt8>) -> Bool {
        guard line.first == UInt8(ascii: "["), line.dropFirst().first != UInt8(ascii: "^"),
            let end = line.firstIndex(of: UInt8(ascii: "]"))
        else { return false }
        return line[(end + 1)...].starts(with: ": ".utf8)
    }

    /// Whether the line parts the head of a table from its rows: `|---|:-:|`.
    static func isTableRule(_ line: ArraySlice<UInt8>) -> Bool {
        line.allSatisfy { "|-: ".utf8.contains($0) } && line.contains(UInt8(ascii: "|"))
            && line.contains(UInt8(ascii: "-"))
    }
}
