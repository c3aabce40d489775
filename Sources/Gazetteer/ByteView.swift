import GazetteerData

/// A read-only view of bytes that stay where they are: those embedded in the program, or an owned copy.
///
/// Reads outside the bytes give 0, so that a damaged file leads to odd places at worst and never out of memory.
@safe struct ByteView: Sendable {
    nonisolated(unsafe) private let start: UnsafeRawPointer
    let count: Int
    private let owner: OwnedBytes?

    /// The bytes embedded in the program.
    static let embedded = unsafe ByteView(
        start: gazetteer_data_start(),
        count: gazetteer_data_size(),
        owner: nil
    )

    private init(start: UnsafeRawPointer, count: Int, owner: OwnedBytes?) {
        unsafe self.start = unsafe start
        self.count = count
        self.owner = owner
    }

    /// Copies bytes.
    init(_ bytes: [UInt8]) {
        let owner = OwnedBytes(bytes)
        unsafe self.init(
            start: UnsafeRawPointer(owner.buffer.baseAddress.unsafelyUnwrapped),
            count: bytes.count,
            owner: owner
        )
    }

    func uint8(at offset: Int) -> UInt8 {
        guard offset >= 0, offset < count else { return 0 }
        return unsafe start.load(fromByteOffset: offset, as: UInt8.self)
    }

    func uint32(at offset: Int) -> UInt32 {
        guard offset >= 0, offset <= count - 4 else { return 0 }
        return unsafe UInt32(littleEndian: start.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
    }

    func uint64(at offset: Int) -> UInt64 {
        guard offset >= 0, offset <= count - 8 else { return 0 }
        return unsafe UInt64(littleEndian: start.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }

    /// The text whose length byte stands at the offset, and the offset behind it.
    func text(at offset: Int) -> (text: String, end: Int) {
        let begin = offset + 1
        let end = begin + Int(uint8(at: offset))
        guard offset >= 0, end <= count else { return ("", offset) }
        let bytes = unsafe UnsafeRawBufferPointer(start: start + begin, count: end - begin)
        return (unsafe String(decoding: bytes, as: UTF8.self), end)
    }
}

/// Bytes on the heap that live as long as the views of them.
@safe private final class OwnedBytes: Sendable {
    nonisolated(unsafe) let buffer: UnsafeMutableBufferPointer<UInt8>

    init(_ bytes: [UInt8]) {
        // One byte more, so that there is an address even when there are no bytes.
        unsafe buffer = .allocate(capacity: bytes.count + 1)
        unsafe buffer.initialize(repeating: 0)
        for (index, byte) in bytes.enumerated() {
            unsafe buffer[index] = byte
        }
    }

    deinit {
        unsafe buffer.deallocate()
    }
}
