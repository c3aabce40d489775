/// Reads feeds: RSS of all versions, and Atom.
///
/// The title of the feed is the publisher, unless an item names its source. A feed that is cut off gives its whole items.
public struct FeedReader: ArticleReader {
    /// `xml`, `rss`, `atom` and `rdf`.
    public let fileExtensions = ["xml", "rss", "atom", "rdf"]

    /// Creates a reader.
    public init() {}

    /// Whether a file begins with an element that feeds begin with.
    public func recognises(_ opening: ArraySlice<UInt8>) -> Bool {
        let text = String(decoding: opening.prefix(2048), as: UTF8.self)
        return text.drop { $0.isWhitespace }.hasPrefix("<")
            && ["<rss", "<feed", "<rdf:RDF"].contains { text.contains($0) }
    }

    /// The items of a feed, by their numbers: `feed.xml:3`.
    public func records(in file: ByteStream, defaults: ArticleDefaults) -> ArticleRecords {
        let parser = FeedParser(file)
        var number = 0
        var isOver = false
        return ArticleRecords { _ in
            if isOver { return nil }
            if let item = parser.next() {
                number += 1
                let place = RecordPlace(path: file.path, number: number)
                if item.isTooLarge { return ArticleRecord(fault: place.tooLarge) }
                let fields = item.fields(in: parser.feed)
                return ArticleRecord { note throws(ArticleError) in
                    try fields.article(at: place, defaults: defaults, dates: [.iso, .words], note: note)
                }
            }
            isOver = true
            guard parser.isFeed else {
                let reason = "no feed: its first element is none of RSS or Atom"
                return ArticleRecord(fault: ArticleError(.syntax, path: file.path, reason: reason))
            }
            guard let fault = parser.fault else { return nil }
            let read = number == 1 ? "1 whole item was read" : "\(number) whole items were read"
            return ArticleRecord(fault: ArticleError(.damaged, path: file.path, reason: "\(fault); \(read)"))
        }
    }
}
