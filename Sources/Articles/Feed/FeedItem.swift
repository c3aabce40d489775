/// An item of a feed while it is read: for each field the best that was said.
struct FeedItem {
    private(set) var fields = RecordFields()
    private var ranks: [ArticleField: Int] = [:]
    /// Whether an element was larger than an article may be.
    var isTooLarge = false

    /// What an element means.
    struct Meaning {
        var field: ArticleField
        var rank: Int
    }

    /// The meanings of elements by their names in small letters.
    static let meanings: [String: Meaning] = {
        var meanings: [String: Meaning] = [:]
        for row in WordTable("feed-elements.tsv").rows {
            guard let field = ArticleField(rawValue: row["field"]), let rank = Int(row["rank"]) else { continue }
            meanings[row["name"]] = Meaning(field: field, rank: rank)
        }
        return meanings
    }()

    /// Takes what an element says, unless a better one has said something.
    mutating func take(_ text: String, as meaning: Meaning) {
        guard text.utf8.contains(where: { $0 > 0x20 }), meaning.rank > ranks[meaning.field] ?? 0,
            meaning.field.admits(text)
        else { return }
        fields[meaning.field] = text
        ranks[meaning.field] = meaning.rank
    }

    /// The fields of the item, with what the feed says of all its items.
    func fields(in feed: FeedItem) -> RecordFields {
        var fields = fields
        fields.publisher = fields.publisher ?? feed.fields.title
        fields.language = fields.language ?? feed.fields.language
        // Atom demands the day of the last change and no other, so that many feeds write that of publication there.
        fields.published = fields.published ?? fields.modified
        // The id of an item of RSS is its address, unless it is said not to be.
        if fields.url == nil, let id = fields.id, id.hasPrefix("http") { fields.url = id }
        return fields
    }
}
