public import DatelineCore

/// What storing an article came to.
public enum StoreOutcome: String, CaseIterable, Sendable {
    /// The article was not known.
    case new
    /// The same article with the same extractor was there already; nothing was changed.
    case unchanged
    /// The article is a changed text of a known one, which it supersedes.
    case newVersion
    /// The article was there; its events were replaced by those of another extractor version.
    case reextracted
}

/// An article as it is stored: with its number, its version and what superseded it.
public struct StoredArticle: Hashable, Sendable {
    /// The article's number in the database.
    public var id: Int64
    /// The article as it was read.
    public var article: Article
    /// The number of the text under its address or path, from 1.
    public var version: Int
    /// The number of the article that took its place.
    public var supersededBy: Int64?
    /// The version of the extractor that read its events.
    public var extractor: String
}
