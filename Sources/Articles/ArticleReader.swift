public import DatelineCore

/// Turns the bytes of one file into articles.
///
/// A reader knows one form of file; what leaves it is plain text, so that nothing behind it knows markup. A file may
/// hold several articles. A new form of file is a new type with this protocol and a place in ``ArticleReaders/standard``.
public protocol ArticleReader: Sendable {
    /// The file name extensions that it reads, lower case, without the dot: `txt`.
    var fileExtensions: [String] { get }

    /// Reads the articles in the bytes of a file.
    ///
    /// - Parameters:
    ///   - bytes: the file as it is on disk.
    ///   - path: the path that the articles will carry and that errors name.
    ///   - defaults: what to take where the file itself says nothing.
    /// - Returns: the articles, in the order of the file.
    /// - Throws: why the file holds no article.
    func read(_ bytes: [UInt8], path: String, defaults: ArticleDefaults) throws(ArticleError) -> [Article]
}

/// What an article takes where its file says nothing.
public struct ArticleDefaults: Hashable, Sendable {
    /// The day of publication.
    public var published: CivilDate?
    /// The outlet that printed it.
    public var publisher: String?

    /// Creates defaults; without arguments there are none.
    public init(published: CivilDate? = nil, publisher: String? = nil) {
        self.published = published
        self.publisher = publisher
    }
}
