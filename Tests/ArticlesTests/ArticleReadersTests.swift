import Articles
import DatelineCore
import Foundation
import TestSupport
import Testing

@Suite struct ArticleReadersTests {
    private func fault(_ path: String) throws -> ArticleError {
        try #require(throws: ArticleError.self) { try ArticleReaders.standard.read(path) }
    }

    @Test func `the extension chooses the reader, and a name without one is plain text`() throws {
        let folder = try TemporaryFolder()
        #expect(try ArticleReaders.standard.read(folder.write("a.md", "*x*".utf8)).first?.body == "x")
        #expect(try ArticleReaders.standard.read(folder.write("a.txt", "*x*".utf8)).first?.body == "*x*")
        #expect(try ArticleReaders.standard.read(folder.write("a.d/plain", "*x*".utf8)).first?.body == "*x*")
    }

    @Test func `a form without a reader is named`() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("news.pdf", text: "x")
        let known = ArticleReaders.standard.fileExtensions.map { ".\($0)" }.joined(separator: ", ")
        #expect(known.contains(".md, .ndjson"))
        #expect(try fault(path).description == "\(path): no reader for .pdf files, only for \(known)")
    }

    @Test func `a missing file, a folder and a link to itself are told apart`() throws {
        let folder = try TemporaryFolder()
        try folder.link("loop.txt", to: "loop.txt")
        #expect(try fault(folder.path("none.txt")).reason == "no such file or directory")
        #expect(try fault(folder.path).reason == "is a folder")
        #expect(try fault(folder.path("loop.txt")).reason == "too many levels of symbolic links")
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/proc/self/mem")))
    func `a file that fails while it is read gives the system's reason`() throws {
        #expect(try fault("/proc/self/mem").reason == "input/output error")
    }

    @Test func `a file above the limit is refused unread, with the limit`() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("large.txt", [])
        let file = try FileHandle(forWritingTo: URL(filePath: path))
        try file.truncate(atOffset: UInt64(ArticleReaders.sizeLimit) + 1)
        try file.close()
        #expect(
            try fault(path).reason
                == "larger than an article may be: 8388609 bytes, the limit is 8388608 bytes (8 MB)"
        )
    }
}
