import DatelineCore

/// The stretch of the calendar that a date names, whatever its role makes of its ends.
enum DateGrain: Hashable, Sendable {
    case day, night, week, weekend, month, quarter, season, year, decade
    /// "the past six days": so long, up to the anchor.
    case length(Int, DateUnit)

    /// What a precision alone tells.
    init?(_ precision: DatePrecision) {
        switch precision {
        case .day, .partOfDay, .clockTime: self = .day
        case .night: self = .night
        case .week: self = .week
        case .month: self = .month
        case .year: self = .year
        case .range, .asOf, .open, .inferred, .unknown: return nil
        }
    }
}
