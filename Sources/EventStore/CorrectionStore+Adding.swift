import DatelineCore
import Foundation
import GRDB

extension CorrectionStore {
    /// The version that stands where others name the extractor.
    static let addedBy = "by hand"

    /// Stores an event that was added by hand, with an article of its own, and gives its target.
    ///
    /// The article has the event's quote for a body. It is told from others by what the event says.
    func add(_ event: Event, url: String?) throws -> (target: Int64, isNew: Bool) {
        let hash = try CorrectionStore.hash(ofAdded: event, url: url)
        let sql = "SELECT event.id FROM event JOIN article ON article.id = event.article WHERE article.hash = ?"
        if let known = try Int64.fetchOne(database.cachedStatement(sql: sql), arguments: [Data(hash)]) {
            return (try target(ofEvent: known), false)
        }
        try run(
            "INSERT INTO article (hash, path, url, extractor, body) VALUES (?, ?, ?, ?, ?)",
            [Data(hash), CorrectionTarget.addedPath, url, CorrectionStore.addedBy, event.evidence.quote]
        )
        let article = database.lastInsertedRowID
        let writer = try EventWriter(database: database, dimensions: dimensions)
        let reasons = ReasonList.json(event.reasons)
        let id = try writer.insert(event, number: nil, article: article, superseded: false, reasons: reasons)
        try writer.finish()
        // Corrections of it may have come first.
        try reapply(toArticle: article)
        return (try target(ofEvent: id), true)
    }

    static func hash(ofAdded event: Event, url: String?) throws -> [UInt8] {
        let text = [CorrectionTarget.addedPath, url ?? "", try CorrectionValue.json(event)].joined(separator: "\n")
        return SHA256.digest(of: text.utf8)
    }

    /// Whether an event is left out of queries.
    func isHidden(_ event: Int64) throws -> Bool {
        let sql = "SELECT superseded FROM event WHERE id = ?"
        return try Bool.fetchOne(database.cachedStatement(sql: sql), arguments: [event]) ?? false
    }
}
