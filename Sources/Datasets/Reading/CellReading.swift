import DatelineCore

/// A number as a cell gives it, with the bounds that its signs say.
struct CellNumber: Hashable {
    var low: Int?
    var best: Int?
    var high: Int?
    var qualifier: CountQualifier

    /// One number.
    init(_ number: Int) {
        self.init(low: number, best: number, high: number, qualifier: number == 0 ? .none : .exact)
    }

    init(low: Int?, best: Int?, high: Int?, qualifier: CountQualifier) {
        self.low = low
        self.best = best
        self.high = high
        self.qualifier = qualifier
    }
}

/// Reads numbers and days from the bytes of a cell.
@safe
enum CellReading {
    /// The bytes without the spaces around them; empty for the words that people write for nothing.
    static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        var (start, end) = (0, bytes.count)
        while start < end, unsafe bytes[start] <= 0x20 { start += 1 }
        while end > start, unsafe bytes[end - 1] <= 0x20 { end -= 1 }
        let rest = unsafe UnsafeBufferPointer(rebasing: bytes[start..<end])
        return unsafe isNothing(rest) ? UnsafeBufferPointer(rebasing: rest.prefix(0)) : rest
    }

    private static let nothings = ["NA", "N/A", "NaN", "nan", "NULL", "null", "None", "-"].map { Array($0.utf8) }

    private static func isNothing(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard bytes.count <= 4, let first = unsafe bytes.first, first == 0x2D || (first | 0x20) == 0x6E else {
            return false
        }
        return nothings.contains { unsafe $0.elementsEqual(bytes) }
    }

    /// A whole number from 0, of which a fraction of zero is allowed: `12`, `12.0`; nil for anything else.
    @inline(__always)
    static func whole(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        var value = 0
        var index = 0
        while index < bytes.count {
            let digit = unsafe bytes[index] &- 0x30
            guard digit <= 9 else { break }
            guard index < 18 else { return nil }
            value = value * 10 + Int(digit)
            index += 1
        }
        guard index > 0 else { return nil }
        guard index < bytes.count else { return value }
        guard unsafe bytes[index] == UInt8(ascii: "."), index + 1 < bytes.count else { return nil }
        for rest in index + 1..<bytes.count where unsafe bytes[rest] != UInt8(ascii: "0") { return nil }
        return value
    }

    /// A number with its signs: `12`, `16+`, `>16`, `<16`, `~16`, `10-15`; nil for anything else.
    static func number(_ bytes: UnsafeBufferPointer<UInt8>) -> CellNumber? {
        if let number = unsafe whole(bytes) { return CellNumber(number) }
        func part(_ range: Range<Int>) -> Int? {
            unsafe whole(trimmed(UnsafeBufferPointer(rebasing: bytes[range])))
        }
        guard let first = unsafe bytes.first, let last = unsafe bytes.last else { return nil }
        switch (first, last) {
        case (_, UInt8(ascii: "+")):
            return part(0..<bytes.count - 1).map { .init(low: $0, best: $0, high: nil, qualifier: .atLeast) }
        case (UInt8(ascii: ">"), _):
            return part(1..<bytes.count).map { .init(low: $0 + 1, best: $0, high: nil, qualifier: .moreThan) }
        case (UInt8(ascii: "<"), _):
            guard let number = part(1..<bytes.count), number > 0 else { return nil }
            return .init(low: nil, best: number - 1, high: number - 1, qualifier: .lessThan)
        case (UInt8(ascii: "~"), _):
            return part(1..<bytes.count).map {
                .init(low: $0 - $0 / 20, best: $0, high: $0 + $0 / 20, qualifier: .about)
            }
        default:
            guard let dash = unsafe bytes.firstIndex(of: UInt8(ascii: "-")),
                let low = part(0..<dash), let high = part(dash + 1..<bytes.count), low <= high
            else { return nil }
            return .init(low: low, best: (low + high) / 2, high: high, qualifier: .between)
        }
    }
}
