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
    /// The numbers of regions of the first level.
    private var regions: [Region: Int64] = [:]

    init(_ database: Database) throws {
        self.database = database
        find = try RawStatement(database, PlaceWriter.find)
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
        findRegion = try RawStatement(database, PlaceWriter.findRegion)
    }

    /// Finds a place by its name and where it is: a region may have thousands of places.
    static let find = """
        SELECT id, region FROM place
        WHERE name = ?1 AND latitude IS ?6 AND longitude IS ?7 AND level = ?2 AND +admin2 IS ?3 AND +admin1 IS ?4
            AND +country IS ?5 AND geonameid IS ?8 AND admin2_geonameid IS ?9 AND admin1_geonameid IS ?10
            AND country_geonameid IS ?11
        """
    static let findRegion =
        "SELECT id FROM region WHERE kind = ? AND name = ? AND country = ? AND admin1 = ? AND admin2 = ?"

    /// The number of a place, which is written where it is not stored yet.
    func number(of place: Place) throws -> Int64 {
        find.bind(place)
        defer { find.reset() }
        if try find.step() { return Int64(find.int(0)) }
        let regions = place.regions
        for region in [regions.second, regions.own].compactMap(\.self) { try write(region) }
        insert.bind(place)
        insert.bind(12, try regions.first.map(number))
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

    private func number(of region: Region) throws -> Int64 {
        if let known = regions[region] { return known }
        try write(region)
        findRegion.bind(region)
        defer { findRegion.reset() }
        guard try findRegion.step() else { throw DatabaseError(message: "a region vanished") }
        let number = Int64(findRegion.int(0))
        regions[region] = number
        return number
    }

    private func write(_ region: Region) throws {
        insertRegion.bind(region)
        insertRegion.bind(6, RegionFinder.key(of: region.name))
        try insertRegion.run()
    }
}

extension RawStatement {
    /// Binds what a place is, at the first eleven positions.
    func bind(_ place: Place) {
        bind(1, place.name)
        bind(2, place.level.rawValue)
        bind(3, place.admin2)
        bind(4, place.admin1)
        bind(5, place.country)
        bind(6, place.latitude)
        bind(7, place.longitude)
        bind(8, place.geonameid)
        bind(9, place.admin2ID)
        bind(10, place.admin1ID)
        bind(11, place.countryID)
    }

    /// Binds what a region is, at the first five positions.
    func bind(_ region: Region) {
        bind(1, region.kind.rawValue)
        bind(2, region.name)
        bind(3, region.country ?? "")
        bind(4, region.admin1 ?? "")
        bind(5, region.admin2 ?? "")
    }
}
