import DatelineCore
import Testing

@testable import Extraction

@Suite struct CountTests {
    private func counts(_ text: String) -> [CountMention] {
        EventSamples.read(text).counts.flatMap { $0 }
    }

    @Test(arguments: [
        ("Shelling killed ⟦count:three people⟧ in Nikopol.", CountKind.killed, CountUnit.person, "3"),
        ("⟦count:At least 33 civilians⟧ were killed in Nikopol.", .killed, .civilian, "33.."),
        ("⟦count:More than 20 soldiers⟧ died near Nikopol.", .killed, .soldier, "21.."),
        ("The strike wounded ⟦count:up to 14 people⟧ in Nikopol.", .injured, .person, "..14"),
        ("⟦count:Fewer than 10 women⟧ were injured in Nikopol.", .injured, .woman, "..9"),
        ("⟦count:About 40 villagers⟧ were hurt in Nikopol.", .injured, .person, "40"),
        ("⟦count:Dozens of civilians⟧ were wounded in Nikopol.", .injured, .civilian, "24.."),
        ("⟦count:Several children⟧ were injured in Nikopol.", .injured, .child, "2.."),
        ("⟦count:A couple of workers⟧ were injured in Nikopol.", .injured, .person, "2"),
        ("⟦count:Scores of people⟧ were killed in Nikopol.", .killed, .person, "40.."),
        ("⟦count:Nearly 300 people⟧ were evacuated from Nikopol.", .evacuated, .person, "300"),
        ("⟦count:Hundreds of families⟧ fled Nikopol.", .displaced, .household, "200.."),
        ("⟦count:Thousands of people⟧ have been displaced in Nikopol.", .displaced, .person, "2000.."),
        ("⟦count:Between 10 and 15 miners⟧ were trapped in Nikopol.", .trapped, .person, "10..15"),
        ("⟦count:Six fishermen⟧ are missing off Nikopol.", .missing, .person, "6"),
        ("Gunmen abducted ⟦count:12 pupils⟧ from Nikopol.", .abducted, .child, "12"),
        ("Air defence shot down ⟦count:14 drones⟧ over Nikopol.", .intercepted, .drone, "14"),
        ("⟦count:Four cruise missiles⟧ were intercepted over Nikopol.", .intercepted, .missile, "4"),
        ("Russia launched ⟦count:57 attack drones⟧ at Nikopol.", .launched, .drone, "57"),
        ("The militia fired ⟦count:some 30 rockets⟧ at Nikopol.", .launched, .rocket, "30"),
        ("⟦count:No one⟧ was injured in Nikopol.", .injured, .person, "0"),
        ("There were ⟦count:nine deaths⟧ in Nikopol.", .killed, .person, "9"),
    ])
    func `a number counts what its noun names and what befell that`(
        marked: String,
        kind: CountKind,
        unit: CountUnit,
        range: String
    ) throws {
        let sentence = MarkedSentence(marked)
        let reading = EventSamples.read(sentence.text)
        let count = try #require(reading.counts.first?.first)
        #expect(reading.counts.flatMap { $0 }.count == 1)
        #expect(reading.document.text(of: count.tokens) == sentence.text(of: "count"))
        #expect(count.kind == kind)
        #expect(count.unit.unit == unit)
        #expect(EventSamples.spell(low: count.number.low, high: count.number.high) == range)
    }

    @Test(arguments: [
        ("Shelling killed three people and wounded seven in Nikopol.", ["killed 3", "injured 7"]),
        ("At least three people were killed and seven injured in Nikopol.", ["killed 3..", "injured 7"]),
        ("Three people were killed and at least seven others wounded in Nikopol.", ["killed 3", "injured 7.."]),
        ("Russia launched 57 drones and four missiles at Nikopol.", ["launched 57", "launched 4"]),
        ("Shelling killed five people, two of them children, in Nikopol.", ["killed 5", "part of killed 2"]),
        ("Three men and two women were killed in Nikopol.", ["killed 3", "killed 2"]),
        ("Two drones launched from the sea at Nikopol were reportedly shot down.", ["launched 2", "intercepted 2"]),
        ("Six drones packed with explosives, launched by a militia, were downed.", ["launched 6", "intercepted 6"]),
        ("A strike on Nikopol killed the group's leader.", ["killed 1"]),
        ("A strike on Nikopol killed its most senior military official, Karim Haddad.", ["killed 1"]),
        ("A strike on Nikopol killed Karim Haddad, who led the group.", ["killed 1"]),
        ("Karim Haddad was killed in a strike on Nikopol.", ["killed 1"]),
        ("A strike on Nikopol killed rebel fighters.", []),
        ("A strike on Nikopol killed the driver and two passengers.", ["killed 2"]),
        ("A woman was killed and her neighbour wounded in Nikopol.", ["killed 1", "injured 1"]),
        ("A boy lost a foot when he stepped on a mine near Nikopol.", ["injured 1"]),
        ("About 30 projectiles were identified crossing from Lebanon.", ["launched 30"]),
        ("Four people - including a young child - were killed in Nikopol.", ["killed 4", "part of killed 1"]),
        ("Seven people at least were killed in Nikopol.", ["killed 7.."]),
        ("Several of the soldiers defending the base were killed in Nikopol.", ["killed 2.."]),
        ("A raid on Nikopol killed a couple and their daughter.", ["killed 3"]),
        (
            "IOM registered over 58,000 displaced people, in 11,901 families, in Nikopol.",
            ["displaced 58001..", "displaced 11901"]
        ),
        ("Several gunmen have killed at least 12 people in Nikopol.", ["killed 12.."]),
        ("Officials confirmed a child's death in Nikopol.", ["killed 1"]),
        ("Air defence shot down 95 drones over a number of Russian regions.", ["intercepted 95"]),
        ("The number of people killed in the attack on Nikopol has gone up to ten.", ["killed 10"]),
        ("The army brought down a missile fired from the hills.", ["launched 1", "intercepted 1"]),
        ("A doctors' group said that nobody had been killed in Nikopol.", ["killed 0"]),
        ("Two nurses were among the wounded in Nikopol.", ["part of injured 2"]),
        ("Among the dead were nine people from Nikopol.", ["part of killed 9"]),
        (
            "Four women and three boys were among the dead in Nikopol.",
            ["part of killed 4", "part of killed 3"]
        ),
        ("Six people were killed in Nikopol and three others suffered serious injuries.", ["killed 6", "injured 3"]),
        ("One soldier lost his life in Nikopol and another was injured.", ["killed 1", "injured 1"]),
        ("The raid killed two people in Nikopol and took away 51.", ["killed 2"]),
        ("Shelling of Nikopol killed two people and took away 51.", ["killed 2"]),
        (
            "The navy shot down “nine one-way attack drones and three anti-ship missiles” off Nikopol.",
            ["intercepted 9", "intercepted 3"]
        ),
        ("He called 911, and a nurse was injured in Nikopol.", ["injured 1"]),
        ("Ten children between five and seven were killed in Nikopol.", ["killed 10"]),
        ("Police in Nikopol named a gunman who shot dead 14 people.", ["killed 14"]),
        ("Police in Nikopol held three men who had wounded seven people.", ["injured 7"]),
        ("Police in Nikopol buried three men who were shot dead.", ["killed 3"]),
    ])
    func `a sentence may hold several counts`(text: String, expected: [String]) {
        let found = counts(text).map { count in
            let range = EventSamples.spell(low: count.number.low, high: count.number.high)
            return "\(count.isPart ? "part of " : "")\(count.kind.rawValue) \(range)"
        }
        #expect(found == expected)
    }

    @Test(arguments: [
        ("age", "Shelling killed a man aged 61 in Nikopol."),
        ("age", "Olena Bondar, 61, was killed in Nikopol."),
        ("age", "A 61-year-old was killed in Nikopol."),
        ("storeys", "A 12-storey tower was hit in Nikopol."),
        ("distance", "Shells fell 40 kilometres from Nikopol."),
        ("duration", "Shelling of Nikopol went on for six hours."),
        ("share", "Shelling of Nikopol cut power by 70 percent."),
        ("money", "Shelling of Nikopol did damage of $3 million."),
        ("measure", "A 500-pound bomb hit Nikopol."),
    ])
    func `a number that counts nothing is rejected with the reason`(reason: String, text: String) {
        let extraction = EventSamples.extract(text)
        #expect(extraction.rejections.map(\.reason).contains(reason))
        let numbers = extraction.events.flatMap(\.counts).compactMap(\.best).filter { $0 > 1 }
        #expect(numbers.isEmpty)
    }

    @Test(arguments: [
        ("Five teachers were killed in Nikopol.", SubjectGroup.unspecified),
        ("Five soldiers were killed in Nikopol.", .military), ("Five civilians were killed in Nikopol.", .civilian),
        ("Five children were killed in Nikopol.", .child), ("Five women were killed in Nikopol.", .woman),
        ("Five paramedics were killed in Nikopol.", .medic),
    ])
    func `the noun tells the group of people`(text: String, group: SubjectGroup) {
        #expect(counts(text).map(\.unit.group) == [group])
    }

    @Test func `dead told by who they were are added up`() throws {
        func figures(_ text: String) -> [Int?] {
            EventSamples.extract(text).events.flatMap { $0.figures(of: .killed) }.map(\.number)
        }
        #expect(figures("Five women and three children were killed by shelling in Nikopol on Saturday.") == [5, 3])
        #expect(figures("Shelling killed eight people, three children among them, in Nikopol on Saturday.") == [8])
        #expect(figures("Shelling killed eight people, including three children, in Nikopol on Saturday.") == [8])
    }

    @Test func `a number without a noun takes that of the number before, not of its part`() {
        let found = counts("Seven people were killed in Nikopol, two of them children, and eight wounded.")
        #expect(found.map(\.unit.unit) == [.person, .child, .person])
        #expect(
            counts("One soldier died in Nikopol and another was injured.").map(\.unit.unit) == [.soldier, .soldier]
        )
    }

    @Test func `hostages who were freed are no abduction, those who were taken are one`() {
        let freed = EventSamples.extract("Eight hostages were freed in Nikopol on Saturday.")
        #expect(!freed.events.contains { $0.counts.contains { $0.kind == .abducted } })
        let taken = EventSamples.extract("Gunmen seized eight hostages in Nikopol on Saturday.")
        #expect(taken.events.flatMap(\.counts).contains { $0.kind == .abducted && $0.low == 8 })
    }
}
