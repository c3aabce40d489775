import DatelineCore
import Testing

@testable import Extraction

/// What `annotate` says of times: values as in TIMEX3, times named in passing, and histories.
@Suite struct DateTestsValues {
    /// The values of all dates and lengths of a text, in its order.
    private func values(_ text: String, published: String = "2024-08-11") -> [String?] {
        let article = Article(path: "valley.txt", published: CivilDate(iso: published), body: text)
        return Extractor().extract(article).mentions.filter { $0.kind == .date || $0.kind == .duration }
            .map { mention in mention.fields.first { $0.name == "value" }?.value }
    }

    @Test(arguments: [
        ("on Saturday", "2024-08-10"), ("on Friday evening", "2024-08-09TEV"),
        ("at 3:05 pm on Monday", "2024-08-05T15:05"),
        ("at noon on Monday", "2024-08-05T12:00"), ("overnight", "2024-08-10TNI"), ("last week", "2024-W31"),
        ("over the weekend", "2024-W32-WE"), ("in March", "2024-03"), ("in the third quarter of 2023", "2023-Q3"),
        ("in last year's third quarter", "2023-Q3"), ("in the winter of 2022", "2022-WI"), ("in 2022", "2022"),
        ("in the early 1990s", "199"),
        ("over the past six days", "P6D"), ("from 2 to 4 April", "2024-04-02/2024-04-04"),
        ("between 2019 and 2021", "2019/2021"),
    ])
    func `a date has its value in the calendar's own terms`(words: String, value: String) {
        #expect(values("Nine barns burned \(words).") == [value])
    }

    @Test(arguments: [
        ("The bridge was shut for three days.", "P3D"), ("It was a two-hour drive.", "PT2H"),
        ("The wells ran dry for several weeks.", "PXW"), ("Water is sold daily.", "P1D"),
        ("The mill is currently shut.", "PRESENT_REF"), ("A fort stood here in 480 BC.", "BC0480"),
        ("He was away for twenty-four months.", "P24M"),
    ])
    func `lengths and vague words have a value and no days`(text: String, value: String) {
        #expect(values(text) == [value])
    }

    @Test func `an age is no length of time`() {
        #expect(values("A 5-year-old was found.").isEmpty)
    }

    @Test func `the line that dates the text is listed with its day`() {
        #expect(values("KYIV, August 9 (Agency) — Nine barns burned.") == ["2024-08-09"])
    }

    @Test(arguments: [
        ("Veterans of the 2003 invasion met.", "2003"), ("A July meeting was quiet.", "2024-07"),
        ("First-quarter profit fell.", "2024-Q1"), ("The mill (1998-2004) is a ruin.", "1998/2004"),
        ("The '90s were quiet.", "199"),
    ])
    func `a time named in passing has its value and dates nothing`(text: String, value: String) {
        #expect(values(text) == [value])
        #expect(DateSamples.read(text, published: "2024-08-11").2.map(\.role) == [.aside])
    }

    @Test(arguments: ["The depot had 2000 shells.", "A charge of $2003 was due.", "Some 1900 men stayed."])
    func `four digits that count are no year`(text: String) {
        #expect(values(text).isEmpty)
    }

    @Test(arguments: [
        ("A mill rose in 2015. Later that year it burned.", "2015-01-01/2015-12-31 Y"),
        ("A mill rose in 2015 and burned in August of that year.", "2015-08-01/2015-08-31 M"),
        ("The mill fell in April 2016. It rose again the following month.", "2016-05-01/2016-05-31 M"),
    ])
    func `that year is the one named before`(text: String, span: String) {
        #expect(DateSamples.spans(text, published: "2024-08-11").last == span)
    }

    @Test func `a year earlier than a quarter is that quarter of the year before`() {
        let spans = DateSamples.spans(
            "Sales were lower in the second quarter than a year earlier.",
            published: "2024-08-11"
        )
        #expect(spans == ["2024-04-01/2024-06-30 Y", "2023-04-01/2023-06-30 Y"])
    }

    @Test func `a history carries its year on, over the turn of the year as well`() {
        let text = """
            The first siege began in March 1752. On 4 May a relief column came.

            The second siege began in October 1753. In December the wells froze. In January the town fell.

            The third siege began on 2 June 1760. On 9 July peace was made. The treaty of 1761, in three parts, held.
            """
        #expect(
            DateSamples.spans(text, published: "2024-08-11") == [
                "1752-03-01/1752-03-31 M", "1752-05-04 D", "1753-10-01/1753-10-31 M", "1753-12-01/1753-12-31 M",
                "1754-01-01/1754-01-31 M", "1760-06-02 D", "1760-07-09 D", "1761-01-01/1761-12-31 Y",
            ]
        )
    }

    @Test func `a day of this month is of this year though a past year was told`() {
        let text = "The war began on 24 February 2022. On 6 August the bridge was hit."
        #expect(DateSamples.spans(text, published: "2024-08-11").last == "2024-08-06 D")
    }

    @Test(arguments: [
        ("He would appeal against the order issued on Wednesday.", "2024-08-07 D"),
        ("The order will be issued on Wednesday.", "2024-08-14 D"),
        ("The hearing was postponed until Tuesday.", "2024-08-13 D"),
        ("The hearing is set for 2 September.", "2024-09-02 D"),
    ])
    func `what was done before a date is not to come`(text: String, span: String) {
        #expect(DateSamples.spans(text, published: "2024-08-11") == [span])
    }

    @Test(arguments: [
        ("The bank earned more in the third quarter of 2023 than a year earlier.", ["2023-Q3", "2022-Q3"]),
        ("A year-earlier loss was smaller.", ["2023"]), ("Sales rose in the latest quarter.", ["2024-Q2"]),
        ("It lost money in the year ended March 31.", ["P1Y", "2024-03-31"]),
        ("Sales are slow this quarter.", ["2024-Q3"]), ("The current year is a good one.", ["2024"]),
        ("A mill burned in nineteen ninety-six.", ["1996"]), ("It reopened in May nineteen eighty.", ["1980-05"]),
        ("Jan Kowal spoke.", []), ("The Jan. storm passed.", ["2024-01"]),
    ])
    func `years and quarters as companies and broadcasters put them`(text: String, expected: [String]) {
        #expect(values(text) == expected)
    }

    @Test(arguments: [
        ("A bomb went off on Palm Sunday.", "2024-03-24"), ("It rained on Easter Monday 2023.", "2023-04-10"),
        ("Shelling went on over Orthodox Easter.", "2024-05-05"), ("He was found last Thanksgiving.", "2023-11-23"),
        ("The team will fly home on Thanksgiving Day.", "2024-11-28"),
    ])
    func `a feast has its day of each year`(text: String, value: String) {
        #expect(values(text) == [value])
    }
}
