import DatelineCore
import Testing

@testable import Extraction

@Suite struct TriggerTests {
    @Test(arguments: [
        ("threat", "The general vowed to strike 40 bases in Rivne on Monday."),
        ("threat", "The group threatened to attack Rivne on Monday and kill 40 soldiers."),
        ("denial", "The army denied that shelling killed four people in Rivne on Saturday."),
        ("denial", "The army rejected reports that it had attacked a school in Rivne on Saturday."),
        ("plan", "The army is preparing to attack a base in Rivne on Monday."),
        ("plan", "The army will evacuate 400 people from Rivne on Monday."),
        ("hypothesis", "A strike on the dam in Rivne could kill 4,000 people."),
        ("hypothesis", "If shelling hits the plant in Rivne, hundreds of people may be killed."),
        ("appeal", "The mayor urged the army to evacuate 400 people from Rivne on Saturday."),
        ("appeal", "The mayor called for a strike on the base in Rivne on Saturday."),
        ("exercise", "A drill in Rivne on Saturday simulated an attack that killed 40 people."),
        ("commemoration", "Rivne marked the anniversary of the attack that killed 40 people."),
        ("negation", "The army did not attack the school in Rivne on Saturday."),
        ("habit", "The army regularly attacked villages near Rivne."),
        ("generic", "People in Rivne fear any attack on the city."),
    ])
    func `what is not asserted is no event, and the reason is kept`(reason: String, text: String) {
        let extraction = EventSamples.extract(text)
        #expect(extraction.events.isEmpty)
        #expect(extraction.rejections.map(\.reason).contains(reason))
    }

    @Test(arguments: [
        (
            "labour",
            """
            Union members in Leeds voted for a strike on Friday after the pay offer was rejected. The walkout hit 40 \
            depots, and strikers kept a picket line outside the station.
            """
        ),
        (
            "sport",
            """
            The striker fired two goals past the goalkeeper in Leeds on Saturday. The visitors attacked after half-time \
            and the home crowd saw a late penalty; the league match ended level.
            """
        ),
        (
            "market",
            """
            Shares were hit in Frankfurt on Friday as investors fled stocks. Traders said the index suffered its worst \
            loss since May, with 40 companies under fire from shareholders.
            """
        ),
        (
            "politics",
            """
            The front-runner attacked her rival in Springfield on Saturday, days before the caucuses. The Republican has \
            targeted voters in 40 counties with television ads, and pollsters see a battle for the nomination.
            """
        ),
        (
            "disaster",
            """
            Twenty miners were killed in Linfen on Sunday. The explosion at the coal mine injured eight others; it is \
            the third mine accident of the year.
            """
        ),
    ])
    func `other subjects borrow the words of war`(topic: String, text: String) {
        #expect(EventSamples.extract(text).events.isEmpty, "\(topic)")
    }

    @Test(arguments: [
        ("Shelling killed two people in Rivne on Saturday.", EventType.attackShelling),
        ("An airstrike killed two people in Rivne on Saturday.", .attackAirstrike),
        ("A drone strike killed two people in Rivne on Saturday.", .attackDrone),
        ("A car bomb killed two people in Rivne on Saturday.", .attackExplosive),
        ("Gunmen shot dead two people in Rivne on Saturday.", .attackDirect),
        ("Clashes near Rivne killed two soldiers on Saturday.", .battleClash),
        ("Rebels captured the town of Rivne on Saturday.", .battleControl),
        ("Air defences shot down two drones over Rivne on Saturday.", .interceptionAirDefence),
        ("Rescuers evacuated 200 people from Rivne on Saturday.", .evacuationMovement),
        ("The mayor ordered the evacuation of Rivne on Saturday.", .evacuationOrder),
        ("Rumours made 2,000 people flee Rivne on Saturday.", .displacementFlight),
        ("Debris of a downed drone injured two people in Rivne on Saturday.", .attackDebris),
    ])
    func `a plain telling is an event of its type`(text: String, type: EventType) {
        #expect(EventSamples.extract(text).events.first?.type == type)
    }

    @Test func `what is told beside a vow still counts`() {
        let text = "The general vowed revenge after shelling killed four people in Rivne on Saturday."
        #expect(EventSamples.lines(text) == ["attack.shelling | 2024-11-16 D | Rivne | killed 4"])
    }
}
