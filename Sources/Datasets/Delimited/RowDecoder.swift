#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Writes the fields of a row out plainly: without quotes of its own notation, and in UTF-8.
final class RowDecoder {
    let buffer = RowBuffer(capacity: 4096)
    private let plain = RowBuffer(capacity: 4096)
    private var used = 0

    /// Takes the quotes of their own notation out of the fields that have them, and points all at ``buffer``.
    ///
    /// What stands between those fields is copied at once.
    func unquote(_ scanner: inout RowScanner, _ input: RowBuffer, _ row: Range<Int>) {
        buffer.reserve(row.count, keeping: 0)
        used = 0
        var copied = row.lowerBound
        var shift = 0
        var irregular = scanner.irregular[...]
        for index in 0..<scanner.count {
            let field = scanner.field(index)
            guard irregular.first == index else {
                scanner.setField(index, field.lowerBound + shift..<field.upperBound + shift)
                continue
            }
            irregular.removeFirst()
            copy(input, copied..<row.lowerBound + field.lowerBound)
            let from = used
            copied = row.lowerBound + field.upperBound
            unquote(input, row.lowerBound + field.lowerBound..<copied)
            scanner.setField(index, from..<used)
            shift = used - field.upperBound
        }
        copy(input, copied..<row.upperBound)
    }

    /// Writes fields that are windows-1252 as UTF-8, and points them at ``buffer``; `start` is where the row begins.
    func recode(_ scanner: inout RowScanner, _ input: RowBuffer, start: Int, count: Int) {
        plain.reserve(count, keeping: 0)
        unsafe plain.base.update(from: input.base + start, count: count)
        // A byte of windows-1252 has at most three in UTF-8.
        buffer.reserve(count * 3, keeping: 0)
        used = 0
        for index in 0..<scanner.count {
            let from = used
            for position in scanner.field(index) { append(unsafe plain.base[position]) }
            scanner.setField(index, from..<used)
        }
    }

    private func copy(_ input: RowBuffer, _ range: Range<Int>) {
        unsafe (buffer.base + used).update(from: input.base + range.lowerBound, count: range.count)
        used += range.count
    }

    /// The text of a field that begins with a quote: pairs of quotes are one, and text behind the closing one stays.
    private func unquote(_ input: RowBuffer, _ field: Range<Int>) {
        let quote = UInt8(ascii: "\"")
        var position = field.lowerBound + 1
        while position < field.upperBound {
            let rest = unsafe input.base + position
            guard let found = unsafe memchr(rest, Int32(quote), field.upperBound - position) else { break }
            let length = unsafe UnsafeRawPointer(rest).distance(to: UnsafeRawPointer(found))
            copy(input, position..<position + length)
            position += length + 1
            guard position < field.upperBound, unsafe input.base[position] == quote else { break }
            copy(input, position..<position + 1)
            position += 1
        }
        copy(input, position..<field.upperBound)
    }

    private func append(_ byte: UInt8) {
        guard byte >= 0x80 else {
            unsafe buffer.base[used] = byte
            used += 1
            return
        }
        let scalar = TextEncoding.windows1252Scalar(byte)
        if scalar >= 0x800 {
            unsafe buffer.base[used] = UInt8(0xE0 | scalar >> 12)
            unsafe buffer.base[used + 1] = UInt8(0x80 | scalar >> 6 & 0x3F)
            used += 2
        } else {
            unsafe buffer.base[used] = UInt8(0xC0 | scalar >> 6)
            used += 1
        }
        unsafe buffer.base[used] = UInt8(0x80 | scalar & 0x3F)
        used += 1
    }
}
