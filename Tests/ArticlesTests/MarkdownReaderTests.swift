import Articles
import DatelineCore
import Testing

@Suite struct MarkdownReaderTests {
    private func article(_ text: String) throws -> Article {
        try MarkdownReader().read(Array(text.utf8), path: "news.md", defaults: .init())
    }

    @Test func `a page reads like its text`() throws {
        let article = try article(
            """
            ---
            publisher: Coastal Courier
            ---
            # Drones over the port #

            The **port** of *Verin* was [attacked](https://courier.example/1 "old") overnight,
            the __governor__ said.
            ## In short
            - 14 drones were ~~seen~~ `downed`
            * two fell
              on a warehouse
            1. Nobody was hurt

            > "We heard it
            > twice," a resident said.

            ***
            More at <https://courier.example> &amp; on air.
            """
        )
        #expect(article.title == "Drones over the port")
        #expect(
            article.body == """
                Drones over the port

                The port of Verin was attacked overnight,
                the governor said.

                In short

                • 14 drones were seen downed
                • two fell
                on a warehouse
                • Nobody was hurt

                "We heard it
                twice," a resident said.

                More at https://courier.example & on air.
                """
        )
    }

    @Test(arguments: [
        ("5 * 3 * 2", "5 * 3 * 2"), ("snake_case_name", "snake_case_name"),
        ("**bold *and slanted***", "bold and slanted"),
        ("***both***", "both"), ("_Kyiv_, *Sumy*", "Kyiv, Sumy"), ("a lone * star and *one", "a lone * star and *one"),
        ("\\*not slanted\\*", "*not slanted*"), ("**split\nover lines**", "split\nover lines"),
        ("`*as it is*`", "*as it is*"), ("*Zélensky*é", "Zélenskyé"),
    ])
    func `emphasis goes and what only looks like it stays`(markdown: String, text: String) throws {
        #expect(try article(markdown).body == text)
    }

    @Test(arguments: [
        ("[Kyiv Post](https://a.example/x_(y))", "Kyiv Post"),
        ("[Kyiv][1] fell\n\n[1]: https://a.example", "Kyiv fell"),
        ("![smoke over Sumy](a.png)", "smoke over Sumy"), ("he said [sic] so", "he said [sic] so"),
        ("[![logo](l.png) home](https://a.example)", "logo home"), ("wounded.[^2]", "wounded."),
        ("[unclosed (14", "[unclosed (14"), ("wow! [a](b)", "wow! a"),
    ])
    func `a link keeps its words and loses its address`(markdown: String, text: String) throws {
        #expect(try article(markdown).body == text)
    }

    @Test(arguments: [
        ("one<br>two", "one\ntwo"), ("a <b>bold</b> word", "a bold word"), ("3 < 5 and 5 > 3", "3 < 5 and 5 > 3"),
        ("before <!-- hidden\n\nnote --> after", "before  after"), ("AT&T &amp; co", "AT&T & co"),
        ("never closed <!-- stays", "never closed <!-- stays"),
    ])
    func `tags, comments and entities become text`(markdown: String, text: String) throws {
        #expect(try article(markdown).body == text)
    }

    @Test func `underlined headings are headings`() throws {
        let article = try article("Drones over the port\n====\nText.\n\nIn short\n---\nMore.")
        #expect(article.title == "Drones over the port")
        #expect(article.body == "Drones over the port\n\nText.\n\nIn short\n\nMore.")
    }

    @Test func `a year at the start of a wrapped line is no item`() throws {
        #expect(
            try article("It was the worst since\n2014. Twelve died in\n10. Not a list.").body.contains("2014. Twelve")
        )
    }

    @Test func `fenced text is kept letter for letter`() throws {
        #expect(try article("Before\n```json\n{\"*\": \"_\"}\n```\nAfter").body == "Before\n\n{\"*\": \"_\"}\n\nAfter")
    }

    @Test func `a title in the front matter wins over the heading`() throws {
        #expect(try article("---\ntitle: Night\n---\n# Day\nText.").title == "Night")
    }

    @Test(arguments: ["[", "*a ", "<", "`a ", "[](", "> "])
    func `a text of nothing but marks takes no time`(mark: String) throws {
        let text = String(repeating: mark, count: 50_000) + "x"
        let time = try ContinuousClock().measure { _ = try article(text) }
        #expect(time < .seconds(20))
    }
}
