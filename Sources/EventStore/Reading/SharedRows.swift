import DatelineCore
import GRDB

/// The rows of a table that many events refer to, each read once.
struct SharedRows<Value> {
    private let statement: RawStatement
    private let value: (RawStatement) throws -> Value
    private var known: [Int: Value] = [:]
    /// What was asked for last, since neighbours have much in common.
    private var last: (number: Int, value: Value)?

    /// So many are kept, that memory does not grow with the database.
    private var most: Int { 1 << 18 }

    /// Takes a statement that gives the row of a number, and what is made of it.
    init(_ database: Database, _ sql: String, _ value: @escaping (RawStatement) throws -> Value) throws {
        statement = try RawStatement(database, sql)
        self.value = value
    }

    /// What is made of the row of a number; nil where there is none.
    subscript(number: Int?) -> Value? {
        mutating get throws {
            guard let number else { return nil }
            if let last, last.number == number { return last.value }
            if let value = known[number] {
                last = (number, value)
                return value
            }
            statement.bind(1, number)
            defer { statement.reset() }
            guard try statement.step() else { return nil }
            let value = try value(statement)
            if known.count == most { known.removeAll() }
            known[number] = value
            last = (number, value)
            return value
        }
    }
}

extension SharedRows<Place> {
    /// Places, with their names for the words of a text.
    init(placesIn database: Database) throws {
        try self.init(
            database,
            """
            SELECT
                name, level, admin1, admin2, country, latitude, longitude, geonameid, admin1_geonameid,
                admin2_geonameid, country_geonameid
            FROM place WHERE id = ?
            """
        ) { row in
            let name = row.text(0) ?? ""
            return Place(
                name: name,
                text: name,
                level: try row.code(1),
                admin1: row.text(2),
                admin2: row.text(3),
                country: row.text(4),
                latitude: row.isNull(5) ? nil : row.double(5),
                longitude: row.isNull(6) ? nil : row.double(6),
                geonameid: row.optionalInt(7),
                admin1ID: row.optionalInt(8),
                admin2ID: row.optionalInt(9),
                countryID: row.optionalInt(10)
            )
        }
    }

    /// The place of a number with the words of a text.
    mutating func place(_ number: Int?, text: String?) throws -> Place? {
        var place = try self[number]
        place?.text = text ?? ""
        return place
    }
}

extension SharedRows<Source> {
    /// Sources, with their names for the words of a text.
    init(sourcesIn database: Database) throws {
        try self.init(database, "SELECT name, kind, country FROM source WHERE id = ?") { row in
            let name = row.text(0) ?? ""
            return Source(name: name, text: name, kind: try row.code(1), country: row.text(2))
        }
    }

    /// The source of a number with the words of a text.
    mutating func source(_ number: Int?, text: String?) throws -> Source? {
        var source = try self[number]
        source?.text = text ?? ""
        return source
    }
}

extension SharedRows<String> {
    /// The texts that a statement gives in its only column.
    init(_ database: Database, _ sql: String) throws {
        try self.init(database, sql) { $0.text(0) ?? "" }
    }
}

extension SharedRows<FlatRow> {
    /// The columns that a statement gives, as cells; numbers are decimal ones.
    init(cellsIn database: Database, _ sql: String, _ kinds: [FlatRow.Kind]) throws {
        try self.init(database, sql) { row in
            var cells = FlatRow()
            for (index, kind) in kinds.enumerated() {
                let column = Int32(index)
                if row.isNull(column) {
                    cells.appendEmpty()
                } else if kind == .number {
                    cells.append(row.double(column))
                } else {
                    cells.append(row.text(column))
                }
            }
            return cells
        }
    }
}
