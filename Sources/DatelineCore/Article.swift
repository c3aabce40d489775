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
    /// The day on which it was last changed, as it says itself; no date in the text is counted from it.
    public var modified: CivilDate?
    /// The headline.
    public var title: String?
    /// The language as BCP 47: `en`.
    public var language: String?
    /// The plain text; all byte ranges refer to its UTF-8.
    public var body: String

    /// Whether another text under the same path is a later version of this one.
    ///
    /// Standard input, and a place in a file of many articles, `dump.jsonl:17`, may hold any article the next time.
    public var hasLastingPath: Bool {
        if path == "-" || path.utf8.starts(with: "-#".utf8) { return false }
        guard let colon = path.utf8.lastIndex(of: UInt8(ascii: ":")) else { return true }
        let number = path.utf8[path.utf8.index(after: colon)...]
        return number.isEmpty || !number.allSatisfy { $0 &- 0x30 <= 9 }
    }

    /// Creates an article.
    public init(
        path: String,
        url: String? = nil,
        publisher: String? = nil,
        published: CivilDate? = nil,
        modified: CivilDate? = nil,
        title: String? = nil,
        language: String? = nil,
        body: String
    ) {
        self.path = path
        self.url = url
        self.publisher = publisher
        self.published = published
        self.modified = modified
        self.title = title
        self.language = language
        self.body = body
    }
}
