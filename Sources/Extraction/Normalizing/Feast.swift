import DatelineCore

/// A day whose date changes from year to year.
enum Feast: Hashable, Sendable {
    /// "Thanksgiving": the fourth Thursday of November.
    case nth(Int, Weekday, month: Int)
    /// "Palm Sunday": days after Easter.
    case easter(Int)
    /// Days after Easter of the Orthodox churches.
    case orthodoxEaster(Int)

    /// From a lexicon's value: `11 4 4` (month, number, weekday), `easter -7`, `orthodox-easter 0`.
    init?(_ value: String) {
        let words = value.split(separator: " ")
        let numbers = words.compactMap { Int($0) }
        switch (words.first, numbers.count) {
        case ("easter", 1): self = .easter(numbers[0])
        case ("orthodox-easter", 1): self = .orthodoxEaster(numbers[0])
        case (_, 3) where (1...12).contains(numbers[0]) && (1...5).contains(numbers[1]) && (1...7).contains(numbers[2]):
            self = .nth(numbers[1], Weekday.allCases[numbers[2] - 1], month: numbers[0])
        default: return nil
        }
    }

    /// Its day in a year.
    func day(in year: Int) -> CivilDate? {
        switch self {
        case .nth(let number, let weekday, let month):
            CivilDate(year: year, month: month, day: 1).map { first in
                first + (weekday.rawValue - first.weekday.rawValue + 7) % 7 + 7 * (number - 1)
            }
        case .easter(let days): Feast.easter(year).map { $0 + days }
        case .orthodoxEaster(let days): Feast.orthodoxEaster(year).map { $0 + days }
        }
    }

    /// The Gregorian computus (Meeus, Jones and Butcher).
    private static func easter(_ year: Int) -> CivilDate? {
        let (century, inCentury) = (year / 100, year % 100)
        let moon = (19 * (year % 19) + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30
        let sunday = (32 + 2 * (century % 4) + 2 * (inCentury / 4) - moon - inCentury % 4) % 7
        let late = (year % 19 + 11 * moon + 22 * sunday) / 451
        let days = moon + sunday - 7 * late + 114
        return CivilDate(year: year, month: days / 31, day: days % 31 + 1)
    }

    /// The Julian computus (Meeus), thirteen days on; good from 1900 to 2099.
    private static func orthodoxEaster(_ year: Int) -> CivilDate? {
        let moon = (19 * (year % 19) + 15) % 30
        let sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
        let days = moon + sunday + 114
        return CivilDate(year: year, month: days / 31, day: days % 31 + 1).map { $0 + 13 }
    }
}
