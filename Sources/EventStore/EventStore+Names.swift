public import DatelineCore
import GRDB

extension EventStore {
    /// The codes of the weapons that are known, with the common names of those of the taxonomy.
    public func weapons() throws -> [(code: String, name: String?)] {
        try read("read the weapons") { database in
            try Row.fetchAll(database, sql: "SELECT code, name FROM weapon ORDER BY code").map { ($0[0], $0[1]) }
        }
    }

    /// The stored source of a name, capitals or not; of several kinds the one with most events.
    public func source(named name: String) throws -> Source? {
        try read("read the sources") { database in
            let row = try Row.fetchOne(
                database,
                sql: """
                    SELECT name, kind, country FROM source WHERE name = ? COLLATE NOCASE
                    ORDER BY (SELECT count(*) FROM event WHERE source = source.id) DESC, id LIMIT 1
                    """,
                arguments: [name]
            )
            guard let row, let kind = SourceKind(rawValue: row[1]) else { return nil }
            return Source(name: row[0], text: name, kind: kind, country: row[2])
        }
    }

    /// The stored spelling of an actor's or target's name.
    public func party(named name: String) throws -> String? {
        try read("read the actors") { database in
            let sql = "SELECT name FROM party WHERE name = ? COLLATE NOCASE ORDER BY name <> ?, id LIMIT 1"
            return try String.fetchOne(database, sql: sql, arguments: [name, name])
        }
    }
}
