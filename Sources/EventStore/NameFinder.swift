import DatelineCore
import GRDB

/// Finds stored sources, publishers and actors by words of their names.
struct NameFinder {
    let database: Database

    /// What is named.
    enum Kind: String {
        case source, publisher, actor

        /// The names that events have.
        fileprivate var sql: String {
            switch self {
            case .source, .publisher: "SELECT id, name FROM \(rawValue)"
            case .actor: "SELECT id, name FROM party WHERE EXISTS (SELECT 1 FROM event WHERE actor = party.id)"
            }
        }
    }

    /// The numbers of those whose names have words that begin as the words sought.
    /// - Throws: ``EventStoreError`` with near names, where there is none.
    func numbers(of text: String, _ kind: Kind) throws -> [Int64] {
        let sought = NameWords(text)
        let found = try candidates(kind, sought).filter { NameWords($0.name).contain(sought) }.map(\.id)
        guard found.isEmpty else { return found }
        let names = try String.fetchAll(database, sql: "SELECT name FROM (\(kind.sql)) ORDER BY id")
        let words = names.flatMap { name in [name] + name.split(separator: " ").map(String.init) }
        throw EventStoreError.unknown("stored \(kind.rawValue)", text, among: words)
    }

    /// Those that may be meant.
    ///
    /// Names of plain letters must have the first word as it stands; SQLite sees to that, for there may be many.
    /// "Defense" and "Defence" are one word.
    private func candidates(_ kind: Kind, _ sought: NameWords) throws -> [(id: Int64, name: String)] {
        let first = sought.words.first.map { $0.hasPrefix("defen") ? "defen" : $0 } ?? ""
        let rows = try Row.fetchAll(
            database,
            sql: "SELECT id, name FROM (\(kind.sql)) WHERE name LIKE ? OR name GLOB '*[^A-Za-z0-9 ]*' ORDER BY id",
            arguments: ["%\(first)%"]
        )
        return rows.map { ($0[0], $0[1]) }
    }
}
