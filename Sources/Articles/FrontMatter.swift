import DatelineCore

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
    private(set) var modified: CivilDate?
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
            let inside = bytes[opening.upperBound..<line.lowerBound].dropFirst()
            guard inside.count <= sizeLimit else { throw fault("longer than \(sizeLimit) bytes", line: 1, path: path) }
            let fields = try FrontMatterFields.read(String(decoding: inside, as: UTF8.self), path: path)
            return (try FrontMatter(fields, path: path), bytes[line.upperBound...])
        }
        throw fault("opened by --- and never closed by another ---", line: 1, path: path)
    }

    private init() {}

    private init(_ fields: [FrontMatterFields.Field], path: String) throws(ArticleError) {
        for field in fields {
            switch field.name {
            case "title": title = try field.text(path: path)
            case "publisher": publisher = try field.text(path: path)
            case "published": published = try FrontMatter.day(of: field, path: path)
            case "modified": modified = try FrontMatter.day(of: field, path: path)
            case "url": url = try field.text(path: path)
            case "language": language = try field.text(path: path)
            default: continue
            }
        }
    }

    private static func day(of field: FrontMatterFields.Field, path: String) throws(ArticleError) -> CivilDate? {
        guard let text = try field.text(path: path) else { return nil }
        guard let date = CivilDate(iso: text) else {
            let reason = "\(field.name): the calendar has no day \"\(text)\"; write it as 2024-08-11"
            throw fault(reason, line: field.line, path: path)
        }
        return date
    }

    static func fault(_ reason: String, line: Int?, path: String) -> ArticleError {
        ArticleError(.frontMatter, path: path, line: line, reason: "front matter: \(reason)")
    }
}
