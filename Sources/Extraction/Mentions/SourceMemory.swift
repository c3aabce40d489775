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
    /// Whether the body stands at the start of a sentence.
    var opensSentence = false
    /// Whether the words only point back: "he", "the ministry".
    var pointsBack: Bool
}

/// The sources met so far in an article, the last few hundred of them.
struct SourceMemory: Sendable {
    /// How far memory reaches back at least: so many sources, and so many bodies.
    private static let reach = 200

    private(set) var sources: [NamedSource] = []
    /// Bodies that were only named, for a later "the group".
    private var mentions: [NamedSource] = []

    /// Keeps a source; one that only points back moves what it points to to the front.
    mutating func add(_ source: NamedSource) {
        sources.append(source)
        SourceMemory.forget(&sources)
    }

    /// Keeps a body that was named without saying anything.
    mutating func mention(_ source: NamedSource) {
        mentions.append(source)
        SourceMemory.forget(&mentions)
    }

    /// Drops the oldest, many at a time, so that a long text costs no more than its length.
    private static func forget(_ sources: inout [NamedSource]) {
        if sources.count >= 2 * reach { sources.removeFirst(reach) }
    }

    /// The last person.
    var person: NamedSource? {
        sources.last { $0.isPerson }
    }

    /// The last source that is no person.
    var body: NamedSource? {
        sources.last { !$0.isPerson }
    }

    /// What "it" means: the body that opened a sentence since the last source spoke, else that source.
    var subject: NamedSource? {
        let spoken = sources.last?.tokens.lowerBound ?? -1
        return mentions.last { $0.opensSentence && $0.tokens.lowerBound > spoken } ?? body
    }

    /// The last body whose name holds a word: "the network" is "Sudan Doctors Network".
    func body(named word: String) -> NamedSource? {
        let ending = " " + word
        func last(of sources: [NamedSource]) -> NamedSource? {
            sources.indices.last { !sources[$0].isPerson && SourceMemory.ends(sources[$0].source.name, in: ending) }
                .map { sources[$0] }
        }
        return last(of: sources) ?? last(of: mentions)
    }

    /// Whether a name in small letters ends in a text; most are told apart by their last letters.
    private static func ends(_ name: String, in ending: String) -> Bool {
        guard let last = name.utf8.last, let wanted = ending.utf8.last else { return false }
        if last < 128, wanted < 128, last != wanted, last + 32 != wanted { return false }
        return name.lowercased().hasSuffix(ending)
    }

    /// The last body of a family.
    func body(of family: String) -> NamedSource? {
        switch family {
        // Texts are issued by bodies: "the report says".
        case "any": sources.last { !$0.isPerson && !$0.family.isEmpty } ?? sources.last
        case "person": person ?? sources.last
        case "body": sources.last { $0.family == family } ?? body
        case "group": last { $0.family == family } ?? body
        case "ngo": last { [.ngo, .igoUN, .osintGroup].contains($0.source.kind) }
        case "agency": sources.last { ["agency", "media", "mission", "disaster"].contains($0.family) }
        default: sources.last { $0.family == family }
        }
    }

    /// The last source, or else body merely named, that fits.
    private func last(where fits: (NamedSource) -> Bool) -> NamedSource? {
        guard let source = sources.last(where: fits) else { return mentions.last(where: fits) }
        return mentions.last { fits($0) && $0.tokens.lowerBound > source.tokens.lowerBound } ?? source
    }

    /// The last source of the same name with its country, for a later mention without it.
    func fuller(_ name: String) -> NamedSource? {
        let ending = " " + name
        return sources.indices.last {
            sources[$0].source.name.hasSuffix(ending) || sources[$0].source.name == name
        }.map { sources[$0] }
    }
}
