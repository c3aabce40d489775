import DatelineCore
import GRDB

/// The numbers under which names stand: publishers, sources, parties, weapons, places and types.
///
/// Numbers are kept once looked up, up to so many. A transaction that is undone takes its new rows with it, so
/// ``forget()`` then.
final class Dimensions {
    private let most: Int
    private var publishers: [String: Int64] = [:]
    private var parties: [String: Int64] = [:]
    private var weapons: [String: Int64] = [:]
    private var types: [String: Int64] = [:]
    private var sources: [Source: Int64] = [:]
    private var places: [Place: Int64] = [:]
    private var countries: Set<String> = []
    private var placeWriter: PlaceWriter?
    /// What finds a source and what adds one.
    private var sourceStatements: (find: RawStatement, insert: RawStatement)?

    /// Keeps so many numbers from one transaction to the next.
    init(most: Int = 50_000) {
        self.most = most
    }

    /// How many numbers are kept.
    var count: Int {
        publishers.count + parties.count + weapons.count + types.count + sources.count + places.count
    }

    /// Drops every number.
    func forget() {
        publishers = [:]
        parties = [:]
        weapons = [:]
        types = [:]
        sources = [:]
        places = [:]
        countries = []
        placeWriter = nil
        sourceStatements = nil
    }

    func type(_ type: EventType, in database: Database) throws -> Int64 {
        if let id = types[type.rawValue] { return id }
        let id = try number(
            in: database,
            find: "SELECT id FROM event_type WHERE code = ?",
            insert: "INSERT INTO event_type (code) VALUES (?)",
            [type.rawValue]
        )
        types[type.rawValue] = id
        return id
    }

    func publisher(_ name: String?, in database: Database) throws -> Int64? {
        guard let name, !name.isEmpty else { return nil }
        if let id = publishers[name] { return id }
        let id = try number(
            in: database,
            find: "SELECT id FROM publisher WHERE name = ?",
            insert: "INSERT INTO publisher (name) VALUES (?)",
            [name]
        )
        publishers[name] = id
        return id
    }

    func party(_ name: String?, in database: Database) throws -> Int64? {
        guard let name, !name.isEmpty else { return nil }
        if let id = parties[name] { return id }
        let id = try number(
            in: database,
            find: "SELECT id FROM party WHERE name = ?",
            insert: "INSERT INTO party (name) VALUES (?)",
            [name]
        )
        parties[name] = id
        return id
    }

    func weapon(_ code: String, in database: Database) throws -> Int64 {
        if let id = weapons[code] { return id }
        let id = try number(
            in: database,
            find: "SELECT id FROM weapon WHERE code = ?",
            insert: "INSERT INTO weapon (code) VALUES (?)",
            [code]
        )
        weapons[code] = id
        return id
    }

    func source(_ source: Source?, in database: Database) throws -> Int64? {
        guard var source else { return nil }
        source.text = ""
        if let id = sources[source] { return id }
        try addCountry(source.country, in: database)
        let statements =
            try sourceStatements ?? (
                RawStatement(database, "SELECT id FROM source WHERE name = ? AND kind = ? AND ifnull(country, '') = ?"),
                RawStatement(database, "INSERT INTO source (name, kind, country) VALUES (?, ?, nullif(?, ''))")
            )
        sourceStatements = statements
        for statement in [statements.find, statements.insert] {
            statement.bind(1, source.name)
            statement.bind(2, source.kind.rawValue)
            statement.bind(3, source.country ?? "")
        }
        defer { statements.find.reset() }
        var id = Int64(0)
        if try statements.find.step() {
            id = Int64(statements.find.int(0))
        } else {
            try statements.insert.run()
            id = database.lastInsertedRowID
        }
        sources[source] = id
        return id
    }

    func place(_ place: Place?, in database: Database) throws -> Int64? {
        guard var place else { return nil }
        place.text = ""
        if let id = places[place] { return id }
        try addCountry(place.country, in: database)
        let writer = try placeWriter ?? PlaceWriter(database)
        placeWriter = writer
        let id = try writer.number(of: place)
        places[place] = id
        return id
    }

    /// Lets go of what belongs to a transaction, and of numbers that are too many; to be called before it ends.
    func finish() {
        if count > most { forget() }
        placeWriter = nil
        sourceStatements = nil
    }

    /// Adds a country code that the list of countries does not have, under its code.
    func addCountry(_ code: String?, in database: Database) throws {
        guard let code, countries.insert(code).inserted else { return }
        try database.cachedStatement(sql: "INSERT OR IGNORE INTO country (code, name) VALUES (?, ?)")
            .execute(arguments: [code, code])
    }

    private func number(
        in database: Database,
        find: String,
        insert: String,
        _ arguments: StatementArguments
    ) throws -> Int64 {
        if let id = try Int64.fetchOne(database.cachedStatement(sql: find), arguments: arguments) { return id }
        try database.cachedStatement(sql: insert).execute(arguments: arguments)
        return database.lastInsertedRowID
    }
}
