import Articles
import DatelineCore
import Foundation
import TestSupport
import Testing

/// Reads samples after random changes; `.ci/fuzz-articles` makes many more than a test run.
@Suite struct MutationTests {
    private static let count = ProcessInfo.processInfo.environment["ARTICLE_CASES"].flatMap(Int.init) ?? 60
    private static let seed = ProcessInfo.processInfo.environment["ARTICLE_SEED"].flatMap(UInt64.init) ?? 1

    private static let samples: [(name: String, text: String)] = [
        (
            "a.jsonl",
            """
            {"id": 1, "title": "Night", "text": "Drones hit Odesa\\u2019s port.\\n\\nTwo died.", "date": "2024-08-11"}
            {"headline": "A &amp; B", "content": "<p>Shells fell.</p><p>None died.</p>", "source": {"name": "Post"}}

            """
        ),
        (
            "a.json",
            #"{"status": "ok", "articles": [{"text": ["One.", "Two."], "publishedAt": 1723357800}, {"text": "Three."}]}"#
        ),
        ("b.json", #"[{"_source": {"body": "One \ud83d\ude00."}}, {"text": "Two.", "url": "https://example.org/2"}]"#),
        (
            "a.csv",
            "id,title,date,text\n1,Night,\"Aug. 11, 2024\",\"Drones hit \"\"Odesa\"\".\n\nTwo died.\"\n2,B,,C.\n"
        ),
        (
            "a.xml",
            """
            <?xml version="1.0" encoding="UTF-8"?><!DOCTYPE rss [<!ENTITY a "b">]><rss><channel><title>Post</title><item>
            <title>A &amp; B&rsquo;s</title><link>https://example.org/1</link><pubDate>Sun, 11 Aug 2024 06:30:00 GMT</pubDate>
            <description>&lt;p&gt;One.&lt;/p&gt;</description><content><![CDATA[<p>Two<br>three.</p>]]></content></item>
            </channel></rss>
            """
        ),
        (
            "a.atom",
            """
            <feed xmlns="http://www.w3.org/2005/Atom"><title>Post</title><entry><link rel="alternate" href="https://example.org/1"/>
            <id>x:1</id><updated>2024-08-12</updated><content type="xhtml"><div><p>Two &lt; <b>three</b>.</p></div></content>
            </entry></feed>
            """
        ),
        (
            "a.mbox",
            """
            From a@example.org Sun Aug 11 06:30:00 2024
            From: =?utf-8?Q?River_Post_=E2=80=93?= <a@example.org>
            Subject: =?windows-1251?B?0fPs+w==?=
            Date: Sun, 11 Aug 2024 06:30:00 +0300
            Content-Type: multipart/alternative; boundary="b1"

            --b1
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            Two died =E2=80=93 the governor=
             said.
            --b1
            Content-Type: text/html
            Content-Transfer-Encoding: base64

            PHA+T25lLjwvcD4=
            --b1--

            From b@example.org Sun Aug 11 06:30:00 2024
            Subject: B

            Three.

            """
        ),
        (
            "a.md",
            "---\ntitle: Night\npublished: 2024-08-11\n---\n# Night\n\n- *Two* [died](https://example.org) | `x`\n\n> Three.\n"
        ),
        (
            "a.html",
            """
            <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Night</title>
            <script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2024-08-11"}</script></head>
            <body><nav><a href="/">Home</a></nav><article><h1>Night</h1><p>Drones hit Odesa&rsquo;s port on Sunday.</p>
            <table><tr><td>Two</td></tr></table><ul><li>died</li></ul></article><!-- end --></body></html>
            """
        ),
    ]

    /// What breaks forms where it is put.
    private static let marks: [[UInt8]] =
        [
            "<", ">", "</", "<![CDATA[", "]]>", "<!--", "<!DOCTYPE x [", "&", "&#0;", "&#x110000;", "&lt;", "{", "}",
            "[", "]",
            "\"", "\\", "\\u", "\\ud800", ",", ":", "\n", "\r", "\r\n", "\n\n", "--b1", "--b1--", "From ", "=?", "?=",
            "=", "---",
            "Content-Type: multipart/mixed; boundary=b1\n\n", "charset=utf-16", "encoding=\"x\"", "\u{AD}", "\u{202E}",
            "\u{301}", "\u{FEFF}", "99999999999999999999", "-1", "null", "NaN",
        ].map { Array($0.utf8) } + [
            [0], [0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xFF, 0xFE], [0x1F, 0x8B, 8], [0xF4, 0x90, 0x80, 0x80],
        ]

    @Test(arguments: samples.indices)
    func `a changed file gives articles and faults, and nothing worse`(sample: Int) throws {
        let (name, text) = MutationTests.samples[sample]
        let folder = try TemporaryFolder()
        var dice = Seeded(seed: MutationTests.seed &+ UInt64(sample))
        for _ in 0..<MutationTests.count {
            var bytes = Array(text.utf8)
            if Int.random(in: 0..<8, using: &dice) == 0 {
                bytes = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
            }
            for _ in 0..<Int.random(in: 1...4, using: &dice) { MutationTests.change(&bytes, &dice) }
            let path = try folder.write(name, bytes)
            var found = 0
            for record in ArticleReaders.standard.records(in: path) {
                found += 1
                do throws(ArticleError) {
                    let article = try record.article()
                    #expect(article.path.hasPrefix(path))
                    #expect(!article.body.isEmpty)
                    #expect(!article.body.utf8.contains(0))
                    #expect(article.title?.contains("\n") != true)
                } catch {
                    #expect(error.description.hasPrefix(ArticleError.printable(path)))
                }
            }
            #expect((1...10_000).contains(found))
        }
    }

    private static func change(_ bytes: inout [UInt8], _ dice: inout Seeded) {
        let start = Int.random(in: 0...bytes.count, using: &dice)
        let end = min(bytes.count, start + Int.random(in: 0...30, using: &dice))
        switch Int.random(in: 0..<7, using: &dice) {
        case 0 where start < bytes.count: bytes[start] ^= 1 << UInt8.random(in: 0...7, using: &dice)
        case 1: bytes.removeSubrange(start..<end)
        case 2: bytes.removeSubrange(start...)
        case 3: bytes.insert(contentsOf: bytes[start..<end], at: Int.random(in: 0...bytes.count, using: &dice))
        case 4:
            let other = samples.randomElement(using: &dice).map { Array($0.text.utf8) } ?? []
            bytes.replaceSubrange(start..<end, with: other.dropFirst(Int.random(in: 0...other.count, using: &dice)))
        case 5:
            let mark = marks.randomElement(using: &dice) ?? []
            let count = Int.random(in: 0..<10, using: &dice) == 0 ? 2000 : 1
            bytes.insert(contentsOf: repeatElement(mark, count: count).joined(), at: start)
        default: bytes.insert(contentsOf: marks.randomElement(using: &dice) ?? [], at: start)
        }
    }
}
