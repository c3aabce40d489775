import DatelineCore
import GRDB

/// Writes the new places of a load with what ``PlaceWriter`` derives from them, a batch at a time.
///
/// It gives places and regions their numbers itself. Where there were none when the load began, and nobody else has
/// stored any since, it knows them all and looks none up.
final class PlaceLoader {
    /// What an event needs of its place.
    struct Numbers {
        let place: Int64
        /// The first-level region.
        let region: Int64?
    }

    private let database: Database
    private let places: RowTable
    private let regions: RowTable
    /// Regions whose numbers no place needs; some may be stored already.
    private let others: RowTable
    private let boxes: RawStatement
    private let find: RawStatement
    private let findRegion: RawStatement
    /// Places without their words: those that are not stored yet, or all.
    private var knownPlaces: [Place: Numbers] = [:]
    private var knownRegions: [Region: Int64] = [:]
    private var nextPlace: Int64 = 1
    private var nextRegion: Int64 = 1
    private var firstWaiting: Int64?
    /// Whether the numbers go on from what is stored.
    private var isBegun = false
    private var knowsAll = true

    init(_ database: Database) throws {
        self.database = database
        places = try RowTable(
            database,
            "new_place",
            [
                "id", "name", "level", "admin2", "admin1", "country", "latitude", "longitude", "geonameid",
                "admin2_geonameid", "admin1_geonameid", "country_geonameid", "region",
            ],
            """
            INSERT INTO place (
                id, name, level, admin2, admin1, country, latitude, longitude, geonameid,
                admin2_geonameid, admin1_geonameid, country_geonameid, region
            )
            SELECT * FROM new_place
            """
        )
        let columns = ["kind", "name", "country", "admin1", "admin2", "key"]
        regions = try RowTable(
            database,
            "new_region",
            ["id"] + columns,
            "INSERT INTO region (id, kind, name, country, admin1, admin2, key) SELECT * FROM new_region"
        )
        others = try RowTable(
            database,
            "other_region",
            columns,
            """
            INSERT INTO region (kind, name, country, admin1, admin2, key) SELECT * FROM other_region WHERE true
            ON CONFLICT DO NOTHING
            """
        )
        boxes = try RawStatement(
            database,
            // One by one, each would begin and end a change of the index.
            """
            INSERT OR IGNORE INTO place_box
            SELECT id, latitude, latitude, longitude, longitude FROM place WHERE id >= ? AND latitude IS NOT NULL
            """
        )
        find = try RawStatement(database, PlaceWriter.find)
        findRegion = try RawStatement(database, PlaceWriter.findRegion)
    }

    /// Goes on from what is stored now, where others than this loader may have stored places.
    private func begin() throws {
        let last = (nextPlace, nextRegion)
        try takeNumbers()
        if last != (nextPlace, nextRegion) { knowsAll = false }
        isBegun = true
    }

    private func takeNumbers() throws {
        nextPlace = (try Int64.fetchOne(database, sql: "SELECT max(id) FROM place") ?? 0) + 1
        nextRegion = (try Int64.fetchOne(database, sql: "SELECT max(id) FROM region") ?? 0) + 1
    }

    /// The numbers of a place, which is written by ``finish()`` where it is not stored yet.
    func numbers(of place: Place) throws -> Numbers {
        if !isBegun { try begin() }
        var key = place
        key.text = ""
        if let known = knownPlaces[key] { return known }
        if !knowsAll, let stored = try stored(place) { return stored }
        let numbers = Numbers(place: nextPlace, region: try writeRegions(of: place))
        firstWaiting = firstWaiting ?? nextPlace
        nextPlace += 1
        places.add(numbers.place)
        places.add(text: place.name)
        places.add(code: place.level.rawValue)
        places.add(text: place.admin2)
        places.add(text: place.admin1)
        places.add(text: place.country)
        places.add(place.latitude)
        places.add(place.longitude)
        for number in [place.geonameid, place.admin2ID, place.admin1ID, place.countryID] { places.add(number) }
        places.add(numbers.region)
        knownPlaces[key] = numbers
        return numbers
    }

    private func stored(_ place: Place) throws -> Numbers? {
        find.bind(place)
        defer { find.reset() }
        return try find.step() ? Numbers(place: Int64(find.int(0)), region: find.optionalInt(1).map(Int64.init)) : nil
    }

    /// Writes the regions that a place is or lies in; the number of that of the first level.
    private func writeRegions(of place: Place) throws -> Int64? {
        let (first, second, own) = place.regions
        if let second { _ = try number(of: second) }
        if let own { write(own, to: others) }
        return try first.map(number)
    }

    private func number(of region: Region) throws -> Int64 {
        if let known = knownRegions[region] { return known }
        var number = knowsAll ? nil : try stored(region)
        if number == nil {
            number = nextRegion
            regions.add(nextRegion)
            write(region, to: regions)
            nextRegion += 1
        }
        knownRegions[region] = number
        return number ?? 0
    }

    private func stored(_ region: Region) throws -> Int64? {
        findRegion.bind(region)
        defer { findRegion.reset() }
        return try findRegion.step() ? Int64(findRegion.int(0)) : nil
    }

    private func write(_ region: Region, to rows: RowTable) {
        rows.add(code: region.kind.rawValue)
        rows.add(text: region.name)
        rows.add(code: region.country ?? "")
        rows.add(code: region.admin1 ?? "")
        rows.add(code: region.admin2 ?? "")
        rows.add(text: RegionFinder.key(of: region.name))
    }

    /// Stores what waits; to be called before a transaction ends.
    func finish() throws {
        isBegun = false
        guard let first = firstWaiting else { return }
        for rows in [regions, others, places] { try rows.store() }
        boxes.bind(1, first)
        try boxes.run()
        firstWaiting = nil
        if !knowsAll { knownPlaces.removeAll(keepingCapacity: true) }
        try takeNumbers()
    }
}
