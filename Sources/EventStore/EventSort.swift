import DatelineCore

/// An order of events by their columns, as the flat form names them.
///
/// Unknown comes last in both directions, ties stand by number. Names stand by their letters, big or small; levels,
/// precisions, statuses and confidences in the order in which the taxonomy has them.
public struct EventSort: Hashable, Sendable {
    private struct Key: Hashable {
        var column: String
        var isDescending = false
    }

    private let keys: [Key]

    /// The columns that events may be sorted by: those of the flat form, and `day`, the first day known.
    public static let columns = own + ranks.keys.sorted() + lookups.keys.sorted() + derived

    /// Reads names with commas between; a minus sign in front is for the largest first: `-killed_low,place`.
    /// - Throws: ``EventStoreError`` where there is no such column.
    public init(parsing text: String) throws {
        keys = try text.lowercased().split(separator: ",").map { part in
            let name = part.filter { $0 != " " }
            let key =
                name.hasPrefix("-") ? Key(column: String(name.dropFirst()), isDescending: true) : Key(column: name)
            guard EventSort.columns.contains(key.column) else {
                throw EventStoreError.unknown("column", key.column, among: EventSort.columns)
            }
            return key
        }
        guard !keys.isEmpty else {
            throw EventStoreError(.unknownValue, doing: "sort", reason: "there is no column to sort by")
        }
    }

    /// The order as SQL, to stand behind `ORDER BY` in a statement that selects from `event`.
    var sql: String {
        let terms = keys.map { "\(EventSort.expression(of: $0.column)) \($0.isDescending ? "DESC" : "ASC") NULLS LAST" }
        return (terms + ["event.id"]).joined(separator: ", ")
    }

    /// Columns of the table `event`.
    private static let own = ["id", "day", "date_start", "date_end"]

    /// Columns with codes in an order of their own, the first one first; a code that is not among them is unknown.
    private static let ranks: [String: (column: String, codes: [String])] = {
        var ranks = [
            "date_precision": (
                "event.date_precision", DatePrecision.allCases.filter { $0 != .unknown }.map(\.rawValue)
            ),
            "place_level": (
                "(SELECT level FROM place WHERE id = event.place)",
                PlaceLevel.allCases.filter { $0 != .unknown }.map(\.rawValue)
            ),
            "status": ("event.status", ClaimStatus.allCases.map(\.rawValue)),
        ]
        for field in EventField.allCases where field.hasConfidence {
            ranks["\(field.rawValue)_confidence"] = (
                "event.\(field.rawValue)_confidence", Confidence.allCases.map(\.rawValue)
            )
        }
        return ranks
    }()

    /// Columns of the tables that `event` refers to.
    private static let lookups = [
        "type": "code FROM event_type WHERE id = event.type",
        "place": "name FROM place WHERE id = event.place",
        "admin2": "admin2 FROM place WHERE id = event.place",
        "admin1": "admin1 FROM place WHERE id = event.place",
        "country": "country FROM place WHERE id = event.place",
        "latitude": "latitude FROM place WHERE id = event.place",
        "longitude": "longitude FROM place WHERE id = event.place",
        "source": "name FROM source WHERE id = event.source",
        "actor": "name FROM party WHERE id = event.actor",
        "target": "name FROM party WHERE id = event.target",
        "article": "path FROM article WHERE id = event.article",
        "published": "published FROM article WHERE id = event.article",
        "modified": "modified FROM article WHERE id = event.article",
        "extractor": "extractor FROM article WHERE id = event.article",
        "quote": "quote FROM evidence WHERE event = event.id",
        "original_id": "original FROM origin WHERE event = event.id",
    ]

    /// Columns that the view `events` works out.
    private static let derived = [
        "weapons", "count", "count_low", "count_high", "count_unit", "count_kind", "count_qualifier", "count_scope",
        "killed_low", "killed_high", "injured_low", "injured_high", "launched", "intercepted", "evacuated",
        "publisher", "url",
    ]

    private static func expression(of column: String) -> String {
        if own.contains(column) { return "event.\(column)" }
        if let lookup = lookups[column] { return "(SELECT \(lookup)) COLLATE NOCASE" }
        guard let rank = ranks[column] else {
            return "(SELECT \(column) FROM events WHERE id = event.id) COLLATE NOCASE"
        }
        let cases = rank.codes.enumerated().map { "WHEN '\($1)' THEN \($0)" }.joined(separator: " ")
        return "CASE \(rank.column) \(cases) END"
    }
}
