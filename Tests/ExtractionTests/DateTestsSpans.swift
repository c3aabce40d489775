import DatelineCore
import Testing

@testable import Extraction

/// Nights, ranges, weeks, months and years, in articles of Sunday, 11 August 2024.
@Suite struct DateTestsSpans {
    @Test(arguments: [
        ("Drones came overnight.", "2024-08-10/2024-08-11 N"),
        ("Drones came during the night.", "2024-08-10/2024-08-11 N"),
        ("Drones came last night.", "2024-08-10/2024-08-11 N"),
        ("Drones came overnight on Friday.", "2024-08-09/2024-08-10 N"),
        ("Drones came overnight on Sunday.", "2024-08-10/2024-08-11 N"),
        ("Drones came overnight into Saturday.", "2024-08-09/2024-08-10 N"),
        ("Drones came overnight from Friday to Saturday.", "2024-08-09/2024-08-10 N"),
        ("Drones came overnight on 2-3 August.", "2024-08-02/2024-08-03 N"),
        ("Drones came in the night between Wednesday and Thursday.", "2024-08-07/2024-08-08 N"),
        ("Drones came in the night between Aug. 7 and 8.", "2024-08-07/2024-08-08 N"),
        ("Drones came on the night of 10–11 August.", "2024-08-10/2024-08-11 N"),
        ("Drones came on the night of August 7-8.", "2024-08-07/2024-08-08 N"),
        ("Drones came on the night of 15 January.", "2024-01-15/2024-01-16 N"),
        ("Drones came on Friday night.", "2024-08-09/2024-08-10 N"),
        ("Drones came between late Thursday and Friday morning.", "2024-08-08/2024-08-09 N"),
    ])
    func `a night lies over two days`(text: String, span: String) {
        #expect(DateSamples.spans(text, published: "2024-08-11") == [span])
    }

    @Test func `each of two nights is a mention`() {
        let text = "Drones came on the nights of 23-24 and 25-26 July."
        #expect(
            DateSamples.spans(text, published: "2024-08-11") == ["2024-07-23/2024-07-24 N", "2024-07-25/2024-07-26 N"]
        )
    }

    @Test func `overnight is the night before the day of the report`() {
        let text = "The ministry said on Saturday that it had downed ten drones overnight."
        #expect(DateSamples.spans(text, published: "2024-08-11") == ["2024-08-10 D", "2024-08-09/2024-08-10 N"])
    }

    @Test(arguments: [
        ("over the past six days", "2024-08-06/2024-08-11 R"),
        ("in the past 24 hours", "2024-08-10/2024-08-11 R"),
        ("in the previous 24 hours", "2024-08-10/2024-08-11 R"),
        ("over the past day", "2024-08-10/2024-08-11 R"),
        ("in the past week", "2024-08-05/2024-08-11 R"),
        ("in the last two weeks", "2024-07-29/2024-08-11 R"),
        ("in four days", "2024-08-08/2024-08-11 R"),
    ])
    func `past days end at the anchor and count it`(words: String, span: String) {
        let mentions = DateSamples.read("Nine barns burned \(words).", published: "2024-08-11").2
        #expect(mentions.map { DateSamples.spell($0.span) } == [span])
        #expect(mentions.map(\.span.method) == [.computed])
    }

    @Test(arguments: [
        ("from Monday to Wednesday", "2024-08-05/2024-08-07 R"),
        ("Monday to Wednesday", "2024-08-05/2024-08-07 R"),
        ("between Friday and Sunday", "2024-08-09/2024-08-11 R"),
        ("on Tuesday and Wednesday", "2024-08-06/2024-08-07 R"),
        ("from 15 April to 15 May", "2024-04-15/2024-05-15 R"),
        ("between September 22 and October 6", "2023-09-22/2023-10-06 R"),
        ("between 17 July and Monday", "2024-07-17/2024-08-05 R"),
        ("between 1 and 17 April 2024", "2024-04-01/2024-04-17 R"),
        ("from 2 to 4 April", "2024-04-02/2024-04-04 R"),
        ("on 2-3 August", "2024-08-02/2024-08-03 R"),
        ("between 29 December and 3 January", "2023-12-29/2024-01-03 R"),
        ("in the first three weeks of May", "2024-05-01/2024-05-21 R"),
        ("between Saturday noon and nightfall", "2024-08-10 P"),
    ])
    func `a range runs from its first day to its last`(words: String, span: String) {
        #expect(DateSamples.spans("Nine barns burned \(words).", published: "2024-08-11") == [span])
    }

    @Test(arguments: [
        ("last week", "2024-07-29/2024-08-04 W"), ("earlier this week", "2024-08-05/2024-08-11 W"),
        ("over the weekend", "2024-08-10/2024-08-11 W"), ("last month", "2024-07-01/2024-07-31 M"),
        ("this month", "2024-08-01/2024-08-11 M"), ("last year", "2023-01-01/2023-12-31 Y"),
        ("in March", "2024-03-01/2024-03-31 M"), ("in March 2022", "2022-03-01/2022-03-31 M"),
        ("in the middle of May", "2024-05-01/2024-05-31 M"), ("in mid-October", "2023-10-01/2023-10-31 M"),
        ("in early June", "2024-06-01/2024-06-30 M"), ("last July", "2024-07-01/2024-07-31 M"),
        ("in 2022", "2022-01-01/2022-12-31 Y"), ("in the spring of 2023", "2023-03-01/2023-05-31 Y"),
        ("in summer 2023", "2023-06-01/2023-08-31 Y"), ("three weeks ago", "2024-07-15/2024-07-21 W"),
    ])
    func `weeks, months and years follow the calendar`(words: String, span: String) {
        #expect(DateSamples.spans("Nine barns burned \(words).", published: "2024-08-11") == [span])
    }

    @Test(arguments: [
        ("since Tuesday", "2024-08-06/2024-08-11 O", DateRole.since),
        ("from 18 March", "2024-03-18/2024-08-11 O", .since),
        ("since the beginning of the year", "2024-01-01/2024-08-11 O", .since),
        ("since mid-October", "2023-10-15/2024-08-11 O", .since),
        ("since midnight", "2024-08-11 O", .since),
        ("as of Saturday", "../2024-08-10 A", .asOf),
        ("as of last Thursday", "../2024-08-08 A", .asOf),
        ("by noon on Friday", "2024-08-09 P", .until),
        ("by Saturday evening", "2024-08-10 P", .until),
        ("until 9 August", "2024-08-09 D", .until),
    ])
    func `the preposition opens a span or ends it`(words: String, span: String, role: DateRole) {
        let mentions = DateSamples.read("Nine barns burned \(words).", published: "2024-08-11").2
        #expect(mentions.map { DateSamples.spell($0.span) } == [span])
        #expect(mentions.map(\.role) == [role])
    }

    @Test(arguments: [
        ("Nine barns have burned since the rebels broke the truce on 3 August.", "2024-08-03/2024-08-11 O"),
        ("Nine barns have burned since the coup of 1 August.", "2024-08-01/2024-08-11 O"),
        ("It has been quiet since then, but a barn burned on 3 August.", "2024-08-03 D"),
    ])
    func `since reaches over its clause`(text: String, span: String) {
        #expect(DateSamples.spans(text, published: "2024-08-11").last == span)
    }

    @Test func `the past day is counted from the day of telling`() {
        let text = "The clinic said on Thursday that four people had come in the previous 24 hours."
        #expect(DateSamples.spans(text, published: "2024-08-11").last == "2024-08-07/2024-08-08 R")
    }

    @Test func `the same day does not go back to a week`() {
        let text = "A barn burned on Thursday. Hay had been stolen earlier in the week. A mill burned the same day."
        #expect(DateSamples.spans(text, published: "2024-08-11").last == "2024-08-08 D")
    }

    @Test func `what happened when a stretch began is dated by its first day`() {
        let text = "The pump has been out since 7 August, when a drone struck it."
        let mentions = DateSamples.read(text, published: "2024-08-11").2
        #expect(mentions.map { DateSamples.spell($0.span) } == ["2024-08-07/2024-08-11 O", "2024-08-07 D"])
        #expect(mentions.map(\.rule) == ["explicit-day", "when"])
    }

    @Test func `so is what happened in what a stretch began with`() {
        let text = "The pump has been out since the raid of 7 August, in which two men died."
        #expect(DateSamples.spans(text, published: "2024-08-11") == ["2024-08-07/2024-08-11 O", "2024-08-07 D"])
    }

    @Test func `a date of months ago is background`() {
        let text = "A mine went off on 2 August. In February 2022 there was one, and one on 3 May."
        #expect(DateSamples.read(text, published: "2024-08-11").2.map(\.isHistorical) == [false, true, true])
    }

    @Test(arguments: [
        ("The mayor said on Saturday that shells fell on Friday.", [true, false]),
        ("On Saturday the mayor confirmed that shells fell on Friday.", [true, false]),
        ("Shells fell on Friday, the mayor told reporters on Saturday.", [false, true]),
    ])
    func `a day beside a word of telling is marked`(text: String, telling: [Bool]) {
        #expect(DateSamples.read(text, published: "2024-08-11").2.map(\.isBesideTelling) == telling)
    }
}
