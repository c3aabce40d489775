import GRDB

/// The index of words against the sentences of the evidence.
struct SearchCheck: DatabaseCheck {
    let name = "search"
    let needsToWrite = true

    func finding(in database: Database) throws -> CheckFinding {
        let sentences = try Int.fetchOne(database, sql: "SELECT count(*) FROM evidence") ?? 0
        var finding = CheckFinding("the index of words with \(sentences) sentences")
        do {
            try database.execute(
                sql: "INSERT INTO evidence_search (evidence_search, rank) VALUES ('integrity-check', 1)"
            )
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
            finding.add("the index of words does not agree with the sentences")
        }
        return finding
    }

    func repair(_ database: Database) throws -> [String] {
        try database.execute(sql: "INSERT INTO evidence_search (evidence_search) VALUES ('rebuild')")
        return ["made the index of words"]
    }
}
