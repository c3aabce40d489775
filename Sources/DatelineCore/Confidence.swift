/// How sure a field of an event is.
///
/// ``high`` means that fields filled in this way agreed with a careful reader at least 95 times in 100 when they were
/// measured, ``medium`` that most did, ``low`` that many did not.
public enum Confidence: String, CaseIterable, Comparable, Sendable {
    case low, medium, high

    /// Whether one is less sure than another.
    public static func < (first: Confidence, second: Confidence) -> Bool {
        first.rank < second.rank
    }

    private var rank: Int {
        switch self {
        case .low: 0
        case .medium: 1
        case .high: 2
        }
    }
}

extension EventField {
    /// Whether events say how sure the field is.
    public var hasConfidence: Bool {
        switch self {
        case .type, .date, .place, .source, .weapon, .count: true
        case .status, .actor, .target: false
        }
    }
}

extension Event {
    /// The fields that have a level, in a fixed order.
    public var confidences: [(field: EventField, level: Confidence)] {
        EventField.allCases.compactMap { field in confidence[field].map { (field, $0) } }
    }
}
