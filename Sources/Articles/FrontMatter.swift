import DatelineCore
import Yams

/// What a file says of itself between two `---` lines at its top.
///
/// ```
/// ---
/// title: Drones over the port
/// publisher: Coastal Courier
/// published: 2024-08-11
/// ---
/// ```
struct FrontMatter {
    private(set) var title: String?
    private(set) var publisher: String?
    private(set) var published: CivilDate?
    private(set) var url: String?
    private(set) var language: String?

    /// Larger front matter is not read: it would be a text by itself.
    static let sizeLimit = 64 * 1024

    /// Takes the front matter off the top of a text; what remains is the body.
    ///
    /// A text that does not begin with a `---` line has none.
    static func take(from bytes: [UInt8], path: String) throws(ArticleError) -> (FrontMatter, body: ArraySlice<UInt8>) {
        var lines = LineRanges(bytes)
        guard let opening = lines.next(), bytes[opening].elementsEqual("---".utf8) else {
            return (FrontMatter(), bytes[...])
        }
        while let line = lines.next() {
            guard bytes[line].elementsEqual("---".utf8) || bytes[line].elementsEqual("...".utf8) else { continue }
            let yaml = bytes[opening.upperBound..<line.lowerBound].dropFirst()
            guard yaml.count <= sizeLimit else { throw fault("longer than \(sizeLimit) bytes", line: 1, path: path) }
            let matter = try FrontMatter(yaml: String(decoding: yaml, as: UTF8.self), path: path)
            return (matter, bytes[line.upperBound...])
        }
        throw fault("opened by --- and never closed by another ---", line: 1, path: path)
    }

    private init() {}

    private init(yaml: String, path: String) throws(ArticleError) {
        guard let root = try FrontMatter.compose(yaml, path: path) else { return }
        guard let mapping = root.mapping else {
            throw FrontMatter.fault("not keys and values, as in \"title: …\"", line: 2, path: path)
        }
        for (key, value) in mapping {
            guard let name = key.scalar?.string else { continue }
            let line = (value.mark ?? key.mark).map { $0.line + 1 }
            func text() throws(ArticleError) -> String? {
                guard let scalar = value.scalar else {
                    let form = value.sequence == nil ? "keys and values" : "a list"
                    throw FrontMatter.fault("\(name) must be one text, not \(form)", line: line, path: path)
                }
                return value.null == nil && !scalar.string.isEmpty ? scalar.string : nil
            }
            switch name {
            case "title": title = try text()
            case "publisher": publisher = try text()
            case "url": url = try text()
            case "language": language = try text()
            case "published": published = try FrontMatter.day(text(), line: line, path: path)
            default: continue
            }
        }
    }

    private static func day(_ text: String?, line: Int?, path: String) throws(ArticleError) -> CivilDate? {
        guard let text else { return nil }
        guard let date = CivilDate(iso: text) else {
            let reason = "published: the calendar has no day \"\(text)\"; write it as 2024-08-11"
            throw fault(reason, line: line, path: path)
        }
        return date
    }

    private static func compose(_ yaml: String, path: String) throws(ArticleError) -> Node? {
        do {
            return try Yams.compose(yaml: yaml)
        } catch {
            switch error as? YamlError {
            case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
                .composer(_, let problem, let mark, _):
                throw fault("no YAML: \(problem)", line: mark.line + 1, path: path)
            case .duplicatedKeysInMapping(let duplicates, let context):
                let reason = "\(duplicates.joined(separator: ", ")) stands twice"
                throw fault(reason, line: context.mark.line + 1, path: path)
            default:
                throw fault("no YAML", line: 2, path: path)
            }
        }
    }

    private static func fault(_ reason: String, line: Int?, path: String) -> ArticleError {
        ArticleError(.frontMatter, path: path, line: line, reason: "front matter: \(reason)")
    }
}
