/// What the gazetteer knows of one place.
public struct GazetteerEntry: Hashable, Sendable {
    /// The row.
    public let id: PlaceID
    /// The GeoNames id; nil for places of our own table and of the user's.
    public let geonameid: Int?
    /// The common English name: Kyiv, Kursk Oblast, Gaza Strip.
    public let name: String
    /// What sort of place it is.
    public let kind: PlaceKind
    /// The country as ISO 3166-1 alpha-2, by international recognition; nil for seas and areas of several countries.
    public let countryCode: String?
    /// The ISO 3166-2 code of a region, when known: UA-30.
    public let regionCode: String?
    /// The country; for a country, itself.
    public let country: PlaceID?
    /// The first-level region; for one, itself.
    public let admin1: PlaceID?
    /// The second-level region; for one, itself.
    public let admin2: PlaceID?
    /// Degrees north of the equator.
    ///
    /// For regions, the middle of their populated places.
    public let latitude: Double
    /// Degrees east of Greenwich.
    public let longitude: Double
    /// Inhabitants, by GeoNames; for regions, the sum over the populated places known; 0 when unknown.
    public let population: Int
}
