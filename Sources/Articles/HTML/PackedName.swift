/// A name of up to 16 bytes as two words, so that names are compared and looked up without a text being made.
///
/// A longer name is the empty one; so is one with a byte 0.
struct PackedName: Hashable, Sendable {
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    /// Packs a name.
    init(_ name: some Sequence<UInt8>) {
        var count = 0
        for byte in name {
            guard count < 16 else {
                (low, high) = (0, 0)
                return
            }
            if count < 8 {
                low |= UInt64(byte) << UInt64(8 * count)
            } else {
                high |= UInt64(byte) << UInt64(8 * count - 64)
            }
            count += 1
        }
    }
}
