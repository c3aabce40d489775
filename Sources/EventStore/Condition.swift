import DatelineCore

/// What a filter comes to: constraints that an event must all satisfy.
struct Condition {
    var constraints: [Constraint] = []
    /// What the user should know about how the filter was taken.
    var notes: [String] = []

    /// The weapons asked for; nil for any.
    var weapons: Set<Int64>? {
        for case .weapons(let weapons) in constraints { return Set(weapons) }
        return nil
    }
}

/// One thing asked of an event, with the numbers that names stand for.
enum Constraint {
    /// It is not of a superseded article.
    case current
    /// It does not repeat what another printing of its story tells.
    case toldOnce
    /// Its place, or one that it lists beside it, is one of these.
    case places([Int64])
    /// Its span touches the days.
    case days(from: Int?, to: Int?)
    case types([Int64])
    case statuses([ClaimStatus])
    case weapons([Int64])
    /// One of these says so, or nobody but the article.
    case sources([Int64], orNarrator: Bool)
    case publishers([Int64])
    case actors([Int64])
    case articles([Int64])
    /// Its leading count, or one of a kind, comes to a number.
    case count(CountKind?, least: Int)
    /// The fields are at least so sure; those that are optional may have no level.
    case levels(EventField, least: Confidence, isOptional: Bool)
    /// Its evidence has the words, in the language of FTS5.
    case words(String)
}
