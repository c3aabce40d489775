import DatelineCore

/// What went wrong with a database: what was being done, on what, why, and what to do.
public struct EventStoreError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The kind of failure.
    public struct Code: Hashable, Sendable {
        private enum Name {
            case missing, notADatabase, foreign, newer, older, locked, unreadable, unknownValue, refused, failed
        }

        private let name: Name

        /// There is no such file.
        public static let missing = Code(name: .missing)
        /// The file is no SQLite database.
        public static let notADatabase = Code(name: .notADatabase)
        /// The file is a database of another program.
        public static let foreign = Code(name: .foreign)
        /// The database was written by a newer version.
        public static let newer = Code(name: .newer)
        /// The database was written by an older version and was opened for reading only.
        public static let older = Code(name: .older)
        /// Another program holds the database.
        public static let locked = Code(name: .locked)
        /// The file cannot be opened or written.
        public static let unreadable = Code(name: .unreadable)
        /// A filter names something that is not there.
        public static let unknownValue = Code(name: .unknownValue)
        /// The schema does not allow the values.
        public static let refused = Code(name: .refused)
        /// SQLite failed otherwise.
        public static let failed = Code(name: .failed)
    }

    /// The kind of failure.
    public var code: Code
    /// What was being done: "open dateline.sqlite".
    public var doing: String
    /// Why it failed.
    public var reason: String
    /// What to do about it.
    public var hint: String?

    /// Creates an error.
    public init(_ code: Code, doing: String, reason: String, hint: String? = nil) {
        self.code = code
        self.doing = doing
        self.reason = reason
        self.hint = hint
    }

    /// The whole message: "cannot open dateline.sqlite: there is no such file; …".
    public var description: String {
        let start = code == .unknownValue ? reason : "cannot \(doing): \(reason)"
        return hint.map { "\(start); \($0)" } ?? start
    }

    /// A filter's value that names nothing, with near values that do.
    static func unknown(_ what: String, _ value: String, among known: some Sequence<String>) -> EventStoreError {
        let near = Spelling.suggestions(for: value, among: known)
        return EventStoreError(
            .unknownValue,
            doing: "filter",
            reason: "there is no \(what) “\(value)”",
            hint: near.isEmpty ? nil : "did you mean \(near.joined(separator: " or "))?"
        )
    }
}
