import DatelineCore

extension DateResolver {
    /// Weeks (from Monday), weekends, months and years by the calendar; the running one ends at the anchor.
    static func period(_ period: DatePeriod, _ count: Int, of anchor: CivilDate) -> Days? {
        let monday = anchor - anchor.weekday.rawValue
        switch period {
        case .week:
            let first = monday + 7 * count
            return Days(first, count == 0 ? anchor : first + 6, .week, .relative)
        case .weekend:
            // A weekend that has not begun is the one before, unless it was called the next.
            let back = count > 0 ? 7 * (count - 1) : anchor.weekday.rawValue >= 5 ? 0 : -7
            let saturday = monday + 5 + back
            let sunday = count > 0 ? saturday + 1 : min(saturday + 1, anchor)
            return Days(saturday, sunday, .week, .relative, grain: .weekend)
        case .quarter: return quarter((anchor.month - 1) / 3 + 1 + count, anchor.year, .relative)
        case .month:
            let first = firstOfMonth(count, from: anchor)
            return Days(first, count == 0 ? anchor : first.endOfMonth, .month, .relative)
        case .year:
            let (first, last) = year(anchor.year + count)
            return Days(first, count == 0 ? anchor : last, .year, .relative)
        case .weekStart: return Days(monday, monday, .day, .relative, grain: .week)
        case .monthStart:
            let first = firstOfMonth(count, from: anchor)
            return Days(first, first, .day, .relative, grain: .month)
        case .monthEnd:
            let last = firstOfMonth(count, from: anchor).endOfMonth
            return Days(last, last, .day, .relative, grain: .month)
        case .yearStart:
            let first = year(anchor.year + count).first
            return Days(first, first, .day, .relative, grain: .year)
        case .yearEnd:
            let last = year(anchor.year + count).last
            return Days(last, last, .day, .relative, grain: .year)
        }
    }

    /// "the past six days" end at the anchor and count it; a day or 24 hours reach back to the day before.
    static func past(_ count: Int, _ unit: DateUnit, to anchor: CivilDate) -> Days {
        let days =
            switch unit {
            case .minute: 0
            case .hour: count / 24 + (count % 24 == 0 ? 0 : 1)
            case .day: count == 1 ? 1 : count - 1
            case .week: 7 * count - 1
            case .fortnight: 14 * count - 1
            case .weekend, .month, .quarter, .year, .decade, .century: 0
            }
        let (first, precision): (CivilDate, DatePrecision) =
            switch unit {
            case .month: (sameDay(-count, from: anchor), .range)
            case .quarter: (sameDay(-3 * count, from: anchor), .range)
            case .year: (sameDay(-12 * count, from: anchor), .year)
            case .decade: (sameDay(-120 * count, from: anchor), .year)
            case .century: (sameDay(-1200 * count, from: anchor), .year)
            default: (anchor - days, .range)
            }
        return Days(first, anchor, precision, .computed, grain: .length(count, unit))
    }

    /// A day moved by units; a week or more away it is only as narrow as the unit.
    static func moved(_ day: CivilDate, _ count: Int, _ unit: DateUnit, _ method: DateMethod) -> Days {
        switch unit {
        case .minute: return Days(day, day, .day, method)
        case .hour:
            let moved = abs(count) < 24 ? day : day + count / 24
            return Days(moved, moved, .day, method)
        case .day: return Days(day + count, day + count, .day, method)
        case .week where abs(count) == 1: return Days(day + 7 * count, day + 7 * count, .day, method)
        case .week, .weekend, .fortnight:
            let near = day + (unit == .fortnight ? 14 : 7) * count
            let monday = near - near.weekday.rawValue
            return Days(monday, monday + 6, .week, method)
        case .month, .quarter:
            let first = firstOfMonth(unit == .quarter ? 3 * count : count, from: day)
            return Days(first, first.endOfMonth, .month, method)
        case .year:
            let (first, last) = year(day.year + count)
            return Days(first, last, .year, method)
        case .decade, .century:
            let (first, last) = year(day.year + count * (unit == .decade ? 10 : 100))
            return Days(first, last, .year, method)
        }
    }

    /// Months, seasons and years.
    func longDays(_ expression: DateExpression, _ reading: Reading) -> Days? {
        switch expression {
        case .year(let number):
            let (first, last) = DateResolver.year(number)
            return Days(first, last, .year, .explicit)
        case .decade(let number):
            let (first, last) = (DateResolver.year(number).first, DateResolver.year(number + 9).last)
            return Days(first, last, .year, .explicit, grain: .decade)
        case .quarter(let number, let year):
            // "Third-quarter profit will fall": the quarter is not to come because the sentence looks forward.
            return firstDay(of: 3 * number - 2, year, Reading())
                .flatMap { DateResolver.quarter(number, $0.year, .explicit) }
        case .month(let month, _, let year):
            guard let first = firstDay(of: month, year, reading) else { return nil }
            return Days(first, first.endOfMonth, .month, .explicit)
        case .daysOfMonth(let count, let month, let year):
            guard let first = firstDay(of: month, year, reading) else { return nil }
            let last = first.endOfMonth
            return count > 0
                ? Days(first, min(first + count - 1, last), .range, .explicit)
                : Days(max(first, last + count + 1), last, .range, .explicit)
        case .season(let from, let to, let year):
            guard let first = firstDay(of: from, year, reading) else { return nil }
            let last = CivilDate(year: first.year + (to < from ? 1 : 0), month: to, day: 1)
            return Days(first, (last ?? first).endOfMonth, .year, .explicit, grain: .season)
        default: return nil
        }
    }

    /// The first day of a month: of the year said, else the nearest that has begun, or is to come.
    private func firstDay(of month: Int, _ said: SaidYear, _ reading: Reading) -> CivilDate? {
        switch said {
        case .exact(let year): return CivilDate(year: year, month: month, day: 1)
        case .relative(let years):
            return anchor.flatMap { CivilDate(year: $0.year + years, month: month, day: 1) }
        case .told(let years):
            return (named?.first ?? anchor).flatMap { CivilDate(year: $0.year + years, month: month, day: 1) }
        case .unsaid, .last, .next: break
        }
        if let year = historicalYear(of: month) { return CivilDate(year: year, month: month, day: 1) }
        guard let anchor else { return nil }
        let dates = (anchor.year - 1...anchor.year + 1).compactMap { CivilDate(year: $0, month: month, day: 1) }
        let past = dates.last { $0 <= anchor && (said != .last || $0.endOfMonth < anchor) }
        let isNextMonth = said == .unsaid && month == anchor.month % 12 + 1
        let isAhead = said == .next || isNextMonth || reading.isForward && past?.month != anchor.month
        return isAhead ? dates.first { $0 > anchor } : past
    }

    /// The day that a month or year said with "since" or "until" means: "since mid-October", "by late May".
    static func limit(_ expression: DateExpression, _ days: Days, isStart: Bool) -> Days {
        guard case .month(_, let part, _) = expression else { return days }
        let offset =
            switch part {
            case .whole: isStart ? 0 : days.last - days.first
            case .start: 0
            case .early: isStart ? 0 : 9
            case .middle: isStart ? 14 : 19
            case .late: isStart ? 20 : days.last - days.first
            case .end: days.last - days.first
            }
        return Days(days.first + offset, days.first + offset, .month, days.method)
    }

    /// A quarter of a year; 0 is the last of the year before.
    static func quarter(_ number: Int, _ year: Int, _ method: DateMethod) -> Days? {
        let months = year * 12 + 3 * (number - 1)
        guard let first = CivilDate(year: months / 12, month: months % 12 + 1, day: 1) else { return nil }
        return Days(first, firstOfMonth(2, from: first).endOfMonth, .year, method, grain: .quarter)
    }

    private static func firstOfMonth(_ count: Int, from day: CivilDate) -> CivilDate {
        let months = day.year * 12 + day.month - 1 + count
        return CivilDate(year: months / 12, month: months % 12 + 1, day: 1) ?? day
    }

    private static func sameDay(_ months: Int, from day: CivilDate) -> CivilDate {
        let first = firstOfMonth(months, from: day)
        return min(first + (day.day - 1), first.endOfMonth)
    }

    private static func year(_ year: Int) -> (first: CivilDate, last: CivilDate) {
        let zero = CivilDate(dayNumber: 0)
        return (CivilDate(year: year, month: 1, day: 1) ?? zero, CivilDate(year: year, month: 12, day: 31) ?? zero)
    }
}
