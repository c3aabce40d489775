import Articles
import DatelineCore
import Foundation

/// An article as one JSON object on a line.
struct ArticleLine: Decodable {
    private var path: String?
    private var url: String?
    private var publisher: String?
    private var published: CivilDate?
    private var title: String?
    private var language: String?
    private var body: String

    /// The article of a line of the standard input.
    static func article(_ line: InputLines.Line) throws(ArticleError) -> Article {
        guard let bytes = line.bytes else {
            let reason = "the line is longer than \(InputLines.limit >> 20) MB"
            throw ArticleError(.tooLarge, path: "-", line: line.number, reason: reason)
        }
        let read: ArticleLine
        do {
            read = try JSONDecoder().decode(ArticleLine.self, from: Data(bytes))
        } catch {
            throw ArticleError(.unknownForm, path: "-", line: line.number, reason: JSONFault.reason(error))
        }
        guard read.body.utf8.contains(where: { $0 > UInt8(ascii: " ") }) else {
            throw ArticleError(.empty, path: "-", line: line.number, reason: "empty: \"body\" holds no text")
        }
        // SQLite ends a text at the first.
        guard !read.body.utf8.contains(0) else {
            throw ArticleError(
                .binary,
                path: "-",
                line: line.number,
                reason: "\"body\" holds a NUL byte, as no text does"
            )
        }
        return Article(
            path: read.path ?? "-",
            url: read.url,
            publisher: read.publisher,
            published: read.published,
            title: read.title,
            language: read.language,
            body: read.body
        )
    }
}

/// What is wrong with a line of JSON, in words.
enum JSONFault {
    static func reason(_ error: any Error) -> String {
        switch error as? DecodingError {
        case .keyNotFound(let key, let context): "\"\(name(context.codingPath + [key]))\" is missing"
        case .typeMismatch(_, let context) where context.codingPath.isEmpty: "not one JSON object"
        case .typeMismatch(let type, let context): "\"\(name(context.codingPath))\" is no \(word(type))"
        case .valueNotFound(_, let context): "\"\(name(context.codingPath))\" is null"
        case .dataCorrupted(let context) where context.codingPath.isEmpty: "not JSON"
        case .dataCorrupted(let context): "\"\(name(context.codingPath))\": \(context.debugDescription)"
        default: "not JSON"
        }
    }

    private static func name(_ path: [any CodingKey]) -> String {
        path.map { key in key.intValue.map(String.init) ?? key.stringValue }.joined(separator: ".")
    }

    private static func word(_ type: any Any.Type) -> String {
        type == String.self ? "text" : "\(type)"
    }
}
