/// Writes rows as features of a GeoJSON FeatureCollection (RFC 7946), for QGIS, kepler.gl and their like.
///
/// The columns `latitude` and `longitude` become a point, or no geometry where one of them is empty. All others are the
/// properties, flat, so that each is a field of the layer; `id` is the feature's id too, unless there is a row a count.
struct GeoJSON {
    /// What stands before the first feature.
    static let start = "{\"type\": \"FeatureCollection\", \"features\": ["

    private let latitude: Int?
    private let longitude: Int?
    private let id: Int?
    private let properties: [(column: Int, name: String)]

    init(columns: [String]) {
        let latitude = columns.firstIndex(of: "latitude")
        let longitude = columns.firstIndex(of: "longitude")
        self.latitude = latitude
        self.longitude = longitude
        id = columns.contains("count_number") ? nil : columns.firstIndex(of: "id")
        properties = columns.enumerated().filter { $0.offset != latitude && $0.offset != longitude }.map { ($0, $1) }
    }

    func append(_ row: [Cell], to bytes: inout [UInt8]) {
        var feature = JSONObject(&bytes)
        feature.member("type", .text("Feature"), &bytes)
        if let id, row[id] != .empty { feature.member("id", row[id], &bytes) }
        feature.key("geometry", &bytes)
        appendPoint(row, to: &bytes)
        feature.key("properties", &bytes)
        var object = JSONObject(&bytes)
        for (column, name) in properties { object.member(name, row[column], &bytes) }
        object.end(&bytes)
        feature.end(&bytes)
    }

    /// A position has its longitude first.
    private func appendPoint(_ row: [Cell], to bytes: inout [UInt8]) {
        guard let latitude, let longitude, row[latitude].isNumber, row[longitude].isNumber else {
            return JSON.append(Cell.empty, to: &bytes)
        }
        var point = JSONObject(&bytes)
        point.member("type", .text("Point"), &bytes)
        point.members("coordinates", [row[longitude], row[latitude]], &bytes) { JSON.append($0, to: &$1) }
        point.end(&bytes)
    }
}
