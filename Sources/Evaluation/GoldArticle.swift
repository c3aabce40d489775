/// What a careful reader wrote down about one article: one line of a gold file.
///
/// ```json
/// {"article": "0001-port-city", "publisher": "Coastal Courier", "published": "2024-08-11", "events": [ … ]}
/// ```
public struct GoldArticle: Decodable, Sendable {
    /// The article's name: its file without folder and extension.
    public var article: String
    /// The outlet; its name is right where the article speaks in its own voice.
    public var publisher: String?
    /// The reported events.
    public var events: [GoldEvent]

    /// The article's name without folder and extension, as results are matched by it.
    public var id: String { GoldArticle.id(ofPath: article) }

    /// A path's last component without its extension.
    ///
    /// Of a record in a file of many it is the record's id, `0001` of `dump.jsonl#0001`, or the file's name with the
    /// record's number, `dump:17` of `dump.jsonl:17`.
    public static func id(ofPath path: String) -> String {
        if let mark = path.utf8.firstIndex(of: UInt8(ascii: "#")), stem(of: path[..<mark]) != nil {
            return String(path[path.index(after: mark)...])
        }
        let digits = path.utf8.reversed().prefix { $0 &- 0x30 <= 9 }.count
        let file = path.dropLast(digits + 1)
        if digits > 0, path.dropLast(digits).last == ":", let stem = stem(of: file) {
            return stem + path.dropFirst(file.count)
        }
        return stem(of: path[...]) ?? String(name(of: path[...]))
    }

    /// The name of a path's file without its extension; nil when it has none.
    private static func stem(of path: Substring) -> String? {
        let name = name(of: path).utf8
        let stem = name.lastIndex(of: UInt8(ascii: ".")).map { name[..<$0] }
        guard let stem, stem.contains(where: { $0 != UInt8(ascii: ".") }) else { return nil }
        return String(Substring(stem))
    }

    private static func name(of path: Substring) -> Substring {
        path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).last.map { Substring($0) }
            ?? path
    }
}

/// A reported event as a careful reader writes it down.
public struct GoldEvent: Decodable, Sendable {
    /// 1 for an event that must be found, 2 for one that may be.
    public var tier: Int?
    /// The type's code.
    public var type: String?
    /// First and last day; either may be open.
    public var date: [String?]?
    /// Further spans that are right too.
    public var dateAlso: [[String?]]?
    /// Where it happened.
    public var place: GoldPlace?
    /// The places, where the event names several.
    public var places: [GoldPlace]?
    /// Every acceptable name of who said it; `narrator` for the article's own voice.
    public var sources: [String?]?
    /// The codes of the weapons.
    public var weapons: [String]?
    /// The numbers given.
    public var counts: [GoldCount]?

    private enum CodingKeys: String, CodingKey {
        case tier, type, date, place, places, sources, weapons, counts
        case dateAlso = "date_also"
    }
}

/// A place with every name that is right for it.
public struct GoldPlace: Decodable, Hashable, Sendable {
    /// The common English name.
    public var name: String?
    /// Other names that are right.
    public var also: [String]?
    /// The first-level region.
    public var admin1: String?
    /// Other names of the region.
    public var admin1Also: [String]?
    /// ISO 3166-1 alpha-2.
    public var country: String?
    /// The level's code.
    public var level: String?

    private enum CodingKeys: String, CodingKey {
        case name, also, admin1, country, level
        case admin1Also = "admin1_also"
    }
}

/// A number with what it counts.
public struct GoldCount: Decodable, Hashable, Sendable {
    /// What was counted.
    public var kind: String
    /// The unit.
    public var unit: String?
    /// The least; nil when open or unknown.
    public var low: Int?
    /// The most; nil when open or unknown.
    public var high: Int?
    /// Whether it is a breakdown: right when found, never missed.
    public var part: Bool?
}
