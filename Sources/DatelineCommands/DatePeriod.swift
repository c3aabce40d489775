import ArgumentParser
import DatelineCore

/// A day, a month or a year as a user writes it.
struct DatePeriod: Hashable {
    let first: CivilDate
    let last: CivilDate

    /// Reads `2024-08-11`, `2024-08` or `2024`.
    init(argument: String) throws {
        let parts = argument.split(separator: "-", omittingEmptySubsequences: false)
        let widths = [4, 2, 2]
        let isDate =
            !parts.isEmpty && parts.count <= 3
            && zip(parts, widths).allSatisfy { part, width in
                part.utf8.count == width
                    && part.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            }
        let numbers = parts.compactMap { Int($0) }
        guard isDate, numbers.count == parts.count else {
            throw ValidationError("“\(argument)” is no date; write 2024-08-11, 2024-08 or 2024.")
        }
        let month = numbers.count > 1 ? numbers[1] : nil
        let day = numbers.count > 2 ? numbers[2] : nil
        guard
            let first = CivilDate(year: numbers[0], month: month ?? 1, day: day ?? 1),
            let december = CivilDate(year: numbers[0], month: month ?? 12, day: 1)
        else {
            throw ValidationError("the calendar has no \(argument).")
        }
        self.first = first
        last = day == nil ? december.endOfMonth : first
    }
}
