import DatelineCore

/// Rows that a user adds to the lexicons, or puts in the place of theirs.
///
/// A file has the name of a lexicon of the program and rows in the same form: tabs between the columns, the first line
/// that is no comment names them, in any order; columns that a lexicon does not require may be left out. A row comes in
/// place of the rows that have the same surface; a minus sign before the surface removes them.
public struct UserLexicons: Sendable {
    /// A file as it was read.
    public struct File: Sendable {
        /// Its path, of which the last part is its name; for messages.
        public let path: String
        /// Its contents.
        public let bytes: [UInt8]

        /// Creates a file.
        public init(path: String, bytes: [UInt8]) {
            self.path = path
            self.bytes = bytes
        }

        /// The last part of the path.
        public var name: String { path.split(separator: "/").last.map(String.init) ?? "" }
    }

    /// The user's rows by the names of their files.
    private var lexicons: [String: UserLexicon] = [:]

    /// No rows.
    public init() {}

    /// Reads and checks some files.
    ///
    /// - Throws: all faults of all files.
    public init(parsing files: [File]) throws(LexiconErrors) {
        var faults: [LexiconError] = []
        for file in files {
            guard let format = LexiconFormat.named(file.name) else {
                faults.append(UserLexicons.unknown(file))
                continue
            }
            var parser = UserLexiconParser(format: format, path: file.path)
            lexicons[format.name] = parser.parse(file.bytes)
            faults += parser.faults
        }
        if !faults.isEmpty { throw LexiconErrors(errors: faults) }
    }

    /// The rows of a lexicon: the user's, then those of the program that remain.
    func rows(over builtIn: LexiconTable) -> [LexiconTable.Row] {
        lexicons[builtIn.name]?.rows(over: builtIn.rows) ?? builtIn.rows
    }

    private static func unknown(_ file: File) -> LexiconError {
        let names = LexiconFormat.all.map(\.name)
        let near = Spelling.suggestions(for: file.name, among: names)
        let hint = near.isEmpty ? "" : " Did you mean \(near.joined(separator: " or "))?"
        let reason = "no lexicon has this name.\(hint) There are \(names.joined(separator: ", "))"
        return LexiconError(file: file.path, line: nil, reason: reason)
    }
}

/// The user's part of one lexicon.
struct UserLexicon: Sendable {
    var rows: [LexiconTable.Row] = []
    /// Forms whose rows are removed.
    var removed: Set<SurfaceForm> = []

    /// The user's rows before those of the program whose forms they leave.
    func rows(over builtIn: [LexiconTable.Row]) -> [LexiconTable.Row] {
        let own = rows.flatMap { $0.alternatives("surface") }.map(SurfaceForm.init)
        let covered = removed.union(own)
        return rows
            + builtIn.compactMap { row in
                let forms = row.alternatives("surface")
                let kept = forms.filter { !SurfaceForm($0).isCovered(by: covered) }
                guard kept.count < forms.count else { return row }
                guard !kept.isEmpty else { return nil }
                var row = row
                row.cells["surface"] = kept.joined(separator: "|")
                return row
            }
    }
}

/// A surface as rows are told apart by it: without regard to case and spaces.
struct SurfaceForm: Hashable, Sendable {
    /// The words in lower case, behind = where capitals count.
    let text: String

    init(_ surface: String) {
        text = surface.lowercased().split(separator: " ").joined(separator: " ")
    }

    /// Whether a form stands in a set, or the same one without the mark for capitals.
    func isCovered(by forms: Set<SurfaceForm>) -> Bool {
        forms.contains(self) || (text.hasPrefix("=") && forms.contains(SurfaceForm(String(text.dropFirst()))))
    }
}
