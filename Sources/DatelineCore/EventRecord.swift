/// An event as it is stored: with its number and the article that it was read from.
public struct EventRecord: Hashable, Sendable {
    /// The event's number in the database; 0 before it is stored.
    public var id: Int64
    /// The article's path, as it was given when it was read.
    public var article: String
    /// The article's address.
    public var url: String?
    /// The outlet that printed the article.
    public var publisher: String?
    /// The day of publication.
    public var published: CivilDate?
    /// The day on which the article was last changed.
    public var modified: CivilDate?
    /// What was reported.
    public var event: Event
    /// The version of the extractor that read it, or the form of the dataset that it was imported from.
    public var extractor: String
    /// The number of the row in the dataset that it was imported from.
    public var originalID: String?
    /// The fields that were corrected by hand, by their names in corrections: `place`, `killed`.
    public var corrected: [String]
    /// The number of the event that tells the same in another printing of the story, and stands for this one.
    public var repeats: Int64?

    /// Creates a record.
    public init(
        id: Int64,
        article: String,
        url: String? = nil,
        publisher: String? = nil,
        published: CivilDate? = nil,
        modified: CivilDate? = nil,
        event: Event,
        extractor: String = DatelineVersion.current,
        originalID: String? = nil,
        corrected: [String] = [],
        repeats: Int64? = nil
    ) {
        self.id = id
        self.article = article
        self.url = url
        self.publisher = publisher
        self.published = published
        self.modified = modified
        self.event = event
        self.extractor = extractor
        self.originalID = originalID
        self.corrected = corrected
        self.repeats = repeats
    }
}
