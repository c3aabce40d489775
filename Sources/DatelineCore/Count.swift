/// A number that a text gives for an event, as a range that keeps its qualifier.
public struct Count: Codable, Hashable, Sendable {
    /// What was counted.
    public var kind: CountKind
    /// The unit counted: person, drone or building.
    public var unit: CountUnit
    /// The group of people that the number is about.
    public var group: SubjectGroup
    /// The least that the words allow; nil when open or unknown.
    public var low: Int?
    /// The number as said; nil when the words name none.
    public var best: Int?
    /// The most that the words allow; nil when open or unknown.
    public var high: Int?
    /// How the number was qualified.
    public var qualifier: CountQualifier
    /// What the number covers.
    public var scope: CountScope
    /// The day up to which a running total counts.
    public var asOf: CivilDate?
    /// Whether the number is a part of another of the same event ("including three children").
    public var isPart: Bool
    /// Who gave the number, where that is not the event's own source.
    public var source: Source?
    /// The words: "at least 14 drones".
    public var text: String
    /// Where the words stand in the article's body.
    public var range: ByteRange

    private enum CodingKeys: String, CodingKey {
        case kind, unit, group, low, best, high, qualifier, scope, source, text, range
        case asOf = "as_of"
        case isPart = "part"
    }

    /// Creates a count.
    public init(
        kind: CountKind,
        unit: CountUnit,
        group: SubjectGroup = .unspecified,
        low: Int?,
        best: Int? = nil,
        high: Int?,
        qualifier: CountQualifier,
        scope: CountScope = .event,
        asOf: CivilDate? = nil,
        isPart: Bool = false,
        source: Source? = nil,
        text: String,
        range: ByteRange
    ) {
        self.kind = kind
        self.unit = unit
        self.group = group
        self.low = low
        self.best = best
        self.high = high
        self.qualifier = qualifier
        self.scope = scope
        self.asOf = asOf
        self.isPart = isPart
        self.source = source
        self.text = text
        self.range = range
    }
}

/// What a count counts (taxonomy, section 3).
public enum CountKind: String, CaseIterable, Sendable {
    case killed, injured, casualties, missing, captured, surrendered, detained, abducted, released
    case evacuated, displaced, returned, trapped, rescued, affected
    case launched, intercepted, jammed, hit, missed
    case fateUnknown = "fate_unknown"
    case equipmentDestroyed = "equipment_destroyed"
    case buildings, settlements
    case withoutPower = "without_power"
    case attacks, clashes
    case depthKm = "depth_km"
    case areaKm2 = "area_km2"
    case troops, regions
}

/// The unit of a count.
public enum CountUnit: String, CaseIterable, Sendable {
    case person, civilian, soldier, militant, child, woman, household
    case drone, missile, rocket, bomb, shell, aircraft, helicopter, ship, vehicle
    case building, settlement, munition, kilometre, region
}

/// The group of people that a count is about.
public enum SubjectGroup: String, CaseIterable, Sendable {
    case unspecified, civilian, military, child, woman, medic
}

/// How a number was qualified, and so what its low and high are (taxonomy, section 3).
public enum CountQualifier: String, CaseIterable, Sendable {
    case exact
    case atLeast = "at_least"
    case moreThan = "more_than"
    case atMost = "at_most"
    case lessThan = "less_than"
    case about, nearly, between, couple, few, tens, dozens, scores, hundreds, thousands, millions
    case none, some, unknown
}

/// What a count covers.
public enum CountScope: String, CaseIterable, Sendable {
    /// The event alone.
    case event
    /// A period of several events.
    case period
    /// A total that grows over time; never summed.
    case runningTotal = "running_total"
}
