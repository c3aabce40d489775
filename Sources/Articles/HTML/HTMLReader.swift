public import DatelineCore

/// Reads saved web pages: HTML as sites serve it, however broken.
public struct HTMLReader: DocumentReader {
    /// `html` and `htm`.
    public let fileExtensions = ["html", "htm"]

    /// Creates a reader.
    public init() {}

    /// Reads the article of a page.
    public func read(_ bytes: [UInt8], path: String, defaults: ArticleDefaults) throws(ArticleError) -> Article {
        let text = try PlainText(bytes, declared: EncodingDetector.declared(in: bytes), path: path)
        guard let tree = HTMLParser.tree(of: text.bytes) else {
            let reason = "elements are nested deeper than \(HTMLParser.depthLimit), as on no page that a browser shows"
            throw ArticleError(.tooDeep, path: path, reason: reason)
        }
        var writer = HTMLText(tree)
        let body = writer.plainText(below: 0)
        guard !body.isEmpty else { throw ArticleError(.empty, path: path, reason: "empty: the page shows no text") }
        return Article(
            path: path,
            publisher: defaults.publisher,
            published: defaults.published,
            title: title(of: tree),
            body: String(decoding: PlainText(String(decoding: body, as: UTF8.self)).bytes, as: UTF8.self)
        )
    }

    private func title(of tree: HTMLTree) -> String? {
        guard let node = tree.nodes.firstIndex(where: { $0.element == HTMLElement("title") }) else { return nil }
        let words = HTMLText.words(tree.text(below: node))
        return words.isEmpty ? nil : String(decoding: words, as: UTF8.self)
    }
}
