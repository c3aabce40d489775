public import DatelineCore

/// Reads plain text, with or without front matter; the body is the text as it stands.
public struct PlainTextReader: DocumentReader {
    /// `txt`.
    public let fileExtensions = ["txt"]

    /// Creates a reader.
    public init() {}

    /// Reads the article of a file.
    public func read(_ bytes: [UInt8], path: String, defaults: ArticleDefaults) throws(ArticleError) -> Article {
        let text = try PlainText(bytes, path: path)
        let (matter, body) = try FrontMatter.take(from: text.bytes, path: path)
        return try matter.article(body: body, path: path, defaults: defaults)
    }
}

extension FrontMatter {
    /// The article of this front matter and a body without blank lines at its top.
    func article(
        body: ArraySlice<UInt8>,
        path: String,
        defaults: ArticleDefaults,
        heading: String? = nil
    ) throws(ArticleError) -> Article {
        let text = body.drop { $0 == UInt8(ascii: "\n") }
        guard !text.isEmpty else {
            throw ArticleError(.empty, path: path, reason: "empty: no text behind the front matter")
        }
        return Article(
            path: path,
            url: url,
            publisher: publisher ?? defaults.publisher,
            published: published ?? defaults.published,
            modified: modified,
            title: (title ?? heading).map { PlainText($0).line },
            language: language,
            body: String(decoding: text, as: UTF8.self)
        )
    }
}
