import Articles
import DatelineCore
import TestSupport
import Testing

@Suite struct JSONReaderTests {
    @Test func `one object is one article under the file's own name`() throws {
        let found = try Reading(
            "page.json",
            #"{"maintext": "Drones hit Odesa.", "date_publish": "2024-08-11 06:30:00"}"#
        )
        #expect(found.articles.map(\.path) == ["page.json"])
        #expect(found.articles.map(\.published) == [CivilDate(year: 2024, month: 8, day: 11)])
    }

    @Test(arguments: [
        #"[{"text": "One."}, {"text": "Two."}]"#,
        #"{"status": "ok", "articles": [{"text": "One."}, {"text": "Two."}]}"#,
        #"{"response": {"total": 2, "docs": [{"text": "One."}, {"text": "Two."}]}}"#,
        #"{"hits": {"hits": [{"_source": {"text": "One."}}, {"_source": {"text": "Two."}}]}}"#,
        "{\"text\": \"One.\"}\n{\"text\": \"Two.\"}\n",
        "[\n  {\n    \"text\": \"One.\"\n  },\n  {\n    \"text\": \"Two.\"\n  }\n]\n",
    ])
    func `lists of articles are found where interfaces put them`(text: String) throws {
        let found = try Reading("news.json", text)
        #expect(found.articles.map(\.body) == ["One.", "Two."])
        #expect(found.articles.map(\.path) == ["news.json:1", "news.json:2"])
        #expect(found.faults.isEmpty)
    }

    @Test func `fields inside others are found by their paths`() throws {
        let found = try Reading(
            "news.json",
            """
            {"webTitle": "Night", "webPublicationDate": "2024-08-11T06:30:00Z", "fields": {"bodyText": "Drones hit Odesa."},
             "publisher": {"name": "Coastal Courier", "url": "https://example.org"}}
            """
        )
        let article = try #require(found.articles.first)
        #expect(article.title == "Night")
        #expect(article.publisher == "Coastal Courier")
        #expect(article.body == "Drones hit Odesa.")
    }

    @Test func `a list of paragraphs is one text, and an address is no outlet`() throws {
        let found = try Reading(
            "page.json",
            #"{"text": ["One.", "Two."], "source": "https://example.org/a", "hostname": "example.org"}"#
        )
        #expect(found.articles.map(\.body) == ["One.\n\nTwo."])
        #expect(found.articles.map(\.publisher) == ["example.org"])
    }

    @Test func `a broken element is a fault, and the next is read`() throws {
        let found = try Reading("news.json", #"[{"text": "One."}, {"text": nothing}, 17, {"text": "Four."}]"#)
        #expect(found.articles.map(\.body) == ["One.", "Four."])
        #expect(
            found.faults == [
                "news.json:2: no JSON: no value of JSON begins so, at byte 10 of the record",
                "news.json:3: no object of JSON, so there are no fields in it",
            ]
        )
    }

    @Test func `a list that is cut off keeps its whole elements and says so`() throws {
        let found = try Reading("news.json", #"[{"text": "One."}, {"text": "Tw"#)
        #expect(found.articles.map(\.body) == ["One."])
        #expect(found.faults == ["news.json:2: the file ends inside the record"])
    }

    @Test func `an element above the limit is passed over without being held`() throws {
        let long = "{\"text\": \"" + String(repeating: "x", count: ArticleReaders.sizeLimit) + "\"}"
        let found = try Reading("news.json", "[\(long), {\"text\": \"Two.\"}]")
        #expect(found.articles.map(\.path) == ["news.json:2"])
        #expect(found.faults == ["news.json:1: larger than an article may be: the limit is 8388608 bytes (8 MB)"])
    }

    @Test func `an empty list holds no article`() throws {
        #expect(try Reading("news.json", "[]").faults == ["news.json: empty: the file holds no article"])
    }
}
