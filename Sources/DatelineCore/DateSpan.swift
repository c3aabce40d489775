/// When an event happened: first and last day, how precise that is and how it was found.
public struct DateSpan: Codable, Hashable, Sendable {
    /// The first day; nil when open or unknown.
    public var start: CivilDate?
    /// The last day, the first again for a single day; nil when open or unknown.
    public var end: CivilDate?
    /// How narrow the statement was.
    public var precision: DatePrecision
    /// How the days were found.
    public var method: DateMethod

    /// Creates a span.
    public init(start: CivilDate?, end: CivilDate?, precision: DatePrecision, method: DateMethod) {
        self.start = start
        self.end = end
        self.precision = precision
        self.method = method
    }

    /// A date of which nothing is known.
    public static let unknown = DateSpan(start: nil, end: nil, precision: .unknown, method: .unresolved)

    /// Whether any day lies in both spans; an open end reaches without limit, an unknown span touches nothing.
    public func touches(_ other: DateSpan) -> Bool {
        guard start != nil || end != nil, other.start != nil || other.end != nil else { return false }
        if let start, let last = other.end, last < start { return false }
        if let end, let first = other.start, end < first { return false }
        return true
    }
}

/// Date precision codes (taxonomy, section 4; after ACLED's and UCDP's levels and EDTF).
public enum DatePrecision: String, CaseIterable, Sendable {
    /// A clock time is known.
    case clockTime = "T"
    /// A part of a day: "early Sunday".
    case partOfDay = "P"
    /// A day.
    case day = "D"
    /// A night over two dates: "overnight".
    case night = "N"
    /// A stated or computed range of days.
    case range = "R"
    /// A week or weekend.
    case week = "W"
    /// A month.
    case month = "M"
    /// A season, a year or longer.
    case year = "Y"
    /// A running total as of a day.
    case asOf = "A"
    /// Open: still going on.
    case open = "O"
    /// Not stated; taken from the context or the publication.
    case inferred = "I"
    /// Unknown.
    case unknown = "U"
}

/// How an event's date was found.
public enum DateMethod: String, CaseIterable, Sendable {
    /// Written out: "10 August 2024".
    case explicit
    /// A weekday's name, resolved against the anchor date.
    case weekday
    /// A relative expression: "yesterday", "overnight".
    case relative
    /// Computed from a duration: "the past six days".
    case computed
    /// Taken over from the same sentence or paragraph.
    case sameParagraph = "same_paragraph"
    /// Taken over from another mention of the same event.
    case sameEvent = "same_event"
    /// The day of publication.
    case publication
    /// Not resolved.
    case unresolved
}
