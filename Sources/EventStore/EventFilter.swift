public import DatelineCore

/// Which events are asked for.
///
/// Several values of one field mean any of them; several fields mean all of them.
public struct EventFilter: Hashable, Sendable {
    /// Regions by name: a country, a region, a city; events in it or in any place below it match.
    public var regions: [String] = []
    /// Countries by ISO 3166-1 code or name.
    public var countries: [String] = []
    /// A circle; events placed in it match.
    public var circle: Circle?
    /// A box of coordinates; events placed in it match.
    public var box: Box?
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
    /// Whether events known only to a wider area than the region match too; with a circle or a box, those whose area has
    /// its middle in it.
    public var includeWider = false
    /// Whether events of superseded articles match too.
    public var includeSuperseded = false
    /// Whether events match too that repeat, word for word, what another printing of their story tells.
    public var includeReprints = false

    /// Creates a filter that every event passes.
    public init() {}

    /// All points within a distance of another, on a sphere of the earth's mean radius.
    public struct Circle: Hashable, Sendable {
        /// Degrees north of the equator.
        public var latitude: Double
        /// Degrees east of Greenwich.
        public var longitude: Double
        /// The distance in kilometres.
        public var radius: Double
        /// What its middle is called, to be told to the user.
        public var name: String?

        /// Creates a circle.
        public init(latitude: Double, longitude: Double, radius: Double, name: String? = nil) {
            self.name = name
            self.latitude = latitude
            self.longitude = longitude
            self.radius = radius
        }
    }

    /// All points between two parallels and two meridians, in degrees; where the west is east of the east, the box
    /// crosses the 180th meridian.
    public struct Box: Hashable, Sendable {
        /// The western meridian.
        public var west: Double
        /// The southern parallel.
        public var south: Double
        /// The eastern meridian.
        public var east: Double
        /// The northern parallel.
        public var north: Double

        /// Creates a box, in the order of GeoJSON.
        public init(west: Double, south: Double, east: Double, north: Double) {
            self.west = west
            self.south = south
            self.east = east
            self.north = north
        }
    }

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
