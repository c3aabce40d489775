public import DatelineCore

/// Whether a field of an event was right, with how sure the program was of it and by what rules.
///
/// An event that no reader wrote down has a wrong type and wrong counts; its other fields are not judged. Each count of
/// an event is judged, a weapon only where readers name one.
public struct Judgement: Hashable, Sendable {
    /// The field.
    public let field: EventField
    /// How sure the program was.
    public let level: Confidence
    /// The rules and doubts behind it, by name, the deciding rule first.
    public let rules: [String]
    /// Whether readers agree.
    public let isRight: Bool

    /// Judges a field; nil where the event says nothing of how sure it is.
    init?(_ field: EventField, of event: Event?, isRight: Bool) {
        guard let event, let level = event.confidence[field] else { return nil }
        self.field = field
        self.level = level
        self.isRight = isRight
        rules = event.reasons.filter { $0.field == field }.map(\.rule)
    }
}

/// How many were right of how many that were judged.
public struct Tally: Hashable, Sendable {
    /// The right ones.
    public let right: Int
    /// All.
    public let judged: Int

    /// Counts some judgements.
    public init(_ judgements: [Judgement]) {
        right = judgements.count(where: \.isRight)
        judged = judgements.count
    }

    /// The share of the right ones; zero where none were judged.
    public var share: Double { judged == 0 ? 0 : Double(right) / Double(judged) }
}
