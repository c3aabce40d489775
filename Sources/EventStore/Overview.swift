public import DatelineCore
import GRDB

/// A source with how many events it stands for.
public struct SourceSummary: Hashable, Sendable {
    /// The source; nil for the articles' own voice.
    public var source: Source?
    /// The number of events.
    public var events: Int
}

/// A place with how many events are in it.
public struct PlaceSummary: Hashable, Sendable {
    /// The place; nil for events that have none.
    public var place: Place?
    /// The number of events that have it as their place or list it beside theirs.
    public var events: Int
}

extension EventStore {
    /// Who says what the matching events tell, the busiest first.
    public func sources(matching filter: EventFilter) throws -> [SourceSummary] {
        try read("list the sources in \(path)") { database in
            let condition = try FilterReader(database: database).condition(for: filter)
            let sql = """
                SELECT source.name, source.kind, source.country, count(*)
                FROM event
                JOIN article ON article.id = event.article
                LEFT JOIN source ON source.id = event.source
                WHERE \(condition.sql)
                GROUP BY event.source
                ORDER BY count(*) DESC, source.name, source.kind, source.country
                LIMIT \(filter.limit == nil ? "-1" : "?")
                """
            let arguments = StatementArguments(condition.arguments + (filter.limit.map { [$0] } ?? []))
            try planInstead(of: sql, arguments, in: database)
            let rows = try Row.fetchAll(database, sql: sql, arguments: arguments)
            return rows.map { row in
                let name: String? = row[0]
                let kind: String? = row[1]
                let source = name.map { name in
                    Source(
                        name: name,
                        text: name,
                        kind: kind.flatMap(SourceKind.init(rawValue:)) ?? .unnamed,
                        country: row[2]
                    )
                }
                return SourceSummary(source: source, events: row[3])
            }
        }
    }

    /// Where the matching events are, the busiest place first.
    public func places(matching filter: EventFilter) throws -> [PlaceSummary] {
        try read("list the places in \(path)") { database in
            let condition = try FilterReader(database: database).condition(for: filter)
            let sql = """
                WITH chosen AS (
                    SELECT event.id, event.place
                    FROM event JOIN article ON article.id = event.article
                    WHERE \(condition.sql)
                ),
                placed AS (
                    SELECT id, place FROM chosen
                    UNION
                    SELECT chosen.id, event_place.place
                    FROM chosen JOIN event_place ON event_place.event = chosen.id
                )
                SELECT
                    place.name, place.level, admin1, admin2, country, latitude, longitude, geonameid,
                    admin1_geonameid, admin2_geonameid, country_geonameid, count(*)
                FROM placed LEFT JOIN place ON place.id = placed.place
                GROUP BY placed.place
                ORDER BY count(*) DESC, place.name, place.level, placed.place
                LIMIT \(filter.limit == nil ? "-1" : "?")
                """
            let arguments = StatementArguments(condition.arguments + (filter.limit.map { [$0] } ?? []))
            try planInstead(of: sql, arguments, in: database)
            let rows = try Row.fetchAll(database, sql: sql, arguments: arguments)
            return rows.map { row in
                let name: String? = row[0]
                let level: String? = row[1]
                let place = name.map { name in
                    Place(
                        name: name,
                        text: name,
                        level: level.flatMap(PlaceLevel.init(rawValue:)) ?? .unknown,
                        admin1: row[2],
                        admin2: row[3],
                        country: row[4],
                        latitude: row[5],
                        longitude: row[6],
                        geonameid: row[7],
                        admin1ID: row[8],
                        admin2ID: row[9],
                        countryID: row[10]
                    )
                }
                return PlaceSummary(place: place, events: row[11])
            }
        }
    }
}
