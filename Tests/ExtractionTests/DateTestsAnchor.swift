import DatelineCore
import Testing

@testable import Extraction

/// The article's own date, and dates that head what follows.
@Suite struct DateTestsAnchor {
    @Test(arguments: [
        ("ODESA, Ukraine, July 4 (Harbour Wire) — Two barges sank.", "2024-07-05", "2024-07-04", "July 4"),
        ("BEIRA, October 13. /X-Press/. Two barges sank.", "2025-10-14", "2025-10-13", "October 13"),
        ("BENI, Republic of the Lakes, June 20, 2025 (HW) — Two barges sank.", nil, "2025-06-20", "June 20, 2025"),
        ("Beira, 27 Feb – Two barges sank.", "2024-02-28", "2024-02-27", "27 Feb"),
        ("HERAT, Dec 25: Two barges sank.", "2024-12-26", "2024-12-25", "Dec 25"),
        ("GAO, June 3 (HW) - Two barges sank.", "2025-06-04", "2025-06-03", "June 3"),
        (
            "Monday 16 February. Compiled at 08:00.\n\nTwo barges sank.", "2026-02-18", "2026-02-16",
            "Monday 16 February"
        ),
        ("PORT. SITUATION AT 08:00, FRIDAY 6 MARCH 2026\n\nTwo barges sank.", nil, "2026-03-06", nil),
        ("As of 4 October 2024, 14:00\n\nTwo barges sank.", nil, "2024-10-04", nil),
        ("Good day. It is Friday, May 24. Two barges sank.", "2024-05-25", "2024-05-24", "Friday, May 24"),
        ("Covers 3 May to midday on 4 May 2023\n\nTwo barges sank.", "2023-05-06", "2023-05-04", nil),
    ])
    func `the text's own date goes before the publication`(
        text: String,
        published: String?,
        date: String,
        words: String?
    ) throws {
        let (document, anchor, mentions) = DateSamples.read(text, published: published)
        #expect(anchor.date?.description == date)
        #expect(anchor.method == .explicit)
        let tokens = try #require(anchor.tokens)
        if let words { #expect(document.text(of: tokens) == words) }
        #expect(mentions.allSatisfy { !$0.tokens.overlaps(tokens) })
    }

    @Test(arguments: [
        "Two barges sank near Odesa on 3 July, the port said.", "Date and time: Tuesday 2 July 2024, about 10:50",
        "1. River, Wednesday 3 July\n\nTwo barges sank.", "On 3 July two barges sank — one of them empty.",
    ])
    func `a date of an event is not the article's`(text: String) {
        let (_, anchor, mentions) = DateSamples.read(text, published: "2024-07-05")
        #expect(anchor.date?.description == "2024-07-05")
        #expect(anchor.method == .publication)
        #expect(mentions.count == 1)
    }

    @Test func `a dateline without a year and without publication fixes nothing`() {
        let (_, anchor, mentions) = DateSamples.read("ODESA, July 4 (HW) — A barge sank on Friday.", published: nil)
        #expect(anchor.date == nil)
        #expect(anchor.method == .unresolved)
        #expect(mentions.last?.span == .unknown)
    }

    @Test(arguments: [
        ("NIGHT OF 5-6 MARCH\n\n• Two barges sank.", "2026-03-05/2026-03-06 N", DateHeading.line),
        ("PAST 24 HOURS\n\n• Two barges sank.", "2026-03-05/2026-03-06 R", .line),
        ("SINCE MIDNIGHT\n\n• Two barges sank.", "2026-03-06 O", .line),
        ("1. River and delta, Monday 2 March\n\nTwo barges sank.", "2026-03-02 D", .line),
        ("On Monday\n\nTwo barges sank.", "2026-03-02 D", .line),
        ("Barges:\n\n– 3 March. Two barges sank. The river rose.", "2026-03-03 D", .item),
        ("Barges:\n\n• Delta, 3 March, about 13:30: two barges sank.", "2026-03-03 T", .item),
    ])
    func `a date on a line of its own or before an item heads it`(text: String, span: String, heading: DateHeading) {
        let mentions = DateSamples.read(text, published: "2026-03-06").2
        #expect(mentions.map { DateSamples.spell($0.span) } == [span])
        #expect(mentions.map(\.heading) == [heading])
    }

    @Test func `a date inside a sentence heads nothing`() {
        let text = "On 5 March a barge struck a pier.\n\nUpdated at 16:40\n\nA barge sank on Monday."
        #expect(DateSamples.read(text, published: "2026-03-06").2.allSatisfy { !$0.isHeading })
    }

    @Test func `every row of the words of dates is read, and none twice`() throws {
        let text = try #require(EmbeddedText.files.first { $0.name == "dates.tsv" }?.text)
        let rows = try LexiconTable(name: "dates.tsv", text: text).rows
        let keys = rows.map { $0["surface"] + "\t" + $0["class"] }
        #expect(Set(keys).count == keys.count)
        _ = try DateLexicon(rows)
    }
}
