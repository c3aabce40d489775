import DatelineCore
import EventExport
import EventFixtures
import Foundation
import Testing

@Suite struct GeoJSONTests {
    private let records = BorderRaid.events.enumerated().map { number, event in
        EventRecord(id: Int64(number + 1), article: "a.txt", event: event)
    }

    private func text(_ records: [EventRecord], columns: [String]? = nil, isLong: Bool = false) throws -> String {
        let output = Output()
        let columns = try columns.map { try EventColumns.choosable(isLong: isLong).chosen($0) }
        let writer = try EventWriter(format: .geojson, isLong: isLong, columns: columns, output: output)
        for record in records { try writer.write(record) }
        try writer.finish()
        return output.text
    }

    private func features(_ text: String) throws -> [[String: Any]] {
        let collection = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        #expect(collection?["type"] as? String == "FeatureCollection")
        return try #require(collection?["features"] as? [[String: Any]])
    }

    @Test func `a feature is a point, longitude first, and the other columns`() throws {
        #expect(
            try text([records[0]], columns: ["id", "type", "killed_low"]) == """
                {"type": "FeatureCollection", "features": [
                 {"type": "Feature", "id": 1, "geometry": {"type": "Point", "coordinates": [36.0, 51.75]}, \
                "properties": {"id": 1, "type": "battle.offensive", "killed_low": null}}
                ]}

                """
        )
    }

    @Test func `an event without coordinates has no geometry`() throws {
        let features = try features(text(records))
        #expect(features.count == records.count)
        for (record, feature) in zip(records, features) {
            let coordinates = (feature["geometry"] as? [String: Any])?["coordinates"] as? [Double]
            let place = record.event.place
            #expect(coordinates == place?.longitude.flatMap { longitude in place?.latitude.map { [longitude, $0] } })
            #expect(feature.keys.contains("geometry"))
        }
    }

    @Test func `the properties are the columns of the CSV without the coordinates`() throws {
        let properties = try #require(try features(text(records))[6]["properties"] as? [String: Any])
        #expect(Set(properties.keys) == Set(EventColumns.flat.names).subtracting(["latitude", "longitude"]))
        #expect(properties["killed_low"] as? Int == 3)
        #expect(properties["weapons"] as? String == "missile.ballistic.kn23")
        #expect(properties["url"] is NSNull)
    }

    @Test func `no events are an empty collection`() throws {
        #expect(try features(text([])).isEmpty)
    }

    @Test func `rows of one event share no feature's id`() throws {
        let features = try features(text([records[1]], isLong: true))
        #expect(features.count == 2)
        #expect(features.allSatisfy { $0["id"] == nil })
    }

    @Test func `a file name chooses the form`() {
        #expect(OutputFormat(fileName: "maps/events.GeoJSON") == .geojson)
    }
}
