import Articles
import DatelineCore
import Testing

/// Pages made to break a reader: each ends soon, with the article or with a clear message.
@Suite struct HostilePageTests {
    private static let text =
        "The bridge was shut on Monday after a lorry had broken through the railing, the mayor said."

    private func message(_ page: String) -> String {
        do {
            return try Page.read(page).body
        } catch {
            return "\(error)"
        }
    }

    @Test func `elements nested deeper than in any browser are refused`() {
        let page = String(repeating: "<div>", count: 200_000) + HostilePageTests.text
        #expect(message(page).hasPrefix("page.html: elements are nested deeper than 1024"))
    }

    @Test func `more elements than any article has are refused`() {
        let page = String(repeating: "<p>a", count: 600_000)
        #expect(message(page).hasPrefix("page.html: the page has more than 1048576 elements"))
    }

    @Test(arguments: [
        ("<p " + (0..<200_000).map { "a\($0)=1" }.joined(separator: " ") + ">", ""),
        ("<p class='" + String(repeating: "related ", count: 1000) + "x'>", "<p>Beside.</p>"),
        ("<!DOCTYPE html [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><p>", String(repeating: "<p>&b;", count: 1000)),
        ("<!-- <p> --><p>", "<!-- never closed <p>Beside."),
        ("<script>if (a</b) '<p>'</script><p>", "<script>never closed <p>Beside."),
        ("<p>", "<a title='never closed " + String(repeating: "<p>Beside. ", count: 1000)),
        ("<p>", String(repeating: "</div></b></p>", count: 100_000)),
        ("<script type='application/ld+json'>" + String(repeating: "[", count: 100_000) + "</script><p>", ""),
        ("<style>" + String(repeating: "<", count: 100_000) + "</style><p>", ""),
        ("<svg><text>Beside.</text></svg><template><p>Beside.</template><p>", "<textarea>Beside."),
    ])
    func `the article is read all the same`(before: String, after: String) {
        #expect(message(before + HostilePageTests.text + "</p>" + after).contains(HostilePageTests.text))
        #expect(!message(before + HostilePageTests.text + "</p>" + after).contains("Beside"))
    }

    @Test(arguments: [
        "", "<", "<!--", "</", "<a", "<a ", "<a b", "<a b=", "<a b='", "&", "&#", "&#x110000;", "<?",
        "<html><body><script>one()</script></body></html>", "\u{AD}", "<p>\u{200B}\u{85}</p>",
    ])
    func `a page without text is empty`(page: String) {
        #expect(message(page).hasPrefix("page.html: empty: the ") || page.hasPrefix("&"))
    }

    @Test func `bytes that are no UTF-8 do not end the reading`() throws {
        let bytes = Array("<p>\(HostilePageTests.text) ".utf8) + [0xFF, 0xC3, 0x28] + Array(" It is caf".utf8) + [0xE9]
        let article = try HTMLReader().read(bytes, path: "page.html", defaults: .init())
        #expect(article.body.hasPrefix(HostilePageTests.text))
    }
}
