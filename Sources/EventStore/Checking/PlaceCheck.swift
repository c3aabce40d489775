import GRDB

/// What is derived from places: the boxes by which they are found, and the regions in which they lie.
struct PlaceCheck: DatabaseCheck {
    let name = "places"

    /// The regions that places are or lie in, as ``PlaceWriter`` makes them.
    private static let regions = """
        SELECT 'country' AS kind, name, ifnull(country, '') AS country, '' AS admin1, '' AS admin2
        FROM place WHERE level = 'country'
        UNION SELECT 'admin1', ifnull(admin1, name), ifnull(country, ''), '', ''
        FROM place WHERE admin1 IS NOT NULL OR level = 'admin1'
        UNION SELECT
            'admin2', ifnull(admin2, name), ifnull(country, ''),
            coalesce(admin1, CASE WHEN level = 'admin1' THEN name END, ''), ''
        FROM place WHERE admin2 IS NOT NULL OR level = 'admin2'
        UNION SELECT
            CASE WHEN level IN ('site', 'place', 'near') THEN 'town' ELSE 'area' END, name, ifnull(country, ''),
            ifnull(admin1, ''), ifnull(admin2, '')
        FROM place WHERE level IN ('site', 'place', 'near', 'area', 'sea', 'unknown')
        """
    /// The first-level region of a place.
    private static let region = """
        (
            SELECT region.id FROM region
            WHERE (place.admin1 IS NOT NULL OR place.level = 'admin1')
                AND kind = 'admin1' AND region.name = ifnull(place.admin1, place.name)
                AND region.country = ifnull(place.country, '') AND region.admin1 = '' AND region.admin2 = ''
        )
        """
    private static let wrongBoxes = """
        SELECT place.id FROM place LEFT JOIN place_box ON place_box.place = place.id
        WHERE (latitude IS NULL) <> (place_box.place IS NULL)
            OR NOT (latitude BETWEEN south AND north AND longitude BETWEEN west AND east)
        UNION SELECT place_box.place FROM place_box
        WHERE NOT EXISTS (SELECT 1 FROM place WHERE place.id = place_box.place)
        """
    private static let missingRegions = "\(regions) EXCEPT SELECT kind, name, country, admin1, admin2 FROM region"

    func finding(in database: Database) throws -> CheckFinding {
        let places = try Int.fetchOne(database, sql: "SELECT count(*) FROM place") ?? 0
        let regions = try Int.fetchOne(database, sql: "SELECT count(*) FROM region") ?? 0
        var finding = CheckFinding("\(regions) regions, their names, and the boxes of \(places) places")
        for fault in try String.fetchAll(database, sql: "SELECT rtreecheck('place_box')") where fault != "ok" {
            finding.add("the boxes of places: \(fault)")
        }
        for place in try Int64.fetchAll(database, sql: PlaceCheck.wrongBoxes) {
            finding.add("place \(place) does not stand where it is in the boxes of places")
        }
        for row in try Row.fetchAll(database, sql: PlaceCheck.missingRegions) {
            finding.add("the region \(row[1] as String) (\(row[0] as String)) is missing")
        }
        let misplaced = "SELECT id FROM place WHERE region IS NOT \(PlaceCheck.region)"
        for place in try Int64.fetchAll(database, sql: misplaced) {
            finding.add("place \(place) has another first-level region than its own")
        }
        for (id, name) in try misnamed(in: database) {
            finding.add("region \(id) (\(name)) is found by other words than its own")
        }
        return finding
    }

    func repair(_ database: Database) throws -> [String] {
        try database.execute(
            sql: """
                DELETE FROM place_box;
                INSERT INTO place_box
                SELECT id, latitude, latitude, longitude, longitude FROM place WHERE latitude IS NOT NULL;
                INSERT OR IGNORE INTO region (kind, name, country, admin1, admin2) \(PlaceCheck.missingRegions);
                UPDATE place SET region = \(PlaceCheck.region) WHERE region IS NOT \(PlaceCheck.region);
                """
        )
        for (id, _) in try misnamed(in: database) {
            try database.execute(sql: "UPDATE region SET key = NULL WHERE id = ?", arguments: [id])
        }
        try RegionFinder.addKeys(in: database)
        return ["made the boxes of places, their regions, and the words by which these are found"]
    }

    /// The regions that have the key of another name; one that has none yet is found by reading it.
    private func misnamed(in database: Database) throws -> [(id: Int64, name: String)] {
        try Row.fetchAll(database, sql: "SELECT id, name, key FROM region WHERE key IS NOT NULL ORDER BY id")
            .filter { ($0[2] as String) != RegionFinder.key(of: $0[1]) }
            .map { ($0[0], $0[1]) }
    }
}
