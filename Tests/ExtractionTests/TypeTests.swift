import DatelineCore
import Testing

@testable import Extraction

/// What makes a type where the words of the event name none.
@Suite struct TypeTests {
    private func types(_ text: String) -> [String] {
        EventSamples.extract(text).events.map(\.type.rawValue)
    }

    @Test(arguments: [
        ("A drone exploded in a street of Nikopol on Saturday, killing two people.", "attack.drone"),
        ("A roadside bomb exploded near Nikopol on Saturday, killing two people.", "attack.explosive"),
        ("A drone set fire to a warehouse in Nikopol on Saturday.", "attack.drone"),
        ("Gunmen killed nine villagers and burned down 20 houses in Nikopol on Saturday.", "attack.direct"),
        ("Militants attacked Nikopol on Saturday, killing nine villagers.", "attack.direct"),
        ("Troops killed 12 militants near Nikopol on Saturday, and two soldiers died.", "battle.clash"),
        ("Raiders attacked Nikopol on Saturday and took 12 people hostage.", "attack.direct"),
        ("Russia attacked Nikopol with drones and artillery on Saturday, wounding four people.", "attack.barrage"),
        ("A drone and missile attack on Nikopol on Saturday wounded four people.", "attack.barrage"),
        ("A drone dropped bombs on Nikopol on Saturday, wounding four people.", "attack.drone"),
        ("Militants fired 12 rockets at Nikopol on Saturday.", "attack.launch"),
        ("Militants fired 12 rockets at Nikopol on Saturday. All fell in fields near the town.", "attack.shelling"),
        ("A barrage of 12 rockets flew towards Nikopol on Saturday.", "attack.launch"),
        ("The bombings killed 12 people at two hotels in Amman on Saturday.", "attack.explosive"),
        ("Russian bombings killed 12 people at two hotels in Nikopol on Saturday.", "attack.airstrike"),
        ("The bombing of Nikopol on Saturday killed 12 people.", "attack.airstrike"),
    ])
    func `weapons, doers and what came of it make the type`(text: String, type: String) {
        #expect(types(text) == [type])
    }

    @Test(arguments: [
        (
            "A drone struck the port of Odesa on Friday. Loud explosions were heard in Reni on Saturday at dawn.",
            ["attack.drone", "attack.drone"]
        ),
        (
            "Clashes broke out in Nikopol on Friday. On Saturday two people were killed in Marhanets.",
            ["battle.clash", "battle.clash"]
        ),
        (
            "Two car bomb blasts hit Nikopol on Friday. The debris of the cars lay in the street.",
            ["attack.explosive"]
        ),
    ])
    func `the article tells what explosions and deaths are of`(text: String, expected: [String]) {
        #expect(types(text) == expected)
    }

    @Test func `"the strike" of a report on air strikes is one`() {
        let text = """
            An airstrike on Nikopol killed three people on Friday.

            On Saturday a strike wrecked a shop in Marhanets, and two people were killed.
            """
        #expect(types(text) == ["attack.airstrike", "attack.airstrike"])
        let reasons = EventSamples.extract(text).events.last?.reasons.map(\.rule) ?? []
        #expect(reasons.contains("type-of-context"))
    }
}
