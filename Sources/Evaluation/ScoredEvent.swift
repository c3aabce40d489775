public import DatelineCore

/// An event in the form in which the two sides are compared, be it a reader's or the program's.
public struct ScoredEvent: Hashable, Sendable {
    /// First and last day of one reading of the date; nil when open.
    struct Span: Hashable {
        var start: CivilDate?
        var end: CivilDate?
    }

    let type: String
    let tier: Int
    let spans: [Span]
    let place: GoldPlace
    let places: [GoldPlace]
    let sources: [String]
    let weapons: [String]
    let counts: [GoldCount]
    /// Every name of the place and of the places listed for it.
    let names: [String]
    /// The event itself, where the program found it.
    let event: Event?

    /// The kinds of counts that are scored; others are neither right nor wrong.
    private static let scoredKinds: Set<String> = [
        "killed", "injured", "casualties", "missing", "captured", "abducted", "evacuated", "displaced", "trapped",
        "rescued",
        "launched", "intercepted", "hit", "fate_unknown",
    ]

    private init(
        type: String?,
        tier: Int,
        spans: [Span],
        place: GoldPlace?,
        others: [GoldPlace],
        sources: [String?],
        weapons: [String],
        counts: [GoldCount],
        event: Event? = nil
    ) {
        self.event = event
        self.type = type ?? "unknown"
        self.tier = tier
        self.spans = spans
        self.place = place ?? GoldPlace()
        places = [self.place] + others
        let named = sources.compactMap { $0 }.filter { !$0.isEmpty }
        self.sources = named.isEmpty ? [ScoredEvent.narrator] : named
        self.weapons = weapons
        self.counts = counts.filter { ScoredEvent.scoredKinds.contains($0.kind) }
        names = places.flatMap { [$0.name].compactMap { $0 } + ($0.also ?? []) }.filter { !$0.isEmpty }
    }

    /// The name of the article's own voice.
    static let narrator = "narrator"

    /// An event as a reader wrote it down.
    public init(gold event: GoldEvent) {
        let spans = [event.date ?? []] + (event.dateAlso ?? [])
        self.init(
            type: event.type,
            tier: event.tier ?? 1,
            spans: spans.map { days in
                func day(_ index: Int) -> CivilDate? {
                    days.count > index ? days[index].flatMap { CivilDate(iso: $0.prefix(10)) } : nil
                }
                return Span(start: day(0), end: day(1))
            },
            place: event.place,
            others: event.places ?? [],
            sources: event.sources ?? [],
            weapons: event.weapons ?? [],
            counts: event.counts ?? []
        )
    }

    /// An event as the program found it.
    public init(_ event: Event) {
        self.init(
            type: event.type.rawValue,
            tier: 1,
            spans: [Span(start: event.date.start, end: event.date.end ?? event.date.start)],
            place: event.place.map(GoldPlace.init),
            others: event.otherPlaces.map(GoldPlace.init),
            sources: [event.source?.name],
            weapons: event.weapons.map(\.code),
            counts: event.counts.map(GoldCount.init),
            event: event
        )
    }

    /// The part of the type before its dot.
    var root: Substring { type.prefix { $0 != "." } }

    /// Roots that can stand for one another.
    var group: String {
        switch root {
        case "attack", "battle": "attack"
        case "interception": "interception"
        case "evacuation", "displacement": "movement"
        default: "other"
        }
    }
}

extension GoldPlace {
    /// A place as the program found it.
    init(_ place: Place) {
        self.init(name: place.name, admin1: place.admin1, country: place.country, level: place.level.rawValue)
    }
}

extension GoldCount {
    /// A count as the program found it.
    init(_ count: Count) {
        self.init(
            kind: count.kind.rawValue,
            unit: count.unit.rawValue,
            low: count.low,
            high: count.high,
            part: count.isPart
        )
    }
}
