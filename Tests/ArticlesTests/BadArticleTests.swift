import Articles
import DatelineCore
import Testing

@Suite struct BadArticleTests {
    private func fault(_ bytes: [UInt8]) throws -> String {
        let error = try #require(throws: ArticleError.self) {
            try PlainTextReader().read(bytes, path: "bad.txt", defaults: .init())
        }
        return error.description
    }

    private func fault(_ text: String) throws -> String {
        try fault(Array(text.utf8))
    }

    @Test func `a binary file is told by its zero byte`() throws {
        #expect(try fault(Array("PK\n".utf8) + [3, 4, 0, 0]) == "bad.txt:2: not a text: byte 0 at offset 5")
    }

    @Test(arguments: ["", "\n\n \t\r\n", "\u{FEFF}"])
    func `a file without text is empty`(text: String) throws {
        #expect(try fault(text) == "bad.txt: empty: the file holds no text")
    }

    @Test func `front matter alone is no article`() throws {
        #expect(try fault("---\ntitle: Night\n---\n\n") == "bad.txt: empty: no text behind the front matter")
    }

    @Test(arguments: [
        ("---\ntitle: Night\nText without an end", "1: front matter: opened by --- and never closed by another ---"),
        ("---\ntitle: [open\n---\nText.", "3: front matter: no YAML: did not find expected ',' or ']'"),
        ("---\ntitle: \"Night\npublished: x\n---\nText.", "4: front matter: no YAML: found unexpected end of stream"),
        (
            "---\ntitle: A: B\n  C\n---\nText.",
            "2: front matter: no YAML: mapping values are not allowed in this context"
        ),
        ("---\nJust a sentence.\n---\nText.", "2: front matter: not keys and values, as in \"title: …\""),
        ("---\n- one\n- two\n---\nText.", "2: front matter: not keys and values, as in \"title: …\""),
        ("---\ntitle: One\ntitle: Two\n---\nText.", "2: front matter: title stands twice"),
    ])
    func `front matter that is no YAML is told with its line`(text: String, message: String) throws {
        #expect(try fault(text) == "bad.txt:" + message)
    }

    @Test(arguments: [
        ("published: 2024-02-30", "published: the calendar has no day \"2024-02-30\"; write it as 2024-08-11"),
        ("published: 11.08.2024", "published: the calendar has no day \"11.08.2024\"; write it as 2024-08-11"),
        ("published: yesterday", "published: the calendar has no day \"yesterday\"; write it as 2024-08-11"),
        ("published: [2024-08-11]", "published must be one text, not a list"),
        ("title: {a: b}", "title must be one text, not keys and values"),
    ])
    func `an impossible day or a value of the wrong kind is told with its line`(line: String, message: String) throws {
        #expect(try fault("---\nlanguage: en\n\(line)\n---\nText.") == "bad.txt:3: front matter: \(message)")
    }

    @Test(arguments: [10, 1000, 60_000])
    func `deeply nested front matter is an error, not a crash`(depth: Int) throws {
        let nested = String(repeating: "[", count: depth)
        #expect(try fault("---\ntitle: \(nested)\n---\nText.").hasPrefix("bad.txt:"))
    }

    @Test func `front matter longer than its limit is refused`() throws {
        let long = String(repeating: "key: value\n", count: 10_000)
        #expect(try fault("---\n\(long)---\nText.") == "bad.txt:1: front matter: longer than 65536 bytes")
    }
}
