import DatelineCore

/// A source as a phrase names it, with what a later "the ministry" or "he" needs to know.
struct NamedSource: Sendable {
    var source: Source
    /// The words that name it.
    var tokens: Range<Int>
    /// Whether it is one named person.
    var isPerson: Bool
    /// The family of a body, as `bodies.tsv` has it.
    var family: String
    /// Words inside the phrase that name no place of the event.
    var names: [Range<Int>]
    /// Whether the words only point back: "he", "the ministry".
    var pointsBack: Bool
}

/// The sources met so far in an article.
struct SourceMemory: Sendable {
    private(set) var sources: [NamedSource] = []

    /// Keeps a source; one that only points back moves what it points to to the front.
    mutating func add(_ source: NamedSource) {
        sources.append(source)
    }

    /// The last person.
    var person: NamedSource? {
        sources.last { $0.isPerson }
    }

    /// The last source that is no person.
    var body: NamedSource? {
        sources.last { !$0.isPerson }
    }

    /// The last body of a family.
    func body(of family: String) -> NamedSource? {
        switch family {
        case "any": sources.last
        case "person": person ?? sources.last
        case "body", "group": sources.last { $0.family == family } ?? body
        case "agency": sources.last { ["agency", "media", "mission", "disaster"].contains($0.family) }
        default: sources.last { $0.family == family }
        }
    }

    /// The last source of the same name with its country, for a later mention without it.
    func fuller(_ name: String) -> NamedSource? {
        sources.last { $0.source.name.hasSuffix(" " + name) || $0.source.name == name }
    }
}
