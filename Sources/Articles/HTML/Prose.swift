extension PageBlocks {
    /// A paragraph of this length is prose whatever it ends with.
    private static let longProse = 140
    /// A shorter one is, from this length on, when a sentence ends it.
    private static let prose = 40
    private static let shortProse = 25

    /// Whether a paragraph reads as sentences, not as a label or an item of a menu.
    func isProse(_ block: PageBlock) -> Bool {
        if block.length >= PageBlocks.longProse { return true }
        guard block.length >= PageBlocks.shortProse else { return false }
        let text = text(of: block)
        let isQuoted = PageBlocks.closers.contains { text.hasSuffix($0) }
        if block.length >= PageBlocks.prose, isQuoted || text.last == UInt8(ascii: ":") || endsSentence(text) {
            return true
        }
        return endsSentence(text)
    }

    /// What closes a quotation.
    private static let closers: [[UInt8]] = ["\"", "'", "”", "’", "»", "“"].map { Array($0.utf8) }
    private static let ends: [[UInt8]] = [".", "!", "?", "…", "。", "।"].map { Array($0.utf8) }

    /// Whether a text ends with the end of a sentence, within a quotation or not.
    private func endsSentence(_ text: ArraySlice<UInt8>) -> Bool {
        var text = text
        if let closer = PageBlocks.closers.first(where: { text.hasSuffix($0) }) { text = text.dropLast(closer.count) }
        return PageBlocks.ends.contains { text.hasSuffix($0) }
    }

    /// How much a paragraph speaks for being in the article: its characters if it is prose, less if it is a label, and
    /// below zero if it is links.
    func weight(_ block: PageBlock) -> Double {
        let length = Double(block.length)
        let links = block.linkShare
        if block.kind == .heading { return links < 0.5 ? 0 : -20 }
        if links >= 0.5 { return -20 - 0.5 * min(length, 100) }
        if isProse(block) { return min(length, 1000) * (1 - links) }
        return block.length < 30 ? -10 : length * 0.2 * (1 - 2 * links)
    }
}

extension ArraySlice<UInt8> {
    /// Whether the bytes end so.
    fileprivate func hasSuffix(_ end: [UInt8]) -> Bool {
        count >= end.count && suffix(end.count).elementsEqual(end)
    }
}
