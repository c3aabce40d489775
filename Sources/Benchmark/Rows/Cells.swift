extension [UInt8] {
    /// Appends a cell and a comma, quoted where it must be.
    mutating func append(cell text: some Collection<UInt8>) {
        let isQuoted = text.contains { $0 == 34 || $0 == 44 || $0 == 10 || $0 == 13 }
        guard isQuoted else {
            append(contentsOf: text)
            append(44)
            return
        }
        append(34)
        for byte in text {
            if byte == 34 { append(34) }
            append(byte)
        }
        append(34)
        append(44)
    }

    /// Appends a whole number as these columns have it, with a fraction: `12.0,`.
    mutating func append(number: Int) {
        append(digits: number)
        append(46)
        append(48)
        append(44)
    }

    /// Appends the digits of a whole number.
    mutating func append(digits number: Int) {
        if number < 0 { append(45) }
        let first = count
        var left = number.magnitude
        repeat {
            append(48 + UInt8(left % 10))
            left /= 10
        } while left > 0
        self[first...].reverse()
    }
}
