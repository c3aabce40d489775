import DatelineCore

/// Writes the value of a date the way TIMEX3 does: `2024-08-10`, `2024-08-10TMO`, `2024-W32`, `1998-Q3`, `P6D`.
struct DateValue {
    let document: Document
    let lexicon: DateLexicon

    /// The value, or nil where the days are not known.
    ///
    /// A range of its own is an ISO 8601 interval, `2024-08-08/2024-08-10`.
    func text(of mention: DateMention) -> String? {
        guard let first = mention.span.start ?? mention.span.end else { return nil }
        let (year, month, _) = first.parts
        let years = DateValue.padded(year, 4)
        switch mention.grain {
        case .day: return "\(first)\(hour(in: mention.tokens) ?? "")"
        case .night: return "\(first)TNI"
        case .week, .weekend:
            let week = first.isoWeek
            let text = "\(DateValue.padded(week.year, 4))-W\(DateValue.padded(week.week, 2))"
            return mention.grain == .weekend ? text + "-WE" : text
        case .month: return "\(years)-\(DateValue.padded(month, 2))"
        case .quarter: return "\(years)-Q\((month - 1) / 3 + 1)"
        case .season: return "\(years)-\(["WI", "SP", "SU", "FA"][month % 12 / 3])"
        case .year: return years
        case .decade: return String(years.dropLast())
        case .length(let count, let unit): return DateValue.length(String(count), unit)
        case nil: return mention.span.end.map { interval(first, $0) } ?? first.description
        }
    }

    /// An interval of whole years, whole months or days.
    private func interval(_ first: CivilDate, _ last: CivilDate) -> String {
        let length = first.day != 1 || last != last.endOfMonth ? 10 : first.month == 1 && last.month == 12 ? 4 : 7
        return "\(first.description.prefix(length))/\(last.description.prefix(length))"
    }

    /// A length of time: `P3D`, `PT24H`, `PXM`.
    static func length(_ count: String, _ unit: DateUnit) -> String {
        switch unit {
        case .minute: "PT\(count)M"
        case .hour: "PT\(count)H"
        case .day: "P\(count)D"
        case .week: "P\(count)W"
        case .fortnight: "P\(Int(count).map { String(2 * $0) } ?? count)W"
        case .weekend: "P\(count)WE"
        case .month: "P\(count)M"
        case .quarter: "P\(count)Q"
        case .year: "P\(count)Y"
        case .decade: Int(count).map { "P\(10 * $0)Y" } ?? "P\(count)DE"
        case .century: Int(count).map { "P\(100 * $0)Y" } ?? "P\(count)CE"
        }
    }

    // MARK: Hours

    /// The clock time or part of the day among the words of a date.
    private func hour(in tokens: Range<Int>) -> String? {
        for index in tokens {
            if let clock = clock(at: index, before: tokens.upperBound) { return clock }
        }
        return tokens.lazy.compactMap { lexicon.hours.match(document, at: $0, before: tokens.upperBound)?.value }
            .first.map { "T\($0)" }
    }

    private func clock(at index: Int, before end: Int) -> String? {
        let token = document.tokens[index]
        guard token.kind == .number else { return nil }
        let parts = document.text(token.range).split(separator: ".").compactMap { Int($0) }
        guard var hour = parts.first, hour <= 24, token.range.count <= 5 else { return nil }
        var (minute, next) = (parts.count == 2 ? parts[1] : nil, index + 1)
        if minute == nil, index + 2 < end, document.word(next) == ":", !document.tokens[next + 1].spaceBefore {
            (minute, next) = (Int(document.text(of: next + 1..<next + 2)), index + 3)
        }
        switch next < end ? document.word(next) : "" {
        case "am", "a.m.", "a.m": hour %= 12
        case "pm", "p.m.", "p.m": hour = hour % 12 + 12
        case "oclock": break
        default:
            guard minute != nil, parts.count == 1 || document.word(index - 1) == "at" else { return nil }
        }
        return "T\(DateValue.padded(hour, 2)):\(DateValue.padded(minute ?? 0, 2))"
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
