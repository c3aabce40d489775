/// The fields of an event that a map can fill.
enum ImportField: String, CaseIterable {
    case id, type, status
    case start, end, published
    case datePrecision = "date_precision"
    case place, admin1, admin2, country, latitude, longitude
    case placeLevel = "place_level"
    case placeText = "place_text"
    case source
    case sourceKind = "source_kind"
    case sourceCountry = "source_country"
    case publisher, actor, target, weapons, title, url, note
    /// Why a row has no type; only in code tables.
    case reason

    /// The fields that a map may name.
    static let named = allCases.filter { $0 != .reason }

    /// Those that are read in place, and for which no code table can stand.
    static let inPlace: Set<ImportField> = [.id, .start, .end, .published, .placeText, .title, .url, .note]
}
