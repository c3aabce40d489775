import DatelineCore
import GRDB

/// A place with its number.
struct StoredPlace {
    let id: Int64
    let place: Place

    private static let columns = "SELECT id, name, level, admin1, admin2, country FROM place"

    private init(_ row: Row) {
        id = row[0]
        place = Place(
            name: row[1],
            text: "",
            level: PlaceLevel(rawValue: row[2]) ?? .unknown,
            admin1: row[3],
            admin2: row[4],
            country: row[5]
        )
    }

    /// The places that may be a region or lie in it; more than those, never fewer.
    static func fetch(_ database: Database, holdingIn region: Region) throws -> [StoredPlace] {
        switch (region.kind, region.country, region.kind == .admin1 ? region.name : region.admin1) {
        case (.country, let country?, _):
            try fetch(database, "country = ?", [country])
        case (.admin1, _, let admin1?), (.admin2, _, let admin1?):
            try fetch(
                database,
                """
                region = (
                    SELECT id FROM region
                    WHERE kind = 'admin1' AND name = ? AND country = ? AND admin1 = '' AND admin2 = ''
                )
                """,
                [admin1, region.country ?? ""]
            )
        case (.admin2, _, nil):
            try fetch(database, "admin2 = ?1 OR (name = ?1 AND level = 'admin2')", [region.name])
        default:
            try fetch(database, "name = ?", [region.name])
        }
    }

    /// The places of a country that are no towns.
    static func fetch(_ database: Database, widerIn country: String) throws -> [StoredPlace] {
        try fetch(database, "country = ? AND level NOT IN ('site', 'place', 'near')", [country])
    }

    private static func fetch(
        _ database: Database,
        _ condition: String,
        _ arguments: StatementArguments
    ) throws -> [StoredPlace] {
        try Row.fetchAll(database, sql: "\(columns) WHERE \(condition)", arguments: arguments).map(StoredPlace.init)
    }
}

extension Region {
    /// A region in a row of its kind, name, country, first-level and second-level region.
    init?(_ row: Row) {
        func text(_ index: Int) -> String? {
            let text: String = row[index]
            return text.isEmpty ? nil : text
        }
        guard let kind = Rank(rawValue: row[0]), let name = text(1) else { return nil }
        self.init(kind: kind, name: name, country: text(2), admin1: text(3), admin2: text(4))
    }
}
