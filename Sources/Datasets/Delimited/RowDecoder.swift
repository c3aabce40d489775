/// Writes the fields of a row out plainly: without quotes of its own notation, and in UTF-8.
final class RowDecoder {
    let buffer = RowBuffer(capacity: 4096)
    private var used = 0

    /// Decodes the fields of a row and points them at ``buffer``.
    func decode(_ scanner: inout RowScanner, _ input: RowBuffer, _ row: Range<Int>, isWindows1252: Bool) {
        // A byte of windows-1252 has at most three in UTF-8.
        buffer.reserve(row.count * 3, keeping: 0)
        used = 0
        var irregular = scanner.irregular[...]
        for index in 0..<scanner.count {
            let start = row.lowerBound + Int(unsafe scanner.starts[index])
            let end = row.lowerBound + Int(unsafe scanner.ends[index])
            let from = used
            if irregular.first == index {
                irregular.removeFirst()
                unquote(input, start..<end, isWindows1252: isWindows1252)
            } else {
                for position in start..<end { append(unsafe input.base[position], isWindows1252) }
            }
            unsafe scanner.starts[index] = UInt32(truncatingIfNeeded: from)
            unsafe scanner.ends[index] = UInt32(truncatingIfNeeded: used)
        }
    }

    /// The text of a field that begins with a quote: pairs of quotes are one, and text behind the closing one stays.
    private func unquote(_ input: RowBuffer, _ field: Range<Int>, isWindows1252: Bool) {
        let quote = UInt8(ascii: "\"")
        var position = field.lowerBound + 1
        while position < field.upperBound {
            let byte = unsafe input.base[position]
            position += 1
            guard byte == quote else {
                append(byte, isWindows1252)
                continue
            }
            guard position < field.upperBound, unsafe input.base[position] == quote else { break }
            append(quote, isWindows1252)
            position += 1
        }
        while position < field.upperBound {
            append(unsafe input.base[position], isWindows1252)
            position += 1
        }
    }

    private func append(_ byte: UInt8, _ isWindows1252: Bool) {
        guard isWindows1252, byte >= 0x80 else {
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
