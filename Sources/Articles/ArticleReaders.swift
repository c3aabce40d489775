public import DatelineCore

/// The readers of a run, chosen by a file's extension, else by how the file begins.
public struct ArticleReaders: Sendable {
    /// The largest article: 8 MB, more than a dozen novels.
    ///
    /// Files that hold many may be of any size.
    public static let sizeLimit = 8 * 1024 * 1024

    /// Plain text, Markdown, HTML, JSON, CSV, feeds and mail, with fields by their common names.
    public static let standard = standard(map: .standard)

    /// The same, with fields by the names of a map.
    public static func standard(map: ArticleMap) -> ArticleReaders {
        ArticleReaders([
            PlainTextReader(), MarkdownReader(), HTMLReader(), JSONLinesReader(map: map), JSONReader(map: map),
            TableReader(map: map), FeedReader(), MailReader(),
        ])
    }

    private let readers: [any ArticleReader]
    private let byExtension: [String: any ArticleReader]

    /// Creates a choice of readers; of two readers for one extension the later counts.
    public init(_ readers: [any ArticleReader]) {
        self.readers = readers
        var byExtension: [String: any ArticleReader] = [:]
        for reader in readers {
            for name in reader.fileExtensions {
                byExtension[name] = reader
            }
        }
        self.byExtension = byExtension
    }

    /// The extensions that can be read, sorted.
    public var fileExtensions: [String] {
        byExtension.keys.sorted()
    }

    /// Whether a file can be read, by the extension of its name or, where that has none, by how the file begins.
    public func canRead(_ path: String) -> Bool {
        if let name = ArticleReaders.fileExtension(of: path) { return byExtension[name] != nil }
        guard let opening = (try? ByteStream(path: path))?.opening else { return false }
        return readers.contains { $0.recognises(opening) } || byExtension["txt"] != nil && PlainText.isText(opening)
    }

    /// The records of a file, or of the standard input for `-`, one after another.
    ///
    /// A file that cannot be read, or not to its end, gives a record that says so.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - form: one of ``fileExtensions``, for a file whose name tells another or none.
    ///   - defaults: what articles take where the file says nothing.
    /// - Returns: the records, read as they are asked for.
    public func records(
        in path: String,
        form: String? = nil,
        defaults: ArticleDefaults = .init()
    ) -> ArticleRecords {
        do {
            let file = try ByteStream(path: path)
            var records = try reader(for: file, form: form).records(in: file, defaults: defaults)
            var isEmpty = true
            return ArticleRecords { _ in
                let record = records.next() ?? file.takeFault().map(ArticleRecord.init(fault:))
                defer { isEmpty = false }
                if record != nil || !isEmpty { return record }
                return ArticleRecord(
                    fault: ArticleError(.empty, path: path, reason: "empty: the file holds no article")
                )
            }
        } catch {
            return ArticleRecords(ArticleRecord(fault: error))
        }
    }

    /// Reads all articles of a file, or of the standard input for `-`.
    ///
    /// - Throws: the first fault in it; ``records(in:form:defaults:)`` goes on behind faults.
    public func read(_ path: String, defaults: ArticleDefaults = .init()) throws(ArticleError) -> [Article] {
        var articles: [Article] = []
        for record in records(in: path, defaults: defaults) {
            articles.append(try record.article())
        }
        return articles
    }

    /// The reader of a form, else of a name's extension, else of how the file begins.
    ///
    /// A name without an extension whose beginning tells nothing is plain text.
    private func reader(for file: ByteStream, form: String?) throws(ArticleError) -> any ArticleReader {
        let name = form ?? (file.path == "-" ? nil : ArticleReaders.fileExtension(of: file.path))
        if let name, let reader = byExtension[name] { return reader }
        if form == nil {
            let opening = file.opening
            if let reader = readers.first(where: { $0.recognises(opening) }) { return reader }
            if name == nil, let reader = byExtension["txt"] { return reader }
        }
        let known = fileExtensions.map { ".\($0)" }.joined(separator: ", ")
        let reason = "no reader for .\(name ?? "txt") files, only for \(known)"
        throw ArticleError(.unknownForm, path: file.path, reason: reason)
    }

    /// The lower-case extension of a path's last component, without the dot; nil when it has none.
    ///
    /// That a file is compressed says nothing of its form: `dump.jsonl.gz` is JSON Lines.
    private static func fileExtension(of path: String) -> String? {
        var name = path.utf8.split(separator: UInt8(ascii: "/")).last ?? path.utf8[...]
        if name.count > 3, name.suffix(3).elementsEqual(".gz".utf8) { name.removeLast(3) }
        guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot != name.startIndex else { return nil }
        return Substring(name[name.index(after: dot)...]).lowercased()
    }
}
