import DatelineCore
import Testing

@testable import Extraction

@Suite struct WeaponTests {
    @Test(arguments: [
        ("Iron Dome shot down two rockets over Haifa on Friday.", "rocket.mlrs", "weapon-named"),
        ("Nine missiles flew at Haifa on Friday, and air defences shot down six of them.", "missile", "weapon-counted"),
        ("A drone burned a barn in Sumy. Another struck a bus in Odesa on Friday.", "uav", "weapon-before"),
        (
            "A rocket flew low over Akko. It was shot down near Haifa on Friday.", "rocket.mlrs",
            "weapon-before"
        ),
        ("Two men were killed in Jos on Friday when bandits fired on a bus.", "smallarms", "weapon-by-act"),
        ("Troops and rebels exchanged fire in Jos on Friday, killing two men.", "smallarms", "weapon-by-act"),
    ])
    func `the weapon is named, counted, told before or implied`(text: String, code: String, rule: String) throws {
        let event = try #require(EventSamples.extract(text).events.last)
        #expect(event.weapons.map(\.code) == [code])
        #expect(event.reasons.first { $0.field == .weapon }?.rule == rule)
    }

    @Test func `what shoots down is not what was shot down`() throws {
        let text = "The Patriot battery shot down a drone near Odesa on Friday."
        let event = try #require(EventSamples.extract(text).events.last)
        #expect(event.weapons.map(\.code) == ["uav"])
    }

    @Test(arguments: [
        "The army attacked a store of guided missiles near Tyre on Friday, killing two men.",
        "Two men were killed on Friday when a blast hit a drone factory near Tyre.",
    ])
    func `what was stored or made where it struck is no weapon`(text: String) throws {
        let event = try #require(EventSamples.extract(text).events.last)
        #expect(!event.weapons.contains { ["missile", "uav"].contains($0.code) })
    }

    @Test func `an act implies no weapon where one is named`() throws {
        let text = "Helicopters fired on a camp near Jos on Friday, killing two men."
        let event = try #require(EventSamples.extract(text).events.last)
        #expect(event.weapons.map(\.code) == ["aircraft.helicopter"])
    }

    @Test(arguments: [
        (
            "Raiders massacred six farmers in Jos on Friday. They carried rifles.", "smallarms",
            "weapon-beside"
        ),
        ("A bomb went off at a market in Jos on Friday, killing six men.", "ied", "bomb-laid"),
        ("A strike on Sumy on Friday killed one man. Drones hit Odesa on Monday.", "uav", "weapon-of-type"),
        ("Armed men killed six farmers in Jos on Friday.", "smallarms", "weapon-by-act"),
    ])
    func `a weapon is taken from the next line, the deed or its type`(text: String, code: String, rule: String) throws {
        let event = try #require(EventSamples.extract(text).events.first)
        #expect(event.weapons.map(\.code) == [code])
        #expect(event.reasons.first { $0.field == .weapon }?.rule == rule)
    }

    @Test func `a line with a day of its own lends no weapon`() throws {
        let text = "Raiders massacred six farmers in Jos on Friday. They carried rifles to Kano on Monday."
        let event = try #require(EventSamples.extract(text).events.first)
        #expect(event.weapons.isEmpty)
    }
}
