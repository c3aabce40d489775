#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Finds the fields of one row.
///
/// Eight bytes are looked at together: each that is a delimiter, a quote or a line break leaves a mark at its place in
/// a word, and only the marks are visited. Inside quotes the next quote is searched with `memchr`. Fields are kept as
/// offsets, in `starts` and `ends`, without the quotes around them.
@safe
struct RowScanner {
    /// What stands in the way of a row.
    enum Outcome {
        /// The row ends before an offset, and the next begins at another.
        case row(end: Int, next: Int)
        /// The bytes end before the row does.
        case needsMore
    }

    private let delimiter: UInt8
    private let delimiters: UInt64
    private var starts: UnsafeMutablePointer<UInt32>
    private var ends: UnsafeMutablePointer<UInt32>
    private var room = 64
    /// The number of fields of the row.
    private(set) var count = 0
    /// The fields that must be decoded, their quotes included: with doubled quotes or text behind the closing quote.
    private(set) var irregular: [Int] = []

    init(delimiter: UInt8) {
        self.delimiter = delimiter
        delimiters = RowScanner.spread(delimiter)
        unsafe starts = .allocate(capacity: room)
        unsafe ends = .allocate(capacity: room)
    }

    func deallocate() {
        unsafe starts.deallocate()
        unsafe ends.deallocate()
    }

    /// Where a field begins and ends, from the beginning of the row.
    @inline(__always)
    func field(_ index: Int) -> Range<Int> {
        unsafe Int(starts[index])..<Int(ends[index])
    }

    /// Moves a field to where it stands decoded.
    func setField(_ index: Int, _ range: Range<Int>) {
        unsafe starts[index] = UInt32(truncatingIfNeeded: range.lowerBound)
        unsafe ends[index] = UInt32(truncatingIfNeeded: range.upperBound)
    }

    /// Scans the row that begins at `start`; offsets of its fields count from there.
    ///
    /// `isLast` says that nothing follows the bytes before `limit`. Bytes behind the limit may be read.
    mutating func scan(
        _ base: UnsafePointer<UInt8>,
        from start: Int,
        to limit: Int,
        isLast: Bool
    ) -> Outcome {
        count = 0
        if !irregular.isEmpty { irregular.removeAll(keepingCapacity: true) }
        var field = Field(start: start)
        var position = start
        if position < limit, unsafe base[position] == quote {
            guard unsafe skipQuotes(base, &field, to: limit, isLast: isLast) else { return .needsMore }
            position = field.behindQuotes
        }
        scanning: while position < limit {
            var marks = unsafe marks(in: UnsafeRawPointer(base + position).loadUnaligned(as: UInt64.self))
            let word = position
            position += 8
            while marks != 0 {
                let mark = word + marks.trailingZeroBitCount >> 3
                guard mark < limit else { break scanning }
                marks &= marks &- 1
                let byte = unsafe base[mark]
                if byte == quote { continue }
                append(field, upTo: mark, from: start)
                if byte == delimiter {
                    field = Field(start: mark + 1)
                    guard mark + 1 < limit, unsafe base[mark + 1] == quote else { continue }
                    guard unsafe skipQuotes(base, &field, to: limit, isLast: isLast) else {
                        return .needsMore
                    }
                    position = field.behindQuotes
                    continue scanning
                }
                guard byte == carriageReturn else { return .row(end: mark, next: mark + 1) }
                guard mark + 1 < limit || isLast else { return .needsMore }
                let isPair = unsafe mark + 1 < limit && base[mark + 1] == lineFeed
                return .row(end: mark, next: mark + (isPair ? 2 : 1))
            }
        }
        guard isLast else { return .needsMore }
        append(field, upTo: limit, from: start)
        return .row(end: limit, next: limit)
    }

    /// One field while its end is searched.
    private struct Field {
        enum Form {
            case plain, quoted, irregular
        }

        let start: Int
        var form = Form.plain
        var behindQuotes = 0

        init(start: Int) {
            self.start = start
        }
    }

    /// Goes on behind the closing quote of the field that begins with a quote; false when there is none.
    private func skipQuotes(
        _ base: UnsafePointer<UInt8>,
        _ field: inout Field,
        to limit: Int,
        isLast: Bool
    ) -> Bool {
        var position = field.start + 1
        field.form = .quoted
        while position < limit {
            guard let found = unsafe memchr(base + position, Int32(quote), limit - position) else { return false }
            let closing = unsafe UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found))
            guard closing + 1 < limit else {
                // A quote that ends the bytes may be the first of a pair.
                field.behindQuotes = closing + 1
                return isLast
            }
            let next = unsafe base[closing + 1]
            if next == quote {
                field.form = .irregular
                position = closing + 2
                continue
            }
            if next != delimiter, next != lineFeed, next != carriageReturn { field.form = .irregular }
            field.behindQuotes = closing + 1
            return true
        }
        return false
    }

    private mutating func append(_ field: Field, upTo end: Int, from row: Int) {
        if count == room { grow() }
        var (from, to) = (field.start - row, end - row)
        switch field.form {
        case .plain: break
        case .quoted: (from, to) = (from + 1, to - 1)
        case .irregular: irregular.append(count)
        }
        unsafe starts[count] = UInt32(truncatingIfNeeded: from)
        unsafe ends[count] = UInt32(truncatingIfNeeded: to)
        count += 1
    }

    private mutating func grow() {
        unsafe starts = RowScanner.grown(starts, count: count, to: room * 2)
        unsafe ends = RowScanner.grown(ends, count: count, to: room * 2)
        room *= 2
    }

    private static func grown(
        _ old: UnsafeMutablePointer<UInt32>,
        count: Int,
        to room: Int
    ) -> UnsafeMutablePointer<UInt32> {
        let new = UnsafeMutablePointer<UInt32>.allocate(capacity: room)
        unsafe new.update(from: old, count: count)
        unsafe old.deallocate()
        return unsafe new
    }

    /// The top bit of each byte that is a delimiter, a quote or a line break.
    @inline(__always)
    private func marks(in word: UInt64) -> UInt64 {
        ~(others(word ^ delimiters) & others(word ^ quotes) & others(word ^ lineFeeds) & others(word ^ carriageReturns)
            | sevenBits)
    }

    /// The top bit of each byte that is not zero; the bits below it are of no use.
    @inline(__always)
    private func others(_ word: UInt64) -> UInt64 {
        ((word & sevenBits) &+ sevenBits) | word
    }

    fileprivate static func spread(_ byte: UInt8) -> UInt64 {
        UInt64(byte) &* 0x0101_0101_0101_0101
    }
}

private let quote = UInt8(ascii: "\"")
private let lineFeed = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")
private let sevenBits: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
private let quotes: UInt64 = 0x2222_2222_2222_2222
private let lineFeeds: UInt64 = 0x0A0A_0A0A_0A0A_0A0A
private let carriageReturns: UInt64 = 0x0D0D_0D0D_0D0D_0D0D
