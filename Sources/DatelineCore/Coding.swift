// How events are written down whole: codes as their texts, days as ISO 8601.

extension EventType: Codable {}
extension EventField: Codable, CodingKeyRepresentable {}
extension Confidence: Codable {}
extension ClaimStatus: Codable {}
extension SourceKind: Codable {}
extension PlaceLevel: Codable {}
extension DatePrecision: Codable {}
extension DateMethod: Codable {}
extension CountKind: Codable {}
extension CountUnit: Codable {}
extension SubjectGroup: Codable {}
extension CountQualifier: Codable {}
extension CountScope: Codable {}

extension CivilDate: Codable {
    /// Reads `2024-08-11`.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let date = CivilDate(iso: try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no date as 2024-08-11")
        }
        self = date
    }

    /// Writes `2024-08-11`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
