import ArgumentParser
import DatelineCore

extension DateSpan {
    /// Reads a date as a user writes it.
    ///
    /// `2024-08-11`, `2024-08`, `2024`, `2024-08-06..2024-08-11`, `2024-08-06..` and `..2024-08-11` (open ends), each
    /// with a precision code behind it where the form does not tell it: `2024-08-10 N` is the night that begins on
    /// that day, `2024-08-12 W` the week around it, `2024-08-17 A` a total as of that day.
    init(argument: String) throws {
        let words = argument.split(whereSeparator: \.isWhitespace).map(String.init)
        guard let days = words.first, words.count <= 2 else { throw DateSpan.unreadable(argument) }
        var precision: DatePrecision?
        if words.count == 2 {
            guard let given = DatePrecision(rawValue: words[1].uppercased()), given != .unknown else {
                let codes = DatePrecision.allCases.filter { $0 != .unknown }.map(\.rawValue).joined(separator: ", ")
                throw ValidationError("there is no precision “\(words[1])”; write one of \(codes).")
            }
            precision = given
        }
        let span = try DateSpan.span(days, argument: argument)
        self = try span.with(precision, argument: argument)
    }

    private static func span(_ days: String, argument: String) throws -> DateSpan {
        guard let dots = days.firstRange(of: "..") else {
            let period = try DatePeriod(argument: days)
            let parts = days.utf8.count { $0 == UInt8(ascii: "-") }
            let precision: DatePrecision = parts == 2 ? .day : parts == 1 ? .month : .year
            return DateSpan(start: period.first, end: period.last, precision: precision, method: .explicit)
        }
        let first = days[..<dots.lowerBound]
        let last = days[dots.upperBound...]
        guard !first.isEmpty || !last.isEmpty else { throw unreadable(argument) }
        let start = first.isEmpty ? nil : try DatePeriod(argument: String(first)).first
        let end = last.isEmpty ? nil : try DatePeriod(argument: String(last)).last
        if let start, let end, start > end { throw ValidationError("\(start) is after \(end).") }
        let precision: DatePrecision = start == nil || end == nil ? .open : .range
        return DateSpan(start: start, end: end, precision: precision, method: .explicit)
    }

    /// The span with a precision that the user gave.
    private func with(_ given: DatePrecision?, argument: String) throws -> DateSpan {
        guard let given else { return self }
        var span = self
        span.precision = given
        guard let start, let end else { return span }
        switch given {
        case .night where start == end: span.end = start + 1
        case .night where end - start > 1:
            throw ValidationError("“\(argument)” is no night; a night has two days.")
        case .week where start == end: (span.start, span.end) = (start.monday, start.monday + 6)
        case .month where start == end:
            span.end = start.endOfMonth
            span.start = CivilDate(year: start.year, month: start.month, day: 1)
        case .asOf where start == end: span.start = nil
        case .day, .clockTime, .partOfDay:
            guard start == end else { throw ValidationError("“\(argument)” is more than one day.") }
        default: break
        }
        return span
    }

    private static func unreadable(_ argument: String) -> ValidationError {
        ValidationError(
            "“\(argument)” is no date; write 2024-08-11, 2024-08, 2024-08-06..2024-08-11 or 2024-08-10 N."
        )
    }
}
