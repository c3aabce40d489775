/// A numbered step that takes an older database to the next schema.
public struct Migration: Sendable {
    /// The file's name: `0001_create_article.sql`.
    public let name: String
    /// The statements, as the `sqlite3` shell would run them too.
    public let sql: String

    /// Every step, in order.
    public static let all = EmbeddedText.files.map { Migration(name: $0.name, sql: $0.text) }.sorted {
        $0.name < $1.name
    }
}
