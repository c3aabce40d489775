import DatelineCore

/// What a text says of a date, before anything is resolved.
indirect enum DateExpression: Hashable, Sendable {
    /// "Saturday", "last Saturday", "next Saturday".
    case weekday(Weekday, DateTurn)
    /// "11 August", "Sunday 11 August 2024".
    case day(month: Int, day: Int, year: SaidYear, weekday: Weekday?)
    /// "in March", "mid-October".
    case month(Int, MonthPart, SaidYear)
    /// "the first two weeks of June": days from the first, or to the last when negative.
    case daysOfMonth(Int, Int, SaidYear)
    /// "in 2022".
    case year(Int)
    /// "spring 2023", as its first and last month.
    case season(Int, Int, SaidYear)
    /// "yesterday": days after the anchor.
    case anchorDay(Int)
    /// "the next day": days after the day named before.
    case toldDay(Int)
    /// A clock time or part of a day that stands alone.
    case unsaidDay
    /// "last week", "this month": so many units after the anchor's.
    case period(DatePeriod, Int)
    /// "the past six days".
    case past(Int, DateUnit)
    /// "three weeks ago".
    case ago(Int, DateUnit)
    /// "three days earlier": units after the day named before.
    case moved(Int, DateUnit)
    /// "the same four days".
    case toldSpan
    /// "overnight", told on a day.
    case overnight
    /// "the night of Friday", "overnight on Friday", "overnight into Saturday".
    case night(NightSide, DateExpression)
    /// "Friday to Sunday".
    case range(DateExpression, DateExpression)
    /// A part of a day.
    case part(DayPart, DateExpression)
}

/// The way a weekday points.
enum DateTurn: Sendable {
    case bare, last, next
}

/// The year of a date, as said.
enum SaidYear: Hashable, Sendable {
    case unsaid
    case exact(Int)
    /// "last July", "3 May last year": years after the anchor's; `nearest` keeps the month in the past.
    case relative(Int)
    case last
    case next
}

/// Which part of a month is meant.
enum MonthPart: Sendable {
    case whole, start, early, middle, late, end
}

/// Which part of a day is meant.
enum DayPart: String, Sendable {
    case early, middle, late, night, clock
}

/// Which of its two days a night is named by.
enum NightSide: Sendable {
    /// "the night of Friday".
    case begins
    /// "overnight into Saturday".
    case ends
    /// "overnight on Saturday": the end, if that is the day of telling.
    case told
}

/// The units of "three weeks ago".
enum DateUnit: String, Sendable {
    case hour, day, week, fortnight, weekend, month, year
}

/// The calendar's periods.
enum DatePeriod: String, Sendable {
    case week, weekend, month, year
    case weekStart = "week-start"
    case monthStart = "month-start"
    case monthEnd = "month-end"
    case yearStart = "year-start"
    case yearEnd = "year-end"
}

/// An expression with its tokens and the rule that read it.
struct SaidDate: Sendable {
    var tokens: Range<Int>
    var expression: DateExpression
    /// The rule's name, for `explain`.
    var rule: String
}
