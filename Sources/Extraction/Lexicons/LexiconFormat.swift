import DatelineCore

/// What a lexicon holds: its file, its columns, and what their cells may say.
public struct LexiconFormat: Sendable {
    /// One column.
    public struct Column: Sendable {
        /// The name in the file's first line.
        public let name: String
        /// Whether every row must fill it.
        public let isRequired: Bool
        let values: Values

        /// What a cell may say, in words; nil where any text will do.
        public var allowed: String? { values.description }
    }

    /// The file's name: `weapons.tsv`.
    public let name: String
    /// The columns in the order of the built-in file; the surface comes first.
    public let columns: [Column]
    /// Two rows may have one surface when they differ in this column too.
    let distinguishing: String?

    init(_ name: String, distinguishing: String? = nil, _ columns: [Column]) {
        self.name = name
        self.columns = [Column(name: "surface", isRequired: true, values: .text)] + columns
        self.distinguishing = distinguishing
    }

    /// The built-in file, as it can be copied from.
    public var text: String { LexiconFormat.texts[name] ?? "" }

    /// What the lexicon is for: the first comment of its file.
    public var summary: String { comment(after: "# ") ?? "" }

    /// The number of rows of the built-in file.
    public var rowCount: Int { builtIn.rows.count }

    /// What a column means: the comment that begins with its name.
    public func meaning(of column: Column) -> String {
        comment(after: "# \(column.name): ") ?? ""
    }

    /// The rows of the built-in file.
    var builtIn: LexiconTable { LexiconFormat.tables[name] ?? LexiconTable(name: name) }

    private static let texts = Dictionary(EmbeddedText.files.map { ($0.name, $0.text) }) { first, _ in first }
    private static let tables = Dictionary(
        EmbeddedText.files.compactMap { try? LexiconTable(name: $0.name, text: $0.text) }.map { ($0.name, $0) }
    ) { first, _ in first }

    /// The codes that a column of a built-in file uses; the rules know these.
    static func known(_ name: String, _ column: String) -> Values {
        .codes(Set(tables[name]?.rows.map { $0[column] } ?? []).subtracting([""]).sorted())
    }

    private func comment(after mark: String) -> String? {
        text.split(separator: "\n").prefix { $0.hasPrefix("#") }.first { $0.hasPrefix(mark) }.map {
            String($0.dropFirst(mark.count))
        }
    }
}

extension LexiconFormat {
    /// What the cells of a column may say.
    enum Values: Sendable {
        case text
        case integer(ClosedRange<Int>)
        case codes([String])
        /// An ISO code of two capitals, or one of some marks.
        case country(or: [String])
        case weapon

        /// The codes of a vocabulary.
        static func codes<Code: CaseIterable & RawRepresentable<String>>(of type: Code.Type) -> Values {
            .codes(type.allCases.map(\.rawValue).filter { !$0.isEmpty })
        }

        var description: String? {
            switch self {
            case .text: nil
            case .integer(let range) where range.upperBound == .max: "a whole number from \(range.lowerBound)"
            case .integer(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
            case .codes(let codes): codes.joined(separator: ", ")
            case .country(let marks): (["an ISO code such as UA"] + marks).joined(separator: " or ")
            case .weapon: "a code of weapons.tsv, or a new model below one of its classes: uav.oneway.NAME"
            }
        }

        /// What to write; nil where any text will do.
        var advice: String? {
            switch self {
            case .codes: "use one of \(description ?? "")"
            default: description.map { "use \($0)" }
            }
        }

        /// Why a cell will not do; nil when it will.
        func objection(to cell: String) -> String? {
            if accepts(cell) { return nil }
            let near: [String] =
                switch self {
                case .codes(let codes): cell.count < 3 ? [] : Spelling.suggestions(for: cell, among: codes)
                case .weapon: Spelling.suggestions(for: cell, among: WeaponVocabulary.embedded.codes.sorted())
                default: []
                }
            let hint: String? = near.isEmpty ? nil : "did you mean \(near.joined(separator: " or "))?"
            return [hint, advice].compactMap { $0 }.joined(separator: " Else ")
        }

        private func accepts(_ cell: String) -> Bool {
            switch self {
            case .text: true
            case .integer(let range): Int(cell).map(range.contains) == true
            case .codes(let codes): codes.contains(cell)
            case .country(let marks):
                marks.contains(cell) || cell.utf8.count == 2 && cell.utf8.allSatisfy { (65...90).contains($0) }
            case .weapon: WeaponVocabulary.embedded.accepts(cell)
            }
        }
    }
}

/// The codes of weapons, and where new models may be added.
struct WeaponVocabulary: Sendable {
    /// Every code and every class above one.
    let codes: Set<String>

    static let embedded = WeaponVocabulary(
        codes: LexiconFormat.named("weapons.tsv")?.builtIn.rows.map { $0["code"] } ?? []
    )

    init(codes: [String]) {
        self.codes = Set(
            codes.flatMap { code in
                let parts = code.split(separator: ".")
                return parts.indices.map { parts[...$0].joined(separator: ".") }
            }
        )
    }

    /// Whether a code is known, or adds one part below a class that is itself a weapon's last division.
    ///
    /// Below `uav` stand kinds of drones, so `uav.onway` is a slip; below `uav.oneway` stand models, so
    /// `uav.oneway.gerbera` is a new one.
    func accepts(_ code: String) -> Bool {
        if codes.contains(code) { return true }
        guard let point = code.lastIndex(of: ".") else { return false }
        let parent = String(code[..<point])
        let model = code[code.index(after: point)...].utf8
        let isPlain = model.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 95 }
        guard !model.isEmpty, isPlain, codes.contains(parent) else { return false }
        return parent.contains(".") || !codes.contains { $0.hasPrefix(parent + ".") }
    }
}
