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
    }

    private let run: ArticleRun
    private var paths: IndexingIterator<[String]>
    private var file: (path: String, lines: InputLines)?

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
            do {
                if let file, let line = try file.lines.next() { return Element(path: file.path, line: line) }
                file = nil
                guard let path = paths.next() else { return nil }
                run.begun += 1
                file = (path, try InputLines(path))
            } catch {
                file = nil
                run.report(error)
            }
        }
    }
}

extension ReadArticleLines.Element {
    /// The article of the line and what was read in it.
    func article() throws(ArticleError) -> ReadArticle {
        guard let bytes = line.bytes else {
            throw fault(.tooLarge, "the line is longer than \(InputLines.limit >> 20) MB")
        }
        let read: ReadArticle
        do {
            read = try JSONDecoder().decode(ReadArticle.self, from: Data(bytes))
        } catch {
            let hint = "; lines to store are written by dateline extract --with-articles"
            throw fault(.unknownForm, JSONFault.reason(error) + hint)
        }
        let version = read.extractor.prefix { $0 != "+" }
        guard version == DatelineVersion.current else {
            let reason = "read by extractor \(read.extractor), and this is \(DatelineVersion.current): extract it again"
            throw fault(.unknownForm, reason)
        }
        return read
    }

    private func fault(_ code: ArticleError.Code, _ reason: String) -> ArticleError {
        ArticleError(code, path: path, line: line.number, reason: reason)
    }
}
