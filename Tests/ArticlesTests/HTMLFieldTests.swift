import Articles
import DatelineCore
import Testing

/// What a page says of itself.
@Suite struct HTMLFieldTests {
    @Test func `linked data tells the title, the publisher, the address and the day`() throws {
        let article = try Page.read(
            Page.withHead(
                """
                <title>Bridge shut - Courier</title><meta property="og:title" content="Bridge shut!">
                <script type="application/ld+json">
                {"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "Courier"},
                 {"@type": ["NewsArticle"], "headline": "Bridge at Sebba
                 shut", "datePublished": "2024-08-11T23:30:00+03:00", "inLanguage": "en-GB",
                 "publisher": {"@type": "Organization", "name": "Coastal Courier"},
                 "mainEntityOfPage": {"@id": "https://example.org/bridge"},}]}
                </script>
                """
            )
        )
        #expect(article.title == "Bridge at Sebba shut")
        #expect(article.publisher == "Coastal Courier")
        #expect(article.url == "https://example.org/bridge")
        #expect(article.published == CivilDate(year: 2024, month: 8, day: 11))
        #expect(article.language == "en-GB")
    }

    @Test func `meta elements and the canonical link tell them too`() throws {
        let article = try Page.read(
            Page.withHead(
                """
                <link rel=canonical href="https://example.org/bridge">
                <meta property="og:site_name" content="Coastal Courier">
                <meta property="og:title" content="Bridge shut | Coastal Courier">
                <meta property="article:published_time" content="2024-08-11T06:00Z">
                <meta name="date" content="2020-01-01">
                """,
                html: "<html lang=en>"
            )
        )
        #expect(article.title == "Bridge shut")
        #expect(article.publisher == "Coastal Courier")
        #expect(article.url == "https://example.org/bridge")
        #expect(article.published == CivilDate(year: 2024, month: 8, day: 11))
        #expect(article.language == "en")
    }

    @Test(arguments: [
        ("<meta name=pubdate content='20240811'>", ""),
        ("<meta name=DC.date content='August 11, 2024'>", ""),
        ("<meta name=date content='Sun, 11 Aug 2024 06:00:00 GMT'>", ""),
        ("<link rel=canonical href='https://example.org/2024/08/11/bridge'>", ""),
        ("<!-- saved from url=(0040)https://example.org/news/2024/aug/11/bridge -->", ""),
        ("", "<span itemprop=datePublished>11 August 2024</span>"),
        ("", "<time>on Sunday</time><time datetime='2024-08-11 06:00'>6 am</time>"),
    ])
    func `the day is found in many places and forms`(head: String, top: String) throws {
        let article = try Page.read(Page.withHead(head, top: top))
        #expect(article.published == CivilDate(year: 2024, month: 8, day: 11))
    }

    @Test(arguments: [
        "<meta name=date content='2024-02-30'>", "<meta name=date content='1723356000'>",
        "<link rel=canonical href='https://example.org/story-12345678'>",
        "<link rel=canonical href='https://example.org/mayor-12-2024-plans'>",
        "<script type='application/ld+json'>{{</script>",
    ])
    func `what is no day is none`(head: String) throws {
        #expect(try Page.read(Page.withHead(head)).published == nil)
    }

    @Test(arguments: [
        (
            "<script type='application/ld+json'>{\"@type\": \"Article\", \"dateModified\": \"2024-08-12T01:00Z\"}</script>",
            ""
        ),
        ("<meta property='article:modified_time' content='2024-08-12T01:00Z'>", ""),
        ("<meta property='og:updated_time' content='2024-08-12'>", ""),
        ("", "<time itemprop=dateModified datetime=2024-08-12>changed yesterday</time>"),
        ("", "<time class='small updated' datetime=2024-08-12>12/8</time>"),
        ("", "<time class=modified>12 August 2024</time>"),
    ])
    func `the day of the last change is none of publication`(head: String, top: String) throws {
        let changed = try Page.read(Page.withHead(head, top: top))
        #expect(changed.modified == CivilDate(year: 2024, month: 8, day: 12))
        #expect(changed.published == nil)
        let both = try Page.read(Page.withHead(head, top: top + "<time datetime=2024-08-11>yesterday</time>"))
        #expect(both.modified == CivilDate(year: 2024, month: 8, day: 12))
        #expect(both.published == CivilDate(year: 2024, month: 8, day: 11))
    }

    @Test func `a time that is of both days is both`() throws {
        let page = try Page.read(
            Page.withHead("", top: "<time class='published updated' datetime=2024-08-12>12/8</time>")
        )
        #expect(page.published == CivilDate(year: 2024, month: 8, day: 12))
        #expect(page.modified == page.published)
    }

    @Test func `the only heading of the first level is the title before the page's own`() throws {
        let head = "<title>Courier: news and weather</title>"
        #expect(try Page.read(Page.withHead(head, top: "<h1>Bridge shut</h1>")).title == "Bridge shut")
        #expect(try Page.read(Page.withHead(head, top: "<h1>A</h1><h1>B</h1>")).title == "Courier: news and weather")
    }
}
