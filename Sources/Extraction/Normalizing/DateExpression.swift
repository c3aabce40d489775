import DatelineCore

/// What a text says of a date, before anything is resolved.
indirect enum DateExpression: Hashable, Sendable {
    /// "Saturday", "last Saturday", "next Saturday".
    case weekday(Weekday, DateTurn)
    /// "11 August", "Sunday 11 August 2024".
    case day(month: Int, day: Int, year: SaidYear, weekday: Weekday?)
    /// "Thanksgiving", "Palm Sunday".
    case feast(Feast, SaidYear)
    /// "in March", "mid-October".
    case month(Int, MonthPart, SaidYear)
    /// "the first three weeks of May": days from the first, or to the last when negative.
    case daysOfMonth(Int, Int, SaidYear)
    /// "in 2022".
    case year(Int)
    /// "the 1990s", by their first year.
    case decade(Int)
    /// "the third quarter", 1 to 4.
    case quarter(Int, SaidYear)
    /// "spring 2023", as its first and last month.
    case season(Int, Int, SaidYear)
    /// "yesterday": days after the anchor.
    case anchorDay(Int)
    /// "the next day": days after the day named before.
    case toldDay(Int)
    /// "the day before last Tuesday": days after the day named.
    case beside(DateExpression, Int)
    /// A clock time or part of a day that stands alone.
    case unsaidDay
    /// "last week", "this month": so many units after the anchor's.
    case period(DatePeriod, Int)
    /// "that year", "the following month": so many units after the one named before.
    case toldPeriod(DatePeriod, Int)
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

extension DateExpression {
    /// The year written out in it, if any.
    var writtenYear: Int? {
        switch self {
        case .day(_, _, .exact(let year), _), .month(_, _, .exact(let year)), .season(_, _, .exact(let year)),
            .quarter(_, .exact(let year)), .year(let year):
            year
        case .part(_, let inner), .night(_, let inner): inner.writtenYear
        case .range(let first, let last): last.writtenYear ?? first.writtenYear
        default: nil
        }
    }

    /// Whether it is counted from the day of writing.
    var isOfNews: Bool {
        switch self {
        case .weekday, .anchorDay, .period, .past, .ago, .overnight: true
        case .part(_, let inner), .night(_, let inner): inner.isOfNews
        default: false
        }
    }
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
    /// "August of that year": years after that of the date named before.
    case told(Int)
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
    case minute, hour, day, week, fortnight, weekend, month, quarter, year, decade, century
}

/// The calendar's periods.
enum DatePeriod: String, Sendable {
    case week, weekend, month, quarter, year
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
    /// Whether it names a time in passing: "the 2003 invasion", "a July meeting".
    var isAside = false
}
