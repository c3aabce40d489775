import DatelineCore
import EventExport
import EventFixtures
import Testing

@Suite struct PhraseTests {
    @Test func `a count says how sure its number is`() {
        #expect(Count.exactly(1, .person, .killed).phrase == "1 person killed")
        #expect(Count.exactly(14, .drone, .intercepted).phrase == "14 drones intercepted")
        #expect(Count.atLeast(14, .drone, .intercepted).phrase == "at least 14 drones intercepted")
        #expect(Count.between(12, 18, .person, .injured).phrase == "12 to 18 people injured")
        #expect(Count.exactly(1, .child, .killed, isPart: true).phrase == "1 child killed, a part")
        let mayor = Source.named("the mayor", .localAuthority)
        #expect(Count.exactly(15, .person, .injured, says: mayor).phrase == "15 people injured, says the mayor")
        var total = Count.exactly(76_000, .person, .evacuated, scope: .runningTotal)
        total.asOf = CivilDate(iso: "2031-05-17")
        #expect(total.phrase == "76000 people evacuated, running total as of 2031-05-17")
    }

    @Test func `every qualifier has its words`() {
        for qualifier in CountQualifier.allCases {
            var count = Count.exactly(20, .person, .killed)
            count.qualifier = qualifier
            #expect(!count.phrase.contains("?"), "\(qualifier)")
        }
    }

    @Test func `a sheet shows all fields`() {
        let record = EventRecord(
            id: 4,
            article: "a.txt",
            published: CivilDate(iso: "2031-05-18"),
            modified: CivilDate(iso: "2031-05-19"),
            event: BorderRaid.events[3]
        )
        #expect(
            EventSheet(record, title: "Debris falls").text == """
                Event 4: attack.debris

                  date        2031-05-18 (P, weekday)
                  place       Belgorod, Belgorod Oblast, RU (place; “Belgorod”)
                  source      Belgorod officials (local authority, RU)
                  status      reported
                  actor       Ukraine
                  weapons     missile (“missile”)
                  counts      17 people injured (“17 persons”)
                              1 building damaged (“1 buildings”)
                  article     a.txt “Debris falls”
                  published   2031-05-18
                  modified    2031-05-19
                  sentence    11, bytes 1100 to 1157
                  extractor   \(DatelineVersion.current)

                  “17 people were hurt when debris fell on a block of flats.”

                """
        )
    }
}
