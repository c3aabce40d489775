import DatelineCore

/// By what events are counted apart.
public enum Grouping: String, CaseIterable, Sendable {
    case day, week, month, quarter, year
    case country, admin1, place
    case type, weapon, source, publisher, actor, status

    /// The columns that name a group: a place is told by its region and country too.
    public var columns: [String] {
        switch self {
        case .admin1: ["admin1", "country"]
        case .place: ["place", "admin1", "country"]
        default: [rawValue]
        }
    }

    /// Whether the groups are periods, which stand in the order of time.
    public var isPeriod: Bool {
        switch self {
        case .day, .week, .month, .quarter, .year: true
        default: false
        }
    }

    /// A number that all days of one period share and that grows with time; nil for groups that are no periods.
    func period(of date: CivilDate) -> Int64? {
        switch self {
        case .day: Int64(date.dayNumber)
        case .week: Int64(date.monday.dayNumber)
        case .month: Int64(date.year * 12 + date.month - 1)
        case .quarter: Int64(date.year * 4 + date.quarter - 1)
        case .year: Int64(date.year)
        default: nil
        }
    }

    /// A period as ISO 8601 writes it: `2024-08-11`, `2024-W32`, `2024-08`, `2024-Q3`, `2024`.
    func label(ofPeriod period: Int64) -> String {
        let number = Int(period)
        func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        switch self {
        case .week:
            let week = CivilDate(dayNumber: number).week
            return "\(week.year)-W\(padded(week.number))"
        case .month: return "\(number / 12)-\(padded(number % 12 + 1))"
        case .quarter: return "\(number / 4)-Q\(number % 4 + 1)"
        case .year: return "\(number)"
        default: return CivilDate(dayNumber: number).description
        }
    }
}
