import Articles
import DatelineCore
import Testing

@Suite struct PlainTextReaderTests {
    private func article(_ text: String, defaults: ArticleDefaults = .init()) throws -> Article {
        try PlainTextReader().read(Array(text.utf8), path: "news.txt", defaults: defaults)
    }

    @Test func `front matter gives the title, publisher, day, address and language`() throws {
        let article = try article(
            """
            ---
            title: "Drones over the port: a long night"
            publisher: Coastal Courier
            published: 2024-08-11
            url: https://courier.example/night
            language: en
            author: nobody asked for this key
            ---

            Two drones fell on the port overnight.

            Nobody was hurt.
            """
        )
        #expect(article.path == "news.txt")
        #expect(article.title == "Drones over the port: a long night")
        #expect(article.publisher == "Coastal Courier")
        #expect(article.published == CivilDate(iso: "2024-08-11"))
        #expect(article.url == "https://courier.example/night")
        #expect(article.language == "en")
        #expect(article.body == "Two drones fell on the port overnight.\n\nNobody was hurt.")
    }

    @Test func `a text without front matter is all body`() throws {
        let article = try article("Two drones fell.\n")
        #expect(article == Article(path: "news.txt", body: "Two drones fell."))
    }

    @Test func `defaults stand in only for what the file does not say`() throws {
        let defaults = ArticleDefaults(published: CivilDate(iso: "2020-01-02"), publisher: "The Default")
        let silent = try article("Text.", defaults: defaults)
        #expect(silent.published == CivilDate(iso: "2020-01-02"))
        #expect(silent.publisher == "The Default")
        let outspoken = try article(
            "---\npublished: 2024-08-11\npublisher: Courier\n---\nText.",
            defaults: defaults
        )
        #expect(outspoken.published == CivilDate(iso: "2024-08-11"))
        #expect(outspoken.publisher == "Courier")
    }

    @Test(arguments: [
        ("2024-08-11", "2024-08-11"), ("2024-08-11T23:30:00-05:00", "2024-08-11"), ("\"2024-08-11\"", "2024-08-11"),
        ("2024-08-11 06:00", "2024-08-11"),
    ])
    func `a day of publication may carry a time, and keeps its day`(written: String, day: String) throws {
        #expect(try article("---\npublished: \(written)\n---\nText.").published == CivilDate(iso: day))
    }

    @Test(arguments: ["~", "null", "", "\"\""])
    func `a key without a value is a key left out`(written: String) throws {
        #expect(try article("---\npublished: \(written)\ntitle: \(written)\n---\nText.").published == nil)
        #expect(try article("---\ntitle: \(written)\n---\nText.").title == nil)
    }

    @Test func `a title that looks like a number or a truth stays a text`() throws {
        #expect(try article("---\ntitle: 1984\nlanguage: no\n---\nText.").title == "1984")
        #expect(try article("---\ntitle: 1984\nlanguage: no\n---\nText.").language == "no")
    }

    @Test(arguments: [
        ("Aleppo live: fighting resumes", "Aleppo live: fighting resumes"),
        ("\"We heard it\", they say: a night in Sumy", "\"We heard it\", they say: a night in Sumy"),
        ("'Enough': a town speaks", "'Enough': a town speaks"),
    ])
    func `a headline with a colon needs no quotes`(written: String, title: String) throws {
        let article = try article("---\npublisher: 'Courier'\ntitle: \(written)\npublished: 2024-08-11\n---\nText.")
        #expect(article.title == title)
        #expect(article.publisher == "Courier")
        #expect(article.published == CivilDate(iso: "2024-08-11"))
    }

    @Test func `line ends of every system become line feeds`() throws {
        #expect(try article("One.\r\nTwo.\rThree.\nFour.").body == "One.\nTwo.\nThree.\nFour.")
        #expect(try article("---\r\ntitle: Night\r\n---\r\nOne.\r\n").title == "Night")
    }

    @Test func `a byte order mark and white space at the ends go`() throws {
        #expect(try article("\u{FEFF}One.  \n\nTwo.\t\n \n\n").body == "One.\n\nTwo.")
        #expect(try article("\u{FEFF}---\ntitle: Night\n---\nOne.").title == "Night")
    }

    @Test func `a title is one line, however the front matter breaks it`() throws {
        #expect(try article("---\ntitle: |-\n  Night over\n  Odesa\n---\nOne.").title == "Night over Odesa")
    }

    @Test func `letters are composed`() throws {
        let body = try article("Se\u{301}vare\u{301} and Sévaré").body
        #expect(Array(body.utf8) == Array("S\u{E9}var\u{E9} and S\u{E9}var\u{E9}".utf8))
    }

    @Test func `a rule below the first line is no front matter`() throws {
        #expect(try article("One.\n---\ntitle: x\n---\nTwo.").body == "One.\n---\ntitle: x\n---\nTwo.")
    }
}
