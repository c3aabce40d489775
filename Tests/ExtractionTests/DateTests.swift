import DatelineCore
import Testing

@testable import Extraction

/// Single days, in articles of Sunday, 11 August 2024, if nothing else is said.
@Suite struct DateTests {
    @Test(arguments: [
        ("The port was shelled on Sunday.", "2024-08-11 D"),
        ("The port was shelled on Saturday.", "2024-08-10 D"),
        ("The port was shelled on Monday.", "2024-08-05 D"),
        ("The port was shelled Tue. and burned.", "2024-08-06 D"),
        ("The port was shelled last Wednesday.", "2024-08-07 D"),
        ("The port was shelled last Sunday.", "2024-08-04 D"),
        ("The port was shelled this past Friday.", "2024-08-09 D"),
        ("Thursday's shelling of the port went on.", "2024-08-08 D"),
        ("After Friday prayers the port was shelled.", "2024-08-09 D"),
    ])
    func `a weekday is the nearest past one, the day's own name the day itself`(text: String, span: String) {
        #expect(DateSamples.spans(text, published: "2024-08-11") == [span])
    }

    @Test(arguments: [
        ("The talks will open on Tuesday.", "2024-08-13 D"),
        ("A convoy is due on Friday morning.", "2024-08-16 P"),
        ("The bridge stays shut until Monday.", "2024-08-12 D"),
        ("Next Friday the truce runs out.", "2024-08-16 D"),
        ("Drivers would strike from 7am on 20 December.", "2024-12-20 T"),
        ("Next report: 14 August.", "2024-08-14 D"),
    ])
    func `with a word that looks forward a date is to come`(text: String, span: String) {
        let mentions = DateSamples.read(text, published: "2024-08-11").2
        #expect(mentions.map { DateSamples.spell($0.span) } == [span])
        #expect(mentions.map(\.role) == [.future])
    }

    @Test func `a day of telling is not to come because its sentence looks forward`() {
        let text = "The road will be closed, officials said on Thursday."
        #expect(DateSamples.spans(text, published: "2024-08-11") == ["2024-08-08 D"])
    }

    @Test(arguments: [
        ("Early Sunday shells fell.", "2024-08-11 P"),
        ("Shells fell early on Sunday.", "2024-08-11 P"),
        ("Shells fell late Monday.", "2024-08-05 P"),
        ("Shells fell late on Saturday.", "2024-08-10 P"),
        ("Shells fell before dawn on Thursday.", "2024-08-08 P"),
        ("Shells fell in the early hours of Monday.", "2024-08-05 P"),
        ("Shells fell on Sunday morning.", "2024-08-11 P"),
        ("Shells fell on the afternoon of 26 May.", "2024-05-26 P"),
        ("Shells fell at about noon on Saturday.", "2024-08-10 P"),
        ("Shells fell at 03:00 on Sunday.", "2024-08-11 T"),
        ("Shells fell around 3 pm on Monday.", "2024-08-05 T"),
        ("Shells fell at 1:30 a.m. on Friday.", "2024-08-09 T"),
        ("Shells fell at 10.50 on Friday.", "2024-08-09 T"),
        ("Shells fell on 2 January, at 7:45 am, in the yard.", "2024-01-02 T"),
        ("Shells fell on Monday, some time before 3am, in the yard.", "2024-08-05 T"),
        ("At 8:15 this evening shells fell.", "2024-08-11 T"),
        ("Shells fell at a quarter to eleven on Thursday night.", "2024-08-08 T"),
        ("Shells fell at half past one this afternoon.", "2024-08-11 T"),
    ])
    func `a part of a day and a clock time narrow the day`(text: String, span: String) {
        #expect(DateSamples.spans(text, published: "2024-08-11") == [span])
    }

    @Test(arguments: [
        ("on 11 August 2024", "2024-08-11 D"),
        ("on Aug. 11, 2024", "2024-08-11 D"),
        ("on August 10", "2024-08-10 D"),
        ("on 10 Aug", "2024-08-10 D"),
        ("on the 9th of August", "2024-08-09 D"),
        ("on August 9th", "2024-08-09 D"),
        ("on Sept. 25", "2023-09-25 D"),
        ("on 2024-08-09", "2024-08-09 D"),
        ("on 09.08.2024", "2024-08-09 D"),
        ("on 09/08/2024", "2024-08-09 D"),
        ("on Tuesday 22 August 2023", "2023-08-22 D"),
        ("on Friday, Aug. 9", "2024-08-09 D"),
        ("on Tuesday 22 August", "2023-08-22 D"),
        ("on 26 October last year", "2023-10-26 D"),
        ("on Christmas Day", "2023-12-25 D"),
    ])
    func `a day that is written out takes the nearest past year`(words: String, span: String) {
        let mentions = DateSamples.read("The depot burned \(words).", published: "2024-08-11").2
        #expect(mentions.map { DateSamples.spell($0.span) } == [span])
        #expect(mentions.map(\.span.method) == [.explicit])
    }

    @Test func `a date takes the year that the sentence before it wrote out`() {
        let text = "The dam broke on 3 March 2021. On 9 March the town was emptied."
        #expect(DateSamples.spans(text, published: "2024-08-11") == ["2021-03-03 D", "2021-03-09 D"])
    }

    @Test(arguments: [
        ("The war began on 7 October, when Hamas gunmen crossed the fence.", "2024-06-06", "2023-10-07 D"),
        ("The war began on Oct. 7 with an attack by Hamas.", "2025-04-04", "2023-10-07 D"),
        ("On 7 October the river rose.", "2025-04-04", "2024-10-07 D"),
        ("On 7 October rockets were fired at Hamas posts.", "2024-10-09", "2024-10-07 D"),
    ])
    func `a day with a name of its own keeps its year where its words stand`(
        text: String,
        published: String,
        span: String
    ) {
        #expect(DateSamples.spans(text, published: published) == [span])
    }

    @Test(arguments: [
        ("Yesterday the depot burned.", "2024-08-10 D"),
        ("The depot burned today.", "2024-08-11 D"),
        ("The depot burned this morning.", "2024-08-11 P"),
        ("The depot burned three days ago.", "2024-08-08 D"),
        ("The depot burned a week ago.", "2024-08-04 D"),
        ("Earlier in the day the depot burned.", "2024-08-11 D"),
    ])
    func `a relative day counts from the anchor`(text: String, span: String) {
        #expect(DateSamples.spans(text, published: "2024-08-11") == [span])
    }

    @Test(arguments: [
        ("the same day", "2024-08-06 D"), ("that evening", "2024-08-06 P"), ("the following day", "2024-08-07 D"),
        ("the next day", "2024-08-07 D"), ("the previous day", "2024-08-05 D"), ("the day before", "2024-08-05 D"),
        ("three days later", "2024-08-09 D"), ("three days earlier", "2024-08-03 D"),
        ("that night", "2024-08-06/2024-08-07 N"),
    ])
    func `a day told from another counts from the one before it`(words: String, span: String) {
        let text = "The bridge was mined on Tuesday. A barge sank \(words)."
        #expect(DateSamples.spans(text, published: "2024-08-11") == ["2024-08-06 D", span])
    }

    @Test func `a clock time alone goes with the day something happened, not with the day it was told`() {
        let text = "The tanker was hit on Wednesday. The owner said so on Thursday. She was struck at 11:30 local time."
        #expect(DateSamples.spans(text, published: "2024-08-11").last == "2024-08-07 T")
    }

    @Test(arguments: [
        "A 24-year-old may march in the sun for a second time.", "About 2,000 people came to Expo 2020.",
        "They met on a Tuesday.", "2000 people fled for six days.", "The score was 3-2.", "We'd gone by then.",
        "A man born in 1957 read The Sun.", "Food will last four days.", "Bloody Sunday is remembered.",
    ])
    func `ages, verbs, names and amounts are no dates`(text: String) {
        #expect(DateSamples.spans(text, published: "2024-08-11").isEmpty)
    }

    @Test func `without any date of its own an article's weekdays stay unknown`() {
        #expect(DateSamples.spans("A shell fell on Monday and yesterday.", published: nil) == ["? U", "? U"])
        #expect(DateSamples.spans("A shell fell on 3 May 2023.", published: nil) == ["2023-05-03 D"])
    }

    @Test(arguments: [
        ("On Tuesday, the council plans to vote.", "2024-08-13 D"),
        ("It expects the work to end on Monday.", "2024-08-12 D"),
        ("The school reopens this coming Monday.", "2024-08-12 D"),
        ("The mill closes on 10 September.", "2024-09-10 D"),
        ("He left the day before last Tuesday.", "2024-08-05 D"),
        ("The day before last Tuesday’s hearing, he left.", "2024-08-05 D"),
        ("The talks had been due to start on Friday.", "2024-08-09 D"),
        ("None of the men could be found on Friday.", "2024-08-09 D"),
        ("The guards could not stop the man who fired on Friday.", "2024-08-09 D"),
        ("Just ahead of the vote, a bomb went off on Friday.", "2024-08-09 D"),
        ("They will look for a way around Friday's ruling.", "2024-08-09 D"),
        ("Two houses next to the mill burned on Friday.", "2024-08-09 D"),
        ("A Friday night raid left two dead.", "2024-08-09/2024-08-10 N"),
    ])
    func `a day is to come only where the words say so`(text: String, span: String) {
        #expect(DateSamples.spans(text, published: "2024-08-11") == [span])
    }

    @Test func `a day of no week in particular is no date`() {
        #expect(DateSamples.spans("He always came on a Tuesday.", published: "2024-08-11").isEmpty)
    }
}
