extension DelimitedReader {
    /// The bytes of a field, of which the row is known to have one.
    @inline(__always)
    func bytes(_ column: Int) -> UnsafeBufferPointer<UInt8> {
        let field = fieldBounds(column)
        return unsafe UnsafeBufferPointer(start: fields.base + rowStart + field.lowerBound, count: field.count)
    }

    /// A field without the spaces around it; empty for the words that people write for nothing.
    ///
    /// With `isGuarded`, an apostrophe before a sign that spreadsheets take for a formula is no part of it.
    func trimmed(_ column: Int, isGuarded: Bool) -> RowText {
        var bytes = unsafe CellReading.trimmed(bytes(column))
        if isGuarded, bytes.count > 1, unsafe bytes[0] == UInt8(ascii: "'"), unsafe "=+-@\t\r\n".utf8.contains(bytes[1])
        {
            unsafe bytes = UnsafeBufferPointer(rebasing: bytes.dropFirst())
        }
        guard let address = bytes.baseAddress else { return RowText(buffer: fields, start: 0, count: 0) }
        return RowText(
            buffer: fields,
            start: unsafe UnsafePointer(fields.base).distance(to: address),
            count: bytes.count
        )
    }
}
