import GRDB
import Reprints

/// The fingerprints of the articles that were compared.
final class FingerprintStore {
    private let find: RawStatement
    private let insert: RawStatement
    private let change: RawStatement
    private let delete: RawStatement
    /// Fingerprints that were found to tell nothing, as long as none has changed.
    private var common: Set<Int64> = []

    /// A fingerprint of more origins is that of a notice or a stock paragraph, which tells nothing of the story.
    ///
    /// So does whoever looks for copies in texts that share a frame (Schleimer, Wilkerson and Aiken, section 5.1); it also
    /// bounds what an article costs by its own length, however many there are.
    private static let mostOrigins = 32

    init(_ database: Database) throws {
        find = try RawStatement(
            database,
            """
            SELECT article, marks, is_reprint FROM fingerprint WHERE value = ? AND is_reprint >= ?
            ORDER BY is_reprint LIMIT ?
            """
        )
        insert = try RawStatement(
            database,
            "INSERT INTO fingerprint (value, is_reprint, article, marks) VALUES (?, ?, ?, ?)"
        )
        change = try RawStatement(
            database,
            "UPDATE fingerprint SET is_reprint = ?1 WHERE value = ?2 AND is_reprint = 1 - ?1 AND article = ?3"
        )
        delete = try RawStatement(database, "DELETE FROM fingerprint WHERE value = ? AND article = ?")
    }

    // MARK: Looking up

    /// Other articles that have fingerprints in common with one.
    struct Sharing {
        fileprivate let article: Int64
        fileprivate let marks: Int
        /// The reprints that were found with the origins.
        fileprivate var reprints: [Found] = []
        /// The fingerprints that more reprints may have.
        fileprivate var further: [Int64] = []
        fileprivate var common: [Int64: (count: Int, marks: Int)] = [:]

        /// Those of them that have so many in common that comparing the texts is worth it.
        var candidates: [Int64] {
            common.filter { $1.count >= StoryText.leastCommon(marks, $1.marks) }.keys.sorted()
        }
    }

    fileprivate struct Found {
        let article: Int64
        let marks: Int
        let isReprint: Bool
    }

    /// The origins that have fingerprints in common with an article.
    func articles(sharing values: [Int64], with article: Int64) throws -> Sharing {
        var sharing = Sharing(article: article, marks: values.count)
        let most = FingerprintStore.mostOrigins + 1
        for value in values where !common.contains(value) {
            // Origins come first, so that one look-up mostly gives the reprints too.
            let found = try articles(value, withOrigins: true, most: most)
            guard found.count < most || found.contains(where: \.isReprint) else {
                common.insert(value)
                continue
            }
            sharing.add(found.filter { !$0.isReprint })
            if found.count < most {
                sharing.reprints += found.filter(\.isReprint)
            } else {
                sharing.further.append(value)
            }
        }
        return sharing
    }

    /// Adds the reprints that have fingerprints in common with the article.
    func addReprints(to sharing: inout Sharing) throws {
        sharing.add(sharing.reprints)
        for value in sharing.further { sharing.add(try articles(value, withOrigins: false, most: -1)) }
    }

    private func articles(_ value: Int64, withOrigins: Bool, most: Int) throws -> [Found] {
        find.bind(1, value)
        find.bind(2, withOrigins ? 0 : 1)
        find.bind(3, most)
        var found: [Found] = []
        while try find.step() {
            found.append(Found(article: Int64(find.int(0)), marks: find.int(1), isReprint: find.int(2) == 1))
        }
        return found
    }

    // MARK: Changing

    func add(_ values: [Int64], of article: Int64, isReprint: Bool) throws {
        insert.bind(2, isReprint ? 1 : 0)
        insert.bind(3, article)
        insert.bind(4, values.count)
        for value in values {
            insert.bind(1, value)
            try insert.run()
        }
    }

    /// Takes note that an origin has become a reprint, or the other way round.
    func move(_ values: [Int64], of article: Int64, isReprint: Bool) throws {
        common = []
        change.bind(1, isReprint ? 1 : 0)
        change.bind(3, article)
        for value in values {
            change.bind(2, value)
            try change.run()
        }
    }

    func remove(_ values: [Int64], of article: Int64) throws {
        common = []
        delete.bind(2, article)
        for value in values {
            delete.bind(1, value)
            try delete.run()
        }
    }
}

extension FingerprintStore.Sharing {
    fileprivate mutating func add(_ found: [FingerprintStore.Found]) {
        for other in found where other.article != article {
            common[other.article, default: (0, other.marks)].count += 1
        }
    }
}
