import Articles
import DatelineCore
import EventStore
import Foundation

/// The lines that `extract --with-articles` wrote, in all files of a run, one after another.
struct ReadArticleLines: Sequence, IteratorProtocol {
    /// A line with its file.
    struct Element: Sendable {
        var path: String
        var line: InputLines.Line

        var origin: Origin { Origin(path: path, line: line.number) }
        /// How much of the width of a run it takes up.
        var size: Int { JobsOptions.size(of: line.bytes?.count ?? 0) }
    }

    /// The longest line that is taken: an article of 8 MB of which every byte is escaped.
    fileprivate static let limit = 48 << 20

    private let run: ArticleRun
    private var paths: AnyIterator<String>
    private var file: (stream: ByteStream, lines: InputLines)?

    /// The lines of the files of a run.
    init(of run: ArticleRun) {
        self.run = run
        paths = run.paths.makeIterator()
    }

    /// The next line; nil behind the last.
    ///
    /// A file that cannot be read is reported.
    mutating func next() -> Element? {
        while true {
            if let line = file?.lines.next(), let path = file?.stream.path { return Element(path: path, line: line) }
            if let fault = file?.stream.takeFault() { run.faults.report(fault) }
            file = nil
            guard let path = paths.next() else { return nil }
            run.begun += 1
            do {
                let stream = try ByteStream(path: path)
                file = (stream, InputLines(stream, limit: ReadArticleLines.limit))
            } catch {
                run.faults.report(error)
            }
        }
    }
}

extension ReadArticleLines.Element {
    /// The article of the line and what was read in it.
    func article() throws(ArticleError) -> ReadArticle {
        guard let bytes = line.bytes else {
            throw fault(.tooLarge, "the line is longer than \(ReadArticleLines.limit >> 20) MB")
        }
        let read: ReadArticle
        do {
            read = try JSONDecoder().decode(ReadArticle.self, from: Data(bytes))
        } catch {
            let hint = "; lines to store are written by dateline extract --with-articles"
            throw fault(.unknownForm, reason(of: error) + hint)
        }
        // SQLite ends a text at the first.
        if ReadArticleLines.Element.hasNUL(bytes) { throw fault(.binary, "a text in it holds a NUL, as none does") }
        let version = read.extractor.prefix { $0 != "+" }
        guard version == DatelineVersion.current else {
            let reason = "read by extractor \(read.extractor), and this is \(DatelineVersion.current): extract it again"
            throw fault(.unknownForm, reason)
        }
        return read
    }

    /// Whether a string of a line of JSON has a NUL, which must be escaped there.
    private static func hasNUL(_ bytes: [UInt8]) -> Bool {
        var isEscaped = false
        for index in bytes.indices {
            if isEscaped, bytes[index...].starts(with: "u0000".utf8) { return true }
            isEscaped = !isEscaped && bytes[index] == UInt8(ascii: "\\")
        }
        return false
    }

    private func fault(_ code: ArticleError.Code, _ reason: String) -> ArticleError {
        ArticleError(code, path: path, line: line.number, reason: reason)
    }

    /// What is wrong with a line of JSON, in words.
    private func reason(of error: any Error) -> String {
        switch error as? DecodingError {
        case .keyNotFound(let key, let context): "\"\(name(context.codingPath + [key]))\" is missing"
        case .typeMismatch(_, let context) where context.codingPath.isEmpty: "not one JSON object"
        case .typeMismatch(let type, let context):
            "\"\(name(context.codingPath))\" is no \(type == String.self ? "text" : "\(type)")"
        case .valueNotFound(_, let context): "\"\(name(context.codingPath))\" is null"
        case .dataCorrupted(let context) where context.codingPath.isEmpty: "not JSON"
        case .dataCorrupted(let context): "\"\(name(context.codingPath))\": \(context.debugDescription)"
        default: "not JSON"
        }
    }

    private func name(_ path: [any CodingKey]) -> String {
        path.map { key in key.intValue.map(String.init) ?? key.stringValue }.joined(separator: ".")
    }
}
