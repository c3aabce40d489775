import DatelineCore

/// A date of the text, resolved.
struct DateMention: Sendable {
    /// The tokens, as indices into the document's; prepositions are left out.
    var tokens: Range<Int>
    /// The days; `.unknown` when they need an anchor and there is none.
    var span: DateSpan
    /// What stretch of the calendar it names.
    var grain: DateGrain?
    /// What the words around it make of it.
    var role: DateRole
    /// Whether it lies more than sixty days before the anchor (for `.since`: whether it began so).
    var isHistorical: Bool
    /// Whether a word of telling governs it: "said on Sunday", "on Sunday reported"; it may date the statement only.
    var isBesideTelling: Bool
    /// Whether it stands as a heading, and for what.
    var heading: DateHeading?
    /// The name of the rule that read it.
    var rule: String

    /// Whether it stands as a heading over lines below or as the head of a list item.
    var isHeading: Bool { heading != nil }

    /// How far back a date is background rather than news.
    static let newsDays = 60
}

/// What the words around a date make of it.
enum DateRole: String, Sendable {
    /// When something happened.
    case point
    /// "as of Saturday": the end of a running total; the span has no start.
    case asOf
    /// "since Monday": the span runs from there to the anchor.
    case since
    /// "by noon on Friday": the span is the limit itself.
    case until
    /// A day to come.
    case future
    /// Named in passing: "the 2003 invasion"; nothing is told to have happened then.
    case aside
}

/// What a date that stands as a heading governs.
enum DateHeading: Sendable {
    /// A line of its own: the lines below, up to the next such line.
    case line
    /// The head of a list item or paragraph: that alone.
    case item
}

/// The day that relative dates are counted from.
struct DateAnchor: Sendable {
    /// The day; nil if neither the text nor the article has one.
    var date: CivilDate?
    /// The words of the date line, if the text has one.
    var tokens: Range<Int>?
    /// `.explicit` from the text, `.publication` from the article, else `.unresolved`.
    var method: DateMethod
}
