import DatelineCore
import Testing

@testable import Articles

@Suite struct HTMLReaderTests {
    @Test func `paragraphs stand apart, items have their mark, and entities are letters`() throws {
        let article = try Page.read(
            """
            <!DOCTYPE html>
            <html><head><title>Bridge  shut &amp; guarded</title><script>var a = "<p>no</p>";</script></head>
            <body><p>The bridge at Sebba was <b>shut</b> on Monday,
            the mayor&rsquo;s office said.<p>Nobody was hurt, said a spokeswoman for the police of the town.
            <ul><li>Two lorries waited at the eastern end of the bridge<li>One turned back</ul>
            <p>Traffic is led over the ford.<br>It is open by day.<br><br>The repair takes until Friday, at the earliest.
            </body></html>
            """
        )
        #expect(article.title == "Bridge shut & guarded")
        #expect(
            article.body == """
                The bridge at Sebba was shut on Monday, the mayor’s office said.

                Nobody was hurt, said a spokeswoman for the police of the town.

                • Two lorries waited at the eastern end of the bridge

                • One turned back

                Traffic is led over the ford.
                It is open by day.

                The repair takes until Friday, at the earliest.
                """
        )
    }

    @Test func `what stands beside the article is left out`() throws {
        let article = try Page.read(
            """
            <body><nav><a href=/>Home</a> <a href=/world>World</a></nav>
            <div class="cookie-banner"><p>We use cookies so that the site works. You may refuse them at any time.</p></div>
            <div class="layout has-sidebar"><div class="story-body">
            <h1>Bridge shut</h1><p class="byline">By Our Reporter</p>
            <p>The bridge was shut on Monday after a lorry had broken through the railing, the mayor said.</p>
            <figure><img src=a.jpg><figcaption>The bridge on Monday. Photo: A. Keller</figcaption></figure>
            <p>Read more: <a href=/1>Lorry falls into the river</a></p>
            <p>Nobody was hurt, and the driver was questioned by the police in the afternoon, they said.</p>
            <p>Sign up for our newsletter</p>
            <ul class="related-links"><li><a href=/2>Ferry runs again</a></li><li><a href=/3>Ford open</a></li></ul>
            </div><aside><p>The weather will be fine until the weekend, with some rain in the hills.</p></aside></div>
            <section id="comments"><p>I have never liked that bridge, and I said so when it was built in the spring.</p>
            </section><footer><p>All rights reserved by the Courier and its owners, since the founding.</p></footer></body>
            """
        )
        #expect(
            article.body == """
                The bridge was shut on Monday after a lorry had broken through the railing, the mayor said.

                Nobody was hurt, and the driver was questioned by the police in the afternoon, they said.
                """
        )
    }

    @Test func `a standfirst above the text is read with it`() throws {
        let article = try Page.read(
            """
            <div class=top><h1>Bridge shut</h1><p>A lorry broke through the railing of the bridge at Sebba on Monday.</p>
            <p>Updated 14:05</p></div><div class="article-body">
            <p>The bridge was shut in the morning, and the mayor said that it would stay so for a week at least.</p>
            <p>Nobody was hurt, and the driver was questioned by the police in the afternoon, they said.</p></div>
            """
        )
        #expect(
            article.body.hasPrefix("A lorry broke through the railing of the bridge at Sebba on Monday.\n\nThe bridge")
        )
        #expect(!article.body.contains("Updated"))
    }

    @Test(arguments: [
        "class=related", "class = 'x RELATED'", #"data-a="b > c" id=comments"#, #"style="color: red; DISPLAY : none""#,
        "hidden", "aria-hidden='true'", "role=navigation", "onclick='a(\"b\")'class=\"related\"/ data-b",
    ])
    func `an attribute says that an element stands beside the text, whatever stands around it`(mark: String) throws {
        let text = "The bridge was shut on Monday after a lorry had broken through the railing, the mayor said."
        let page = "<div title='2 > 1'><p>\(text)</p><p \(mark)>The ferry runs again since last week.</p></div>"
        #expect(try Page.read(page).body == text)
    }

    @Test func `of two attributes of one name the first counts`() throws {
        let text = "The bridge was shut on Monday after a lorry had broken through the railing, the mayor said."
        let beside = "The ferry runs again since last week, and the ford is open by day."
        let page = "<p class=text class=related>\(text)</p><p class=related class=text>\(beside)</p>"
        #expect(try Page.read(page).body == text)
    }

    @Test(arguments: ["/x", "/\"", "/ style=top", " / x"])
    func `a slash within a tag does not end its element`(mark: String) throws {
        let text = "The bridge was shut on Monday after a lorry had broken through the railing, the mayor said."
        let beside = "The ferry runs again since last week, and the ford is open by day."
        let page = "<article><p>\(text)</p></article><aside\(mark)><p>\(beside)</p></aside>"
        #expect(try Page.read(page).body == text)
    }

    @Test func `verbatim text keeps its line breaks, around elements too`() throws {
        let text = "The bridge was shut on Monday after a lorry had broken through the railing, the mayor said."
        let article = try Page.read(
            "<article><p>\(text)</p>\n\n\n  <pre>Sebba   <b>open</b>\n   "
                + "<b>Dorin</b>  \t shut\n \n\n\n  <b>Titabe</b>\topen</pre></article>"
        )
        #expect(article.body == "\(text)\n\nSebba open\nDorin shut\n\nTitabe open")
    }

    @Test func `a name that says sidebar does not hide the article itself`() throws {
        let text = "The bridge was shut on Monday after a lorry had broken through the railing, the mayor said."
        let article = try Page.read("<div class='main sidebar'><p>\(text)</p></div><div><p>Short note.</p></div>")
        #expect(article.body == text)
    }

    @Test(arguments: ["\0", "\0\0\0\0", String(repeating: "\0", count: 300)])
    func `zero bytes are as if they were not there`(zeros: String) throws {
        // A page in UTF-16 may hold them, or a field of a record.
        let page = Page.withHead("", top: "@<script>var hidden = \"<p>no</p>\"</script><!-- no -->")
        let clean = HTMLScrubber(Array(page.replacing("@", with: "").utf8))
        let dirty = HTMLScrubber(Array((zeros + page.replacing("@", with: zeros) + zeros).utf8))
        #expect(dirty.markup == clean.markup)
        #expect(!String(decoding: clean.markup, as: UTF8.self).contains("no"))
    }

    @Test func `headings between paragraphs stay, and rows of a table are lines`() throws {
        let first = "The bridge was shut on Monday after a lorry had broken through the railing, the mayor said."
        let article = try Page.read(
            """
            <article><p>\(first)<h2>What is known</h2><table><tr><th>Hurt<td>0<tr><th>Lorries<td>1</table>
            <p>Nobody was hurt, and the driver was questioned by the police in the afternoon, they said.</article>
            """
        )
        #expect(article.body.hasPrefix("\(first)\n\nWhat is known\n\nHurt 0\n\nLorries 1\n\nNobody was hurt"))
    }

    @Test func `the text in a page's data is taken where the page shows none`() throws {
        let text = "The bridge at Sebba was shut on Monday, the mayor said. Nobody was hurt."
        let data = #"{"@context": "https://schema.org", "@type": "NewsArticle", "articleBody": "\#(text)"}"#
        let article = try Page.read("<script type='application/ld+json'>\(data)</script><div id=app></div>")
        #expect(article.body == text)
    }

    @Test func `a page is known by its beginning`() {
        let reader = HTMLReader()
        #expect(reader.recognises(Array("\u{FEFF} <!DOCTYPE html>\n<title>".utf8)[...]))
        #expect(reader.recognises(Array("<?xml version='1.0'?><HTML lang=en>".utf8)[...]))
        #expect(!reader.recognises(Array("<?xml version='1.0'?><rss><channel>".utf8)[...]))
        #expect(!reader.recognises(Array("The tag <html> begins a page.".utf8)[...]))
    }
}

/// Pages written in tests.
enum Page {
    static func read(_ page: String) throws -> Article {
        try HTMLReader().read(Array(page.utf8), path: "page.html", defaults: .init())
    }

    /// A page with a head and one paragraph.
    static func withHead(_ head: String, html: String = "<html>", top: String = "") -> String {
        """
        \(html)<head>\(head)</head><body>\(top)<p>The bridge was shut on Monday after a lorry had broken through the \
        railing, the mayor said.</p></body></html>
        """
    }
}
