/// Which fields of a record are the article's, by their names.
///
/// The map that the program brings along knows the common names; another says only what differs from it.
public struct ArticleMap: Sendable {
    /// The names of each field, the better first.
    private(set) var names: [ArticleField: [FieldName]] = [:]
    /// Objects inside a record whose fields count as the record's own.
    private(set) var inside: [FieldName] = []
    /// Members of a JSON document that hold the articles.
    private(set) var lists: [FieldName] = []
    /// The forms in which days may be written.
    private(set) var dates: [DateForm] = []

    /// The map of the common names.
    public static let standard: ArticleMap = {
        let yaml = EmbeddedText.files.first { $0.name == "article-fields.yaml" }?.text ?? ""
        do {
            return try ArticleMap(yaml: yaml, file: "article-fields.yaml", over: nil)
        } catch {
            preconditionFailure("\(error)")
        }
    }()

    /// Reads a map; what it does not name is as in the standard one.
    ///
    /// - Throws: the line at fault, and what may stand there.
    public init(fileAt path: String) throws(ArticleError) {
        let bytes = try ByteStream(path: path).whole(limit: 1 << 20)
        try self.init(yaml: String(decoding: bytes, as: UTF8.self), file: path, over: .standard)
    }

    /// Why a record or a file is no article, where none of its fields is known for the text.
    static func noText(_ what: String, _ names: [String]) -> String {
        let shown = names.prefix(12).map { ArticleError.printable($0) }.joined(separator: ", ")
        let rest = names.count > 12 ? " and \(names.count - 12) more" : ""
        return "no text among its \(what) \(shown)\(rest); a map says which it is: --map"
    }

    init(yaml: String, file: String, over base: ArticleMap?) throws(ArticleError) {
        if let base { self = base }
        let reader = ArticleMapReader(file: file)
        for entry in try reader.entries(yaml) {
            switch entry.key {
            case .fields(let field): names[field] = entry.words.map(FieldName.init)
            case .inside: inside = entry.words.map(FieldName.init)
            case .lists: lists = entry.words.map(FieldName.init)
            case .dates: dates = try reader.forms(entry)
            }
        }
    }
}

/// The name of a field, as names are compared: `articleBody` is `article_body`.
struct FieldName: Hashable, Sendable {
    /// The names from the outside in: `source.name` has two.
    let steps: [[UInt8]]
    /// The whole name, as columns have it.
    let whole: [UInt8]

    init(_ name: String) {
        steps = name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).map(FieldName.folded)
        whole = Array(steps.joined(separator: [UInt8(ascii: ".")]))
    }

    /// A name in lower case, without spaces, hyphens and underscores.
    static func folded(_ name: some Sequence<UInt8>) -> [UInt8] {
        var folded: [UInt8] = []
        folded.reserveCapacity(name.underestimatedCount)
        for byte in name {
            switch byte {
            case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: " "): break
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): folded.append(byte | 0x20)
            default: folded.append(byte)
            }
        }
        return folded
    }
}
