/// A column of a segment.
///
/// The numbers are stored: a new field goes to the end.
enum Field: Int, CaseIterable {
    /// The event's number, less that of the segment's first.
    case offset
    case start, end, type, place
    /// The two letters of the country's code as one number.
    case country
    /// The first-level region.
    case region
    case source, actor
    /// The position of the status in `ClaimStatus.allCases`.
    case status
    case publisher, article
    /// Two bits for each field that has a level, in the order of `EventField`: 0 none, then low, medium and high.
    case confidence
    /// Why the event is left out of answers: a sum of ``Hidden``; 0 for those that stand.
    case hidden

    /// The row of the event that a weapon belongs to, and the weapon.
    case weaponRow, weapon
    /// The row of the event that lists a further place, and the place.
    case otherRow, otherPlace
    /// The row of the event that a number belongs to.
    case figureRow
    /// The position of the kind in `CountKind.allCases`.
    case figureKind
    /// The position of the class in `UnitClass.allCases`.
    case figureUnit
    /// What the number is to its event: a sum of ``FigureRole``.
    case figureRole
    /// The number itself, of 64 bits.
    case figureLow, figureBest, figureHigh

    /// How many events a row stands for, of those that are taken together in a ``Rollup``.
    case events

    /// Whether its numbers may need 64 bits.
    var isWide: Bool {
        switch self {
        case .figureLow, .figureBest, .figureHigh: true
        default: false
        }
    }

    /// The field that says which rows its own belong to; ``offset`` where it has one for each event.
    var rows: Field {
        switch self {
        case .weaponRow, .weapon: .weaponRow
        case .otherRow, .otherPlace: .otherRow
        case .figureRow, .figureKind, .figureUnit, .figureRole, .figureLow, .figureBest, .figureHigh: .figureRow
        default: .offset
        }
    }

    /// The fields of events one by one.
    static let ofEvents = allCases.filter { $0 != .events }

    /// The fields of numbers.
    static let figures: [Field] = [
        .figureRow, .figureKind, .figureUnit, .figureRole, .figureLow, .figureBest, .figureHigh,
    ]
}

/// Why an event is left out of answers.
struct Hidden: OptionSet {
    let rawValue: Int32

    /// It was read in a former version of its article, or deleted by hand.
    static let superseded = Hidden(rawValue: 1)
    /// Another printing of its story tells it.
    static let repeated = Hidden(rawValue: 2)
}

extension Field {
    /// What a stored column is called.
    static func name(_ field: Field, in rollup: Rollup?) -> String {
        rollup.map { "column \(field) of the rollup \($0)" } ?? "column \(field)"
    }
}

/// What a number is to its event.
struct FigureRole: OptionSet {
    let rawValue: Int32

    /// One that sums add up.
    static let own = FigureRole(rawValue: 1)
    static let runningTotal = FigureRole(rawValue: 2)
    /// The one that stands for the event.
    static let leading = FigureRole(rawValue: 4)
}
