import GRDB

/// SQLite's own check of the file: its pages, every row, and every index against its table.
struct FileCheck: DatabaseCheck {
    let name = "file"

    func finding(in database: Database) throws -> CheckFinding {
        let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
        var finding = CheckFinding("\(pages) pages, the rows in them, and every index against its table")
        for fault in try String.fetchAll(database, sql: "PRAGMA integrity_check") where fault != "ok" {
            finding.add(fault)
        }
        return finding
    }

    /// Indexes that do not agree with their tables are made again; nothing else of a damaged file can be.
    func repair(_ database: Database) throws -> [String] {
        try database.execute(sql: "REINDEX")
        return ["made the entries of all indexes again"]
    }
}

/// That what rows refer to is there.
struct ReferenceCheck: DatabaseCheck {
    let name = "references"

    func finding(in database: Database) throws -> CheckFinding {
        let tables = try Int.fetchOne(
            database,
            sql: "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%REFERENCES%'"
        )
        var finding = CheckFinding("the rows that \(tables ?? 0) tables refer to")
        for row in try Row.fetchAll(database, sql: "PRAGMA foreign_key_check") {
            let (table, number, parent): (String, Int64?, String) = (row[0], row[1], row[2])
            finding.add("\(table)\(number.map { ", row \($0)" } ?? ""): what it refers to in \(parent) is missing")
        }
        return finding
    }
}
