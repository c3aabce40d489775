import DatelineCore

/// Reads days as pages write them for machines.
enum PageDate {
    /// The first day in a text, as its writer's clock showed it; nil where there is none or the calendar has none such.
    ///
    /// `2024-08-11T23:30:00+03:00`, `2024/08/11`, `20240811`, `11 August 2024`, `August 11, 2024`, also within an
    /// address: `https://example.org/2024/08/11/bridge`.
    static func day(_ text: String) -> CivilDate? {
        let parts = text.utf8.prefix(400).split { !isPart($0) }
        for index in parts.indices {
            if let day = compactDay(parts[index]) { return day }
            guard index + 2 < parts.count else { continue }
            if let day = day(parts[index], parts[index + 1], parts[index + 2]) { return day }
        }
        return nil
    }

    private typealias Part = Substring.UTF8View

    private static func day(_ first: Part, _ second: Part, _ third: Part) -> CivilDate? {
        // Behind the day there may be a T and the time.
        let last = third.prefix(while: isDigit)
        if let year = year(first), second.count <= 3, let month = number(second) ?? month(second), last.count <= 2,
            let day = number(last)
        {
            return CivilDate(year: year, month: month, day: day)
        }
        guard let year = year(last) else { return nil }
        if let day = number(first), let month = month(second) { return CivilDate(year: year, month: month, day: day) }
        if let month = month(first), let day = number(second) { return CivilDate(year: year, month: month, day: day) }
        return nil
    }

    /// `20240811`, also with a time behind it: `20240811233000`.
    private static func compactDay(_ part: Part) -> CivilDate? {
        let digits = part.prefix(while: isDigit)
        guard digits.count == 8 || digits.count == 14, let year = year(digits.prefix(4)),
            let month = number(digits.dropFirst(4).prefix(2)), let day = number(digits.dropFirst(6).prefix(2))
        else { return nil }
        return CivilDate(year: year, month: month, day: day)
    }

    /// A year in which there were newspapers.
    private static func year(_ text: Part) -> Int? {
        guard text.count == 4, let year = number(text), (1800...2199).contains(year) else { return nil }
        return year
    }

    /// A number of at most four digits.
    private static func number(_ text: Part) -> Int? {
        guard (1...4).contains(text.count), text.allSatisfy(isDigit) else { return nil }
        return text.reduce(0) { 10 * $0 + Int($1 - UInt8(ascii: "0")) }
    }

    private static func month(_ word: Part) -> Int? { PublicationDate.month(Array(word)[...]) }

    private static func isPart(_ byte: UInt8) -> Bool { isDigit(byte) || (byte | 0x20) &- UInt8(ascii: "a") < 26 }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
}
