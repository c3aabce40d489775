/// What is wrong with a statement of the user's own, and where.
public struct SQLError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What SQLite, or the guard before it, says.
    public var message: String
    /// The line, from 1, where that is known.
    public private(set) var line: Int?
    /// The letter in the line, from 1, where that is known.
    public private(set) var column: Int?
    /// The letters of the line around it, and where in them it is.
    private var excerpt: (text: String, indent: Int)? {
        guard let column, let text else { return nil }
        let first = max(0, column - 1 - SQLError.width / 2)
        return (String(text.dropFirst(first).prefix(SQLError.width)), column - 1 - first)
    }
    private var text: String?
    private static let width = 96

    /// Creates an error at a byte of a statement.
    init(_ message: String, in sql: String, at offset: Int? = nil) {
        self.message = message
        guard let offset, offset <= sql.utf8.count else { return }
        let before = String(decoding: sql.utf8.prefix(offset), as: UTF8.self)
        let lines = before.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        line = lines.count
        column = (lines.last?.count ?? 0) + 1
        text = sql.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).dropFirst(lines.count - 1).first
            .map { String($0.map { $0 == "\t" ? " " : $0 }) }
    }

    /// Creates the error of a statement that does more than reading.
    init(refusing what: String) {
        message = "\(what) is refused, since the database is only read"
    }

    /// The message with the line and column, and the line with a mark below the letter.
    public var description: String {
        guard let line, let column, let excerpt else { return message }
        return "\(message), line \(line), column \(column)\n  \(excerpt.text)\n  "
            + String(repeating: " ", count: excerpt.indent) + "^"
    }
}
