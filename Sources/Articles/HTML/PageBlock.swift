/// A paragraph of a page, in the widest sense: what begins and ends with a line of its own.
struct PageBlock {
    /// What kind of paragraph it is.
    enum Kind {
        case paragraph, item, heading, row, verbatim
    }

    var kind: Kind
    /// Its first run of text in the tree.
    var node: Int
    /// The element that began it.
    var owner: Int
    /// Its bytes in ``PageBlocks/text``.
    var text: Range<Int>
    /// How many characters it has.
    var length: Int
    /// How many of them are in links.
    var linked: Int

    /// How much of it is links, from 0 to 1.
    var linkShare: Double { Double(linked) / Double(max(length, 1)) }
}

/// The paragraphs of a page in order, with white space as a browser shows it.
struct PageBlocks {
    /// The paragraphs; none is empty.
    private(set) var blocks: [PageBlock] = []
    /// The bytes of all paragraphs, one behind another.
    private(set) var text: [UInt8] = []

    /// An element around the place that is being read.
    private struct Open {
        var end: Int
        var owner: Int
        var kind: PageBlock.Kind
        var isBlock: Bool
        var isLink: Bool
    }

    private var open: [Open] = []
    private var links = 0
    /// The paragraph that is being read; its range begins where ``text`` ended.
    private var start = 0
    private var node: Int?
    private var length = 0
    private var linked = 0

    /// Reads the paragraphs of a page.
    ///
    /// - Parameters:
    ///   - tree: the page.
    ///   - leavesOut: whether an element is passed over with all that is in it.
    init(_ tree: HTMLTree, leavesOut: (Int) -> Bool = { _ in false }) {
        text.reserveCapacity(tree.text.count)
        var index = 0
        while index < tree.nodes.count {
            leave(upTo: index)
            let node = tree.nodes[index]
            guard let element = node.element else {
                append(tree.text(of: index), of: index)
                index += 1
                continue
            }
            let isShown = element == .head || element.role != .meta && element.role != .dropped
            guard isShown, !leavesOut(index) else {
                index = Int(node.end)
                continue
            }
            enter(element, at: index, end: Int(node.end))
            index += 1
        }
        leave(upTo: tree.nodes.count)
        close()
    }

    /// The bytes of a paragraph.
    func text(of block: PageBlock) -> ArraySlice<UInt8> { text[block.text] }

    /// Some of the paragraphs as plain text: parted by one blank line, items of lists behind "• ".
    func plainText(_ some: [PageBlock]) -> [UInt8] {
        var output: [UInt8] = []
        for block in some {
            if !output.isEmpty { output += "\n\n".utf8 }
            if block.kind == .item { output += "• ".utf8 }
            output += text(of: block)
        }
        return output
    }

    private mutating func enter(_ element: HTMLElement, at index: Int, end: Int) {
        let outer = open.last?.kind ?? .paragraph
        switch element.role {
        case .block, .aside, .meta:
            close()
            // What stands in an item or in a row of a table is a part of it.
            let isPart = outer == .item || outer == .row
            let owner = isPart ? open.last?.owner ?? index : index
            open.append(Open(end: end, owner: owner, kind: isPart ? outer : .paragraph, isBlock: true, isLink: false))
        case .item, .heading, .row, .verbatim:
            close()
            let kind: PageBlock.Kind =
                switch element.role {
                case .item: .item
                case .heading: .heading
                case .row: .row
                default: .verbatim
                }
            open.append(Open(end: end, owner: index, kind: kind, isBlock: true, isLink: false))
        case .break: breakLine()
        case .cell: space()
        case .inline, .dropped:
            let isLink = element == .a
            if isLink { links += 1 }
            let owner = open.last?.owner ?? index
            open.append(Open(end: end, owner: owner, kind: outer, isBlock: false, isLink: isLink))
        }
    }

    private mutating func leave(upTo index: Int) {
        while let last = open.last, last.end <= index {
            if last.isBlock { close() }
            if last.isLink { links -= 1 }
            open.removeLast()
        }
    }

    private mutating func append(_ run: ArraySlice<UInt8>, of index: Int) {
        let isVerbatim = open.last?.kind == .verbatim
        var place = run.startIndex
        while place < run.endIndex {
            let (end, characters) = PageBlocks.words(in: run[place...])
            if place < end {
                if node == nil { node = index }
                text.append(contentsOf: run[place..<end])
                count(characters)
                place = end
            } else if run[place] > 0x20 {
                // A space that does not break lines is shown as a space, but is meant: it counts as a letter, too.
                if node == nil { node = index }
                count(1)
                space()
                place += 2
            } else {
                if isVerbatim, run[place] == UInt8(ascii: "\n") { breakLine() } else { space() }
                place += 1
            }
        }
    }

    /// Where the words end with which a run begins, single spaces between them, and how many characters they have.
    private static func words(in run: ArraySlice<UInt8>) -> (end: Int, characters: Int) {
        var former: UInt8 = 0
        var characters = 0
        for (index, byte) in zip(run.indices, run) {
            if byte <= 0x20, byte < 0x20 || former <= 0x20 { return (index, characters) }
            if byte == 0xC2, run[index...].starts(with: [0xC2, 0xA0]) { return (index, characters) }
            // A character is counted at its first byte.
            if byte & 0xC0 != 0x80 { characters += 1 }
            former = byte
        }
        return (run.endIndex, characters)
    }

    private mutating func count(_ characters: Int) {
        length += characters
        if links > 0 { linked += characters }
    }

    private mutating func space() {
        guard text.count > start, let last = text.last, last > 0x20 else { return }
        text.append(UInt8(ascii: " "))
        count(1)
    }

    /// A line break; the second in a row ends the paragraph.
    private mutating func breakLine() {
        guard text.count > start else { return }
        if text.last == UInt8(ascii: " ") { text.removeLast() }
        if text.last == UInt8(ascii: "\n") {
            close()
        } else {
            text.append(UInt8(ascii: "\n"))
            length += 1
        }
    }

    private mutating func close() {
        while text.count > start, let last = text.last, last <= 0x20 { text.removeLast() }
        if text.count > start, let node {
            let (kind, owner) = open.last.map { ($0.kind, $0.owner) } ?? (.paragraph, 0)
            blocks.append(
                PageBlock(
                    kind: kind,
                    node: node,
                    owner: owner,
                    text: start..<text.count,
                    length: length,
                    linked: min(linked, length)
                )
            )
        }
        (start, node, length, linked) = (text.count, nil, 0, 0)
    }
}
