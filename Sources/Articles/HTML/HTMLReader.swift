public import DatelineCore

/// Reads saved web pages: what is the article stays, with what the page says of itself.
public struct HTMLReader: DocumentReader {
    /// `html` and `htm`.
    public let fileExtensions = ["html", "htm"]

    /// Creates a reader.
    public init() {}

    /// Reads the article of a page.
    public func read(_ bytes: [UInt8], path: String, defaults: ArticleDefaults) throws(ArticleError) -> Article {
        // Only what is kept of a page is brought to one form: most of it is scripts and markup.
        let decoded = try PlainText.decoded(bytes, declared: EncodingDetector.declared(in: bytes), path: path)
        let page = HTMLScrubber(decoded)
        let tree = try HTMLReader.tree(of: page.markup, path: path)
        let data = LinkedData(page.linkedData)
        let fields = PageFields(tree, linkedData: data, savedFrom: page.savedFrom)
        var body = MainText(tree).plainText
        // Pages that are put together by scripts show nothing, and some of them say it all as data.
        if body.count < HTMLReader.shortBody, let told = data["articleBody"], told.utf8.count > 2 * body.count {
            body = Array(told.utf8)
        }
        let text = PlainText(String(decoding: body, as: UTF8.self)).bytes
        guard text.contains(where: { $0 > 0x20 }) else {
            throw ArticleError(.empty, path: path, reason: "empty: the page shows no text of an article")
        }
        return Article(
            path: path,
            url: HTMLReader.line(fields.url),
            publisher: HTMLReader.line(fields.publisher) ?? defaults.publisher,
            published: fields.published ?? defaults.published,
            modified: fields.modified,
            title: HTMLReader.line(fields.title),
            language: fields.language,
            body: String(decoding: text, as: UTF8.self)
        )
    }

    /// Whether a file begins with markup that only pages have.
    public func recognises(_ opening: ArraySlice<UInt8>) -> Bool {
        let words = Array(SmallLetters(opening.prefix(1024)))
        guard words.drop(while: { $0 <= 0x20 || $0 >= 0x80 }).first == UInt8(ascii: "<") else { return false }
        return HTMLReader.signs.contains { sign in
            words.indices.contains { words[$0] == sign[0] && words[$0...].starts(with: sign) }
        }
    }

    /// A field on one line; nil where nothing is left that is seen.
    private static func line(_ field: String?) -> String? {
        guard let line = field.map({ PlainText($0).line }), !line.isEmpty else { return nil }
        return line
    }

    private static let signs = ["<!doctype html", "<html", "<head", "<body"].map { Array($0.utf8) }

    private static func tree(of markup: [UInt8], path: String) throws(ArticleError) -> HTMLTree {
        do {
            return try HTMLParser.tree(of: markup)
        } catch {
            let reason =
                switch error {
                case .depth:
                    "elements are nested deeper than \(HTMLParser.depthLimit), as on no page that a browser shows"
                case .nodes: "the page has more than \(HTMLParser.nodeLimit) elements and texts, as no article has"
                }
            throw ArticleError(.tooDeep, path: path, reason: reason)
        }
    }

    /// A shorter text is believed to be none if the page's data has a longer one.
    private static let shortBody = 400
}
