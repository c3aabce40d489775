/// Takes out of a page what says nothing to the reader and would cost the parser time: comments, scripts and style
/// sheets, zero bytes, attributes that nobody asks for, and most of the white space between tags.
///
/// Four fifths of most pages go here, and the parser reads each byte by itself. It also compares each attribute of an
/// element with all before it, so that a million of them would take it an hour.
struct HTMLScrubber {
    /// What is left of the page.
    private(set) var markup: [UInt8] = []
    /// The contents of its scripts of linked data, JSON each.
    private(set) var linkedData: [ArraySlice<UInt8>] = []
    /// The address that a browser left in the page when it saved it.
    private(set) var savedFrom: ArraySlice<UInt8>?

    private let page: [UInt8]
    private var index = 0
    /// Where the bytes begin that are kept and not yet copied.
    private var start = 0
    /// Those of the element that is being passed.
    private var attributes: [HTMLAttributeName] = []

    init(_ bytes: [UInt8]) {
        page = bytes.firstIndex(of: 0, from: 0) == nil ? bytes : bytes.filter { $0 != 0 }
        markup.reserveCapacity(page.count / 2)
        while let open = page.firstIndex(of: UInt8(ascii: "<"), from: index) {
            shortenSpace(upTo: open)
            index = open + 1
            guard index < page.count else { break }
            if page[index] == UInt8(ascii: "!") {
                passComment(from: open)
            } else if HTMLScrubber.isLetter(page[index]) {
                passTag(from: open)
            }
        }
        keep(upTo: page.count)
    }

    private mutating func keep(upTo end: Int) {
        if start < end { markup.append(contentsOf: page[start..<end]) }
        start = max(start, end)
    }

    private mutating func passComment(from open: Int) {
        guard page[open...].starts(with: "<!--".utf8) else { return }
        keep(upTo: open)
        let end = page.firstEnd(of: "-->".utf8, from: open + 4) ?? page.count
        if savedFrom == nil { savedFrom = HTMLScrubber.savedFrom(page[(open + 4)..<max(open + 4, end - 3)]) }
        start = end
        index = end
    }

    /// `saved from url=(0023)https://example.org/a`: the figure is the length of the address.
    private static func savedFrom(_ comment: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        let words = comment.drop { $0 <= 0x20 }
        guard words.starts(with: "saved from url=(".utf8), let bracket = words.firstIndex(of: UInt8(ascii: ")")) else {
            return nil
        }
        return words[(bracket + 1)...].prefix { $0 > 0x20 }
    }

    /// Shortens white space before a tag to what it can show, at most: two line breaks in verbatim text, else one space.
    private mutating func shortenSpace(upTo end: Int) {
        var begin = end
        var breaks = 0
        while begin > index, page[begin - 1] <= 0x20 {
            begin -= 1
            if page[begin] == UInt8(ascii: "\n") { breaks += 1 }
        }
        guard end - begin > 2 else { return }
        keep(upTo: begin)
        markup.append(UInt8(ascii: breaks > 0 ? "\n" : " "))
        if breaks > 1 { markup.append(UInt8(ascii: "\n")) }
        start = end
    }

    private mutating func passTag(from open: Int) {
        let name = index
        while index < page.count, HTMLScrubber.isNamePart(page[index]) { index += 1 }
        let element = HTMLElement(packedName(from: name))
        if element == .script || element == .style {
            keep(upTo: open)
            passRawText(of: element)
            start = index
            return
        }
        attributes.removeAll(keepingCapacity: true)
        while let attribute = nextAttribute() {
            if let name = HTMLAttributeName(attribute.name), !attributes.contains(name) {
                // Of two attributes of one name the first counts.
                attributes.append(name)
                if name.says(page[attribute.value], of: element) { continue }
            }
            keep(upTo: attribute.begin)
            start = index
            // The next one may stand without a space: class="a"id="b".
            if index < page.count, HTMLScrubber.isNamePart(page[index]) { markup.append(UInt8(ascii: " ")) }
        }
    }

    private mutating func passRawText(of element: HTMLElement) {
        let tag = index
        while nextAttribute() != nil {}
        let content = min(index + 1, page.count)
        let end = endOfRawText(element == .script ? "</script" : "</style", from: content)
        if element == .script, HTMLScrubber.contains("ld+json", in: page[tag..<index]) {
            linkedData.append(page[content..<end])
        }
        index = page.firstIndex(of: UInt8(ascii: ">"), from: end).map { $0 + 1 } ?? page.count
    }

    /// An attribute in the page.
    private struct Attribute {
        /// Behind what stands before it, with the space and slashes between, which would otherwise end the tag.
        var begin: Int
        var name: PackedName
        /// Without quotation marks.
        var value: Range<Int>
    }

    /// Passes one attribute; nil at the end of the tag, where ``index`` then stands.
    private mutating func nextAttribute() -> Attribute? {
        let begin = index
        while index < page.count, page[index] <= 0x20 || page[index] == UInt8(ascii: "/") { index += 1 }
        guard index < page.count, page[index] != UInt8(ascii: ">") else { return nil }
        let name = index
        index += 1
        while index < page.count, HTMLScrubber.isNamePart(page[index]) { index += 1 }
        var attribute = Attribute(begin: begin, name: packedName(from: name), value: index..<index)
        var value = index
        while value < page.count, page[value] <= 0x20 { value += 1 }
        guard value < page.count, page[value] == UInt8(ascii: "=") else { return attribute }
        value += 1
        while value < page.count, page[value] <= 0x20 { value += 1 }
        let quote = value < page.count ? page[value] : 0
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            let end = page.firstIndex(of: quote, from: value + 1)
            index = end.map { $0 + 1 } ?? page.count
            attribute.value = value + 1..<(end ?? page.count)
        } else {
            index = value
            while index < page.count, page[index] > 0x20, page[index] != UInt8(ascii: ">") { index += 1 }
            attribute.value = value..<index
        }
        return attribute
    }

    /// Where the end tag of a script or style sheet begins; the end of the page where there is none.
    private func endOfRawText(_ tag: String, from start: Int) -> Int {
        var index = start
        while let open = page.firstIndex(of: UInt8(ascii: "<"), from: index) {
            if page[open...].lazy.map({ $0 | 0x20 }).starts(with: tag.utf8) { return open }
            index = open + 1
        }
        return page.count
    }

    // MARK: Searching

    private static func contains(_ mark: String, in bytes: ArraySlice<UInt8>) -> Bool {
        var rest = bytes
        while let found = rest.firstIndex(of: mark.utf8.first ?? 0) {
            if rest[found...].starts(with: mark.utf8) { return true }
            rest = rest[(found + 1)...]
        }
        return false
    }

    /// The name in small letters that ends at ``index``.
    private func packedName(from start: Int) -> PackedName {
        PackedName(page[start..<index].lazy.map { $0 | 0x20 })
    }

    private static func isNamePart(_ byte: UInt8) -> Bool {
        byte > 0x20 && byte != UInt8(ascii: "=") && byte != UInt8(ascii: ">") && byte != UInt8(ascii: "/")
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- UInt8(ascii: "a") < 26
    }
}
