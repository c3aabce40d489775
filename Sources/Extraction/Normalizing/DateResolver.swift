import DatelineCore

/// Turns what was said of dates into days, one mention after the other.
///
/// It remembers the last day named, for "the same day" and "three days earlier", and a year that was just fixed.
struct DateResolver {
    let anchor: CivilDate?
    /// Days of month and day alone that this article calls by their name.
    let knownDays: [CivilDate]
    /// Whether the article tells of years long past, so that a day without a year is of the year told last.
    let isHistory: Bool
    /// The days named before; nil at the start.
    private(set) var told: Days?
    /// The days named before that are not those of a statement.
    private var happened: Days?
    /// The date named last, of any length.
    private(set) var named: Days?
    /// The quarter told last, unless a month or a year was told since.
    private var quarter: Days?
    /// The first day of a date with its year written out, in this or the preceding sentence.
    private var fixed: (date: CivilDate, sentence: Int)?

    init(anchor: CivilDate?, knownDays: [CivilDate] = [], isHistory: Bool = false) {
        self.anchor = anchor
        self.knownDays = knownDays
        self.isHistory = isHistory
    }

    /// First and last day, with precision and method.
    struct Days {
        var first: CivilDate
        var last: CivilDate
        var precision: DatePrecision
        var method: DateMethod
        /// The stretch that was named; nil for a range of its own.
        var grain: DateGrain?

        init(
            _ first: CivilDate,
            _ last: CivilDate,
            _ precision: DatePrecision,
            _ method: DateMethod,
            grain: DateGrain? = nil
        ) {
            self.first = first
            self.last = last
            self.precision = precision
            self.method = method
            self.grain = grain ?? DateGrain(precision)
        }
    }

    /// How a mention is to be read.
    struct Reading {
        /// Whether the words around look forward.
        var isForward = false
        /// The sentence, from 0.
        var sentence = 0
        /// The day a report of a night was made, if the sentence names it.
        var tellingDay: CivilDate?
        /// Whether a day named before in this paragraph may stand for a missing one.
        var mayInherit = false
    }

    /// The days of an expression, or nil when it needs an anchor or a day before it and there is none.
    func days(_ expression: DateExpression, _ reading: Reading) -> Days? {
        switch expression {
        case .weekday(let weekday, let turn): day(weekday, turn, reading)
        case .day(let month, let day, let year, let weekday):
            explicit(month, day, year, weekday, reading).map { Days($0, $0, .day, .explicit) }
        case .feast(let feast, let year): self.feast(feast, year, reading)
        case .month, .daysOfMonth, .year, .season, .decade, .quarter: longDays(expression, reading)
        case .anchorDay(let offset): anchor.map { Days($0 + offset, $0 + offset, .day, .relative) }
        case .toldDay(let offset): toldDay(offset)
        case .beside(let inner, let offset):
            days(inner, reading).map { Days($0.first + offset, $0.first + offset, .day, $0.method) }
        case .unsaidDay: unsaidDay(reading)
        case .period(let period, let count): anchor.flatMap { DateResolver.period(period, count, of: $0) }
        case .past(let count, let unit):
            // "Said on Thursday that … in the past 24 hours": up to the day of telling.
            (reading.tellingDay ?? anchor).map { DateResolver.past(count, unit, to: $0) }
        case .ago(let count, .year) where quarter != nil: movedFromTold(-count, .year)
        case .ago(let count, let unit): anchor.map { DateResolver.moved($0, -count, unit, .relative) }
        case .moved(let count, let unit): movedFromTold(count, unit)
        case .toldPeriod(let period, let count): toldPeriod(period, count)
        case .toldSpan: told.map { Days($0.first, $0.last, .range, .sameParagraph) }
        case .overnight: (reading.tellingDay ?? anchor).map { Days($0 - 1, $0, .night, .relative) }
        case .night(let side, let inner): night(side, inner, reading)
        case .range(let first, let last): range(first, last, reading)
        case .part(let part, let inner): days(inner, reading).map { withPart(part, $0) }
        }
    }

    /// Remembers days for the mentions after them.
    mutating func remember(_ days: Days, isStatement: Bool) {
        name(days)
        // "The same day" and "at noon" go back to a day or two, not to a week, a month or a year.
        guard ![.week, .month, .year].contains(days.precision) else { return }
        told = days
        if !isStatement { happened = days }
    }

    /// Remembers a year that was written out; in a history, any date that follows it carries it on.
    mutating func noteYear(_ days: Days, _ expression: DateExpression, sentence: Int, startsSentence: Bool) {
        if isHistory {
            guard days.grain != .decade, days.method != .relative else { return }
            fixed = (days.first, sentence)
        } else if DateResolver.fixesYear(expression) || startsSentence && days.precision == .year {
            fixed = (days.first, sentence)
        }
    }

    /// Remembers a date that was named in passing.
    mutating func noteAside(_ days: Days) {
        if days.grain == .quarter || isHistory { name(days) }
    }

    /// A quarter that was only compared with ("a year earlier") leaves the one told in its place.
    private mutating func name(_ days: Days) {
        if days.grain == .quarter, days.method == .computed || days.method == .sameParagraph { return }
        named = days
        if days.grain == .quarter {
            quarter = days
        } else if days.grain == .month || days.grain == .year {
            quarter = nil
        }
    }

    /// Whether the expression has a year of its own beside a month.
    private static func fixesYear(_ expression: DateExpression) -> Bool {
        switch expression {
        case .day(_, _, .exact, _), .month(_, _, .exact), .day(_, _, .relative, _): true
        case .part(_, let inner), .night(_, let inner): fixesYear(inner)
        case .range(let first, let last): fixesYear(first) || fixesYear(last)
        default: false
        }
    }

    /// The year that a month without one belongs to in a history: that of the date before, or the next
    /// when the story has gone on from late in one year to early in another.
    func historicalYear(of month: Int) -> Int? {
        guard isHistory, let fixed else { return nil }
        let (year, before, _) = fixed.date.parts
        return before - month >= DateResolver.turnOfYear ? year + 1 : year
    }

    /// How many months back a month must lie to be the next year's: "In December … In January …".
    private static let turnOfYear = 8

    // MARK: Weekdays

    private func day(_ weekday: Weekday, _ turn: DateTurn, _ reading: Reading) -> Days? {
        guard let anchor else { return nil }
        let back = (anchor.weekday.rawValue - weekday.rawValue + 7) % 7
        let date: CivilDate =
            switch turn {
            case .bare where reading.isForward: anchor + (back == 0 ? 0 : 7 - back)
            case .bare: anchor - back
            case .last: anchor - (back == 0 ? 7 : back)
            case .next: anchor + (7 - back)
            }
        return Days(date, date, .day, .weekday)
    }

    // MARK: Days of a month

    /// Within so many days of the anchor a day is this year's, whatever else it is known for.
    private static let thisWeek = 7
    /// Within so many days before the anchor a day without a year is this year's, whatever year was told.
    private static let thisMonth = 40
    /// How far ahead a day without a year may lie: one of last year's season would have its year said.
    private static let nearFuture = 40

    /// A day of a month; without a year, the nearest past one, or one just ahead.
    private func explicit(
        _ month: Int,
        _ day: Int,
        _ year: SaidYear,
        _ weekday: Weekday?,
        _ reading: Reading
    ) -> CivilDate? {
        switch year {
        case .exact(let year): return CivilDate(year: year, month: month, day: day)
        case .relative(let years):
            return anchor.flatMap { CivilDate(year: $0.year + years, month: month, day: day) }
        case .told(let years):
            return (named?.first ?? anchor).flatMap { CivilDate(year: $0.year + years, month: month, day: day) }
        case .unsaid, .last, .next: break
        }
        if let year = historicalYear(of: month) { return CivilDate(year: year, month: month, day: day) }
        guard let anchor else { return nil }
        let ahead = reading.isForward ? 200 : DateResolver.nearFuture
        let dates = (anchor.year - 8...anchor.year + 1).reversed()
            .compactMap { CivilDate(year: $0, month: month, day: day) }.filter { $0 <= anchor + ahead }
        if let known = knownDays.first(where: { $0.month == month && $0.day == day }), known < anchor,
            !dates.contains(where: { abs($0 - anchor) <= DateResolver.thisWeek })
        {
            return known
        }
        if let near = dates.first, anchor - near <= DateResolver.thisMonth, weekday == nil || near.weekday == weekday {
            return near
        }
        if let fixed, reading.sentence - fixed.sentence <= 1, fixed.date < anchor - DateMention.newsDays,
            let near = CivilDate(year: fixed.date.year, month: month, day: day), near >= fixed.date - 31
        {
            return near
        }
        if reading.isForward, let next = dates.last(where: { $0 >= anchor }) { return next }
        return dates.first { weekday == nil || $0.weekday == weekday } ?? dates.first
    }

    /// A feast of the year said, else the nearest one, to come only where the words look forward.
    private func feast(_ feast: Feast, _ year: SaidYear, _ reading: Reading) -> Days? {
        var day: CivilDate?
        if case .exact(let year) = year {
            day = feast.day(in: year)
        } else if let anchor {
            let days = (anchor.year - 1...anchor.year + 1).compactMap(feast.day)
            let isNext = year == .next || year == .unsaid && reading.isForward
            day = isNext ? days.first { $0 >= anchor } : days.last { $0 <= anchor && (year != .last || $0 < anchor) }
        }
        return day.map { Days($0, $0, .day, .explicit) }
    }

    // MARK: Days named before

    private func toldDay(_ offset: Int) -> Days? {
        if let told {
            let night = told.precision == .night && offset == 0
            return Days(
                night ? told.first : told.last + offset,
                told.last + offset,
                night ? .night : .day,
                .sameParagraph
            )
        }
        return anchor.map { Days($0 + offset, $0 + offset, .day, .relative) }
    }

    /// "A year earlier", counted from the day named before; of a quarter told, the same quarter.
    private func movedFromTold(_ count: Int, _ unit: DateUnit) -> Days? {
        if unit == .year, let quarter {
            return DateResolver.quarter((quarter.first.month - 1) / 3 + 1, quarter.first.year + count, .computed)
        }
        let isLong = unit == .month || unit == .year
        guard let told = isLong && isHistory ? named ?? told : told else {
            return anchor.map { DateResolver.moved($0, count, unit, .relative) }
        }
        return DateResolver.moved(told.last, count, unit, .computed)
    }

    /// "That year", "the following month": of the date named before, however long it is.
    private func toldPeriod(_ period: DatePeriod, _ count: Int) -> Days? {
        guard let day = named?.first ?? anchor else { return nil }
        let method: DateMethod = named == nil ? .relative : .sameParagraph
        switch period {
        case .year, .yearStart, .yearEnd:
            return longDays(.year(day.year + count), Reading()).map { Days($0.first, $0.last, .year, method) }
        case .quarter:
            // Without one told it is the last that is over.
            let base = quarter ?? anchor.flatMap { DateResolver.period(.quarter, -1, of: $0) }
            return base.flatMap {
                DateResolver.quarter(($0.first.month - 1) / 3 + 1 + count, $0.first.year, method)
            }
        case .month, .monthStart, .monthEnd: return DateResolver.moved(day, count, .month, method)
        case .week, .weekend, .weekStart:
            let monday = day - day.weekday.rawValue + 7 * count
            return Days(monday, monday + 6, .week, method)
        }
    }

    private func unsaidDay(_ reading: Reading) -> Days? {
        if reading.mayInherit, let before = happened ?? told, before.last - before.first <= 1 {
            return Days(before.last, before.last, .day, .sameParagraph)
        }
        return anchor.map { Days($0, $0, .day, .publication) }
    }

    // MARK: Nights and ranges

    private func night(_ side: NightSide, _ inner: DateExpression, _ reading: Reading) -> Days? {
        if case .range(let first, let last) = inner {
            guard let days = range(first, last, reading) else { return nil }
            return Days(days.first, days.last, .night, days.method)
        }
        if case .toldDay(let offset) = inner, offset == 0, told?.precision == .night { return told }
        guard let day = days(inner, reading) else { return nil }
        let (date, method) = (day.last, day.method)
        switch side {
        case .ends: return Days(date - 1, date, .night, method)
        case .told where date == anchor: return Days(date - 1, date, .night, method)
        case .begins, .told:
            // "Friday night", told on Friday, is that evening.
            if let anchor, date == anchor { return Days(date, date, .partOfDay, method) }
            return Days(date, date + 1, .night, method)
        }
    }

    /// From the first day of one to the last of the other; a missing month or day comes from the other end.
    private func range(_ first: DateExpression, _ last: DateExpression, _ reading: Reading) -> Days? {
        if case .part(let late, .unsaidDay) = last, let day = days(first, reading) {
            return withPart(late, Days(day.first, day.last, .day, day.method))
        }
        guard let end = days(last, reading) else { return nil }
        // The first end lies before the last, whatever the anchor: "29 December to 3 January".
        let resolver = DateResolver(anchor: anchor.map { _ in end.last }, knownDays: knownDays)
        let isCounted = anchor != nil && !reading.isForward
        guard let start = (isCounted ? resolver.days(first, Reading()) : nil) ?? days(first, reading) else {
            return nil
        }
        var begin = start.first
        if begin > end.last {
            // "10 November to 3 January 2024": the year stands behind the last day.
            guard case .day(let month, let day, .unsaid, _) = first,
                let earlier = [end.last.year, end.last.year - 1].compactMap({
                    CivilDate(year: $0, month: month, day: day)
                }).first(where: { $0 <= end.last })
            else { return nil }
            begin = earlier
        }
        let isNight = isLate(first) && isEarly(last) && end.last - begin == 1
        let precision: DatePrecision =
            isNight ? .night : start.precision == .year || end.precision == .year ? .year : .range
        var days = Days(begin, end.last, precision, end.method)
        if precision == .year { days.grain = nil }
        return days
    }

    private func isLate(_ expression: DateExpression) -> Bool {
        switch expression {
        case .part(.late, _), .part(.night, _), .night(.begins, _): true
        default: false
        }
    }

    private func isEarly(_ expression: DateExpression) -> Bool {
        if case .part(.early, _) = expression { return true }
        return false
    }

    private func withPart(_ part: DayPart, _ days: Days) -> Days {
        guard days.precision == .day || days.precision == .partOfDay else { return days }
        var days = days
        days.precision = part == .clock ? .clockTime : .partOfDay
        return days
    }
}
