/// Writes elements of a page as plain text: paragraphs parted by one blank line, items of lists behind "• ".
struct HTMLText {
    private let tree: HTMLTree
    private var output: [UInt8] = []
    /// The paragraph that is being written.
    private var open: [UInt8] = []

    init(_ tree: HTMLTree) {
        self.tree = tree
    }

    /// The text of an element.
    mutating func plainText(below top: Int) -> [UInt8] {
        guard top < tree.nodes.count else { return [] }
        var ends: [Int] = []
        var index = top
        let end = Int(tree.nodes[top].end)
        while index < end {
            while let last = ends.last, last <= index {
                ends.removeLast()
                close()
            }
            let node = tree.nodes[index]
            guard let element = node.element else {
                HTMLText.append(tree.text(of: index), to: &open)
                index += 1
                continue
            }
            switch element.role {
            case .dropped,
                .meta where element != HTMLElement("head"), .aside:
                index = Int(node.end)
                continue
            case .block, .heading, .row, .verbatim:
                close()
                ends.append(Int(node.end))
            case .item:
                close()
                open = Array("• ".utf8)
                ends.append(Int(node.end))
            case .break:
                open.append(UInt8(ascii: "\n"))
            case .cell:
                HTMLText.append(Array(" ".utf8)[...], to: &open)
            case .inline, .meta:
                break
            }
            index += 1
        }
        close()
        return output
    }

    private mutating func close() {
        let words = HTMLText.trimmed(open)
        open.removeAll(keepingCapacity: true)
        guard !words.isEmpty, !words.elementsEqual("•".utf8) else { return }
        if !output.isEmpty { output += Array("\n\n".utf8) }
        output += words
    }

    /// The words of a text, parted by one space.
    static func words(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var line: [UInt8] = []
        append(text, to: &line)
        return Array(trimmed(line))
    }

    /// Appends a text; a run of white space becomes one space, none at the beginning of a line.
    private static func append(_ text: ArraySlice<UInt8>, to line: inout [UInt8]) {
        for byte in text {
            if isSpace(byte) {
                if let last = line.last, !isSpace(last) { line.append(UInt8(ascii: " ")) }
            } else {
                line.append(byte)
            }
        }
    }

    private static func trimmed(_ line: [UInt8]) -> ArraySlice<UInt8> {
        var rest = line[...].drop(while: isSpace)
        while let last = rest.last, isSpace(last) { rest.removeLast() }
        return rest
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || (9...13).contains(byte)
    }
}
