import DatelineCore
import Foundation
import Testing

@testable import Extraction

@Suite struct EvidenceTests {
    private let article = """
        «Хроніка» — live 😀

        Shelling killed two people in Mocímboa da Praia on Saturday, the Mozambican army said. Chiúre’s mayor vowed to \
        attack.

        Drones hit a farm near Chiúre on Friday night — “a terrible sound”, a farmer said — wounding five people.
        """

    private func text(_ range: ByteRange, of body: String) -> String? {
        let bytes = Array(body.utf8)
        guard range.lowerBound >= 0, range.upperBound <= bytes.count else { return nil }
        return String(validating: bytes[range], as: UTF8.self)
    }

    @Test func `byte ranges are those of the body`() throws {
        let extraction = EventSamples.extract(article)
        #expect(extraction.events.count == 2)
        #expect(!extraction.rejections.isEmpty)
        for event in extraction.events {
            #expect(text(event.evidence.range, of: article) == event.evidence.quote)
            #expect(extraction.sentences[event.evidence.sentence - 1] == event.evidence.range)
            let trigger = try #require(text(event.evidence.trigger, of: article))
            #expect(event.evidence.quote.contains(trigger))
            for count in event.counts { #expect(text(count.range, of: article) == count.text) }
            for range in event.reasons.compactMap(\.range) { #expect(text(range, of: article) != nil) }
        }
        for mention in extraction.mentions { #expect(text(mention.range, of: article) == mention.text) }
        for rejection in extraction.rejections { #expect(text(rejection.range, of: article) == rejection.text) }
    }

    @Test func `every event says which rules gave its type, date, place, source and counts`() {
        for event in EventSamples.extract(article).events {
            #expect(Set(event.reasons.map(\.field)).isSuperset(of: [.type, .date, .place, .source, .count]))
            #expect(event.reasons.allSatisfy { !$0.rule.isEmpty && !$0.rule.contains(" ") })
        }
    }

    @Test func `the same article gives the same extraction`() {
        let (first, second) = (EventSamples.extract(article), Extractor().extract(Article(path: "", body: article)))
        #expect(first.events == EventSamples.extract(article).events)
        #expect(first.rejections == second.rejections)
        #expect(first.sentences == second.sentences)
    }

    @Test(arguments: [
        "", " ", "\n\n\n", ".", "...,,,;;;---“”()", "“““", "\"He said \"they \"were \"hit", "(((killed 3",
        "😀😀😀 killed 👨‍👩‍👧‍👦 people 😀", "قُتل 12 شخصا في الخرطوم يوم السبت", "‏killed‏ 3 people in ‏Gaza‏",
        "\u{0}\u{1}\u{FEFF}\u{202E}killed three people", "killed", "3", "at least", "the city", "other", "of them",
        "a", "said", ", said", "Kyiv", "in Kyiv", "Saturday", "-", "1-", "-1", "1,", "1,,,,000", "0.0.0.0",
        "NO ONE NO ONE NO ONE", "\r\n\r\nKilled 2\r\n", "e\u{301}\u{301}\u{301}\u{301}", "12-year-old", "K\u{301}yiv",
    ])
    func `odd texts are read to the end`(text: String) {
        let extraction = EventSamples.extract(text)
        let size = text.utf8.count
        #expect(extraction.mentions.allSatisfy { $0.range.lowerBound >= 0 && $0.range.upperBound <= size })
        #expect(extraction.events.allSatisfy { $0.evidence.range.upperBound <= size })
    }

    @Test(
        .serialized,
        arguments: [
            ("one word over and over", "a "), ("numbers in one line", "17 "), ("numbers with words", "14 drones and "),
            ("capitals", "Kyiv "), ("verbs", "killed "), ("opening quotes", "“he "), ("commas", ", "),
            ("sources", "the army said "), ("dates", "on Saturday "), ("letters", "x"), ("line breaks", "a\n\n"),
            ("hyphens", "a-"), ("modes", "no "), ("qualifiers", "more than "), ("sentences", "Two died in Kyiv. "),
            ("bombings", "Bombings in Kyiv killed two. "), ("captures", "who in Kyiv was captured "),
        ]
    )
    func `four times the text takes about four times the time`(name: String, unit: String) {
        // The thread's own time: what else the machine does is no matter.
        func now() -> Double {
            var time = timespec()
            unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
            return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
        }
        func time(_ count: Int) -> Double {
            let text = String(repeating: unit, count: count)
            let start = now()
            _ = EventSamples.extract(text)
            return now() - start
        }
        let small = (0..<2).map { _ in time(500) }.min() ?? 0
        let large = time(2000)
        #expect(large < 10 * small + 0.5, "\(name): \(small) s, then \(large) s for four times as much")
    }
}
