import DatelineCore
import Testing

@testable import Extraction

/// What a report says of happenings that are known already, and of those that are no events of a conflict.
@Suite struct BackgroundTests {
    @Test(arguments: [
        (
            "told-already",
            "Officials spoke of the raids in a statement."
        ),
        (
            "war-itself",
            "It is the longest night since winter, after the full-scale invasion of Ukraine in February 2022."
        ),
        ("generic", "On Friday officials spoke of air strikes."),
        ("reference", "Prices have doubled since the offensive began in May."),
        ("habit", "The two armies keep shelling each other near Nikopol."),
        ("habit", "Jets have been bombing villages around Nikopol."),
        ("accident", "Eleven people died in floods in Nikopol on Friday."),
        ("accident", "A typhoon hit Manila on Friday, killing 12 people."),
        ("accident", "Three workers were killed in a gas explosion in Nikopol on Friday."),
        ("accident", "Two buses collided near Nikopol on Friday. Nine people were killed and 12 injured."),
        ("figurative", "The deputy hit out at a rival in Nikopol on Friday."),
        ("figurative", "The contrast between Nikopol and Kyiv on Friday was all the more striking."),
        ("figurative", "The minister takes control of the department in Nikopol on Friday."),
        ("figurative", "A video released in Nikopol on Friday shows a drone in a shop."),
        ("figurative", "People in Nikopol walked past bricks and other debris on Friday; two were injured."),
        ("figurative", "The party bought attack ads against the mayor of Nikopol on Friday."),
    ])
    func `what is no event of its own is rejected with the reason`(reason: String, text: String) {
        let extraction = EventSamples.extract(text)
        #expect(extraction.rejections.contains { $0.reason == reason })
        #expect(extraction.events.allSatisfy { !$0.counts.isEmpty })
    }

    @Test(arguments: [
        ("Shells hit a flooded village near Nikopol on Friday, killing four people.", 4),
        ("Floods had cut the road. A missile hit a bus near Nikopol on Friday, killing four people.", 4),
        ("Three people drowned in floods. Shelling killed four people in Nikopol on Friday. Two others died later.", 4),
        ("Gunmen attacked a camp of people who had fled the typhoon near Manila on Friday, killing four.", 4),
    ])
    func `what weapons and armed men do beside an accident is no part of it`(text: String, killed: Int) {
        let events = EventSamples.extract(text).events
        #expect(events.flatMap { $0.figures(of: .killed) }.map(\.number).contains(killed))
    }

    @Test func `an attack with its people, day and place stands in an article on another subject`() {
        let text = """
            The Republican front-runner attacked her rival in Springfield on Friday, days before the caucuses. Voters \
            there had asked both about a gunman who shot dead 14 people in San Bernardino on Thursday.
            """
        #expect(EventSamples.lines(text) == ["attack.direct | 2024-11-14 D | San Bernardino | killed 14"])
        #expect(EventSamples.extract(text).rejections.contains { $0.reason == "other-subject" })
    }

    @Test func `people rescued where nothing attacked them are no event`() {
        let extraction = EventSamples.extract("The coast guard rescued 14 migrants off Izmir on Friday.")
        #expect(extraction.events.isEmpty)
        #expect(extraction.rejections.map(\.reason) == ["rescue-only"])
    }

    @Test(arguments: [
        "Some 200 militants crossed the border at Chaman on Friday.",
        "About 60 troops left Chaman on Friday.",
    ])
    func `the armed who move are not displaced`(text: String) {
        let extraction = EventSamples.extract(text)
        #expect(extraction.events.isEmpty)
        #expect(extraction.rejections.map(\.reason) == ["armed-movement"])
    }

    @Test(arguments: [
        "Clashes in Konotop on Friday left 30 rebels and four soldiers dead, police said.",
        "Police in Konotop told of a shooting on Friday that left 34 people dead.",
    ])
    func `who was left dead has not left`(text: String) {
        let events = EventSamples.extract(text).events
        #expect(!events.isEmpty)
        #expect(events.allSatisfy { $0.type.root != "displacement" && !$0.figures(of: .killed).isEmpty })
    }

    @Test func `a later sentence gives the day of the attack that was told before`() {
        let text = """
            Gunmen killed seven people in a raid on Konotop, a police officer said.

            The raid took place on Thursday night.
            """
        #expect(EventSamples.lines(text) == ["attack.direct | 2024-11-14/2024-11-15 N | Konotop | killed 7"])
    }

    @Test func `an attack spoken of again is no second one`() {
        let text = """
            A missile strike on a hotel in Zaporizhzhia on Saturday killed four people, the governor said.

            Saturday's strike came as ministers met in Rome. The attack is the worst in months, the mayor said.
            """
        #expect(EventSamples.lines(text) == ["attack.missile | 2024-11-16 D | Zaporizhzhia | killed 4"])
    }

    @Test(arguments: [
        ("The army said it had captured two villages, Rivne and Novyi Komar, on Friday.", "Rivne"),
        ("Toretsk, once a town of 30,000, was captured by the army on Friday.", "Toretsk"),
        ("The town of Toretsk fell to the army on Friday.", "Toretsk"),
        ("Troops withdrew from Toretsk on Friday.", "Toretsk"),
    ])
    func `a verb of taking is about its object or the subject of its passive`(text: String, place: String) {
        let events = EventSamples.extract(text).events
        #expect(events.map(\.type) == [.battleControl])
        #expect(events.first?.place?.name == place)
    }

    @Test func `the day that a later sentence gives in the place of the lead is the lead's day`() {
        let text = """
            Six soldiers were killed when militants raided a base in the Tillaberi region of Niger, officers said.

            The base at Ayorou in Tillaberi was attacked before dawn on Friday, an officer told reporters. \
            It holds some 200 troops.
            """
        let events = EventSamples.extract(text).events
        #expect(events.map { $0.date.start?.description } == ["2024-11-15"])
    }

    @Test(arguments: [
        "Shops reopened in the occupied town of Melitopol on Friday.",
        "A third round of talks took place in Istanbul on Friday.",
        "Worshippers prayed in Russian-occupied Melitopol on Friday.",
        "A man who robbed a shop in Melitopol was captured on Friday.",
        "She spoke at the Center for Advanced Study in Melitopol on Friday.",
        "The mayor of Melitopol told everyone else on Friday.",
    ])
    func `a place that is held or a meeting that takes place is no taking`(text: String) {
        #expect(EventSamples.extract(text).events.isEmpty)
    }

    @Test func `bombings on the ground are explosions where no aircraft are spoken of`() {
        let text = """
            A car bomb in a market in Baghdad killed nine people on Friday, police said.

            Bombings in Baquba killed 12 people on Monday, police said.
            """
        #expect(EventSamples.extract(text).events.map(\.type) == [.attackExplosive, .attackExplosive])
    }

    @Test func `a pronoun with a day dates what was told before, and tells of nothing by itself`() {
        let text = """
            Militants killed seven people in a raid on a camp near Konotop, an official said.

            According to survivors, it took place on Thursday night.
            """
        #expect(EventSamples.lines(text) == ["attack.direct | 2024-11-14/2024-11-15 N | Konotop | killed 7"])
        #expect(EventSamples.extract("The fair was in Konotop. It took place on Thursday.").events.isEmpty)
    }

    @Test func `nobody claiming an attack does not deny it`() {
        let text = """
            At least 21 people were killed when a bomb went off in a mosque in Konotop, police said.

            No one has yet claimed Wednesday night's bombing.
            """
        #expect(EventSamples.extract(text).events.map { $0.date.start?.description } == ["2024-11-13"])
    }

    @Test func `numbers that add up to the one before are its parts`() throws {
        let text = """
            Gunmen killed 12 people in a bar in Konotop on Friday, officials said.

            Six men and six women were killed, the mayor said.
            """
        let events = EventSamples.extract(text).events
        #expect(events.count == 1)
        #expect(events.first?.counts.filter { !$0.isPart }.map(EventSamples.spell) == ["killed 12"])
    }

    @Test func `the toll of a whole war is not of the town that was named last`() throws {
        let text = """
            Shelling killed two people in Nikopol, Ukraine, on Friday, police said.

            The UN says more than 9,000 Ukrainians have been killed since the war began in February 2022.
            """
        let total = try #require(EventSamples.extract(text).events.first { $0.counts.first?.low == 9001 })
        #expect(total.place?.level == .country)
    }
}
