import Articles
import DatelineCore
import Testing

struct HTMLReaderTests {
    private func read(_ page: String) throws -> Article {
        try HTMLReader().read(Array(page.utf8), path: "page.html", defaults: .init())
    }

    @Test func `paragraphs stand apart and the title is the page's`() throws {
        let article = try read(
            """
            <!DOCTYPE html>
            <html><head><title>Bridge  shut &amp; guarded</title><script>var a = "<p>no</p>";</script></head>
            <body><h2>Sebba</h2><p>The bridge was <b>shut</b> on Monday,
            the mayor said.<p>Nobody was hurt.
            <ul><li>Two lorries waited<li>One turned back</ul></body></html>
            """
        )
        #expect(article.title == "Bridge shut & guarded")
        #expect(
            article.body == """
                Sebba

                The bridge was shut on Monday, the mayor said.

                Nobody was hurt.

                • Two lorries waited

                • One turned back
                """
        )
    }

    @Test func `a page that is nested too deep is refused`() {
        let page = String(repeating: "<div>", count: 200_000) + "Deep."
        #expect(throws: ArticleError.self) { try read(page) }
    }

    @Test func `a page without text is empty`() {
        #expect(throws: ArticleError.self) { try read("<html><body><script>one()</script></body></html>") }
    }
}
