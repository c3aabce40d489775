import Articles
import DatelineCore
import TestSupport
import Testing

@Suite struct TableReaderTests {
    @Test func `each row is an article, named by the line at which it begins`() throws {
        let found = try Reading(
            "news.csv",
            """
            id,title,publication,date,url,content
            1,Night,Coastal Courier,2024-08-11,https://example.org/1,"Drones hit ""Odesa"".

            Two died."
            2,Shelling,River Post,"Aug. 12, 2024",,Shells fell on Kherson.
            3,Nothing,River Post,2024-08-12,,
            4,Too,many,2024-08-12,,cells,here
            """
        )
        let articles = found.articles
        #expect(articles.map(\.path) == ["news.csv:2", "news.csv#2"])
        #expect(articles.map(\.body) == ["Drones hit \"Odesa\".\n\nTwo died.", "Shells fell on Kherson."])
        #expect(articles.map(\.publisher) == ["Coastal Courier", "River Post"])
        #expect(articles.map { $0.published?.description } == ["2024-08-11", "2024-08-12"])
        #expect(articles.map(\.url) == ["https://example.org/1", nil])
        #expect(
            found.faults == [
                "news.csv:6: empty: the record holds no text", "news.csv:7: 7 fields, the header has 6",
            ]
        )
    }

    @Test func `a table without a text is one fault, with its columns`() throws {
        let found = try Reading("news.csv", "name,rank\nOne,1\nTwo,2\n")
        #expect(
            found.faults == ["news.csv:1: no text among its columns name, rank; a map says which it is: --map"]
        )
    }

    @Test func `tabs, semicolons and windows-1251 are told by the file`() throws {
        #expect(try Reading("a.tsv", "title\ttext\nNight\tOne.\n").articles.map(\.title) == ["Night"])
        #expect(try Reading("a.csv", "title;text\nNight;One, two.\n").articles.map(\.body) == ["One, two."])
        let cyrillic =
            Array("title,text\n".utf8) + [0xCA, 0xE8, 0xE5, 0xE2] + Array(",One drone over ".utf8)
            + [0xC4, 0xED, 0xE5, 0xEF, 0xF0] + Array(".\n".utf8)
        let found = try Reading("a.csv", cyrillic)
        #expect(found.articles.map(\.title) == ["Киев"])
        #expect(found.articles.map(\.body) == ["One drone over Днепр."])
    }
}
