/// What sort of name a place was found by.
///
/// The raw values are the codes of the compiled file.
public enum NameKind: UInt8, CaseIterable, Sendable {
    /// The common English name: Kyiv.
    case primary = 0
    /// Another name or spelling in use: Charkiw.
    case alternate = 1
    /// A name or spelling of the past: Kiev, Artemovsk.
    case historical = 2
    /// A shorter form: Kursk for Kursk Oblast, UK for the United Kingdom.
    case short = 3
    /// The people or the adjective of a country: Ukrainian.
    case demonym = 4
    /// An informal name: the Big Apple.
    case nickname = 5

    /// The letter for the kind in tables: `p`, `a`, `h`, `s`, `d`, `n`.
    public var letter: UInt8 {
        switch self {
        case .primary: UInt8(ascii: "p")
        case .alternate: UInt8(ascii: "a")
        case .historical: UInt8(ascii: "h")
        case .short: UInt8(ascii: "s")
        case .demonym: UInt8(ascii: "d")
        case .nickname: UInt8(ascii: "n")
        }
    }

    /// Reads the letter for a kind.
    public init?(letter: UInt8) {
        guard let kind = NameKind.allCases.first(where: { $0.letter == letter }) else { return nil }
        self = kind
    }
}

/// A place that bears a name, and how likely the name means it before anything else in the text is known.
public struct NameMatch: Hashable, Sendable {
    /// The place.
    public let place: PlaceID
    /// What sort of name of the place it is.
    public let kind: NameKind
    /// The prior from 0 to 1, by the place's kind and population and the kind of name.
    public let score: Double
    /// True when a town of this score is a country's capital: no other town weighs as much.
    public var isCapital: Bool { score / NamePrior.factor(of: kind) > 0.85 }
    /// True when the name counts only if written in capitals: `US`, not `us`.
    public let requiresCapitals: Bool

    /// Creates a match.
    public init(place: PlaceID, kind: NameKind, score: Double, requiresCapitals: Bool = false) {
        self.place = place
        self.kind = kind
        self.score = score
        self.requiresCapitals = requiresCapitals
    }
}
