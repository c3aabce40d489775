import DatelineCore

/// Reads a day as feeds, headers, data and pages write it.
///
/// The day is the one that is written, in the zone in which it is written. What can be read in two ways, `04/05/2024`
/// for one, is read only where a map says the form.
enum WrittenDay {
    /// The day of a date, read from its beginning; nil where no form fits or the calendar has no such day.
    static func day(_ date: String, forms: [DateForm]) -> CivilDate? {
        // A clock time stays in one part, so that its numbers are no days.
        let parts = parts(date.utf8.prefix(100)) { isDigit($0) || isLetter($0) || $0 == UInt8(ascii: ":") }
        for form in forms {
            let day: CivilDate? =
                switch form {
                case .iso: digits(parts[...])
                case .words: parts.indices.lazy.compactMap { words(parts[$0...], mayBeShort: true) }.first
                case .epoch: epoch(date)
                case .dmy: parted(parts, isMonthFirst: false)
                case .mdy: parted(parts, isMonthFirst: true)
                }
            if let day { return day }
        }
        return nil
    }

    /// The first day in a text, in digits or with the name of its month; nil where there is none.
    ///
    /// Also within an address: `https://example.org/2024/08/11/bridge`.
    static func first(in text: String) -> CivilDate? {
        let parts = parts(text.utf8.prefix(400)) { isDigit($0) || isLetter($0) }
        return parts.indices.lazy.compactMap { digits(parts[$0...]) ?? words(parts[$0...], mayBeShort: false) }.first
    }

    // MARK: Forms

    /// `2024-08-11`, `2024/08/11`, `20240811`, also with a clock time behind: `20240811233000`.
    private static func digits(_ parts: ArraySlice<Part>) -> CivilDate? {
        guard let run = parts.first.map(leading) else { return nil }
        if run.count == 8 || run.count == 14 {
            return date(year(run.prefix(4)), number(run.dropFirst(4).prefix(2)), number(run.dropFirst(6).prefix(2)))
        }
        guard let (first, second, third) = three(parts), leading(third).count <= 2 else { return nil }
        return date(year(first), number(second), number(leading(third)))
    }

    /// `11 August 2024`, `Aug. 11, 2024`, `2024/aug/11`; also `11 Aug 24`, the old form of mail, where years may be short.
    private static func words(_ parts: ArraySlice<Part>, mayBeShort: Bool) -> CivilDate? {
        guard let (first, second, third) = three(parts) else { return nil }
        guard let named = month(second) else { return date(year(third), month(first), day(second)) }
        if let leading = year(first) { return date(leading, named, day(third)) }
        return date(year(third) ?? (mayBeShort ? shortYear(third) : nil), named, day(first))
    }

    /// Day, month and year of four digits, parted by a slash, a point or a dash.
    private static func parted(_ parts: [Part], isMonthFirst: Bool) -> CivilDate? {
        guard let (first, second, third) = three(parts[...]) else { return nil }
        return date(year(third), number(isMonthFirst ? first : second), number(isMonthFirst ? second : first))
    }

    private static func epoch(_ date: String) -> CivilDate? {
        let text = Array(date.utf8.prefix(100).drop { $0 <= 0x20 })
        let digits = leading(text[...])
        guard digits.count == text.count || text[digits.count] == UInt8(ascii: "."), let value = number(digits) else {
            return nil
        }
        // Ten digits are seconds of 2001 to 2286; programs that count milliseconds write thirteen.
        switch digits.count {
        case 10: return CivilDate(dayNumber: value / 86_400)
        case 13: return CivilDate(dayNumber: value / 86_400_000)
        default: return nil
        }
    }

    // MARK: Parts

    /// Letters and digits that stand together.
    private typealias Part = ArraySlice<UInt8>

    private static func parts(_ text: some Collection<UInt8>, where isPart: (UInt8) -> Bool) -> [Part] {
        Array(text).split { !isPart($0) }
    }

    private static func three(_ parts: ArraySlice<Part>) -> (Part, Part, Part)? {
        let first = parts.startIndex
        return parts.count < 3 ? nil : (parts[first], parts[first + 1], parts[first + 2])
    }

    private static func date(_ year: Int?, _ month: Int?, _ day: Int?) -> CivilDate? {
        guard let year, let month, let day else { return nil }
        return CivilDate(year: year, month: month, day: day)
    }

    /// A year of four digits in which there were newspapers; a clock time may stand right behind it.
    private static func year(_ part: Part) -> Int? {
        let digits = leading(part)
        guard digits.count == 4, let year = number(digits), (1600...2199).contains(year) else { return nil }
        return year
    }

    /// A year of two digits, of 1970 to 2069.
    private static func shortYear(_ part: Part) -> Int? {
        part.count == 2 ? number(part).map { $0 + ($0 < 70 ? 2000 : 1900) } : nil
    }

    private static let months = WordTable("month-names.tsv").rows.map { Array($0["name"].utf8) }

    /// The month of a name or of how it begins, three letters at least.
    private static func month(_ part: Part) -> Int? {
        guard part.count >= 3 else { return nil }
        let lower = part.map { $0 | 0x20 }
        return months.firstIndex { $0.starts(with: lower) }.map { $0 + 1 }
    }

    /// `11`, `11th`.
    private static func day(_ part: Part) -> Int? {
        let digits = leading(part)
        let rest = String(decoding: part.dropFirst(digits.count), as: UTF8.self).lowercased()
        return digits.count <= 2 && ["", "st", "nd", "rd", "th"].contains(rest) ? number(digits) : nil
    }

    private static func number(_ digits: Part) -> Int? {
        guard (1...13).contains(digits.count), digits.allSatisfy(isDigit) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    private static func leading(_ part: Part) -> Part { part.prefix(while: isDigit) }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- UInt8(ascii: "a") < 26 }
}
