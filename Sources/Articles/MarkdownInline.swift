/// Takes the marks inside a paragraph of Markdown off: emphasis, links, pictures, code, tags and escapes.
struct MarkdownInline {
    private let bytes: [UInt8]
    private var output: [UInt8] = []
    private var index = 0
    /// Positions in the output of marks that have found their partner.
    private var spent: [Int] = []
    /// Open runs of emphasis by their mark, as ranges of the output.
    private var openRuns: [UInt8: [Range<Int>]] = [:]
    /// Where to go on behind a `]`: past the address of its link.
    private var linkEnds: [Int: Int] = [:]

    /// How far a mark looks for its end.
    private static let reach = 2048

    /// The plain text of a paragraph.
    static func plainText(of bytes: [UInt8]) -> [UInt8] {
        var inline = MarkdownInline(bytes: bytes)
        return inline.run()
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    private mutating func run() -> [UInt8] {
        findLinks()
        while index < bytes.count {
            step()
        }
        let gone = Set(spent)
        return gone.isEmpty ? output : output.indices.filter { !gone.contains($0) }.map { output[$0] }
    }

    private mutating func step() {
        let byte = bytes[index]
        switch byte {
        case UInt8(ascii: "\\") where index + 1 < bytes.count && MarkdownInline.isPunctuation(bytes[index + 1]):
            take(bytes[index + 1], advance: 2)
        case UInt8(ascii: "\\") where index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "\n"):
            index += 1
        case UInt8(ascii: "`"):
            code()
        case UInt8(ascii: "!") where index + 1 < bytes.count && linkStarts.contains(index + 1):
            index += 1
        case UInt8(ascii: "[") where linkStarts.contains(index):
            index = footnotes[index] ?? index + 1
        case UInt8(ascii: "]") where linkEnds[index] != nil:
            index = linkEnds[index] ?? index + 1
        case UInt8(ascii: "<"):
            tag()
        case UInt8(ascii: "&"):
            entity()
        case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"):
            emphasis(byte)
        default:
            take(byte, advance: 1)
        }
    }

    private mutating func take(_ byte: UInt8, advance: Int) {
        output.append(byte)
        index += advance
    }

    // MARK: Links

    private var linkStarts: Set<Int> = []
    /// Footnote marks `[^1]`, by their start: where they end.
    private var footnotes: [Int: Int] = [:]

    /// Pairs the brackets and keeps those that are links, in one pass.
    private mutating func findLinks() {
        var open: [Int] = []
        var position = 0
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "\\"): position += 1
            case UInt8(ascii: "["): open.append(position)
            case UInt8(ascii: "]"):
                guard let start = open.popLast() else { break }
                if bytes[start + 1] == UInt8(ascii: "^") {
                    linkStarts.insert(start)
                    footnotes[start] = position + 1
                } else if let end = endOfAddress(behind: position) {
                    linkStarts.insert(start)
                    linkEnds[position] = end
                }
            default: break
            }
            position += 1
        }
    }

    /// Where a link's address ends: `(https://… "title")` or `[reference]` behind its words.
    private func endOfAddress(behind bracket: Int) -> Int? {
        guard bracket + 1 < bytes.count else { return nil }
        let pair: (UInt8, UInt8)
        switch bytes[bracket + 1] {
        case UInt8(ascii: "("): pair = (UInt8(ascii: "("), UInt8(ascii: ")"))
        case UInt8(ascii: "["): pair = (UInt8(ascii: "["), UInt8(ascii: "]"))
        default: return nil
        }
        var depth = 0
        for position in bytes.indices[(bracket + 1)...].prefix(MarkdownInline.reach) {
            if bytes[position] == pair.0 { depth += 1 }
            if bytes[position] == pair.1 { depth -= 1 }
            if depth == 0 { return position + 1 }
        }
        return nil
    }

    // MARK: Code, tags and entities

    private mutating func code() {
        let length = bytes[index...].prefix { $0 == UInt8(ascii: "`") }.count
        var end = index + length
        let limit = min(bytes.count, end + MarkdownInline.reach)
        while end < limit {
            guard bytes[end] == UInt8(ascii: "`") else {
                end += 1
                continue
            }
            let run = bytes[end...].prefix { $0 == UInt8(ascii: "`") }.count
            if run == length {
                output += MarkdownLine.trimmed(bytes[(index + length)..<end])
                index = end + run
                return
            }
            end += run
        }
        output += bytes[index..<(index + length)]
        index += length
    }

    private mutating func tag() {
        let inside = bytes[(index + 1)...].prefix(MarkdownInline.reach)
        guard let end = inside.firstIndex(where: { "<>\n".utf8.contains($0) }), bytes[end] == UInt8(ascii: ">"),
            let first = inside.first, first != UInt8(ascii: ">")
        else { return take(UInt8(ascii: "<"), advance: 1) }
        let name = bytes[(index + 1)..<end]
        let isAddress = !name.contains(UInt8(ascii: " ")) && name.contains { ":@".utf8.contains($0) }
        if isAddress {
            output += name
        } else if name.starts(with: "br".utf8) {
            output.append(UInt8(ascii: "\n"))
        } else if !MarkdownInline.isLetter(first), first != UInt8(ascii: "/") {
            return take(UInt8(ascii: "<"), advance: 1)
        }
        index = end + 1
    }

    private static let entities: [(name: String, text: String)] = [
        ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&#39;", "'"),
        ("&nbsp;", " "),
        ("&ndash;", "–"), ("&mdash;", "—"), ("&hellip;", "…"), ("&rsquo;", "’"), ("&lsquo;", "‘"), ("&rdquo;", "”"),
        ("&ldquo;", "“"),
    ]

    private mutating func entity() {
        for (name, text) in MarkdownInline.entities where bytes[index...].starts(with: name.utf8) {
            output += text.utf8
            index += name.utf8.count
            return
        }
        take(UInt8(ascii: "&"), advance: 1)
    }

    // MARK: Emphasis

    /// A run of marks opens before a word and closes behind one; those that find a partner go.
    private mutating func emphasis(_ mark: UInt8) {
        let length = bytes[index...].prefix { $0 == mark }.count
        let before = index > 0 ? bytes[index - 1] : UInt8(ascii: " ")
        let after = index + length < bytes.count ? bytes[index + length] : UInt8(ascii: " ")
        let isInsideWord = MarkdownInline.isWord(before) && MarkdownInline.isWord(after)
        var run = output.count..<(output.count + length)
        output += bytes[index..<(index + length)]
        index += length
        guard mark != UInt8(ascii: "~") || length == 2, mark != UInt8(ascii: "_") || !isInsideWord else { return }
        if !MarkdownInline.isSpace(before) {
            while !run.isEmpty, let open = openRuns[mark]?.popLast() {
                let shared = min(run.count, open.count)
                spent += (open.upperBound - shared)..<open.upperBound
                spent += run.lowerBound..<(run.lowerBound + shared)
                run = (run.lowerBound + shared)..<run.upperBound
                if open.count > shared { openRuns[mark]?.append(open.lowerBound..<(open.upperBound - shared)) }
            }
        }
        if !run.isEmpty, !MarkdownInline.isSpace(after) {
            openRuns[mark, default: []].append(run)
        }
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        PlainText.isBlank(byte) || byte == UInt8(ascii: "\n")
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        isLetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte >= 0x80
    }

    private static func isPunctuation(_ byte: UInt8) -> Bool {
        byte > 0x20 && byte < 0x7F && !isWord(byte)
    }
}
