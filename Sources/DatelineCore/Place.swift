/// A place as an event has it: the words of the text and what the gazetteer knows of them.
public struct Place: Codable, Hashable, Sendable {
    /// The common English name.
    public var name: String
    /// The words in the text: "the Kursk region".
    public var text: String
    /// How narrow the place is.
    public var level: PlaceLevel
    /// The first-level region's name, if the place lies in one or is one.
    public var admin1: String?
    /// The second-level region's name, likewise.
    public var admin2: String?
    /// The country as ISO 3166-1 alpha-2, by international recognition.
    public var country: String?
    /// Degrees north of the equator.
    public var latitude: Double?
    /// Degrees east of Greenwich.
    public var longitude: Double?
    /// The GeoNames id; nil for places of our own table.
    public var geonameid: Int?
    /// The GeoNames id of the first-level region.
    public var admin1ID: Int?
    /// The GeoNames id of the second-level region.
    public var admin2ID: Int?
    /// The GeoNames id of the country.
    public var countryID: Int?

    private enum CodingKeys: String, CodingKey {
        case name, text, level, admin1, admin2, country, latitude, longitude, geonameid
        case admin1ID = "admin1_geonameid"
        case admin2ID = "admin2_geonameid"
        case countryID = "country_geonameid"
    }

    /// Creates a place.
    public init(
        name: String,
        text: String,
        level: PlaceLevel,
        admin1: String? = nil,
        admin2: String? = nil,
        country: String? = nil,
        latitude: Double? = nil,
        longitude: Double? = nil,
        geonameid: Int? = nil,
        admin1ID: Int? = nil,
        admin2ID: Int? = nil,
        countryID: Int? = nil
    ) {
        self.name = name
        self.text = text
        self.level = level
        self.admin1 = admin1
        self.admin2 = admin2
        self.country = country
        self.latitude = latitude
        self.longitude = longitude
        self.geonameid = geonameid
        self.admin1ID = admin1ID
        self.admin2ID = admin2ID
        self.countryID = countryID
    }
}

/// Place precision codes, narrowest first (taxonomy, section 5).
public enum PlaceLevel: String, CaseIterable, Sendable {
    /// A building, street, landmark or coordinates.
    case site
    /// A village, town or city.
    case place
    /// Near or outside a place, or a district of a city.
    case near
    /// A second-level region: raion, district, county.
    case admin2
    /// A first-level region: oblast, province, governorate, state.
    case admin1
    /// A border, front, river or several regions.
    case area
    /// A country.
    case country
    /// Waters or airspace.
    case sea
    /// None given.
    case unknown
}
