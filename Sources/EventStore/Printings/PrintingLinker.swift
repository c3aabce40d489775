import GRDB
import Reprints

/// Finds the origin of each article's story, as articles come and go.
///
/// An article is a reprint of the earliest article, itself no reprint, that prints the same story. What that comes to
/// depends on the articles alone and not on the order in which they come: articles are settled from the earliest to the
/// latest, each when all before it are, and one that becomes an origin or is one no more has those behind it settled anew.
struct PrintingLinker {
    let database: Database
    /// The articles whose origins have changed, with those before and after.
    private(set) var moved: [Int64: Set<Int64>] = [:]
    private var waiting: [Int64: Printing] = [:]
    private var texts: [Int64: StoryText] = [:]

    /// A fingerprint of more origins is that of a notice or a stock paragraph, which tells nothing of the story.
    private static let mostOrigins = 32

    init(database: Database) {
        self.database = database
    }

    /// Takes in an article that was not compared before, and settles what that changes.
    mutating func add(_ article: Int64) throws {
        let row = try Row.fetchOne(
            database.cachedStatement(sql: "SELECT published, hash, body FROM article WHERE id = ?"),
            arguments: [article]
        )
        guard let row else { return }
        let text = StoryText(row[2])
        texts[article] = text
        waiting[article] = Printing(
            article: article,
            day: row[0],
            words: text.wordCount,
            marks: text.fingerprints.count,
            hash: row[1]
        )
        try settle()
    }

    /// Takes an article out, and settles what that changes.
    mutating func remove(_ printing: Printing) throws {
        for value in try text(of: printing.article).fingerprints {
            try run("DELETE FROM fingerprint WHERE value = ? AND article = ?", [value, printing.article])
        }
        try run("DELETE FROM printing WHERE article = ?", [printing.article])
        if printing.isOrigin { try wait(forReprintsOf: printing.article) }
        try settle()
    }

    /// The article as it was compared; nil where it was not.
    static func printing(_ article: Int64, in database: Database) throws -> Printing? {
        let sql = """
            SELECT \(Printing.columns) FROM printing JOIN article ON article.id = printing.article
            WHERE printing.article = ?
            """
        return try Row.fetchOne(database.cachedStatement(sql: sql), arguments: [article]).map(Printing.init)
    }

    // MARK: Settling

    private mutating func settle() throws {
        while let next = waiting.values.min() {
            waiting[next.article] = nil
            try settle(next)
        }
    }

    private mutating func settle(_ printing: Printing) throws {
        let origin = try earliestOrigin(of: printing) ?? printing.article
        guard origin != printing.origin else { return }
        let isReprint = origin != printing.article
        let values = try text(of: printing.article).fingerprints
        if printing.origin == nil {
            try run(
                "INSERT INTO printing (article, words, marks, origin) VALUES (?, ?, ?, ?)",
                [printing.article, printing.words, printing.marks, origin]
            )
            for value in values {
                try run(
                    "INSERT INTO fingerprint (value, is_reprint, article) VALUES (?, ?, ?)",
                    [value, isReprint, printing.article]
                )
            }
        } else {
            try run("UPDATE printing SET origin = ? WHERE article = ?", [origin, printing.article])
            if isReprint == printing.isOrigin {
                for value in values {
                    try run(
                        "UPDATE fingerprint SET is_reprint = ? WHERE value = ? AND is_reprint = ? AND article = ?",
                        [isReprint, value, !isReprint, printing.article]
                    )
                }
            }
        }
        moved[printing.article] = Set([printing.origin, origin].compactMap(\.self))
        if printing.isOrigin { try wait(forReprintsOf: printing.article) }
        if !isReprint { try wait(forReprintsThatMayBeOf: printing) }
    }

    /// The reprints of an article that is an origin no more.
    private mutating func wait(forReprintsOf origin: Int64) throws {
        let sql = """
            SELECT \(Printing.columns) FROM printing JOIN article ON article.id = printing.article
            WHERE origin = ?1 AND printing.article <> ?1
            """
        for row in try Row.fetchAll(database.cachedStatement(sql: sql), arguments: [origin]) {
            wait(for: Printing(row))
        }
    }

    /// The later articles that may print the story of one that has become an origin, and do not yet have an earlier one.
    private mutating func wait(forReprintsThatMayBeOf printing: Printing) throws {
        let candidates = try candidates(for: printing, among: [0, 1])
        for candidate in candidates where printing < candidate {
            if let origin = candidate.origin, origin != candidate.article,
                let known = try PrintingLinker.printing(origin, in: database), known < printing
            {
                continue
            }
            wait(for: candidate)
        }
    }

    private mutating func wait(for printing: Printing) {
        waiting[printing.article] = printing
    }

    // MARK: Comparing

    /// The earliest origin before an article that prints the same story.
    private mutating func earliestOrigin(of printing: Printing) throws -> Int64? {
        let earlier = try candidates(for: printing, among: [0]).filter { $0 < printing }.sorted()
        guard !earlier.isEmpty else { return nil }
        let text = try text(of: printing.article)
        for candidate in earlier where try self.text(of: candidate.article).printsSameStory(as: text) {
            return candidate.article
        }
        return nil
    }

    /// The origins (0) or reprints (1) that have so many fingerprints in common with an article that comparing them is
    /// worth it.
    private mutating func candidates(for printing: Printing, among roles: [Int]) throws -> [Printing] {
        let statement = try database.cachedStatement(
            sql: "SELECT article FROM fingerprint WHERE value = ? AND is_reprint = ? LIMIT ?"
        )
        var common: [Int64: Int] = [:]
        for value in try text(of: printing.article).fingerprints {
            for role in roles {
                let most = role == 0 ? PrintingLinker.mostOrigins + 1 : -1
                let articles = try Int64.fetchAll(statement, arguments: [value, role, most])
                guard role == 1 || articles.count < most else { break }
                for article in articles where article != printing.article { common[article, default: 0] += 1 }
            }
        }
        return try common.keys.sorted().compactMap { article in
            let other = try PrintingLinker.printing(article, in: database)
            let least = StoryText.leastCommon(printing.marks, other?.marks ?? 0)
            return common[article, default: 0] >= least ? other : nil
        }
    }

    private mutating func text(of article: Int64) throws -> StoryText {
        if let text = texts[article] { return text }
        let sql = "SELECT body FROM article WHERE id = ?"
        let body = try String.fetchOne(database.cachedStatement(sql: sql), arguments: [article])
        let text = StoryText(body ?? "")
        texts[article] = text
        return text
    }

    private func run(_ sql: String, _ arguments: StatementArguments) throws {
        try database.cachedStatement(sql: sql).execute(arguments: arguments)
    }
}
