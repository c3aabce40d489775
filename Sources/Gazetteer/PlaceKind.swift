/// What sort of place an entry is.
///
/// The raw values are the codes of the compiled file and of the source tables.
public enum PlaceKind: UInt8, CaseIterable, Sendable {
    /// A country or territory with an ISO 3166-1 code, and Kosovo.
    case country = 0
    /// A first-level region: oblast, province, governorate, state.
    case admin1 = 1
    /// A second-level region: raion, district, county.
    case admin2 = 2
    /// A city, town, village or refugee camp.
    case populatedPlace = 3
    /// An informal region, border area, island or front.
    case area = 4
    /// A sea, gulf or strait.
    case sea = 5

    /// The word for the kind in tables: `country`, `admin1`, `admin2`, `place`, `area`, `sea`.
    public var label: String {
        switch self {
        case .country: "country"
        case .admin1: "admin1"
        case .admin2: "admin2"
        case .populatedPlace: "place"
        case .area: "area"
        case .sea: "sea"
        }
    }

    /// Reads the word for a kind.
    public init?(label: some StringProtocol) {
        guard let kind = PlaceKind.allCases.first(where: { $0.label == label }) else { return nil }
        self = kind
    }
}
