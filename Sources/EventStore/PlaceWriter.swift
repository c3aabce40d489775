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
    /// The numbers of regions of the first and second level.
    private var regions: [Region: Int64] = [:]

    init(_ database: Database) throws {
        self.database = database
        find = try RawStatement(
            database,
            // By the name and where it is: a region may have thousands of places.
            """
            SELECT id FROM place
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

    /// The number of a place, which is written where it is not stored yet.
    func number(of place: Place) throws -> Int64 {
        bind(place, to: find)
        defer { find.reset() }
        if try find.step() { return Int64(find.int(0)) }
        bind(place, to: insert)
        insert.bind(12, try writeRegions(of: place))
        try insert.run()
        let id = database.lastInsertedRowID
        if place.latitude != nil {
            insertBox.bind(1, id)
            insertBox.bind(2, place.latitude)
            insertBox.bind(3, place.longitude)
            try insertBox.run()
        }
        return id
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
        case .country: try write(Region(kind: .country, name: place.name, country: country))
        case let kind:
            try write(
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
