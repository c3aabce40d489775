import GRDB
import Reprints

/// Finds the origin of each article's story, as articles come and go.
///
/// An article is a reprint of the earliest article, itself no reprint, that prints the same story. What that comes to
/// depends on the articles alone and not on the order in which they come: articles are settled from the earliest to the
/// latest, each when all before it are, and one that becomes an origin or is one no more has those behind it settled anew.
final class PrintingLinker {
    /// The articles whose origins have changed, with those before and after.
    typealias Moves = [Int64: Set<Int64>]

    private let database: Database
    private let fingerprints: FingerprintStore
    private let find: RawStatement
    private let insert: RawStatement
    private var moved: Moves = [:]
    private var waiting: [Int64: Printing] = [:]
    private var texts = RecentTexts()

    init(_ database: Database) throws {
        self.database = database
        fingerprints = try FingerprintStore(database)
        find = try RawStatement(database, PrintingLinker.find)
        insert = try RawStatement(database, "INSERT INTO printing (article, words, marks, origin) VALUES (?, ?, ?, ?)")
    }

    /// Takes in an article that was not compared before, and settles what that changes.
    func add(_ printing: Printing, _ text: StoryText) throws -> Moves {
        texts[printing.article] = text
        wait(for: printing)
        return try settled()
    }

    /// Takes an article out, and settles what that changes.
    func remove(_ printing: Printing) throws -> Moves {
        try fingerprints.remove(text(of: printing.article).fingerprints, of: printing.article)
        try run("DELETE FROM printing WHERE article = ?", [printing.article])
        if printing.isOrigin { try wait(forReprintsOf: printing.article) }
        return try settled()
    }

    /// The article as it was compared; nil where it was not.
    static func printing(_ article: Int64, in database: Database) throws -> Printing? {
        try Row.fetchOne(database.cachedStatement(sql: find), arguments: [article]).map { Printing($0) }
    }

    private static let find = """
        SELECT \(Printing.columns) FROM printing JOIN article ON article.id = printing.article
        WHERE printing.article = ?
        """

    private func printing(_ article: Int64) throws -> Printing? {
        find.bind(1, article)
        defer { find.reset() }
        return try find.step() ? Printing(find) : nil
    }

    // MARK: Settling

    private func settled() throws -> Moves {
        moved = [:]
        while let next = waiting.values.min() {
            waiting[next.article] = nil
            try settle(next)
        }
        return moved
    }

    private func settle(_ printing: Printing) throws {
        let values = try text(of: printing.article).fingerprints
        var found = try fingerprints.articles(sharing: values, with: printing.article)
        let origin = try earliestOrigin(of: printing, among: found.candidates) ?? printing.article
        guard origin != printing.origin else { return }
        let isReprint = origin != printing.article
        if printing.origin == nil {
            insert.bind(1, printing.article)
            insert.bind(2, printing.words)
            insert.bind(3, printing.marks)
            insert.bind(4, origin)
            try insert.run()
            try fingerprints.add(values, of: printing.article, isReprint: isReprint)
        } else {
            try run("UPDATE printing SET origin = ? WHERE article = ?", [origin, printing.article])
            if isReprint == printing.isOrigin {
                try fingerprints.move(values, of: printing.article, isReprint: isReprint)
            }
        }
        moved[printing.article] = Set([printing.origin, origin].compactMap(\.self))
        if printing.isOrigin { try wait(forReprintsOf: printing.article) }
        if !isReprint {
            try fingerprints.addReprints(to: &found)
            try wait(forThoseThatMayReprint: printing, among: found.candidates)
        }
    }

    /// The reprints of an article that is an origin no more.
    private func wait(forReprintsOf origin: Int64) throws {
        let sql = """
            SELECT \(Printing.columns) FROM printing JOIN article ON article.id = printing.article
            WHERE origin = ?1 AND printing.article <> ?1
            """
        for row in try Row.fetchAll(database.cachedStatement(sql: sql), arguments: [origin]) {
            wait(for: Printing(row))
        }
    }

    /// The later articles that may print the story of one that has become an origin, and do not yet have an earlier one.
    private func wait(forThoseThatMayReprint printing: Printing, among articles: [Int64]) throws {
        for candidate in try articles.compactMap(self.printing) where printing < candidate {
            if let origin = candidate.origin, origin != candidate.article,
                let known = try self.printing(origin), known < printing
            {
                continue
            }
            wait(for: candidate)
        }
    }

    private func wait(for printing: Printing) {
        waiting[printing.article] = printing
    }

    // MARK: Comparing

    /// The earliest of some origins before an article that prints the same story.
    private func earliestOrigin(of printing: Printing, among origins: [Int64]) throws -> Int64? {
        guard !origins.isEmpty else { return nil }
        let text = try comparableText(of: printing.article)
        for candidate in try origins.compactMap(self.printing).sorted() where candidate < printing {
            if try comparableText(of: candidate.article).printsSameStory(as: text) { return candidate.article }
        }
        return nil
    }

    private func text(of article: Int64) throws -> StoryText {
        if let text = texts[article] { return text }
        let sql = "SELECT body FROM article WHERE id = ?"
        let body = try String.fetchOne(database.cachedStatement(sql: sql), arguments: [article])
        let text = StoryText(body ?? "")
        texts[article] = text
        return text
    }

    private func comparableText(of article: Int64) throws -> StoryText {
        let text = try text(of: article).comparable
        texts[article] = text
        return text
    }

    private func run(_ sql: String, _ arguments: StatementArguments) throws {
        try database.cachedStatement(sql: sql).execute(arguments: arguments)
    }
}

/// The texts that were compared of late, up to a quarter of a million words.
private struct RecentTexts {
    private var texts: [Int64: StoryText] = [:]
    private var words = 0

    subscript(article: Int64) -> StoryText? {
        get { texts[article] }
        set {
            if words > 1 << 18 { (texts, words) = ([:], 0) }
            words -= texts[article]?.wordCount ?? 0
            texts[article] = newValue
            words += newValue?.wordCount ?? 0
        }
    }
}
