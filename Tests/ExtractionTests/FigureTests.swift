import DatelineCore
import Testing

@testable import Extraction

/// Numbers given as figures, and verbs whose meaning stands after their object.
@Suite struct FigureTests {
    private func counts(_ text: String) -> [String] {
        EventSamples.read(text).counts.flatMap { $0 }.map { count in
            let range = EventSamples.spell(low: count.number.low, high: count.number.high)
            return "\(count.isPart ? "part of " : "")\(count.kind.rawValue) \(range)"
        }
    }

    @Test(arguments: [
        ("Shelling killed 21 villagers in Nikopol. A surgeon put the figure at 25.", ["killed 21", "killed 25"]),
        (
            "Shelling killed 21 villagers in Nikopol. The rebels spoke of \"more than 30\".",
            ["killed 21", "killed 31.."]
        ),
        (
            "Twelve people were killed in Nikopol and 30 hurt. The mayor has since given the number as 14.",
            ["killed 12", "injured 30", "killed 14"]
        ),
        ("Officials gave a toll of their own after the blast in Nikopol: 17.", ["killed 17"]),
        ("The number of people injured in Nikopol has climbed from 11 to 16.", ["injured 16"]),
    ])
    func `another figure is of what was counted before`(text: String, expected: [String]) {
        #expect(counts(text) == expected)
    }

    @Test(arguments: [
        "Shelling killed 21 villagers in Nikopol. The number of flights was 40.",
        "Shelling killed 21 villagers in Nikopol. The mayor spoke of 300 schools.",
        "Shelling killed 21 villagers in Nikopol. The town's budget reached a total of 9,000.",
    ])
    func `a figure of something else is none`(text: String) {
        #expect(counts(text) == ["killed 21"])
    }

    @Test(arguments: [
        ("Rescuers moved 40 patients out of Nikopol.", ["evacuated 40"]),
        ("Boats took some 200 villagers to safety near Nikopol.", ["evacuated 200"]),
        ("Gunmen shot nine farmers dead in Nikopol.", ["killed 9"]),
        ("The blast left three people dead and 20 wounded in Nikopol.", ["killed 3", "injured 20"]),
        ("Raids forced 800 families from their homes near Nikopol.", ["displaced 800"]),
        ("Gunners shot six drones down over Nikopol.", ["intercepted 6"]),
    ])
    func `a verb may mean what stands after its object`(text: String, expected: [String]) {
        #expect(counts(text) == expected)
    }

    @Test(arguments: [
        ("A barrage of 40 rockets hit Nikopol.", ["launched 40"]),
        ("The deaths of five miners in Nikopol shocked the town.", ["killed 5"]),
        ("A 34-year-old baker was killed in Nikopol.", ["killed 1"]),
        ("A 70-year-old was injured in Nikopol.", ["injured 1"]),
        ("Jets dropped two 250-kilogram bombs on Nikopol.", ["launched 2"]),
        ("Four pupils in a van in two villages near Nikopol were injured.", ["injured 4"]),
        ("Six soldiers were wounded in Nikopol and flown to the capital.", ["injured 6"]),
    ])
    func `a number is tied past ages, measures and what stands between`(text: String, expected: [String]) {
        #expect(counts(text) == expected)
    }

    @Test(arguments: [
        ("The air force destroyed 30 of the 41 drones launched at Nikopol.", ["intercepted 30", "launched 41"]),
        ("Four men, one of them a baker, 31, were gunned down in Nikopol.", ["part of killed 1", "killed 4"]),
        ("A baker, his wife and their two sons were killed in Nikopol.", ["killed 4"]),
        (
            "Nine miners died, four of them fathers and two of them brothers, and 12 were hurt.",
            ["killed 9", "part of killed 4", "part of killed 2", "injured 12"]
        ),
        ("Officials moved 40 wounded people out of Nikopol.", ["evacuated 40"]),
        ("Ambulances took 40 casualties to hospital and evacuated the wounded to a clinic.", ["injured 40"]),
        ("Jets dropped six bombs on Nikopol, and a shell wounded two people.", ["launched 6", "injured 2"]),
        ("Shelling killed 40 goats in Nikopol.", []),
        ("Shelling killed 40 goatherders in Nikopol.", ["killed 40"]),
        ("How many were killed in Nikopol is not known.", []),
        ("Seven shells landed in Nikopol.", ["launched 7"]),
        ("Nine of the wounded were treated in Nikopol.", ["part of injured 9"]),
        ("Militants fired 30 rockets at Nikopol. Seven landed in the town.", ["launched 30", "hit 7"]),
        ("Her 24 crew members abandoned ship.", ["evacuated 24"]),
    ])
    func `parts, doers and wholes are told apart`(text: String, expected: [String]) {
        #expect(counts(text).sorted() == expected.sorted())
    }

    @Test func `nobody hurt is told of the event before in the paragraph`() {
        let text = """
            Shelling of Nikopol on Saturday killed three people.

            Air defence shot down six drones over Marhanets on Saturday. There were no casualties.
            """
        #expect(
            EventSamples.lines(text) == [
                "attack.shelling | 2024-11-16 D | Nikopol | killed 3",
                "interception.airdefence | 2024-11-16 D | Marhanets | intercepted 6, casualties 0",
            ]
        )
    }

    @Test func `a total since a day keeps apart from what happened on it`() {
        let text = """
            More than 9,000 people have been killed since 7 October, when gunmen killed 300 people in Nikopol.
            """
        let events = EventSamples.extract(text).events
        #expect(events.contains { $0.counts.map(EventSamples.spell) == ["killed 300"] })
    }

    @Test func `a shooting stays one where its dead are told`() {
        let text = "Gunmen stopped a bus near Nikopol on Saturday and shot four passengers dead."
        #expect(EventSamples.lines(text) == ["attack.direct | 2024-11-16 D | Nikopol | killed 4"])
    }
}
