/// The bytes of one field, UTF-8, read in place.
///
/// It is valid until the reader goes on to the next row; what must last longer is copied by ``string``.
public struct RowText {
    let buffer: RowBuffer
    let start: Int
    /// The number of bytes.
    public let count: Int

    /// Whether the field holds nothing.
    public var isEmpty: Bool { count == 0 }

    /// The text, as a copy of its own.
    public var string: String {
        unsafe String(decoding: bytes, as: UTF8.self)
    }

    /// The bytes, at an address that holds until the reader goes on.
    @unsafe
    public var bytes: UnsafeBufferPointer<UInt8> {
        precondition(start >= 0 && count >= 0 && start + count <= buffer.capacity)
        return unsafe UnsafeBufferPointer(start: buffer.base + start, count: count)
    }
}
