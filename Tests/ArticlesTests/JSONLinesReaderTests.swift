import Articles
import DatelineCore
import TestSupport
import Testing

@Suite struct JSONLinesReaderTests {
    @Test func `each line is an article, named by its line`() throws {
        let found = try Reading(
            "dump.jsonl",
            """
            {"title": "Night over Odesa", "text": "Drones hit Odesa.", "source": {"name": "Coastal Courier"}, \
            "published_at": "2024-08-11T06:30:00Z", "updated_at": "2024-08-12T06:30:00Z", "url": "https://example.org/1", "language": "en"}

            {"headline": "Shelling", "articleBody": "Shells fell on Kherson.", "publisher": "River Post"}

            """
        )
        #expect(
            found.articles == [
                Article(
                    path: "dump.jsonl:1",
                    url: "https://example.org/1",
                    publisher: "Coastal Courier",
                    published: CivilDate(year: 2024, month: 8, day: 11),
                    modified: CivilDate(year: 2024, month: 8, day: 12),
                    title: "Night over Odesa",
                    language: "en",
                    body: "Drones hit Odesa."
                ),
                Article(
                    path: "dump.jsonl:3",
                    publisher: "River Post",
                    title: "Shelling",
                    body: "Shells fell on Kherson."
                ),
            ]
        )
        #expect(found.faults.isEmpty)
    }

    @Test func `a faulty line is named, and the rest is read`() throws {
        let found = try Reading(
            "dump.jsonl",
            """
            {"text": "One."}
            {"text": "Two."
            ["Three."]
            {"title": "Four", "rank": 4}
            {"text": " "}
            {"text": "Six."}
            """
        )
        #expect(found.articles.map(\.body) == ["One.", "Six."])
        #expect(
            found.faults == [
                "dump.jsonl:2: no JSON: a comma or a brace is missing, at byte 16 of the record",
                "dump.jsonl:3: no object of JSON, so there are no fields in it",
                "dump.jsonl:4: no text among its fields title, rank; a map says which it is: --map",
                "dump.jsonl:5: no text among its fields text; a map says which it is: --map",
            ]
        )
    }

    @Test func `a record without an address is named by its id where it has one`() throws {
        let lines = #"{"id": 7, "text": "One."}"# + "\n" + #"{"id": 8, "url": "https://example.org/8", "text": "Two."}"#
        #expect(try Reading("dump.jsonl", lines).articles.map(\.path) == ["dump.jsonl#7", "dump.jsonl:2"])
    }

    @Test func `a record's own path is its name`() throws {
        let lines = #"{"path": "a.txt", "id": 7, "text": "One."}"# + "\n" + #"{"path": ["World"], "text": "Two."}"#
        #expect(try Reading("dump.jsonl", lines).articles.map(\.path) == ["a.txt", "dump.jsonl:2"])
        let folder = try TemporaryFolder()
        let map = try folder.write("map.yaml", "fields: {path: []}".utf8)
        let readers = ArticleReaders.standard(map: try ArticleMap(fileAt: map))
        #expect(
            try Reading("dump.jsonl", lines, readers: readers).articles.map(\.path) == ["dump.jsonl#7", "dump.jsonl:2"]
        )
    }

    @Test func `a line above the limit is passed over without being held`() throws {
        let long = #"{"text": ""# + String(repeating: "x", count: ArticleReaders.sizeLimit) + "\"}\n"
        let found = try Reading("dump.jsonl", long + #"{"text": "Two."}"#)
        #expect(found.articles.map(\.path) == ["dump.jsonl:2"])
        #expect(
            found.faults == ["dump.jsonl:1: larger than an article may be: the limit is 8388608 bytes (8 MB)"]
        )
    }

    @Test func `what scrapers write beside the standard is let pass`() throws {
        let found = try Reading("d.jsonl", #"{"text": "A\ud83d\ude00 B\ud83d C\u0000\u2019s", "date": NaN}"#)
        #expect(found.articles.map(\.body) == ["A😀 B\u{FFFD} C’s"])
    }

    @Test func `a date in no known form is noted, and not guessed`() throws {
        let found = try Reading("d.jsonl", #"{"text": "One.", "date": "04/05/2024"}"#)
        #expect(found.articles.first?.published == nil)
        #expect(
            found.notes == [
                "d.jsonl:1: the date \"04/05/2024\" is in no form that is read; the article is kept without it"
            ]
        )
    }

    @Test func `a line in another encoding is read by what it looks like`() throws {
        let windows = Array(#"{"text": "The governor"#.utf8) + [0x92] + Array("s office.\"}\n".utf8)
        let found = try Reading("d.jsonl", Array("{\"text\": \"Zürich, Łódź, Київ.\"}\n".utf8) + windows)
        #expect(found.articles.map(\.body) == ["Zürich, Łódź, Київ.", "The governor’s office."])
    }

    @Test func `UTF-16 is read with and without its mark`() throws {
        let units = Array("{\"text\": \"Один дрон over Sumy.\"}\n".utf16)
        let little = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let big = units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        for bytes in [little, big, [0xFF, 0xFE] + little, [0xFE, 0xFF] + big] {
            #expect(try Reading("d.jsonl", bytes).articles.map(\.body) == ["Один дрон over Sumy."])
        }
    }

    @Test(arguments: [200, 5000, 1_000_000])
    func `deep nesting is a fault of its line`(depth: Int) throws {
        let nested = "{\"text\": " + String(repeating: "[", count: depth) + "\n{\"text\": \"Two.\"}"
        let found = try Reading("d.jsonl", nested)
        #expect(found.articles.map(\.body) == ["Two."])
        #expect(found.faults.first?.contains("no JSON: lists and objects lie more than 200 deep") == true)
    }
}
