public import DatelineCore

/// What of an event can be corrected.
public enum CorrectionField: Hashable, Sendable {
    case type, date, place, source, status, actor, target, weapons
    /// The further places of the same event.
    case places
    /// All counts of a kind: `killed`.
    case count(CountKind)
    /// Whether the event is hidden, because it is false.
    case deleted
    /// The event itself, added by hand.
    case added

    /// The name, as users and files write it.
    public var name: String {
        switch self {
        case .type: "type"
        case .date: "date"
        case .place: "place"
        case .source: "source"
        case .status: "status"
        case .actor: "actor"
        case .target: "target"
        case .weapons: "weapons"
        case .places: "places"
        case .count(let kind): kind.rawValue
        case .deleted: "deleted"
        case .added: "added"
        }
    }

    /// All fields that a user can set, the kinds of counts last.
    public static let settable: [CorrectionField] =
        [.type, .date, .place, .places, .source, .status, .actor, .target, .weapons, .deleted]
        + CountKind.allCases.map(CorrectionField.count)

    /// The field of a name, or nil.
    public init?(name: String) {
        guard let field = (CorrectionField.settable + [.added]).first(where: { $0.name == name }) else { return nil }
        self = field
    }

    /// The field whose reasons and confidence it decides.
    var eventField: EventField? {
        switch self {
        case .type: .type
        case .date: .date
        case .place, .places: .place
        case .source: .source
        case .status: .status
        case .actor: .actor
        case .target: .target
        case .weapons: .weapon
        case .count: .count
        case .deleted, .added: nil
        }
    }
}
