import DatelineCore
import Testing

@testable import Extraction

/// Which of the dates around an event is its own; articles of Sunday, 17 November 2024.
@Suite struct EventDateTests {
    @Test(arguments: [
        (
            "In the middle of May the army said it had killed 20 rebels near Sumy.",
            ["battle.clash | 2024-05-01/2024-05-31 M | Sumy | killed 20"]
        ),
        (
            "On Thursday the army ordered residents of Nikopol to leave.",
            ["evacuation.order | 2024-11-14 D | Nikopol"]
        ),
        (
            "Shelling killed two people in Nikopol on Friday in the deadliest attack since March 2022.",
            ["attack.shelling | 2024-11-15 D | Nikopol | killed 2"]
        ),
    ])
    func `the nearest date that is the event's own`(text: String, events: [String]) {
        #expect(EventSamples.lines(text) == events)
    }

    @Test func `a sentence that only names a day dates what follows in its paragraph`() {
        let text = "Thursday was worse. A missile struck a school in Nikopol, killing two people."
        let events = EventSamples.extract(text).events
        #expect(events.map(EventSamples.line) == ["attack.missile | 2024-11-14 D | Nikopol | killed 2"])
        #expect(events.first?.reasons.contains { $0.rule == "date-before" } == true)
    }

    @Test func `what a sentence says was said on a day dates nothing after it`() {
        let text = "The mayor spoke to reporters on Thursday. Shelling killed two people in Nikopol."
        #expect(EventSamples.extract(text).events.map(\.date.method) == [.publication])
    }

    @Test func `a numbered heading heads what stands below it`() {
        let text = """
            1. Nikopol, Thursday 14 November

            Shelling killed two people in the town.

            2. Sumy, Friday 15 November

            Shelling killed three people in the town.
            """
        #expect(
            EventSamples.extract(text).events.map { DateSamples.spell($0.date) } == ["2024-11-14 D", "2024-11-15 D"]
        )
    }
}
