/// Finds the paragraphs of a page that are its article.
///
/// 1. What stands beside the text is left out: by the element, by what the site calls it, unless most of the page's prose
///    is in it (``PageMarks``).
/// 2. Each paragraph is weighed; the article is the element whose paragraphs weigh most in sum (``PageBlocks/weight(_:)``).
/// 3. In it, links, lists of links, phrases of the site and labels before the first and behind the last sentence go.
struct MainText {
    private let tree: HTMLTree
    private let marks: PageMarks
    private let blocks: PageBlocks
    private let titleWords: Set<PackedName>

    /// The paragraphs of the article.
    private(set) var kept: [PageBlock] = []

    init(_ tree: HTMLTree) {
        self.tree = tree
        let marks = PageMarks(tree)
        self.marks = marks
        blocks = PageBlocks(tree) { marks.isAside[$0] }
        titleWords = MainText.titleWords(of: tree)
        guard let container = container() else { return }
        var inside = blocks.blocks.filter { $0.node >= container && $0.node < Int(tree.nodes[container].end) }
        guard let first = inside.first else { return }
        if let headline = inside.firstIndex(where: isHeadline), isLittle(inside[..<headline]) {
            inside.removeSubrange(...headline)
        } else {
            inside = standfirst(before: first) + inside
        }
        kept = withoutLabels(withoutLinks(inside))
    }

    /// The article's text.
    var plainText: [UInt8] { blocks.plainText(kept) }

    // MARK: Where the article is

    /// An element around or in the best one is taken instead if it is said to hold the text and weighs at least this much
    /// of it.
    private static let shareAround = 0.5
    private static let shareInside = 0.7

    private func container() -> Int? {
        let weights = NodeSums(tree) { add in
            for block in blocks.blocks { add(block.node, blocks.weight(block)) }
        }
        var best: Int?
        for (index, node) in tree.nodes.enumerated() where MainText.mayHoldArticle(node.element) {
            if best.map({ weights[index] >= weights[$0] }) ?? true { best = index }
        }
        guard var container = best else { return nil }
        let weight = weights[container]
        var around = Int(tree.nodes[container].parent)
        while around >= 0 {
            if marks.isText[around] || tree.nodes[around].element == .article {
                if weights[around] >= MainText.shareAround * weight { container = around }
                break
            }
            around = Int(tree.nodes[around].parent)
        }
        let limit = MainText.shareInside * weights[container]
        for index in container..<Int(tree.nodes[container].end) where marks.isText[index] {
            if weights[index] >= limit { container = index }
        }
        return container
    }

    private static func mayHoldArticle(_ element: HTMLElement?) -> Bool {
        switch element?.role {
        case .block, .aside, .verbatim, .cell, .item, .row: true
        default: false
        }
    }

    // MARK: The headline and what stands at it

    /// The words of the page's titles.
    private static func titleWords(of tree: HTMLTree) -> Set<PackedName> {
        var words: Set<PackedName> = []
        for (index, node) in tree.nodes.enumerated() {
            if node.element == .title {
                words.formUnion(ByteWords(tree.text(below: index)))
            } else if node.element == .meta, let name = tree.value(.property, of: index),
                name.elementsEqual("og:title".utf8)
            {
                words.formUnion(ByteWords(tree.value(.content, of: index) ?? []))
            } else if node.element == .body {
                break
            }
        }
        return words
    }

    /// Whether a heading is the page's own: of the first level, or in the words of the page's title.
    private func isHeadline(_ block: PageBlock) -> Bool {
        guard block.kind == .heading else { return false }
        var node = block.node
        while node >= 0 {
            if tree.nodes[node].element == .h1 { return true }
            node = Int(tree.nodes[node].parent)
        }
        let words = Array(ByteWords(blocks.text(of: block)))
        return words.count >= 3 && 10 * words.count { titleWords.contains($0) } >= 7 * words.count
    }

    /// Whether paragraphs hold little prose, so that a headline behind them may still be the article's.
    private func isLittle(_ before: ArraySlice<PageBlock>) -> Bool {
        before.reduce(0) { $0 + (blocks.isProse($1) && $1.linkShare < 0.5 ? $1.length : 0) } < 400
    }

    /// How many paragraphs there may be between the headline and the article.
    private static let standfirstReach = 14

    /// The paragraphs of prose between the headline and the article, where a site keeps them apart.
    private func standfirst(before first: PageBlock) -> [PageBlock] {
        guard let end = blocks.blocks.firstIndex(where: { $0.node == first.node }) else { return [] }
        let before = blocks.blocks[max(0, end - MainText.standfirstReach)..<end]
        guard let headline = before.lastIndex(where: isHeadline) else { return [] }
        return before[(headline + 1)...].compactMap { block in
            guard block.length >= 60, block.linkShare < 0.3 else { return nil }
            guard block.kind == .heading || blocks.isProse(block) else { return nil }
            var paragraph = block
            paragraph.kind = .paragraph
            return paragraph
        }
    }

    // MARK: What goes

    private func withoutLinks(_ inside: [PageBlock]) -> [PageBlock] {
        let lists = linkLists(inside)
        return inside.filter { block in
            if block.kind == .item, lists.contains(list(of: block)) { return false }
            let isLinks = block.linkShare > (blocks.isProse(block) ? 0.8 : 0.5)
            if block.kind != .heading, isLinks { return false }
            return !Boilerplate.contains(blocks.text(of: block))
        }
    }

    /// The lists whose items are links, or short with links among them.
    private func linkLists(_ inside: [PageBlock]) -> Set<Int> {
        let lists = Dictionary(grouping: inside.lazy.filter { $0.kind == .item }, by: list)
        return Set(
            lists.filter { _, items in
                let linked = items.reduce(0) { $0 + $1.linked }
                let length = items.reduce(0) { $0 + $1.length }
                return Double(linked) > 0.4 * Double(length) || linked > 0 && items.allSatisfy { $0.length < 30 }
            }.keys
        )
    }

    /// The element around an item.
    private func list(of item: PageBlock) -> Int { Int(tree.nodes[item.owner].parent) }

    /// Cuts labels off at both ends, and headings that nothing follows.
    private func withoutLabels(_ paragraphs: [PageBlock]) -> [PageBlock] {
        let isText: (PageBlock) -> Bool = { block in
            blocks.isProse(block) || block.kind == .verbatim || block.length >= 60 && block.linkShare < 0.3
        }
        guard let first = paragraphs.firstIndex(where: isText),
            let last = paragraphs.lastIndex(where: { isText($0) || $0.kind == .item || $0.kind == .row })
        else { return paragraphs }
        return paragraphs[first...max(first, last)].filter { $0.kind != .heading || $0.linkShare <= 0.5 }
    }
}
