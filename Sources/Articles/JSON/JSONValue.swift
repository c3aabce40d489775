/// A value of JSON, with numbers as they are written.
indirect enum JSONValue: Hashable, Sendable {
    case text(String)
    case number(String)
    case list([JSONValue])
    case object([Member])
    /// `true`, `false` and `null`, which say nothing of an article.
    case other

    /// A name with its value; names may stand twice, and then the first counts.
    struct Member: Hashable, Sendable {
        var name: String
        var value: JSONValue
    }

    /// The text of a value that is one, or a number; nil for others and for blank text.
    var string: String? {
        switch self {
        case .text(let text), .number(let text): text.utf8.allSatisfy { $0 <= 0x20 } ? nil : text
        default: nil
        }
    }
}

/// Why something is no JSON, and where.
struct JSONFault: Error {
    var offset: Int
    var reason: String
}
