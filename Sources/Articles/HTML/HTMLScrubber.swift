/// Takes out of a page what shows no text and what would cost the parser time: comments, scripts and style sheets,
/// zero bytes, and attributes beyond ``attributeLimit``.
///
/// More than half of most pages goes here. The parser compares each attribute of an element with all before it, so that
/// a million of them would take it an hour.
struct HTMLScrubber {
    /// The most attributes of one element that are read.
    static let attributeLimit = 256

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

    init(_ page: [UInt8]) {
        self.page = page.firstIndex(of: 0, from: 0) == nil ? page : page.filter { $0 != 0 }
        markup.reserveCapacity(page.count / 2)
        while let open = page.firstIndex(of: UInt8(ascii: "<"), from: index) {
            index = open + 1
            guard index < self.page.count else { break }
            if self.page[index] == UInt8(ascii: "!") {
                passComment(from: open)
            } else if HTMLScrubber.isLetter(self.page[index]) {
                passTag(from: open)
            }
        }
        keep(upTo: self.page.count)
    }

    private mutating func keep(upTo end: Int) {
        if start < end { markup.append(contentsOf: page[start..<end]) }
        start = max(start, end)
    }

    private mutating func passComment(from open: Int) {
        guard page[open...].starts(with: "<!--".utf8) else { return }
        keep(upTo: open)
        let end = find("-->", from: open + 4)
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

    private mutating func passTag(from open: Int) {
        let name = page[index...].prefix(16).prefix { HTMLScrubber.isLetter($0) }.map { $0 | 0x20 }
        index += name.count
        let tag = index
        var attributes = 0
        var surplus: Int?
        while let begin = nextAttribute() {
            attributes += 1
            if attributes == HTMLScrubber.attributeLimit + 1 { surplus = begin }
        }
        if let surplus {
            keep(upTo: surplus)
            start = index
        }
        let isScript = name.elementsEqual("script".utf8)
        guard isScript || name.elementsEqual("style".utf8) else { return }
        keep(upTo: open)
        let content = min(index + 1, page.count)
        let end = endOfRawText(name, from: content)
        if isScript, HTMLScrubber.contains("ld+json", in: page[tag..<index]) {
            linkedData.append(page[content..<end])
        }
        index = page.firstIndex(of: UInt8(ascii: ">"), from: end).map { $0 + 1 } ?? page.count
        start = index
    }

    /// Passes one attribute; nil at the end of the tag, where ``index`` then stands.
    private mutating func nextAttribute() -> Int? {
        while index < page.count, page[index] <= 0x20 || page[index] == UInt8(ascii: "/") { index += 1 }
        guard index < page.count, page[index] != UInt8(ascii: ">") else { return nil }
        let begin = index
        index += 1
        while index < page.count, HTMLScrubber.isNamePart(page[index]) { index += 1 }
        var value = index
        while value < page.count, page[value] <= 0x20 { value += 1 }
        guard value < page.count, page[value] == UInt8(ascii: "=") else { return begin }
        value += 1
        while value < page.count, page[value] <= 0x20 { value += 1 }
        guard value < page.count else {
            index = value
            return begin
        }
        let quote = page[value]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            index = page.firstIndex(of: quote, from: value + 1).map { $0 + 1 } ?? page.count
        } else {
            while value < page.count, page[value] > 0x20, page[value] != UInt8(ascii: ">") { value += 1 }
            index = value
        }
        return begin
    }

    /// Where the end tag of a script or style sheet begins; the end of the page where there is none.
    private func endOfRawText(_ name: [UInt8], from start: Int) -> Int {
        var index = start
        while let open = page.firstIndex(of: UInt8(ascii: "<"), from: index) {
            let rest = page[open...].dropFirst(2).prefix(name.count)
            if page[open...].dropFirst().first == UInt8(ascii: "/"), rest.lazy.map({ $0 | 0x20 }).elementsEqual(name) {
                return open
            }
            index = open + 1
        }
        return page.count
    }

    // MARK: Searching

    /// The place behind a mark; the end of the page where it does not come.
    private func find(_ mark: String, from start: Int) -> Int {
        var index = start
        while let found = page.firstIndex(of: mark.utf8.first ?? 0, from: index) {
            if page[found...].starts(with: mark.utf8) { return found + mark.utf8.count }
            index = found + 1
        }
        return page.count
    }

    private static func contains(_ mark: String, in bytes: ArraySlice<UInt8>) -> Bool {
        var rest = bytes
        while let found = rest.firstIndex(of: mark.utf8.first ?? 0) {
            if rest[found...].starts(with: mark.utf8) { return true }
            rest = rest[(found + 1)...]
        }
        return false
    }

    private static func isNamePart(_ byte: UInt8) -> Bool {
        byte > 0x20 && byte != UInt8(ascii: "=") && byte != UInt8(ascii: ">") && byte != UInt8(ascii: "/")
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- UInt8(ascii: "a") < 26
    }
}
