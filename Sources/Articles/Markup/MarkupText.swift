/// The plain text of a field that may hold HTML, as feeds and data sets have it.
enum MarkupText {
    /// The text without markup, its paragraphs parted by blank lines; a text without any stays as it is.
    ///
    /// Where there are entities but no elements, the lines stay those of the text.
    static func plain(_ text: String) -> String {
        let bytes = Array(text.utf8)
        if hasElements(text, bytes) { return shown(text) ?? text }
        guard hasEntities(bytes) else { return text }
        return text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { hasEntities(Array($0.utf8)) ? shown(String($0)) ?? String($0) : String($0) }
            .joined(separator: "\n")
    }

    /// What a browser shows; nil for markup that is nested too deep.
    private static func shown(_ markup: String) -> String? {
        guard let tree = try? HTMLParser.tree(of: HTMLScrubber(Array(markup.utf8)).markup) else { return nil }
        let shown = PageBlocks(tree)
        return String(decoding: shown.plainText(shown.blocks), as: UTF8.self)
    }

    /// Whether a text has an element: one that is closed, or one of those that never are.
    private static func hasElements(_ text: String, _ bytes: [UInt8]) -> Bool {
        guard let mark = bytes.firstIndex(of: UInt8(ascii: "<"), from: 0),
            bytes.firstIndex(of: UInt8(ascii: ">"), from: mark) != nil
        else { return false }
        return ["</", "<p>", "<p ", "<br", "<P>", "<BR"].contains { text.contains($0) }
    }

    private static func hasEntities(_ bytes: [UInt8]) -> Bool {
        guard let mark = bytes.firstIndex(of: UInt8(ascii: "&"), from: 0) else { return false }
        return bytes.firstIndex(of: UInt8(ascii: ";"), from: mark) != nil
    }
}
