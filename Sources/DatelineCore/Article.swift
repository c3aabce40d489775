/// An article: what was read, before anything is understood.
public struct Article: Codable, Hashable, Sendable {
    /// The path or name under which it was read; `-` for standard input.
    public var path: String
    /// Its address, if known.
    public var url: String?
    /// The outlet that printed it.
    public var publisher: String?
    /// The day of publication.
    public var published: CivilDate?
    /// The headline.
    public var title: String?
    /// The language as BCP 47: `en`.
    public var language: String?
    /// The plain text; all byte ranges refer to its UTF-8.
    public var body: String

    /// Creates an article.
    public init(
        path: String,
        url: String? = nil,
        publisher: String? = nil,
        published: CivilDate? = nil,
        title: String? = nil,
        language: String? = nil,
        body: String
    ) {
        self.path = path
        self.url = url
        self.publisher = publisher
        self.published = published
        self.title = title
        self.language = language
        self.body = body
    }
}
