import Evaluation
import Testing

@Suite struct GoldFileTests {
    private func fault(_ text: String) throws -> String {
        try #require(throws: GoldFileError.self) { try GoldFile.parse(Array(text.utf8), path: "gold.jsonl") }
            .description
    }

    @Test func `blank lines and unknown keys are passed over`() throws {
        let articles = try GoldFile.parse(
            Array("\n{\"article\": \"a\", \"note\": 1, \"events\": []}\n\n".utf8),
            path: "gold.jsonl"
        )
        #expect(articles.map(\.id) == ["a"])
    }

    @Test(arguments: [
        ("{\"article\": \"a\", \"events\": []}\nnonsense", "gold.jsonl:2: no JSON"),
        ("{\"events\": []}", "gold.jsonl:1: the line: \"article\" is missing"),
        (
            "{\"article\": \"a\", \"events\": [{\"tier\": \"one\"}]}",
            "gold.jsonl:1: events.1.tier: a value of the wrong kind"
        ),
    ])
    func `a fault is told with its line and key`(text: String, message: String) throws {
        #expect(try fault(text) == message)
    }

    @Test func `a missing file is named`() throws {
        let error = try #require(throws: GoldFileError.self) { try GoldFile.read("none/gold.jsonl") }
        #expect(error.description == "none/gold.jsonl: cannot be read")
    }
}
