import Foundation
import TestSupport
import Testing

/// What `read` prints of articles.
@Suite struct ReadTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write(
            "page.html",
            text: """
                <html lang=en><head><title>Bridge: "shut" | Courier</title><meta property=og:site_name content=Courier>
                <meta name=date content=2024-08-11><meta property=article:modified_time content=2024-08-12></head><body><nav><a href=/>Home</a></nav>
                <p>The bridge was shut on Monday after a lorry had broken through the railing, the mayor said.</p>
                <p>Nobody was hurt, and the driver was questioned by the police in the afternoon, they said.</p></body>
                """
        )
    }

    @Test func `a page is printed as the article's file that it could be`() throws {
        let outcome = try BuiltProgram.run(["read", "page.html"], in: folder)
        #expect(outcome.code == 0)
        #expect(
            outcome.output == """
                ---
                title: "Bridge: \\"shut\\""
                publisher: "Courier"
                published: "2024-08-11"
                modified: "2024-08-12"
                language: "en"
                ---
                The bridge was shut on Monday after a lorry had broken through the railing, the mayor said.

                Nobody was hurt, and the driver was questioned by the police in the afternoon, they said.

                """
        )
        try folder.write("again.txt", text: outcome.output)
        #expect(try BuiltProgram.run(["read", "again.txt"], in: folder).output == outcome.output)
    }

    @Test func `JSON Lines hold one article each, and what cannot be read is named`() throws {
        try folder.write("empty.html", text: "<html><body></body></html>")
        let outcome = try BuiltProgram.run(["read", "page.html", "empty.html", "--format", "jsonl"], in: folder)
        #expect(outcome.code == 2)
        #expect(outcome.errors.hasPrefix("error: empty.html: empty: the page shows no text of an article"))
        let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
        #expect(object?["path"] as? String == "page.html")
        #expect(object?["published"] as? String == "2024-08-11")
        #expect(object?["url"] is NSNull)
        #expect((object?["body"] as? String)?.hasPrefix("The bridge was shut") == true)
    }
}
