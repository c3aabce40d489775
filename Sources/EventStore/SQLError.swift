/// What is wrong with a statement of the user's own, and where.
public struct SQLError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What SQLite, or the guard before it, says.
    public var message: String
    /// Where it is; nil where that is not known.
    public var position: Position?

    /// A letter of a statement.
    public struct Position: Hashable, Sendable {
        /// The line, from 1.
        public var line: Int
        /// The letter in the line, from 1.
        public var column: Int
        /// The line.
        public var text: String
    }

    /// The most letters of a line that are shown.
    private static let width = 96

    /// Creates an error at a byte of a statement.
    init(_ message: String, in sql: String, at offset: Int? = nil) {
        self.message = message
        guard let offset, offset <= sql.utf8.count else { return }
        let before = String(decoding: sql.utf8.prefix(offset), as: UTF8.self)
        let above = SQLError.lines(before)
        position = Position(
            line: above.count,
            column: (above.last?.count ?? 0) + 1,
            text: String(SQLError.lines(sql)[above.count - 1])
        )
    }

    /// Creates the error of a statement that does more than reading.
    init(refusing what: String) {
        message = "\(what) is refused, since the database is only read"
    }

    /// The message with the line and the column, and the line with a mark below the letter.
    public var description: String {
        guard let position else { return message }
        let first = max(0, position.column - 1 - SQLError.width / 2)
        let shown = position.text.dropFirst(first).prefix(SQLError.width).map { $0 == "\t" ? " " : $0 }
        let indent = String(repeating: " ", count: position.column - 1 - first)
        return "\(message), line \(position.line), column \(position.column)\n  \(String(shown))\n  \(indent)^"
    }

    private static func lines(_ text: String) -> [Substring] {
        text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    }
}
