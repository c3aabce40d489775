import CLibXML2

/// Reads the items of a feed by libxml2, one chunk of the file in memory at a time.
///
/// The one place of the module that calls libxml2 for feeds: without network, without the document type's entities, so
/// that none can be made to grow, and with text that is known to be UTF-8.
@safe
final class FeedParser {
    /// The most attributes of an element; libxml2 compares each with all others.
    static let attributeLimit = 5000

    private let file: ByteStream
    private var context: xmlParserCtxtPtr?
    private var entities: [String: FeedEntity] = [:]
    private var isOpened = false
    private var isOver = false
    private var attributes = 0

    /// The names of the open elements, from the outside in.
    private var open: [String] = []
    /// The element of the item or of the feed that is being read, with its depth.
    private var element: (meaning: FeedItem.Meaning, depth: Int, isTree: Bool)?
    /// What the element has said so far.
    private var text: [UInt8] = []
    private var item: FeedItem?
    /// What the feed says of itself.
    private(set) var feed = FeedItem()
    private var items: [FeedItem] = []
    /// Whether the file is a feed: its first element is one of those that feeds begin with.
    private(set) var isFeed = true
    /// Why the feed ended before its end.
    private(set) var fault: String?

    init(_ file: ByteStream) {
        self.file = file
    }

    deinit { close() }

    private func close() {
        guard let context = unsafe context else { return }
        // What a feed declares in its document type libxml2 keeps in a document that is not freed with the context.
        if let declared = unsafe context.pointee.myDoc { unsafe xmlFreeDoc(declared) }
        unsafe context.pointee.myDoc = nil
        unsafe xmlFreeParserCtxt(context)
        unsafe self.context = nil
    }

    /// The next whole item; nil behind the last.
    func next() -> FeedItem? {
        while items.isEmpty, !isOver { parseSome() }
        return items.isEmpty ? nil : items.removeFirst()
    }

    // MARK: Parsing

    private static let initialise: Void = xmlInitParser()

    private func parseSome() {
        if !isOpened { start() }
        guard let context = unsafe context else { return stop("there is no memory for it") }
        let isLast = file.unread.isEmpty && !file.readMore()
        var piece = file.unread
        let excess = excess(in: piece)
        if let excess { piece = piece[..<excess] }
        let result = unsafe piece.withUnsafeBytes { bytes in
            let start = unsafe bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
            return unsafe xmlParseChunk(context, start, Int32(bytes.count), isLast ? 1 : 0)
        }
        file.skip(piece.count)
        if excess != nil {
            return stop("an element has more than \(FeedParser.attributeLimit) attributes, as in no feed")
        }
        if !isFeed { return stop(nil) }
        let isHalted = unsafe context.pointee.disableSAX != 0
        guard isLast || isHalted else { return }
        if file.isCut { return stop(nil) }
        if open.isEmpty { return stop(nil) }
        stop(isHalted ? "no XML\(unsafe FeedParser.reason(context, result))" : "the feed is cut off")
    }

    private static func reason(_ context: xmlParserCtxtPtr, _ code: Int32) -> String {
        guard let error = unsafe xmlCtxtGetLastError(context), let message = unsafe error.pointee.message else {
            return " (error \(code))"
        }
        let text = unsafe String(cString: message)
        return " in line \(unsafe error.pointee.line): \(text.prefix { $0 != "\n" }.prefix(120))"
    }

    private func start() {
        FeedParser.initialise
        isOpened = true
        file.decodeText(declared: EncodingDetector.declared(in: Array(file.unread.prefix(1024))))
        var handler = unsafe FeedParser.handler
        let this = unsafe Unmanaged.passUnretained(self).toOpaque()
        unsafe context = unsafe xmlCreatePushParserCtxt(&handler, this, nil, 0, nil)
        guard let context = unsafe context else { return }
        let options = [
            XML_PARSE_RECOVER, XML_PARSE_NOERROR, XML_PARSE_NOWARNING, XML_PARSE_NONET, XML_PARSE_IGNORE_ENC,
        ]
        _ = unsafe xmlCtxtUseOptions(context, Int32(options.reduce(0) { $0 | $1.rawValue }))
        _ = unsafe xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
    }

    private func stop(_ fault: String?) {
        self.fault = fault
        close()
        isOver = true
    }

    /// Where an element with too many attributes begins; nil where there is none.
    ///
    /// What looks like attributes is counted from a `<`, which cannot stand inside an element's mark.
    private func excess(in piece: ArraySlice<UInt8>) -> Int? {
        var last: UInt8 = 0
        var start = piece.startIndex
        for index in piece.indices {
            let byte = piece[index]
            if byte == UInt8(ascii: "<") {
                attributes = 0
                start = index
            } else if last == UInt8(ascii: "="), byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                attributes += 1
                if attributes > FeedParser.attributeLimit { return start }
            }
            if byte > 0x20 { last = byte }
        }
        return nil
    }

    // MARK: What libxml2 finds

    private static func parser(_ context: UnsafeMutableRawPointer?) -> FeedParser? {
        unsafe context.map { unsafe Unmanaged<FeedParser>.fromOpaque($0).takeUnretainedValue() }
    }

    private static var handler: xmlSAXHandler {
        var handler = unsafe xmlSAXHandler()
        unsafe handler.initialized = XML_SAX2_MAGIC
        unsafe handler.startElementNs = { context, name, _, _, _, _, count, _, attributes in
            guard let parser = unsafe FeedParser.parser(context), let name = unsafe name else { return }
            unsafe parser.begin(String(cString: name).lowercased(), FeedParser.pairs(attributes, count))
        }
        unsafe handler.endElementNs = { context, _, _, _ in unsafe FeedParser.parser(context)?.end() }
        unsafe handler.characters = { context, bytes, count in
            unsafe FeedParser.parser(context)?.add(UnsafeBufferPointer(start: bytes, count: Int(count)))
        }
        unsafe handler.cdataBlock = unsafe handler.characters
        unsafe handler.getEntity = { context, name in
            guard let parser = unsafe FeedParser.parser(context), let name = unsafe name else { return nil }
            return unsafe parser.entity(name)
        }
        return unsafe handler
    }

    /// The attributes that mean something in feeds.
    private static func pairs(
        _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?,
        _ count: Int32
    ) -> [String: String] {
        var pairs: [String: String] = [:]
        guard let attributes = unsafe attributes else { return pairs }
        for index in 0..<Int(count) {
            guard let name = unsafe attributes[index * 5], let start = unsafe attributes[index * 5 + 3],
                let end = unsafe attributes[index * 5 + 4]
            else { continue }
            let key = unsafe String(cString: name)
            guard ["href", "rel", "type", "isPermaLink"].contains(key) else { continue }
            pairs[key] = unsafe String(decoding: UnsafeBufferPointer(start: start, count: end - start), as: UTF8.self)
        }
        return pairs
    }

    private func begin(_ name: String, _ attributes: [String: String]) {
        if open.isEmpty { isFeed = ["rss", "feed", "rdf", "channel"].contains(name) }
        open.append(name)
        if element != nil { return add("<\(name)>") }
        if name == "item" || name == "entry" {
            item = FeedItem()
            return
        }
        guard let meaning = FeedItem.meanings[name] else { return }
        if name == "link", let address = attributes["href"] {
            // Of the links of Atom the one to the page counts.
            if ["alternate", nil].contains(attributes["rel"]) { take(address, as: meaning) }
            return
        }
        element = (meaning, open.count, attributes["type"] == "xhtml")
        text = []
    }

    private func end() {
        let depth = open.count
        guard let name = open.popLast() else { return }
        if let inner = element {
            guard inner.depth == depth else { return add("</\(name)>") }
            element = nil
            take(String(decoding: text, as: UTF8.self), as: inner.meaning)
        } else if name == "item" || name == "entry", let whole = item {
            items.append(whole)
            item = nil
        }
    }

    private func take(_ text: String, as meaning: FeedItem.Meaning) {
        if item == nil {
            // The image of a feed has a title too.
            if !open.contains("image"), !open.contains("textinput") { feed.take(text, as: meaning) }
        } else {
            item?.take(text, as: meaning)
        }
    }

    private func add(_ bytes: UnsafeBufferPointer<xmlChar>) {
        guard let element, hasRoom(for: bytes.count) else { return }
        guard element.isTree else { return unsafe text.append(contentsOf: bytes) }
        // What XML has resolved would pass for markup.
        for index in bytes.indices {
            let byte = unsafe bytes[index]
            switch byte {
            case UInt8(ascii: "<"): text += Array("&lt;".utf8)
            case UInt8(ascii: "&"): text += Array("&amp;".utf8)
            default: text.append(byte)
            }
        }
    }

    /// Adds the mark of an element inside a text.
    private func add(_ mark: String) {
        if hasRoom(for: mark.utf8.count) { text += mark.utf8 }
    }

    private func hasRoom(for count: Int) -> Bool {
        if text.count + count <= ArticleReaders.sizeLimit { return true }
        item?.isTooLarge = true
        return false
    }

    /// The entity of a name: XML's own five, and those of HTML, which feeds use without declaring them.
    private func entity(_ name: UnsafePointer<xmlChar>) -> xmlEntityPtr? {
        if let known = unsafe xmlGetPredefinedEntity(name) { return unsafe known }
        let key = unsafe String(cString: name)
        if let made = entities[key] { return unsafe made.address }
        guard let found = unsafe htmlEntityLookup(name),
            let scalar = unsafe Unicode.Scalar(found.pointee.value)
        else { return nil }
        let made = FeedEntity(String(scalar))
        entities[key] = made
        return unsafe made.address
    }
}
