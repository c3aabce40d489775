import Articles
import DatelineCore
import EventStore
import Testing

@testable import DatelineCommands

@Suite struct IngestSummaryTests {
    private func event(_ type: EventType) -> Event {
        Event(type: type, date: .unknown, evidence: Evidence(sentence: 1, range: 0..<1, trigger: 0..<1, quote: "x"))
    }

    private func read(_ events: [Event], rejections: Int = 0) -> ReadArticle {
        let rejection = Rejection(reason: "vow", sentence: 1, range: 0..<1, text: "x")
        return ReadArticle(
            Article(path: "a.txt", body: "x"),
            extractor: "1.0.0",
            events: events,
            rejections: Array(repeating: rejection, count: rejections)
        )
    }

    @Test func `a summary tells articles by outcome, events by type and what could not be read`() {
        var summary = IngestSummary()
        summary.add(.new, of: read([event(.attackDrone), event(.evacuationOrder)], rejections: 3))
        summary.add(.new, of: read([event(.attackDrone)]))
        summary.add(.newVersion)
        summary.add(.unchanged)
        let fault = ArticleError(.empty, path: "a.txt", reason: "empty: the file holds no text")
        #expect(
            summary.text(passedOver: 2, unreadable: 3, listed: [fault]) == """
                Read 4 articles: 2 new, 1 changed, 1 unchanged.
                Passed over 2 other files.
                Stored 3 events, rejected 3 candidates:
                  attack.drone                   2
                  evacuation.order               1
                Could not read 3:
                  a.txt: empty: the file holds no text
                  and 2 more

                """
        )
        #expect(
            summary.text(passedOver: 0, unreadable: 1, listed: [])
                .hasSuffix("Could not read 1, named above.\n")
        )
    }

    @Test func `nothing read is said plainly`() {
        #expect(IngestSummary().text(passedOver: 0, unreadable: 0, listed: []) == "Read 0 articles.\n")
    }
}
