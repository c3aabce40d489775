import DatelineCore
import Testing

@Suite struct CivilDateTests {
    @Test(arguments: [
        ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2024-08-11", 19_946), ("0001-01-01", -719_162),
        ("9999-12-31", 2_932_896),
    ])
    func `a day number and its ISO form stand for each other`(iso: String, dayNumber: Int) {
        #expect(CivilDate(iso: iso)?.dayNumber == dayNumber)
        #expect(CivilDate(dayNumber: dayNumber).description == iso)
    }

    @Test(arguments: [
        "2024-02-30", "2023-02-29", "2024-13-01", "2024-00-10", "0000-01-01", "2024-8-11", "11.08.2024", "2024-08-11x",
        "",
    ])
    func `what the calendar does not have is no date`(iso: String) {
        #expect(CivilDate(iso: iso) == nil)
    }

    @Test func `a time after the day is ignored`() {
        #expect(CivilDate(iso: "2024-08-11T06:30:00Z")?.description == "2024-08-11")
    }

    @Test func `weekdays follow the calendar before and after 1970`() {
        #expect(CivilDate(iso: "2024-08-11")?.weekday == .sunday)
        #expect(CivilDate(iso: "1970-01-01")?.weekday == .thursday)
        #expect(CivilDate(iso: "1900-01-01")?.weekday == .monday)
    }

    @Test func `every day of four centuries survives the way there and back`() {
        let lost = (-80_000..<80_000).filter { dayNumber in
            let (year, month, day) = CivilDate(dayNumber: dayNumber).parts
            return CivilDate(year: year, month: month, day: day)?.dayNumber != dayNumber
        }
        #expect(lost.isEmpty)
    }

    @Test func `a span touches what shares a day with it`() throws {
        let night = DateSpan(
            start: CivilDate(iso: "2024-08-10"),
            end: CivilDate(iso: "2024-08-11"),
            precision: .night,
            method: .relative
        )
        let saturday = DateSpan(
            start: CivilDate(iso: "2024-08-10"),
            end: CivilDate(iso: "2024-08-10"),
            precision: .day,
            method: .explicit
        )
        let total = DateSpan(start: nil, end: CivilDate(iso: "2024-08-09"), precision: .asOf, method: .weekday)
        #expect(night.touches(saturday))
        #expect(!night.touches(total))
        #expect(!DateSpan.unknown.touches(night))
    }

    @Test(arguments: [
        ("2024-08-11", 2024, 32), ("2024-08-12", 2024, 33), ("2021-01-03", 2020, 53), ("2024-12-30", 2025, 1),
        ("2016-01-04", 2016, 1), ("1969-12-29", 1970, 1),
    ])
    func `a week belongs to the year of its Thursday`(day: String, year: Int, week: Int) throws {
        let found = try #require(CivilDate(iso: day)).isoWeek
        #expect(found.year == year)
        #expect(found.week == week)
    }
}
