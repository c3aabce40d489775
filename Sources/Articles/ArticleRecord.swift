public import DatelineCore

/// An article that was found in a file and is not yet understood.
///
/// Finding the records of a file is quick and goes from front to back; understanding one, which is most of the work,
/// needs nothing but the record, so that many can be understood at once.
public struct ArticleRecord: Sendable {
    /// About how many bytes it keeps in memory until it is understood; 0 where that is not known.
    public let size: Int
    private let make: @Sendable ((ArticleError) -> Void) throws(ArticleError) -> Article

    /// Creates a record by what understands it, and notes what it could not.
    init(size: Int = 0, _ make: @escaping @Sendable ((ArticleError) -> Void) throws(ArticleError) -> Article) {
        self.size = size
        self.make = make
    }

    /// A record that could not be read: what stands at its place in the file is a fault.
    init(fault: ArticleError) {
        size = 0
        make = { _ throws(ArticleError) in throw fault }
    }

    /// Understands the record.
    ///
    /// - Parameter note: told of what could not be understood, a date for one, in an article that is good without it.
    /// - Returns: the article.
    /// - Throws: why there is no article in it; the records after it are as good as before.
    public func article(note: (ArticleError) -> Void = { _ in }) throws(ArticleError) -> Article {
        try make(note)
    }
}

/// The records of one file, each read when it is asked for, so that a file may be larger than the memory.
public struct ArticleRecords: Sequence, IteratorProtocol {
    private let advance: (_ mayWait: Bool) -> ArticleRecord?

    /// Creates records by what draws the next one; only of some forms is it known whether that would wait.
    init(_ advance: @escaping (_ mayWait: Bool) -> ArticleRecord?) {
        self.advance = advance
    }

    /// One record.
    init(_ record: ArticleRecord) {
        var record: ArticleRecord? = record
        advance = { _ in record.take() }
    }

    /// The next record; nil behind the last.
    public mutating func next() -> ArticleRecord? {
        advance(true)
    }

    /// The next record; nil behind the last, and where it is not there yet and may not be waited for.
    ///
    /// That is told for the lines of a pipe; other forms wait.
    package mutating func next(mayWait: Bool) -> ArticleRecord? {
        advance(mayWait)
    }
}
