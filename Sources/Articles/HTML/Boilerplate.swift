/// Phrases that sites put between or behind the paragraphs of their articles, by `boilerplate.tsv`.
enum Boilerplate {
    /// When a paragraph with the phrase is not of the article.
    private enum Rule: String {
        /// It is the whole paragraph.
        case whole
        /// The paragraph begins so.
        case opening
        /// A short paragraph begins so.
        case label
        /// A short paragraph begins so, and a colon, stroke or the like stands behind it.
        case colon
    }

    /// The most words of a short paragraph.
    private static let labelLimit = 12
    private static let colonLimit = 20

    /// Whether a paragraph is such a phrase.
    static func contains(_ paragraph: ArraySlice<UInt8>) -> Bool {
        var iterator = ByteWords(paragraph)
        guard let first = iterator.next(), let rows = table[first] else { return false }
        // The words of the paragraph, one more than a short one has, and where each ends.
        var words = [first]
        var ends = [iterator.position]
        while words.count <= colonLimit, let word = iterator.next() {
            words.append(word)
            ends.append(iterator.position)
        }
        return rows.contains { row in
            guard words.starts(with: row.words) else { return false }
            switch row.rule {
            case .whole: return words.count == row.words.count
            case .opening: return true
            case .label: return words.count <= labelLimit
            case .colon:
                let rest = paragraph[ends[row.words.count - 1]...].drop { $0 == UInt8(ascii: " ") }
                return words.count <= colonLimit && marks.contains { rest.starts(with: $0) }
            }
        }
    }

    private static let marks = [":", "/", "|", "©"].map { Array($0.utf8) }

    private static let table: NameTable<[(words: [PackedName], rule: Rule)]> = {
        let rows = WordTable("boilerplate.tsv").rows.compactMap { row in
            Rule(rawValue: row["rule"]).map { (words: Array(ByteWords(row["words"].utf8Bytes)), rule: $0) }
        }
        return NameTable(Array(Dictionary(grouping: rows) { $0.words[0] }.map { ($0, $1) }))
    }()
}

extension String {
    /// The bytes of a text.
    fileprivate var utf8Bytes: ArraySlice<UInt8> { Array(utf8)[...] }
}
