public import ArgumentParser
public import DatelineCore
import EventStore

extension ClaimStatus: ExpressibleByArgument {}

/// Which events are chosen; the same options wherever events are.
struct FilterOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "A country, region, district or town, and all below it.",
            discussion: """
                "Kursk Oblast", "Kursk region", "Kursk city", "Kursk, Russia". A bare name of both a region and its \
                city is the region. Repeat for any of several.
                """,
            valueName: "name"
        )
    )
    var region: [String] = []

    @Option(name: .long, help: ArgumentHelp("A country by name or ISO code.", valueName: "name"))
    var country: [String] = []

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Events around a place or a point, as far as --within says.",
            discussion: "Kharkiv, \"Kursk, Russia\" or 50.0,36.2: latitude and longitude. Regions are no points.",
            valueName: "place"
        ),
        transform: NearbyArea.init(argument:)
    )
    var near: NearbyArea?

    @Option(
        name: .long,
        help: ArgumentHelp("How far around: 50km, 30mi. Else 25km.", valueName: "distance"),
        transform: NearbyArea.kilometres
    )
    var within: Double?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Events in a box of coordinates, in degrees.",
            discussion: "In the order of GeoJSON: --bbox 35.0,49.5,38.0,51.0.",
            valueName: "west,south,east,north"
        ),
        transform: EventFilter.Box.init(argument:)
    )
    var bbox: EventFilter.Box?

    @Option(
        name: .long,
        help: ArgumentHelp("Events that reach this day or later.", valueName: "date"),
        transform: DatePeriod.init(argument:)
    )
    var from: DatePeriod?

    @Option(
        name: .long,
        help: ArgumentHelp("Events that reach this day or earlier.", valueName: "date"),
        transform: DatePeriod.init(argument:)
    )
    var to: DatePeriod?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Events that touch this day, month or year.",
            discussion: "2024-08-11, 2024-08 or 2024, as in --from and --to.",
            valueName: "date"
        ),
        transform: DatePeriod.init(argument:)
    )
    var on: DatePeriod?

    @Option(
        name: .long,
        help: ArgumentHelp("An event type, with all below it: attack, attack.drone, shelling.", valueName: "type")
    )
    var type: [String] = []

    @Option(
        name: .long,
        help: ArgumentHelp("Words of the source's name; narrator for the article itself.", valueName: "words")
    )
    var source: [String] = []

    @Option(name: .long, help: ArgumentHelp("Words of the publisher's name.", valueName: "words"))
    var publisher: [String] = []

    @Option(
        name: .long,
        help: ArgumentHelp("A weapon, with all below it: uav, missile.ballistic, shahed.", valueName: "weapon")
    )
    var weapon: [String] = []

    @Option(name: .long, help: ArgumentHelp("Words of the actor's name: who did it.", valueName: "words"))
    var actor: [String] = []

    @Option(name: .long, help: ArgumentHelp("Where the claim stands.", valueName: "status"))
    var status: [ClaimStatus] = []

    @Option(
        name: .customLong("min-count"),
        help: ArgumentHelp(
            "Events with a count of at least this.",
            discussion: "10 for the count that stands for the event, killed:10 for one of a kind.",
            valueName: "number"
        ),
        transform: EventFilter.MinCount.init(argument:)
    )
    var minCount: EventFilter.MinCount?

    @Option(
        name: .customLong("min-confidence"),
        help: ArgumentHelp(
            "Events whose fields are at least this sure: low, medium or high.",
            discussion: "high for all fields, place:high for one of type, date, place, source, weapon and count.",
            valueName: "level"
        ),
        transform: EventFilter.MinConfidence.init(argument:)
    )
    var minConfidence: [EventFilter.MinConfidence] = []

    @Option(name: .long, help: ArgumentHelp("Words that the quoted sentence contains.", valueName: "words"))
    var text: String?

    @Option(name: .long, help: ArgumentHelp("An article by path, file name or address.", valueName: "article"))
    var article: [String] = []

    @Option(name: .long, help: ArgumentHelp("At most so many rows.", valueName: "number"))
    var limit: Int?

    @Flag(name: .customLong("include-wider"), help: "Also events known only to a wider area than the region.")
    var includeWider = false

    @Flag(name: .customLong("include-reprints"), help: "Also events that a reprint tells word for word as its origin.")
    var includeReprints = false

    func validate() throws {
        if let limit, limit < 0 { throw ValidationError("--limit must not be negative.") }
        if within != nil, near == nil { throw ValidationError("--within goes with --near.") }
        if on != nil, from != nil || to != nil { throw ValidationError("--on does not go with --from and --to.") }
        if let from, let to, from.first > to.last {
            throw ValidationError("--from \(from.first) is after --to \(to.last).")
        }
    }

    /// The filter that the options make.
    var filter: EventFilter {
        var filter = EventFilter()
        filter.regions = region
        filter.countries = country
        filter.circle = near.map { point in
            EventFilter.Circle(
                latitude: point.latitude,
                longitude: point.longitude,
                radius: within ?? NearbyArea.usualRadius,
                name: point.name
            )
        }
        filter.box = bbox
        filter.from = on?.first ?? from?.first
        filter.to = on?.last ?? to?.last
        filter.types = type
        filter.sources = source
        filter.publishers = publisher
        filter.weapons = weapon
        filter.actors = actor
        filter.statuses = status
        filter.minCount = minCount
        filter.minConfidences = minConfidence
        filter.text = text
        filter.articles = article
        filter.limit = limit
        filter.includeWider = includeWider
        filter.includeReprints = includeReprints
        return filter
    }
}

extension EventFilter.MinCount {
    /// Reads `10` or `killed:10`.
    fileprivate init(argument: String) throws {
        let parts = argument.split(separator: ":", maxSplits: 1).map(String.init)
        guard let number = parts.last.flatMap({ Int($0) }), number >= 0 else {
            throw ValidationError("“\(argument)” is no number; write 10 or killed:10.")
        }
        guard parts.count == 2 else {
            self.init(number: number)
            return
        }
        self.init(kind: try CountKind(argument: parts[0]), number: number)
    }
}

extension EventFilter.MinConfidence {
    /// Reads `high` or `place:high`.
    fileprivate init(argument: String) throws {
        let parts = argument.lowercased().split(separator: ":", maxSplits: 1).map(String.init)
        guard let level = parts.last.flatMap(Confidence.init(rawValue:)) else {
            throw ValidationError("“\(argument)” is no level; write low, medium, high or place:high.")
        }
        guard parts.count == 2 else {
            self.init(level: level)
            return
        }
        let fields = EventField.allCases.filter(\.hasConfidence)
        guard let field = fields.first(where: { $0.rawValue == parts[0] }) else {
            let names = fields.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("there is no level for “\(parts[0])”, only for \(names).")
        }
        self.init(field: field, level: level)
    }
}

extension CountKind {
    /// Reads a kind of count and suggests near ones where there is none.
    init(argument: String) throws {
        guard let kind = CountKind(rawValue: argument.lowercased()) else {
            let near = Spelling.suggestions(for: argument, among: CountKind.allCases.map(\.rawValue))
            let hint = near.isEmpty ? "" : "; did you mean \(near.joined(separator: " or "))?"
            throw ValidationError("there is no kind of count “\(argument)”\(hint)")
        }
        self = kind
    }
}
