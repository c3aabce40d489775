import DatelineCore

/// Reads the day of a date as feeds, headers and data write it.
///
/// The day is the one that is written, in the zone in which it is written. What can be read in two ways, `04/05/2024`
/// for one, is read only where a map says the form.
enum PublicationDate {
    /// The day of a date; nil where no form fits or the calendar has no such day.
    static func day(_ text: String, forms: [DateForm]) -> CivilDate? {
        let bytes = Array(text.utf8.prefix(100).drop { $0 <= 0x20 })
        for form in forms {
            let day: CivilDate? =
                switch form {
                case .iso: iso(bytes)
                case .words: words(bytes)
                case .epoch: epoch(bytes)
                case .dmy: parted(bytes, isMonthFirst: false)
                case .mdy: parted(bytes, isMonthFirst: true)
                }
            if let day { return day }
        }
        return nil
    }

    private static func iso(_ bytes: [UInt8]) -> CivilDate? {
        guard let year = number(bytes.prefix(4)), bytes.count >= 8 else { return nil }
        let mark = bytes[4]
        if mark == UInt8(ascii: "-") || mark == UInt8(ascii: "/") {
            guard bytes.count >= 10, bytes[7] == mark, isEnd(bytes, 10), let month = number(bytes[5..<7]),
                let day = number(bytes[8..<10])
            else { return nil }
            return CivilDate(year: year, month: month, day: day)
        }
        guard isEnd(bytes, 8), let month = number(bytes[4..<6]), let day = number(bytes[6..<8]) else { return nil }
        return CivilDate(year: year, month: month, day: day)
    }

    /// Whether a day is over before an offset: a clock time follows, or nothing.
    private static func isEnd(_ bytes: [UInt8], _ offset: Int) -> Bool {
        guard offset < bytes.count else { return true }
        return bytes[offset] <= 0x20 || bytes[offset] | 0x20 == UInt8(ascii: "t") || bytes[offset] == UInt8(ascii: ",")
    }

    /// A month by name, the day beside it and the year behind them; weekday and clock time are passed over.
    private static func words(_ bytes: [UInt8]) -> CivilDate? {
        let words = bytes.split { " \t,.-/()".utf8.contains($0) }
        guard let index = words.firstIndex(where: { month($0) != nil }), let month = month(words[index]) else {
            return nil
        }
        if index > 0, let day = dayNumber(words[index - 1]) {
            guard index + 1 < words.count, let year = year(words[index + 1]) else { return nil }
            return CivilDate(year: year, month: month, day: day)
        }
        guard index + 2 < words.count, let day = dayNumber(words[index + 1]), words[index + 2].count == 4,
            let year = year(words[index + 2])
        else { return nil }
        return CivilDate(year: year, month: month, day: day)
    }

    private static let months = WordTable("month-names.tsv").rows.map { Array($0["name"].utf8) }

    /// The month of a name or of how it begins, three letters at least.
    static func month(_ word: ArraySlice<UInt8>) -> Int? {
        guard word.count >= 3 else { return nil }
        let lower = word.map { $0 | 0x20 }
        return months.firstIndex { $0.starts(with: lower) }.map { $0 + 1 }
    }

    /// `11`, `11th`.
    private static func dayNumber(_ word: ArraySlice<UInt8>) -> Int? {
        let digits = word.prefix { $0 &- 0x30 <= 9 }
        let rest = String(decoding: word.dropFirst(digits.count), as: UTF8.self).lowercased()
        guard digits.count <= 2, ["", "st", "nd", "rd", "th"].contains(rest) else { return nil }
        return number(digits)
    }

    /// Four digits, or two as in the old form of mail: those are of 1970 to 2069.
    private static func year(_ word: ArraySlice<UInt8>) -> Int? {
        guard word.count == 4 || word.count == 2, let year = number(word) else { return nil }
        return word.count == 4 ? year : year + (year < 70 ? 2000 : 1900)
    }

    private static func epoch(_ bytes: [UInt8]) -> CivilDate? {
        let digits = bytes.prefix { $0 &- 0x30 <= 9 }
        guard digits.count == bytes.count || bytes[digits.count] == UInt8(ascii: "."), let value = number(digits) else {
            return nil
        }
        // Ten digits are seconds of 2001 to 2286; programs that count milliseconds write thirteen.
        switch digits.count {
        case 10: return CivilDate(dayNumber: value / 86_400)
        case 13: return CivilDate(dayNumber: value / 86_400_000)
        default: return nil
        }
    }

    /// Day, month and year of four digits, parted by a slash, a point or a dash.
    private static func parted(_ bytes: [UInt8], isMonthFirst: Bool) -> CivilDate? {
        let date = bytes.prefix { $0 > 0x20 }
        let parts = date.split(omittingEmptySubsequences: false) { "/.-".utf8.contains($0) }
        guard parts.count == 3, parts[2].count == 4, let first = number(parts[0]), let second = number(parts[1]),
            let year = number(parts[2])
        else { return nil }
        return CivilDate(year: year, month: isMonthFirst ? first : second, day: isMonthFirst ? second : first)
    }

    private static func number(_ digits: some Collection<UInt8>) -> Int? {
        guard (1...13).contains(digits.count), digits.allSatisfy({ $0 &- 0x30 <= 9 }) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
}
