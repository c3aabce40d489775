internal import CLibXML2

/// Reads a page into a tree by libxml2, which repairs what is not as it should be.
///
/// The one place of the module that calls libxml2 for pages: without network, and with text that is known to be UTF-8.
/// Elements nested deeper than ``depthLimit`` end the reading, because closing one takes libxml2 a look at all that
/// are open; so do more nodes than ``nodeLimit``.
@safe
struct HTMLParser {
    /// The deepest nesting that is read; browsers stop at 512.
    static let depthLimit = 1024
    /// The most elements and runs of text; the largest pages of news have a hundredth of that.
    static let nodeLimit = 1 << 20

    /// Why a page is not read.
    enum Excess: Error {
        case depth, nodes
    }

    private var tree = HTMLTree()
    private var depth = 0
    private var open: Int32 = -1
    private var excess: Excess?
    private let context: htmlParserCtxtPtr

    /// The tree of a page in UTF-8.
    static func tree(of page: [UInt8]) throws(Excess) -> HTMLTree {
        initialise
        let parser = unsafe page.withUnsafeBytes { page in
            let bytes = unsafe page.assumingMemoryBound(to: CChar.self).baseAddress
            guard let count = Int32(exactly: page.count), count > 0,
                let context = unsafe htmlCreateMemoryParserCtxt(bytes, count)
            else { return nil as HTMLParser? }
            defer { unsafe htmlFreeParserCtxt(context) }
            var parser = unsafe HTMLParser(context: context)
            parser.tree.text.reserveCapacity(page.count / 2)
            parser.parse()
            return parser
        }
        if let excess = parser?.excess { throw excess }
        return parser?.tree ?? HTMLTree()
    }

    /// Must be done once before pages are read in parallel.
    private static let initialise: Void = xmlInitParser()

    private init(context: htmlParserCtxtPtr) {
        unsafe self.context = context
    }

    private mutating func parse() {
        let options = [
            HTML_PARSE_RECOVER, HTML_PARSE_NOERROR, HTML_PARSE_NOWARNING, HTML_PARSE_NONET, HTML_PARSE_IGNORE_ENC,
        ]
        _ = unsafe htmlCtxtUseOptions(context, Int32(options.reduce(0) { $0 | $1.rawValue }))
        _ = unsafe xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
        unsafe context.pointee.sax.pointee = HTMLParser.handler
        let context = unsafe context
        unsafe withUnsafeMutablePointer(to: &self) { parser in
            unsafe context.pointee.userData = UnsafeMutableRawPointer(parser)
            _ = unsafe htmlParseDocument(context)
        }
    }

    private static var handler: xmlSAXHandler {
        var handler = unsafe xmlSAXHandler()
        unsafe handler.startElement = { parser, name, attributes in
            guard let name = unsafe name else { return }
            unsafe parser?.assumingMemoryBound(to: HTMLParser.self).pointee.begin(name, attributes)
        }
        unsafe handler.endElement = { parser, _ in
            unsafe parser?.assumingMemoryBound(to: HTMLParser.self).pointee.end()
        }
        unsafe handler.characters = { parser, bytes, count in
            let bytes = unsafe UnsafeBufferPointer(start: bytes, count: Int(count))
            unsafe parser?.assumingMemoryBound(to: HTMLParser.self).pointee.add(bytes)
        }
        unsafe handler.ignorableWhitespace = unsafe handler.characters
        unsafe handler.cdataBlock = unsafe handler.characters
        return unsafe handler
    }

    // MARK: What libxml2 finds

    private mutating func begin(_ name: UnsafePointer<xmlChar>, _ pairs: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?)
    {
        depth += 1
        if depth > HTMLParser.depthLimit { end(of: .depth) }
        if tree.nodes.count >= HTMLParser.nodeLimit { end(of: .nodes) }
        guard excess == nil else { return }
        let first = Int32(tree.attributes.count)
        if let pairs = unsafe pairs { unsafe addAttributes(pairs) }
        let element = unsafe HTMLElement(PackedName(bytes(name)))
        let content = first..<Int32(tree.attributes.count)
        let number = Int32(tree.nodes.count)
        tree.nodes.append(HTMLTree.Node(element: element, parent: open, end: number + 1, content: content))
        open = number
    }

    private mutating func end(of limit: Excess) {
        excess = limit
        unsafe xmlStopParser(context)
    }

    private mutating func addAttributes(_ pairs: UnsafeMutablePointer<UnsafePointer<xmlChar>?>) {
        var index = 0
        while let name = unsafe pairs[index] {
            if let name = unsafe HTMLAttributeName(PackedName(bytes(name))) {
                let first = Int32(tree.values.count)
                if let value = unsafe pairs[index + 1] { unsafe tree.values.append(contentsOf: bytes(value)) }
                tree.attributes.append(.init(name: name, value: first..<Int32(tree.values.count)))
            }
            index += 2
        }
    }

    private mutating func end() {
        depth -= 1
        guard open >= 0 else { return }
        tree.nodes[Int(open)].end = Int32(tree.nodes.count)
        open = tree.nodes[Int(open)].parent
    }

    private mutating func add(_ bytes: UnsafeBufferPointer<xmlChar>) {
        let first = Int32(tree.text.count)
        unsafe tree.text.append(contentsOf: bytes)
        let last = tree.nodes.count - 1
        if last >= 0, tree.nodes[last].element == nil, tree.nodes[last].parent == open {
            tree.nodes[last].content = tree.nodes[last].content.lowerBound..<Int32(tree.text.count)
        } else {
            let content = first..<Int32(tree.text.count)
            tree.nodes.append(HTMLTree.Node(element: nil, parent: open, end: Int32(last) + 2, content: content))
        }
    }
}

/// The bytes of a C string up to its end.
private func bytes(_ text: UnsafePointer<xmlChar>) -> UnsafeBufferPointer<xmlChar> {
    unsafe UnsafeBufferPointer(start: text, count: Int(xmlStrlen(text)))
}
