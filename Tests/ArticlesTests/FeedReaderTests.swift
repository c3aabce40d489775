import Articles
import DatelineCore
import Foundation
import TestSupport
import Testing

@Suite struct FeedReaderTests {
    private static let rss = """
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
        <channel>
          <title>Coastal Courier</title><link>https://example.org/</link><language>en-GB</language>
          <image><title>Logo</title><url>https://example.org/logo.png</url></image>
          <item>
            <title>Night over Odesa &#8211; &quot;nine&quot; drones</title>
            <link>https://example.org/1</link>
            <guid isPermaLink="false">a81c</guid>
            <pubDate>Sun, 11 Aug 2024 06:30:00 +0300</pubDate>
            <description>Nine drones &amp;hellip;</description>
            <content:encoded><![CDATA[<p>Nine drones were shot down over Odesa&rsquo;s port.</p><p>No one was hurt.</p>]]></content:encoded>
          </item>
          <item>
            <title>Shelling</title>
            <guid isPermaLink="false">a81d</guid>
            <description>Shells fell on Kherson &amp; Beryslav&mdash;again.</description>
          </item>
        </channel>
        </rss>
        """

    @Test func `the items of RSS are articles, with the feed's title as their publisher`() throws {
        let found = try Reading("feed.xml", FeedReaderTests.rss)
        #expect(
            found.articles == [
                Article(
                    path: "feed.xml:1",
                    url: "https://example.org/1",
                    publisher: "Coastal Courier",
                    published: CivilDate(year: 2024, month: 8, day: 11),
                    title: "Night over Odesa – \"nine\" drones",
                    language: "en-GB",
                    body: "Nine drones were shot down over Odesa’s port.\n\nNo one was hurt."
                ),
                Article(
                    path: "feed.xml#a81d",
                    publisher: "Coastal Courier",
                    title: "Shelling",
                    language: "en-GB",
                    body: "Shells fell on Kherson & Beryslav—again."
                ),
            ]
        )
        #expect(found.faults.isEmpty)
    }

    @Test func `the entries of Atom are articles, with markup in any of its three ways`() throws {
        let found = try Reading(
            "feed.atom",
            """
            <feed xmlns="http://www.w3.org/2005/Atom"><title>River Post</title>
            <link rel="self" href="https://example.org/feed"/>
            <entry><title type="html">A &amp;amp; B</title><link rel="alternate" href="https://example.org/1"/>
            <link rel="edit" href="https://example.org/edit/1"/>
            <id>tag:example.org,2024:1</id><updated>2024-08-12T01:00:00Z</updated><published>2024-08-11T23:00:00Z</published>
            <content type="html">&lt;p&gt;Two died.&lt;/p&gt;&lt;p&gt;Three fled.&lt;/p&gt;</content><summary>Short.</summary></entry>
            <entry><title>C</title><id>tag:example.org,2024:2</id><updated>2024-08-12T01:00:00Z</updated>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Two &lt; <b>three</b>.</p><p>Four.</p></div></content>
            </entry>
            <entry><title>D</title><link href="https://example.org/3"/><summary>Plain text.</summary></entry>
            </feed>
            """
        )
        #expect(found.articles.map(\.body) == ["Two died.\n\nThree fled.", "Two < three.\n\nFour.", "Plain text."])
        #expect(found.articles.map(\.title) == ["A & B", "C", "D"])
        #expect(found.articles.map(\.url) == ["https://example.org/1", nil, "https://example.org/3"])
        #expect(found.articles.map { $0.published?.description } == ["2024-08-11", "2024-08-12", nil])
        #expect(found.articles.map { $0.modified?.description } == ["2024-08-12", "2024-08-12", nil])
        #expect(found.articles.map(\.path) == ["feed.atom:1", "feed.atom#tag:example.org,2024:2", "feed.atom:3"])
        #expect(found.articles.allSatisfy { $0.publisher == "River Post" })
    }

    @Test func `RSS 1.0 keeps its items beside the channel`() throws {
        let found = try Reading(
            "feed.rdf",
            """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
             xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Hill Times</title></channel>
            <item><title>One</title><link>https://example.org/1</link><description>Two died.</description>
            <dc:date>2024-08-11</dc:date></item></rdf:RDF>
            """
        )
        #expect(found.articles.map(\.publisher) == ["Hill Times"])
        #expect(found.articles.map { $0.published?.description } == ["2024-08-11"])
    }

    @Test func `a feed that is cut off keeps its whole items and says so`() throws {
        let cut = FeedReaderTests.rss.prefix { $0 != "—" }.utf8.dropLast(60)
        let found = try Reading("feed.xml", cut)
        #expect(found.articles.map(\.path) == ["feed.xml:1"])
        #expect(found.faults == ["feed.xml: the feed is cut off; 1 whole item was read"])
    }

    @Test func `a feed is known without its name, in any encoding`() throws {
        let feed = "<?xml version=\"1.0\" encoding=\"windows-1251\"?><rss><channel><item><description>One drone over "
        let bytes =
            Array(feed.utf8) + [0xC4, 0xED, 0xE5, 0xEF, 0xF0] + Array(".</description></item></channel></rss>".utf8)
        #expect(try Reading("feed", bytes).articles.map(\.body) == ["One drone over Днепр."])
    }

    @Test func `XML that is no feed is told`() throws {
        #expect(
            try Reading("page.xml", "<note><item><description>x</description></item></note>").faults
                == ["page.xml: no feed: its first element is none of RSS or Atom"]
        )
    }

    // MARK: Hostile feeds

    @Test func `entities that would grow without end are not expanded`() throws {
        var bomb = "<!DOCTYPE rss [<!ENTITY a0 \"boom\">"
        for level in 1...12 {
            let inner = String(repeating: "&a\(level - 1);", count: 10)
            bomb += "<!ENTITY a\(level) \"\(inner)\">"
        }
        bomb += "<!ENTITY file SYSTEM \"file:///etc/hostname\">]><rss><channel><item><description>One."
        bomb += "&a12;&file;</description></item></channel></rss>"
        let found = try Reading("feed.xml", bomb)
        #expect(found.articles.allSatisfy { $0.body.utf8.count < 100 })
    }

    @Test func `what feeds declare is freed with them`() throws {
        let entities = (0..<5000).map { "<!ENTITY a\($0) \"\">" }.joined()
        let feed = "<!DOCTYPE rss [\(entities)]><rss><channel/></rss>"
        let before = try residentPages()
        for _ in 0..<300 { _ = try Reading("feed.xml", feed) }
        let growth = try (residentPages() - before) * 4096
        #expect(growth < 200_000_000, "300 feeds of 5,000 entities each left \(growth) bytes in memory")
    }

    /// The pages of memory that the test run has.
    private func residentPages() throws -> Int {
        let fields = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")
        return try #require(fields.dropFirst().first.flatMap { Int($0) })
    }

    @Test func `a million attributes, deep elements and a long text end the feed in time`() throws {
        let opening = "<rss><channel><item><description>One.</description></item>"
        let attributes = (0..<200_000).map { " a\($0)=\"\"" }.joined()
        let many = try Reading("feed.xml", opening + "<item\(attributes)><description>Two.</description></item>")
        #expect(many.articles.map(\.body) == ["One."])
        #expect(
            many.faults == [
                "feed.xml: an element has more than 5000 attributes, as in no feed; 1 whole item was read"
            ]
        )
        let deep = try Reading("feed.xml", opening + String(repeating: "<b>", count: 200_000))
        #expect(deep.articles.map(\.body) == ["One."])
        #expect(deep.faults.count == 1)
        let long = String(repeating: "<i>x</i>", count: 1_100_000)
        let large = try Reading("feed.xml", opening + "<item><description>\(long)</description></item></channel></rss>")
        #expect(large.articles.map(\.body) == ["One."])
        #expect(large.faults == ["feed.xml:2: larger than an article may be: the limit is 8388608 bytes (8 MB)"])
    }
}
