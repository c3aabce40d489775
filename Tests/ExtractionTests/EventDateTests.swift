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

    @Test(arguments: [
        (
            "One person was killed on Friday in shelling of Nikopol, the second such attack this week.",
            ["attack.shelling | 2024-11-15 D | Nikopol | killed 1"]
        ),
        (
            "The army said the raid on Sumy on Thursday killed four people.",
            ["attack | 2024-11-14 D | Sumy | killed 4"]
        ),
        (
            "Shelling killed two people in Nikopol on November 12 and 13.",
            ["attack.shelling | 2024-11-12/2024-11-13 R | Nikopol | killed 2"]
        ),
        (
            "Shelling of Nikopol on November 12 and 13 drones over Sumy killed two people.",
            ["attack.shelling | 2024-11-12 D | Nikopol", "attack.drone | 2024-11-12 D | Sumy | killed 2"]
        ),
        (
            "A missile hit Nikopol on Friday. The attack came barely two days after shelling killed three people in Sumy.",
            ["attack.missile | 2024-11-15 D | Nikopol", "attack.shelling | 2024-11-13 D | Sumy | killed 3"]
        ),
        (
            "Drones killed two people in Nikopol overnight in one of the largest raids since the war began.",
            ["attack.drone | 2024-11-16/2024-11-17 N | Nikopol | killed 2"]
        ),
    ])
    func `the narrowest date that tells of it`(text: String, events: [String]) {
        #expect(EventSamples.lines(text) == events)
    }

    @Test func `what has no day is of the story's day`() {
        let text = """
            A missile struck a school in Nikopol on Thursday, killing two people.

            Sixty classrooms were being rebuilt with foreign help.

            In Sumy, shelling killed three people.
            """
        let events = EventSamples.extract(text).events
        #expect(events.map(EventSamples.line).last == "attack.shelling | 2024-11-14 D | Sumy | killed 3")
        #expect(events.last?.reasons.contains { $0.rule == "story-day" } == true)
    }

    @Test func `a story of several days gives none to the rest`() {
        let text = """
            A missile struck a school in Nikopol on Thursday, killing two people.

            Drones killed four people in Kherson on Saturday.

            In Sumy, shelling killed three people.
            """
        #expect(EventSamples.extract(text).events.map(\.date.method).last == .publication)
    }

    @Test func `a day told later is that of the opening at the same place`() {
        let text = """
            Gunmen have killed nine people in Sumy.

            Two missiles hit the town on Thursday morning.
            """
        #expect(EventSamples.extract(text).events.map { DateSamples.spell($0.date) } == ["2024-11-14 P"])
    }

    @Test func `a day of telling is the last resort before publication`() {
        let events = EventSamples.extract("Shelling killed three people in Sumy, the governor said on Friday.").events
        #expect(events.map { DateSamples.spell($0.date) } == ["2024-11-15 I"])
        #expect(events.first?.reasons.contains { $0.rule == "day-of-telling" } == true)
    }

    @Test func `an old attack does not date a new one`() {
        let text = """
            Gunmen have killed nine people in Sumy, officials say.

            The deadliest attack in the town was that of October 2022, when two bombs killed 40 people.
            """
        #expect(DateSamples.spell(EventSamples.extract(text).events[0].date) == "2024-11-17 I")
    }
}
