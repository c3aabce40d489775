public import DatelineCore

/// The readers of a run, chosen by a file's extension.
public struct ArticleReaders: Sendable {
    /// The largest file that is taken for an article: 8 MB, more than a dozen novels.
    public static let sizeLimit = 8 * 1024 * 1024

    /// Plain text and Markdown.
    public static let standard = ArticleReaders([PlainTextReader(), MarkdownReader()])

    private let readers: [String: any ArticleReader]

    /// Creates a choice of readers; of two readers for one extension the later counts.
    public init(_ readers: [any ArticleReader]) {
        var byExtension: [String: any ArticleReader] = [:]
        for reader in readers {
            for name in reader.fileExtensions {
                byExtension[name] = reader
            }
        }
        self.readers = byExtension
    }

    /// The extensions that can be read, sorted.
    public var fileExtensions: [String] {
        readers.keys.sorted()
    }

    /// Whether a file of this name can be read.
    public func canRead(_ path: String) -> Bool {
        ArticleReaders.fileExtension(of: path).map { readers[$0] != nil } ?? false
    }

    /// Reads the articles of a file, or of the standard input for `-`.
    ///
    /// A name without an extension is read as plain text.
    public func read(_ path: String, defaults: ArticleDefaults = .init()) throws(ArticleError) -> [Article] {
        let name = path == "-" ? nil : ArticleReaders.fileExtension(of: path)
        guard let reader = readers[name ?? "txt"] else {
            let known = fileExtensions.map { ".\($0)" }.joined(separator: ", ")
            let reason = "no reader for .\(name ?? "txt") files, only for \(known)"
            throw ArticleError(.unknownForm, path: path, reason: reason)
        }
        let bytes = try FileBytes.read(path, limit: ArticleReaders.sizeLimit)
        return try reader.read(bytes, path: path, defaults: defaults)
    }

    /// The lower-case extension of a path's last component, without the dot; nil when it has none.
    private static func fileExtension(of path: String) -> String? {
        let name = path.utf8.split(separator: UInt8(ascii: "/")).last ?? path.utf8[...]
        guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot != name.startIndex else { return nil }
        return Substring(name[name.index(after: dot)...]).lowercased()
    }
}
