import DatelineCore
import Foundation

/// An article with all that was read in it: what `extract --with-articles` writes on a line and `ingest --events` stores.
struct ExtractedArticle: Codable, Sendable {
    /// The article itself.
    var article: Article
    /// The version of the extractor that read it.
    var extractor: String
    /// Its events, in the order of the text.
    var events: [Event]
    /// What was not taken.
    var rejections: [Rejection]

    /// The line, with its end.
    func line() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(self) + [UInt8(ascii: "\n")]
    }
}
