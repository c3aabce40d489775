import Articles
import DatelineCore
import Glibc
import TestSupport
import Testing

@Suite struct ArticleFinderTests {
    @Test func `a folder gives its texts sorted by name, folders inside included`() throws {
        let folder = try TemporaryFolder()
        for name in [
            "b.txt", "a/2.md", "a/1.TXT", "c.txt", "a.pdf", "a/page.html", ".hidden.txt", ".git/x.txt",
        ] {
            try folder.write(name, text: "x")
        }
        let found = ArticleFinder([folder.path])
        #expect(Array(found) == ["a/1.TXT", "a/2.md", "a/page.html", "b.txt", "c.txt"].map(folder.path))
        #expect(found.passedOver == 3)
    }

    @Test func `a file without an extension is known by how it begins`() throws {
        let folder = try TemporaryFolder()
        let body = "Nine drones were shot down over the port of Odesa during the night, the governor said."
        try folder.write("bulletin", text: body)
        try folder.write("dump", text: "{\"text\": \"\(body)\"}")
        try folder.write("page", text: "<!DOCTYPE html><body><p>\(body)</p></body>")
        try folder.write("post", text: "From: a@example.org\nDate: 11 Aug 2024\nSubject: B\n\n\(body)")
        try folder.write("wide", [0xFF, 0xFE] + body.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
        try folder.write("program", [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, 0])
        try folder.write("empty", [])
        try #require(unsafe mkfifo(folder.path("pipe"), 0o600) == 0)
        let found = ArticleFinder([folder.path])
        let paths = Array(found)
        #expect(paths == ["bulletin", "dump", "page", "post", "wide"].map(folder.path))
        #expect(found.passedOver == 3)
        for path in paths {
            #expect(try ArticleReaders.standard.read(path).map(\.body) == [body], "\(path)")
        }
    }

    @Test func `paths keep the order of the command line`() throws {
        let folder = try TemporaryFolder()
        try folder.write("z/1.txt", text: "x")
        let arguments = ["b.txt", "-", folder.path("z/"), "a.pdf"]
        #expect(Array(ArticleFinder(arguments)) == ["b.txt", "-", folder.path("z/1.txt"), "a.pdf"])
    }

    @Test func `a loop of links ends, and every text is found once`() throws {
        let folder = try TemporaryFolder()
        try folder.write("a/1.txt", text: "x")
        try folder.link("a/up", to: "..")
        try folder.link("a/self", to: "self")
        try folder.link("a/2.txt", to: "1.txt")
        let found = ArticleFinder([folder.path])
        #expect(Array(found) == ["a/1.txt", "a/2.txt"].map(folder.path))
        #expect(found.passedOver == 2)
    }

    @Test func `a pipe in a folder, which may never end, is passed over`() throws {
        let folder = try TemporaryFolder()
        try #require(unsafe mkfifo(folder.path("pipe.txt"), 0o600) == 0)
        let found = ArticleFinder([folder.path])
        #expect(found.next() == nil)
        #expect(found.passedOver == 1)
    }

    @Test func `a link to a folder is followed when it is named`() throws {
        let folder = try TemporaryFolder()
        try folder.write("real/1.txt", text: "x")
        try folder.link("link", to: "real")
        #expect(Array(ArticleFinder([folder.path("link")])) == [folder.path("link/1.txt")])
    }

    @Test func `a name with a line break is found and read`() throws {
        let folder = try TemporaryFolder()
        try folder.write("two\nlines.txt", "Text.".utf8)
        let path = try #require(ArticleFinder([folder.path]).next())
        #expect(try ArticleReaders.standard.read(path).first?.path == path)
        #expect(ArticleError.printable("two\nlines.txt") == "two\\nlines.txt")
    }
}
