/// An article with all that was read in it.
public struct ReadArticle: Hashable, Sendable {
    /// The article itself.
    public let article: Article
    /// What makes it the same as another: ``Article/contentHash``.
    public let hash: [UInt8]
    /// The version of the extractor that read it.
    public let extractor: String
    /// Its events, in the order of the text.
    public let events: [Event]
    /// What was not taken.
    public let rejections: [Rejection]

    /// Creates an article that was read; its hash is made where it is not known.
    public init(
        _ article: Article,
        hash: [UInt8]? = nil,
        extractor: String,
        events: [Event],
        rejections: [Rejection]
    ) {
        self.article = article
        self.hash = hash ?? article.contentHash
        self.extractor = extractor
        self.events = events
        self.rejections = rejections
    }
}

extension ReadArticle: Codable {
    private enum CodingKeys: String, CodingKey {
        case article, extractor, events, rejections
    }

    /// Reads what ``encode(to:)`` wrote; the hash is made anew.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            try values.decode(Article.self, forKey: .article),
            extractor: try values.decode(String.self, forKey: .extractor),
            events: try values.decode([Event].self, forKey: .events),
            rejections: try values.decode([Rejection].self, forKey: .rejections)
        )
    }

    /// Writes everything but the hash.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(article, forKey: .article)
        try values.encode(extractor, forKey: .extractor)
        try values.encode(events, forKey: .events)
        try values.encode(rejections, forKey: .rejections)
    }
}
