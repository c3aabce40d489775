import GRDB
import Migrations

/// The tables, indexes, triggers and views against those that the migrations make.
struct SchemaCheck: DatabaseCheck {
    let name = "schema"

    private struct Part: Hashable {
        let type: String
        let name: String
        let sql: String
    }

    func finding(in database: Database) throws -> CheckFinding {
        let wanted = try SchemaCheck.wanted()
        let kinds = ["table", "index", "trigger", "view"].map { type in
            let number = wanted.count { $0.type == type }
            return "\(number) \(number == 1 ? type : type == "index" ? "indexes" : type + "s")"
        }
        var finding = CheckFinding("\(kinds.joined(separator: ", ")) with those of the migrations")
        let dropped =
            try String.fetchOne(database, sql: "SELECT group_concat(indexes) FROM import_run WHERE indexes IS NOT NULL")
            ?? ""
        for (part, isThere) in try faulty(wanted, in: database) {
            let wasDropped = part.type == "index" && dropped.contains(" \(part.name) ")
            let fault = isThere ? "is another" : wasDropped ? "was dropped by an import that did not end" : "is missing"
            finding.add("the \(part.type) \(part.name) \(fault)")
        }
        return finding
    }

    /// Makes indexes, triggers and views again; tables hold what cannot be made again.
    func repair(_ database: Database) throws -> [String] {
        var repairs: [String] = []
        for (part, _) in try faulty(try SchemaCheck.wanted(), in: database) where part.type != "table" {
            try database.execute(sql: "DROP \(part.type) IF EXISTS \(part.name.quotedDatabaseIdentifier)")
            try database.execute(sql: part.sql)
            repairs.append("made the \(part.type) \(part.name)")
        }
        // What imports have dropped is there again.
        try database.execute(sql: "UPDATE import_run SET indexes = NULL WHERE indexes IS NOT NULL")
        return repairs
    }

    private func faulty(_ wanted: [Part], in database: Database) throws -> [(part: Part, isThere: Bool)] {
        let parts = try SchemaCheck.parts(of: database)
        let names = Set(parts.map(\.name))
        let known = Set(parts)
        return wanted.filter { !known.contains($0) }.map { ($0, names.contains($0.name)) }
    }

    private static func wanted() throws -> [Part] {
        try DatabaseQueue().write { database in
            for migration in Migration.all { try database.execute(sql: migration.sql) }
            return try parts(of: database)
        }
    }

    /// What migrations write; the tables in which SQLite's modules keep theirs are their own matter.
    private static func parts(of database: Database) throws -> [Part] {
        let sql = """
            SELECT type, name, sql FROM sqlite_schema
            WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite%'
                AND name NOT IN (SELECT name FROM pragma_table_list WHERE type = 'shadow')
            ORDER BY rowid
            """
        return try Row.fetchAll(database, sql: sql).map { Part(type: $0[0], name: $0[1], sql: $0[2]) }
    }
}
