import Articles
import DatelineCore
import TestSupport
import Testing

@Suite struct ArticleMapTests {
    private func map(_ yaml: String) throws -> ArticleMap {
        let folder = try TemporaryFolder()
        return try ArticleMap(fileAt: folder.write("map.yaml", text: yaml))
    }

    private func fault(_ yaml: String) throws -> String {
        let error = try #require(throws: ArticleError.self) { try map(yaml) }
        return "\(error.line ?? 0): \(error.reason)"
    }

    @Test func `a map names the fields that differ, and the rest stays known`() throws {
        let map = try map(
            """
            fields:
              text: story.full
              published: [day printed, printed]
            dates: [dmy]
            lists: [pages]
            """
        )
        let found = try Reading(
            "news.json",
            #"{"pages": [{"title": "Night", "story": {"full": "Drones hit Odesa."}, "printed": "11/08/2024"}]}"#,
            readers: .standard(map: map)
        )
        #expect(found.articles.map(\.body) == ["Drones hit Odesa."])
        #expect(found.articles.map(\.title) == ["Night"])
        #expect(found.articles.map { $0.published?.description } == ["2024-08-11"])
    }

    @Test func `a fault of a map is told with its line and what may stand there`() throws {
        #expect(
            try fault("fields:\n  txet: story\n")
                == """
                2: there is no field "txet"; did you mean "text"? there are text, title, published, modified, \
                publisher, url, id, language, path
                """
        )
        #expect(try fault("columns: x\n") == "1: there is no key \"columns\"; there are fields, inside, lists, dates")
        #expect(
            try fault("dates: [american]\n")
                == "1: there is no form of dates \"american\"; there are iso, words, epoch, dmy, mdy"
        )
        #expect(try fault("- text\n") == "1: expected keys and values")
        #expect(try fault("") == "0: the map is empty")
        #expect(try fault("fields: [").hasPrefix("2: no YAML: ") || fault("fields: [").hasPrefix("1: no YAML: "))
    }
}
