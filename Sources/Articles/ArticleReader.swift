public import DatelineCore

/// Finds the articles in a file of one form.
///
/// What leaves it is plain text, so that nothing behind it knows markup. A new form of file is a new type with this
/// protocol, or with ``DocumentReader`` where a file is one article, and a place in ``ArticleReaders/standard``.
public protocol ArticleReader: Sendable {
    /// The file name extensions that it reads, lower case, without the dot; the first is the name of the form: `txt`.
    var fileExtensions: [String] { get }

    /// Whether a file that begins so has this form; asked only where the name of the file does not tell.
    func recognises(_ opening: ArraySlice<UInt8>) -> Bool

    /// The records of a file, from front to back.
    func records(in file: ByteStream, defaults: ArticleDefaults) -> ArticleRecords
}

extension ArticleReader {
    /// A form is not known by its beginning unless its reader says so.
    public func recognises(_ opening: ArraySlice<UInt8>) -> Bool { false }
}

/// Reads files that hold one article each.
public protocol DocumentReader: ArticleReader {
    /// Reads the article in the bytes of a file.
    ///
    /// - Parameters:
    ///   - bytes: the file as it is on disk.
    ///   - path: the path that the article will carry and that errors name.
    ///   - defaults: what to take where the file itself says nothing.
    /// - Returns: the article.
    /// - Throws: why the file holds no article.
    func read(_ bytes: [UInt8], path: String, defaults: ArticleDefaults) throws(ArticleError) -> Article
}

extension DocumentReader {
    /// The one record of a file of at most ``ArticleReaders/sizeLimit`` bytes.
    public func records(in file: ByteStream, defaults: ArticleDefaults) -> ArticleRecords {
        do {
            let bytes = try file.whole(limit: ArticleReaders.sizeLimit)
            let path = file.path
            return ArticleRecords(
                ArticleRecord(size: bytes.count) { _ throws(ArticleError) in
                    try read(bytes, path: path, defaults: defaults)
                }
            )
        } catch {
            return ArticleRecords(ArticleRecord(fault: error))
        }
    }
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
