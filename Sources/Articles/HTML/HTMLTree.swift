/// The elements and texts of a page in the order of the page, without pointers.
///
/// A node's descendants are the nodes behind it, up to its `end`, so that every question of a page is one pass over an
/// array and no depth of nesting can exhaust the stack.
struct HTMLTree {
    /// An element, or a run of text inside one.
    struct Node {
        /// Nil for a run of text.
        var element: HTMLElement?
        /// The node that it is in; -1 for none.
        var parent: Int32
        /// The node behind its last descendant.
        var end: Int32
        /// What it holds: of a run of text its bytes in ``HTMLTree/text``, of an element its ``HTMLTree/attributes``.
        var content: Range<Int32>
    }

    /// An attribute that says something to the reader.
    struct Attribute {
        var name: HTMLAttributeName
        /// Its value in ``HTMLTree/values``.
        var value: Range<Int32>
    }

    /// The nodes in the order of the page.
    var nodes: [Node] = []
    /// The bytes of all runs of text, one behind another, with entities resolved.
    var text: [UInt8] = []
    /// The attributes of all elements, one element's behind another's.
    var attributes: [Attribute] = []
    /// The bytes of all values of attributes.
    var values: [UInt8] = []

    /// The bytes of a run of text.
    func text(of node: Int) -> ArraySlice<UInt8> {
        guard nodes[node].element == nil else { return [] }
        let range = nodes[node].content
        return text[Int(range.lowerBound)..<Int(range.upperBound)]
    }

    /// The bytes of all runs of text in an element.
    func text(below node: Int) -> ArraySlice<UInt8> {
        let runs = nodes[node..<Int(nodes[node].end)].lazy.filter { $0.element == nil }
        guard let first = runs.first?.content.lowerBound, let last = runs.last?.content.upperBound else { return [] }
        return text[Int(first)..<Int(last)]
    }

    /// The attributes of an element.
    func attributes(of node: Int) -> ArraySlice<Attribute> {
        guard nodes[node].element != nil else { return [] }
        let range = nodes[node].content
        return attributes[Int(range.lowerBound)..<Int(range.upperBound)]
    }

    /// The value of an attribute.
    func value(of attribute: Attribute) -> ArraySlice<UInt8> {
        values[Int(attribute.value.lowerBound)..<Int(attribute.value.upperBound)]
    }

    /// The value of an element's attribute; nil where it has none.
    func value(_ name: HTMLAttributeName, of node: Int) -> ArraySlice<UInt8>? {
        attributes(of: node).first { $0.name == name }.map(value)
    }
}
