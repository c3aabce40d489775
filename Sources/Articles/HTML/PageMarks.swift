/// Which elements of a page stand beside its text, and which are said to hold it, by what the site calls them.
struct PageMarks {
    /// Whether an element is left out with all that is in it, by its number.
    private(set) var isAside: [Bool]
    /// Whether an element is said to hold the text, by its number.
    private(set) var isText: [Bool]

    /// An element with more than this share of the page's prose is not beside the text, whatever it is called.
    private static let asideLimit = 0.5
    /// The same for an element in which another is said to hold the text.
    private static let asideLimitAroundText = 0.25

    init(_ tree: HTMLTree) {
        let count = tree.nodes.count
        isAside = [Bool](repeating: false, count: count)
        isText = [Bool](repeating: false, count: count)
        for index in 0..<count {
            guard let element = tree.nodes[index].element else { continue }
            var hints = PageHints()
            for attribute in tree.attributes(of: index) {
                hints.formUnion(PageHints(attribute.name, tree.value(of: attribute)))
            }
            let isAside = hints.isAside || element.role == .aside || element == .figcaption
            self.isAside[index] = isAside && !PageMarks.neverAside.contains(element)
            isText[index] = hints.isText && PageMarks.mayHoldText.contains(element)
        }
        keepWhatHoldsTheProse(tree)
    }

    private static let neverAside: Set<HTMLElement> = [.html, .body, .article, .main, .h1]
    private static let mayHoldText: Set<HTMLElement> = [
        .article, .main, HTMLElement("div"), HTMLElement("section"), HTMLElement("span"), HTMLElement("td"),
    ]

    private mutating func keepWhatHoldsTheProse(_ tree: HTMLTree) {
        let blocks = PageBlocks(tree)
        let prose = NodeSums(tree) { add in
            for block in blocks.blocks where blocks.isProse(block) && block.linkShare < 0.5 {
                add(block.node, Double(block.length))
            }
        }
        let texts = NodeSums(tree) { add in
            for index in isText.indices where isText[index] { add(index, 1) }
        }
        let all = max(prose.all, 1)
        for index in isAside.indices where isAside[index] {
            let isAroundText = !isText[index] && texts[index] > 0
            let limit = isAroundText ? PageMarks.asideLimitAroundText : PageMarks.asideLimit
            if prose[index] / all >= limit { isAside[index] = false }
        }
    }
}

/// Sums over the descendants of each node of a page, any of them at once.
struct NodeSums {
    private var upTo: [Double]
    private let nodes: [HTMLTree.Node]

    /// Adds up values of nodes.
    init(_ tree: HTMLTree, _ values: ((_ node: Int, _ value: Double) -> Void) -> Void) {
        nodes = tree.nodes
        var single = [Double](repeating: 0, count: nodes.count)
        values { single[$0] += $1 }
        upTo = [0]
        upTo.reserveCapacity(nodes.count + 1)
        var sum = 0.0
        for value in single {
            sum += value
            upTo.append(sum)
        }
    }

    /// The sum over the whole page.
    var all: Double { upTo.last ?? 0 }

    /// The sum over a node and its descendants.
    subscript(node: Int) -> Double { upTo[Int(nodes[node].end)] - upTo[node] }
}
