import Foundation
import GRDB

/// Tells which articles are stored and need not be read again; from any task, beside the storing.
///
/// It sees what was committed. Of a database that holds no article when it is opened it knows none: asking a database that
/// is being filled for what is new would cost a thirtieth of the filling.
public final class KnownArticles: Sendable {
    private let queue: DatabaseQueue?

    /// Opens the database anew for reading; one that is not there, or only in memory, knows no article.
    public init(path: String) throws {
        guard path != ":memory:", FileManager.default.fileExists(atPath: path) else {
            queue = nil
            return
        }
        let store = try EventStore.open(path: path, mode: .readOnly)
        guard try store.newestArticle() > 0 else {
            queue = nil
            return
        }
        queue = store.queue
        // Few pages are asked for again, and those that are mapped or kept count as memory of the program.
        try queue?.writeWithoutTransaction { try $0.execute(sql: "PRAGMA mmap_size = 0; PRAGMA cache_size = -4096") }
    }

    /// Whether an article is stored as this version of the extractor reads it.
    public func contains(hash: [UInt8], extractor: String) throws -> Bool {
        guard let queue else { return false }
        return try translatingErrors(doing: "look up an article") {
            try queue.unsafeRead { database in
                let known = try String.fetchOne(
                    database.cachedStatement(sql: "SELECT extractor FROM article WHERE hash = ?"),
                    arguments: [Data(hash)]
                )
                return known == extractor
            }
        }
    }
}
