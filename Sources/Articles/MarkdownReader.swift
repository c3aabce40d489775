public import DatelineCore

/// Reads Markdown, with or without front matter; the body is its plain text.
///
/// Headings, lists, quotations, emphasis, links and code lose their marks and keep their words; the first heading of
/// the first level is the title where the front matter has none.
public struct MarkdownReader: DocumentReader {
    /// `md`.
    public let fileExtensions = ["md"]

    /// Creates a reader.
    public init() {}

    /// Reads the article of a file.
    public func read(_ bytes: [UInt8], path: String, defaults: ArticleDefaults) throws(ArticleError) -> Article {
        let text = try PlainText(bytes, path: path)
        let (matter, body) = try FrontMatter.take(from: text.bytes, path: path)
        var stripper = MarkdownBlocks()
        let plain = stripper.plainText(of: body)
        return try matter.article(body: plain[...], path: path, defaults: defaults, heading: stripper.title)
    }
}
