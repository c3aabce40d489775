import DatelineCore
import Testing

@testable import Extraction

@Suite struct MergeTests {
    @Test func `differing claims of two sources are one event whose counts keep their source`() throws {
        let text = """
            The governor of the Kharkiv region said two people were killed in shelling of Vovchansk on Saturday. \
            Police put the number of dead at three.
            """
        let events = EventSamples.extract(text).events
        let event = try #require(events.first)
        #expect(events.count == 1)
        #expect(event.counts.map(EventSamples.spell) == ["killed 2", "killed 3 (Police)"])
        #expect(event.figures(of: .killed).map(\.number) == [2])
    }

    @Test(arguments: [
        (
            "Shelling killed two people in Nikopol on Thursday. Shelling killed four people in Nikopol on Saturday.",
            ["2024-11-14 D | Nikopol | killed 2", "2024-11-16 D | Nikopol | killed 4"]
        ),
        (
            "Shelling killed two people in Nikopol on Saturday. Shelling killed two people in Sumy on Saturday.",
            ["2024-11-16 D | Nikopol | killed 2", "2024-11-16 D | Sumy | killed 2"]
        ),
        (
            "Shelling killed two people in Nikopol on Thursday. Shelling killed two people in Nikopol on Saturday.",
            ["2024-11-14 D | Nikopol | killed 2", "2024-11-16 D | Nikopol | killed 2"]
        ),
    ])
    func `different days and places stay apart, whatever the numbers`(text: String, events: [String]) {
        #expect(EventSamples.lines(text) == events.map { "attack.shelling | " + $0 })
    }

    @Test func `equal numbers of two nights stay apart`() {
        let text = """
            Russia's defence ministry said 18 drones were shot down over the Bryansk region overnight. \
            It said 18 drones had been shot down over the Bryansk region on Wednesday.
            """
        #expect(
            EventSamples.lines(text) == [
                "interception.airdefence | 2024-11-16/2024-11-17 N | Bryansk Oblast | intercepted 18",
                "interception.airdefence | 2024-11-13 D | Bryansk Oblast | intercepted 18",
            ]
        )
    }

    @Test func `the attack told again is the attack told before`() {
        let text = """
            Shelling of Nikopol on Saturday killed two people.

            The attack also wounded five people, rescuers said.
            """
        #expect(EventSamples.lines(text) == ["attack.shelling | 2024-11-16 D | Nikopol | killed 2, injured 5"])
    }

    @Test func `the narrower place of two tellings is kept`() {
        let text = """
            A missile attack on the Odesa region killed two people on Saturday.

            The attack killed two people in the town of Reni.
            """
        #expect(EventSamples.lines(text) == ["attack.missile | 2024-11-16 D | Reni | killed 2"])
    }

    @Test func `launched and shot down are two events`() {
        let text = "Russia launched 40 drones at Ukraine overnight, and 31 drones were shot down, the air force said."
        #expect(
            EventSamples.extract(text).events.map(\.type) == [EventType.attackLaunch, .interceptionAirDefence]
        )
    }
}
