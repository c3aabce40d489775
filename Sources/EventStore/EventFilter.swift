public import DatelineCore

/// Which events are asked for.
///
/// Several values of one field mean any of them; several fields mean all of them.
public struct EventFilter: Hashable, Sendable {
    /// Regions by name: a country, a region, a city; events in it or in any place below it match.
    public var regions: [String] = []
    /// Countries by ISO 3166-1 code or name.
    public var countries: [String] = []
    /// The first day asked for; an event matches if its span touches the days asked for.
    public var from: CivilDate?
    /// The last day asked for.
    public var to: CivilDate?
    /// Types by code, root or kind: `attack`, `attack.drone`, `drone`.
    public var types: [String] = []
    /// Words of a source's name; `narrator` for the articles' own voice.
    public var sources: [String] = []
    /// Words of a publisher's name.
    public var publishers: [String] = []
    /// Weapons by code, with everything below it: `uav`, `missile.ballistic`.
    public var weapons: [String] = []
    /// Words of an actor's name.
    public var actors: [String] = []
    /// Where the claim stands.
    public var statuses: [ClaimStatus] = []
    /// The least that a count of the event must come to.
    public var minCount: MinCount?
    /// How sure fields must at least be.
    public var minConfidences: [MinConfidence] = []
    /// Words that the evidence sentence contains.
    public var text: String?
    /// Articles by path, file name or address.
    public var articles: [String] = []
    /// The most events to give.
    public var limit: Int?
    /// Whether events known only to a wider area than the region match too.
    public var includeWider = false
    /// Whether events of superseded articles match too.
    public var includeSuperseded = false

    /// Creates a filter that every event passes.
    public init() {}

    /// The least that a count must come to.
    public struct MinCount: Hashable, Sendable {
        /// The kind of count; nil for the one that stands for the event.
        public var kind: CountKind?
        /// The number.
        public var number: Int

        /// Creates a threshold.
        public init(kind: CountKind? = nil, number: Int) {
            self.kind = kind
            self.number = number
        }
    }

    /// How sure a field must at least be.
    public struct MinConfidence: Hashable, Sendable {
        /// The field; nil for all that the event has.
        public var field: EventField?
        /// The least level.
        public var level: Confidence

        /// Creates a threshold.
        public init(field: EventField? = nil, level: Confidence) {
            self.field = field
            self.level = level
        }
    }
}
