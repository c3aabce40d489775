/// Takes the marks of Markdown off a text, line by line: what is left reads like the page.
///
/// Paragraphs stay apart by one blank line, items of lists begin with "• ". The marks inside a line are
/// ``MarkdownInline``'s.
struct MarkdownBlocks {
    /// The words of the first heading of the first level.
    private(set) var title: String?

    private var output: [UInt8] = []
    /// The lines of the paragraph, item or heading that is being read.
    private var open: [UInt8] = []
    private var prefix: [UInt8] = []
    /// The mark and length of the fence around the lines being read.
    private var fence: (mark: UInt8, length: Int)?
    private var lastWasItem = false

    /// The plain text of a body.
    mutating func plainText(of body: ArraySlice<UInt8>) -> [UInt8] {
        let text = MarkdownBlocks.withoutComments(body)
        for line in LineRanges(text) {
            read(text[line])
        }
        close()
        while output.last == UInt8(ascii: "\n") { output.removeLast() }
        return output
    }

    private mutating func read(_ raw: ArraySlice<UInt8>) {
        if let fence {
            let mark = MarkdownLine.fence(MarkdownLine.trimmed(raw))
            if let mark, mark.mark == fence.mark, mark.length >= fence.length {
                self.fence = nil
                separate()
            } else {
                output += raw + [UInt8(ascii: "\n")]
            }
            return
        }
        let line = MarkdownLine.withoutQuoteMarks(raw)
        if line.isEmpty {
            close()
            separate()
        } else if let fence = MarkdownLine.fence(line) {
            close()
            separate()
            self.fence = fence
        } else if let level = MarkdownLine.setextLevel(line), !open.isEmpty, prefix.isEmpty {
            closeHeading(level: level)
        } else if MarkdownLine.isRule(line) {
            close()
            separate()
        } else if let (level, words) = MarkdownLine.heading(line) {
            close()
            separate()
            open = Array(words)
            closeHeading(level: level)
        } else if MarkdownLine.isReferenceDefinition(line) || MarkdownLine.isTableRule(line) {
            close()
        } else if let words = MarkdownLine.item(line, afterBreak: open.isEmpty || lastWasItem) {
            close()
            prefix = Array("• ".utf8)
            open = Array(words)
            lastWasItem = true
        } else {
            if !open.isEmpty { open.append(UInt8(ascii: "\n")) }
            open += line
        }
    }

    /// Writes out the paragraph or item that was being read.
    private mutating func close() {
        lastWasItem = false
        guard !open.isEmpty else { return }
        let words = MarkdownInline.plainText(of: open)
        if !words.isEmpty {
            output += prefix + words + [UInt8(ascii: "\n")]
        }
        open = []
        prefix = []
    }

    private mutating func closeHeading(level: Int) {
        let words = MarkdownInline.plainText(of: open)
        if level == 1, title == nil, !words.isEmpty {
            title = String(decoding: words, as: UTF8.self)
        }
        close()
        separate()
    }

    /// Ends a block by one blank line, unless nothing stands before it.
    private mutating func separate() {
        guard !output.isEmpty, !output.suffix(2).elementsEqual("\n\n".utf8) else { return }
        output.append(UInt8(ascii: "\n"))
    }

    /// The text without `<!-- … -->`; one that is never closed stays.
    private static func withoutComments(_ body: ArraySlice<UInt8>) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(body.count)
        var index = body.startIndex
        var mayClose = true
        while index < body.endIndex {
            if mayClose, body[index] == UInt8(ascii: "<"), body[index...].starts(with: "<!--".utf8) {
                if let end = MarkdownBlocks.end(of: "-->", in: body[(index + 4)...]) {
                    index = end
                    continue
                }
                mayClose = false
            }
            text.append(body[index])
            index += 1
        }
        return text
    }

    private static func end(of mark: String, in bytes: ArraySlice<UInt8>) -> Int? {
        var index = bytes.startIndex
        while let found = bytes[index...].firstIndex(of: mark.utf8.first ?? 0) {
            if bytes[found...].starts(with: mark.utf8) { return found + mark.utf8.count }
            index = found + 1
        }
        return nil
    }
}
