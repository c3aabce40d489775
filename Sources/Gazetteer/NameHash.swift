/// The hash by which the compiled gazetteer finds folded names: FNV-1a over the bytes, then mixed.
///
/// Fixed for ever with the format, unlike the standard library's, and built up byte by byte, so that the hash of
/// two words follows from that of the first.
public struct NameHash: Hashable, Sendable {
    @usableFromInline var state: UInt64 = 0xCBF2_9CE4_8422_2325

    /// Creates the hash of the empty name.
    @inlinable public init() {}

    /// Creates the hash of a folded name.
    @inlinable public init(_ bytes: some Sequence<UInt8>) {
        append(contentsOf: bytes)
    }

    /// Appends a byte to the name.
    @inlinable public mutating func append(_ byte: UInt8) {
        state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }

    /// Appends bytes to the name.
    @inlinable public mutating func append(contentsOf bytes: some Sequence<UInt8>) {
        for byte in bytes {
            append(byte)
        }
    }

    /// The hash of the bytes so far.
    @inlinable public var value: UInt64 {
        var mixed = state
        mixed ^= mixed >> 33
        mixed = mixed &* 0xFF51_AFD7_ED55_8CCD
        mixed ^= mixed >> 33
        mixed = mixed &* 0xC4CE_B9FE_1A85_EC53
        mixed ^= mixed >> 33
        return mixed
    }
}
