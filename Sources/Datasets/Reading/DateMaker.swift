import DatelineCore

/// Puts a row's days and its precision together into a span.
struct DateMaker {
    private let days: DayReading
    private let start: [Int]
    private let end: [Int]
    private let published: [Int]
    private let isWidened: Bool

    init(_ plan: RowPlan) {
        days = DayReading(plan.map.dateForms)
        start = plan.fields[.start]?.columns ?? []
        end = plan.fields[.end]?.columns ?? []
        published = plan.fields[.published]?.columns ?? []
        isWidened = plan.fields[.datePrecision]?.map.isWidened ?? false
    }

    func published(_ rows: DelimitedReader) throws(RowFault) -> CivilDate? {
        try day(published, rows)?.day
    }

    func span(_ rows: DelimitedReader, precision: DatePrecision?) throws(RowFault) -> DateSpan {
        let first = try day(start, rows)
        let last = try day(end, rows)
        guard let earlier = first ?? last, let later = last ?? first else {
            guard precision == nil || precision == .unknown else { throw RowFault("no date is given") }
            return .unknown
        }
        guard earlier.day <= later.day else {
            throw RowFault("the end \(later.day) is before the start \(earlier.day)")
        }
        var span = DateSpan(start: earlier.day, end: later.day, precision: .day, method: .explicit)
        switch precision {
        case .asOf, .open:
            (span.start, span.end) = (first?.day, last?.day)
            span.precision = precision ?? .day
        case let precision?:
            span.precision = precision
            if isWidened, span.start == span.end { span = DateMaker.widened(span) }
            if precision == .day, span.start != span.end { span.precision = .range }
        case nil:
            span.precision = DateMaker.precision(earlier, later)
        }
        return span
    }

    /// How precise two days with or without hours are.
    private static func precision(_ first: CellDay, _ last: CellDay) -> DatePrecision {
        let hasHours = first.hour != nil && last.hour != nil
        if first == last { return hasHours ? .clockTime : .day }
        if first.day == last.day { return hasHours ? .partOfDay : .day }
        if last.day - first.day == 1, let evening = first.hour, let morning = last.hour, evening >= 16, morning <= 12 {
            return .night
        }
        return .range
    }

    /// The week around a day, or its month or year.
    private static func widened(_ span: DateSpan) -> DateSpan {
        var wide = span
        guard let day = span.start else { return span }
        switch span.precision {
        case .week: (wide.start, wide.end) = (day - 3, day + 3)
        case .month: (wide.start, wide.end) = (day - (day.day - 1), day.endOfMonth)
        case .year:
            wide.start = CivilDate(year: day.year, month: 1, day: 1)
            wide.end = CivilDate(year: day.year, month: 12, day: 31)
        default: break
        }
        return wide
    }

    private func day(_ columns: [Int], _ rows: DelimitedReader) throws(RowFault) -> CellDay? {
        for column in columns {
            let cell = rows.trimmed(column, isGuarded: false)
            if cell.isEmpty { continue }
            if let day = unsafe days.day(cell.bytes) { return day }
            throw RowFault("\"\(cell.string)\" is no day")
        }
        return nil
    }
}
