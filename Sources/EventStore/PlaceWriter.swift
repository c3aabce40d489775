import DatelineCore
import GRDB

/// Writes new places with what is derived from them: the regions that they are or lie in, and the boxes by which they
/// are found.
///
/// A trigger for it would take most of the time that a load with many places takes. `PlaceCheck` compares what stands
/// there with the places, and makes it again.
final class PlaceWriter {
    private let find: RawStatement
    private let insert: RawStatement
    private let insertBox: RawStatement
    private let insertRegion: RawStatement
    private let findRegion: RawStatement
    private let database: Database
    /// Where many places are written: the towns and areas that wait to be stored, the boxes of new places, and the
    /// first of those.
    private let waiting: (regions: RowTable, boxes: RawStatement)?
    private var firstWithoutBox: Int64?
    /// The numbers of regions of the first and second level.
    private var regions: [Region: Int64] = [:]

    /// With `isBulk`, boxes and towns are stored together by ``finish()``: many places are to come.
    init(_ database: Database, isBulk: Bool = false) throws {
        self.database = database
        waiting = isBulk ? try PlaceWriter.waiting(database) : nil
        find = try RawStatement(
            database,
            // By the name and where it is: a region may have thousands of places.
            """
            SELECT id, region FROM place
            WHERE name = ?1 AND latitude IS ?6 AND longitude IS ?7 AND level = ?2 AND +admin2 IS ?3 AND +admin1 IS ?4
                AND +country IS ?5 AND geonameid IS ?8 AND admin2_geonameid IS ?9 AND admin1_geonameid IS ?10
                AND country_geonameid IS ?11
            """
        )
        insert = try RawStatement(
            database,
            """
            INSERT INTO place (
                name, level, admin2, admin1, country, latitude, longitude, geonameid,
                admin2_geonameid, admin1_geonameid, country_geonameid, region
            ) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
            """
        )
        insertBox = try RawStatement(database, "INSERT INTO place_box VALUES (?1, ?2, ?2, ?3, ?3)")
        insertRegion = try RawStatement(
            database,
            """
            INSERT INTO region (kind, name, country, admin1, admin2, key) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """
        )
        findRegion = try RawStatement(
            database,
            "SELECT id FROM region WHERE kind = ? AND name = ? AND country = ? AND admin1 = ? AND admin2 = ?"
        )
    }

    private static func waiting(_ database: Database) throws -> (regions: RowTable, boxes: RawStatement) {
        let regions = try RowTable(
            database,
            "new_region",
            ["kind", "name", "country", "admin1", "admin2", "key"],
            """
            INSERT INTO region (kind, name, country, admin1, admin2, key) SELECT * FROM new_region WHERE true
            ON CONFLICT DO NOTHING
            """
        )
        let boxes = try RawStatement(
            database,
            // One by one, each would begin and end a change of the index.
            """
            INSERT OR IGNORE INTO place_box
            SELECT id, latitude, latitude, longitude, longitude FROM place WHERE id >= ? AND latitude IS NOT NULL
            """
        )
        return (regions, boxes)
    }

    /// The numbers of a place, which is written where it is not stored yet, and of its first-level region.
    func numbers(of place: Place) throws -> (place: Int64, region: Int64?) {
        bind(place, to: find)
        defer { find.reset() }
        if try find.step() { return (Int64(find.int(0)), find.optionalInt(1).map(Int64.init)) }
        bind(place, to: insert)
        let region = try writeRegions(of: place)
        insert.bind(12, region)
        try insert.run()
        let id = database.lastInsertedRowID
        if waiting != nil {
            firstWithoutBox = firstWithoutBox ?? id
        } else if place.latitude != nil {
            insertBox.bind(1, id)
            insertBox.bind(2, place.latitude)
            insertBox.bind(3, place.longitude)
            try insertBox.run()
        }
        return (id, region)
    }

    /// Stores what waits; to be called before a transaction ends.
    func finish() throws {
        guard let waiting, let first = firstWithoutBox else { return }
        try waiting.regions.store()
        waiting.boxes.bind(1, first)
        try waiting.boxes.run()
        firstWithoutBox = nil
    }

    private func bind(_ place: Place, to statement: RawStatement) {
        statement.bind(1, place.name)
        statement.bind(2, place.level.rawValue)
        statement.bind(3, place.admin2)
        statement.bind(4, place.admin1)
        statement.bind(5, place.country)
        statement.bind(6, place.latitude)
        statement.bind(7, place.longitude)
        statement.bind(8, place.geonameid)
        statement.bind(9, place.admin2ID)
        statement.bind(10, place.admin1ID)
        statement.bind(11, place.countryID)
    }

    /// Writes the regions that a place is or lies in; the number of that of the first level.
    private func writeRegions(of place: Place) throws -> Int64? {
        let country = place.country
        if let name = place.districtName {
            _ = try number(of: Region(kind: .admin2, name: name, country: country, admin1: place.regionName))
        }
        switch Region.kind(of: place.level) {
        case .admin1, .admin2: break
        case .country: try writeLater(Region(kind: .country, name: place.name, country: country))
        case let kind:
            try writeLater(
                Region(kind: kind, name: place.name, country: country, admin1: place.admin1, admin2: place.admin2)
            )
        }
        return try place.regionName.map { try number(of: Region(kind: .admin1, name: $0, country: country)) }
    }

    private func number(of region: Region) throws -> Int64 {
        if let known = regions[region] { return known }
        try write(region)
        bind(region, to: findRegion)
        defer { findRegion.reset() }
        guard try findRegion.step() else { throw DatabaseError(message: "a region vanished") }
        let number = Int64(findRegion.int(0))
        regions[region] = number
        return number
    }

    /// Writes a region whose number no place needs.
    private func writeLater(_ region: Region) throws {
        guard let rows = waiting?.regions else { return try write(region) }
        rows.add(code: region.kind.rawValue)
        rows.add(text: region.name)
        rows.add(code: region.country ?? "")
        rows.add(code: region.admin1 ?? "")
        rows.add(code: region.admin2 ?? "")
        rows.add(text: RegionFinder.key(of: region.name))
    }

    private func write(_ region: Region) throws {
        bind(region, to: insertRegion)
        insertRegion.bind(6, RegionFinder.key(of: region.name))
        try insertRegion.run()
    }

    private func bind(_ region: Region, to statement: RawStatement) {
        statement.bind(1, region.kind.rawValue)
        statement.bind(2, region.name)
        statement.bind(3, region.country ?? "")
        statement.bind(4, region.admin1 ?? "")
        statement.bind(5, region.admin2 ?? "")
    }
}
