import DatelineCore

/// A day in a cell, with the hour where one stands behind it.
struct CellDay: Hashable {
    var day: CivilDate
    /// The hour, 0 to 23; nil when no clock time is given.
    var hour: Int?
}

/// Reads days in the forms that a map allows.
@safe
struct DayReading {
    private let forms: [DateForm]

    init(_ forms: [DateForm]) {
        self.forms = forms
    }

    /// The day of a trimmed cell; nil where no form fits or the calendar has no such day.
    func day(_ bytes: UnsafeBufferPointer<UInt8>) -> CellDay? {
        for form in forms {
            let day: CellDay? =
                switch form {
                case .iso: unsafe DayReading.iso(bytes)
                case .dmy: unsafe DayReading.parted(bytes, isMonthFirst: false)
                case .mdy: unsafe DayReading.parted(bytes, isMonthFirst: true)
                case .words: unsafe DayReading.words(bytes)
                case .epoch: unsafe DayReading.epoch(bytes)
                }
            if let day { return day }
        }
        return nil
    }

    private static func iso(_ bytes: UnsafeBufferPointer<UInt8>) -> CellDay? {
        guard bytes.count >= 10, unsafe bytes[4] == UInt8(ascii: "-"), unsafe bytes[7] == UInt8(ascii: "-"),
            let year = unsafe digits(bytes, 0, 4), let month = unsafe digits(bytes, 5, 2),
            let day = unsafe digits(bytes, 8, 2), let date = CivilDate(year: year, month: month, day: day)
        else { return nil }
        guard bytes.count > 10 else { return CellDay(day: date) }
        let mark = unsafe bytes[10]
        guard mark == UInt8(ascii: "T") || mark == UInt8(ascii: " ") else { return nil }
        // Midnight to the second is how programs write a day: 2024-08-11 00:00:00.000.
        if unsafe bytes.count >= 19 && bytes[11..<19].elementsEqual("00:00:00".utf8) { return CellDay(day: date) }
        guard bytes.count >= 12 else { return CellDay(day: date) }
        let hour = unsafe digits(bytes, 11, 2) ?? digits(bytes, 11, 1)
        guard let hour, hour < 24 else { return nil }
        return CellDay(day: date, hour: hour)
    }

    /// Day, month and year parted by a slash, a point or a dash; text may follow behind a space.
    private static func parted(_ bytes: UnsafeBufferPointer<UInt8>, isMonthFirst: Bool) -> CellDay? {
        var numbers: [Int] = []
        var index = 0
        while index < bytes.count, numbers.count < 3 {
            let start = index
            while unsafe index < bytes.count && isDigit(bytes[index]) && index - start < 4 { index += 1 }
            guard let number = unsafe digits(bytes, start, index - start) else { return nil }
            numbers.append(number)
            if numbers.count == 3 {
                guard index - start == 4 else { return nil }
                break
            }
            guard unsafe index < bytes.count && "/.-".utf8.contains(bytes[index]) else { return nil }
            index += 1
        }
        guard numbers.count == 3, unsafe index == bytes.count || bytes[index] <= 0x20 else { return nil }
        let (day, month) = isMonthFirst ? (numbers[1], numbers[0]) : (numbers[0], numbers[1])
        return CivilDate(year: numbers[2], month: month, day: day).map { CellDay(day: $0) }
    }

    private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

    /// `11 August 2024`, `11-Aug-24`; two digits of a year are of 1970 to 2069.
    private static func words(_ bytes: UnsafeBufferPointer<UInt8>) -> CellDay? {
        let text = unsafe String(decoding: bytes, as: UTF8.self).lowercased()
        let parts = text.split { " -./,".contains($0) }
        guard parts.count == 3, let day = Int(parts[0]), let year = Int(parts[2]), parts[1].utf8.count >= 3,
            let month = months.firstIndex(where: { parts[1].hasPrefix($0) })
        else { return nil }
        let century = parts[2].utf8.count == 2 ? (year < 70 ? 2000 : 1900) : 0
        return CivilDate(year: century + year, month: month + 1, day: day).map { CellDay(day: $0) }
    }

    /// Seconds since 1970, also negative, with a fraction of zero or none.
    private static func epoch(_ bytes: UnsafeBufferPointer<UInt8>) -> CellDay? {
        let isNegative = unsafe bytes.first == UInt8(ascii: "-")
        guard let seconds = unsafe CellReading.whole(UnsafeBufferPointer(rebasing: bytes.dropFirst(isNegative ? 1 : 0)))
        else { return nil }
        let signed = isNegative ? -seconds : seconds
        let day = signed >= 0 ? signed / 86_400 : (signed - 86_399) / 86_400
        guard abs(day) < 2_500_000 else { return nil }
        return CellDay(day: CivilDate(dayNumber: day))
    }

    private static func digits(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ count: Int) -> Int? {
        guard count > 0, start + count <= bytes.count else { return nil }
        var value = 0
        for index in start..<start + count {
            guard unsafe isDigit(bytes[index]) else { return nil }
            value = value * 10 + Int(unsafe bytes[index] &- 0x30)
        }
        return value
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 <= 9 }
}
