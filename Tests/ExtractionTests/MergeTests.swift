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

    @Test func `what a report adds without a place is of the only attack told`() {
        let text = """
            Gunmen attacked the village of Velyka Kosa and killed at least 20 people, the police say.

            They came at dawn on Thursday and shot at people in their homes.

            At first nine people were thought to be dead. At least 16 people were injured.
            """
        let events = EventSamples.extract(text).events
        #expect(events.map { $0.counts.map(EventSamples.spell) } == [["killed 20..", "killed 9", "injured 16.."]])
        #expect(events.map { DateSamples.spell($0.date) } == ["2024-11-14 P"])
    }

    @Test func `a number is of the place that its paragraph names`() {
        let text = """
            Shelling killed two people in Sumy on Saturday, and wounded five.

            In Mykolaiv a drone hit a house on Saturday. Another five people were wounded.
            """
        #expect(
            EventSamples.lines(text) == [
                "attack.shelling | 2024-11-16 D | Sumy | killed 2, injured 5",
                "attack.drone | 2024-11-16 D | Mykolaiv | injured 5",
            ]
        )
    }

    @Test func `"elsewhere" tells of another event`() {
        let text = "Shelling killed a woman in Nikopol on Saturday, and elsewhere in the region three men were injured."
        #expect(EventSamples.extract(text).events.map { $0.counts.map(\.kind) } == [[.killed], [.injured]])
    }

    @Test func `"while" parts numbers that differ`() {
        let text = """
            Overnight strikes killed seven people in Kharkiv, while the Belgorod region reported three deaths.
            """
        #expect(EventSamples.extract(text).events.map { $0.counts.map(\.low) } == [[7], [3]])
    }

    @Test func `the dead of a war are no figure of a night's`() {
        let text = """
            Shelling killed four people in Nikopol on Saturday.

            More than 5,000 civilians have been killed, the United Nations says.
            """
        #expect(EventSamples.extract(text).events.first?.counts.map(EventSamples.spell) == ["killed 4"])
    }

    @Test func `parts that add up to a number are of its event`() {
        let text = """
            Rebels killed 14 civilians in Sumy on Saturday.

            Five women, six men and three children are among the dead.
            """
        let events = EventSamples.extract(text).events
        #expect(
            events.map { $0.counts.map(EventSamples.spell) } == [
                ["killed 14", "part of killed 5", "part of killed 6", "part of killed 3"]
            ]
        )
    }

    @Test func `raiders and those who bombed them are two events`() {
        let text = """
            Gunmen raided a village near Nikopol and killed at least 19 people, local officials said.

            The army said that its aircraft had caught up with them and killed dozens of militants.
            """
        #expect(EventSamples.extract(text).events.map(\.type) == [EventType.attackDirect, .attackAirstrike])
    }

    @Test func `those still missing are of the attack told last`() {
        let text = """
            Shelling killed three people in Sumy on Friday.

            A ship was attacked in the Red Sea on Saturday, and five sailors were killed.

            The owner gave no details. Nineteen others are still missing.
            """
        #expect(
            EventSamples.extract(text).events.map { $0.counts.map(EventSamples.spell) } == [
                ["killed 3"], ["killed 5", "missing 19"],
            ]
        )
    }

    @Test func `"more" with a day of its own tells of another event`() {
        let text = """
            About 20 fighters were killed near Nikopol on Friday. \
            Around 30 more died on Saturday near Nikopol.
            """
        #expect(EventSamples.extract(text).events.map { $0.counts.map(\.low) } == [[20], [30]])
    }

    @Test func `"fought back" is of the attack told before`() {
        let text = """
            Insurgents ambushed a convoy near Nikopol on Friday and killed 25 civilians.

            Soldiers fought back and killed at least 19 of the attackers.
            """
        #expect(EventSamples.extract(text).events.count == 1)
    }

    @Test func `a total since an earlier day is not of the attack of one day`() {
        let text = """
            Shelling of Nikopol on Saturday killed two people.

            It brings the number of people killed in Nikopol since Wednesday to 14.
            """
        #expect(EventSamples.extract(text).events.first?.counts.map(EventSamples.spell) == ["killed 2"])
    }

    @Test func `a bare number of the perfect goes on with the total before it`() {
        let text = """
            Fighting broke out near Nikopol on Thursday. \
            More than 80 people have been killed since then, the governor said on Saturday. As many as 30 have been wounded.
            """
        let last = EventSamples.extract(text).events.last
        #expect(last?.counts.map(\.kind) == [.killed, .injured])
        #expect(last?.date.start?.description == "2024-11-14")
    }

    @Test func `the dead of a total are no dead of the attack before it`() throws {
        let text = """
            Jets bombed a depot near Sumy on Friday. Since October 2023 the war has killed ten civilians on this side, \
            by the army's tally. The other side has published the names of 304 dead.
            """
        let first = try #require(EventSamples.extract(text).events.first)
        #expect(first.counts.isEmpty)
    }

    @Test func `an attack that somebody confirms with another toll is the one told before`() {
        let text = """
            Gunmen killed 24 villagers in Maradun in Zamfara State in Nigeria on Saturday, residents said.

            The police gave a lower figure. Musa Yazid of the police confirmed the attack but said 13 people had died.
            """
        #expect(
            EventSamples.extract(text).events.map { $0.counts.map(\.low) } == [[24, 13]]
        )
    }

    @Test func `that behind a verb of speech makes nothing known`() {
        let text = """
            Drones hit a depot in Kursk on Friday, the governor said.

            In Oryol, the governor said on Saturday that debris had wounded two people.
            """
        #expect(EventSamples.extract(text).events.count == 2)
    }

    @Test func `a bare number in one entry of a live blog is of none in another`() throws {
        let text = """
            18:50 Loud night
            Jets bombed a depot near Sumy on Friday, the army said.

            17:20 Toll rises to six
            Six people were killed in the market.

            16:05 Good afternoon
            We are following the news of the day.
            """
        let first = try #require(EventSamples.extract(text).events.first)
        #expect(first.counts.isEmpty)
    }
}
