/// A name of up to 16 bytes as two words, so that names are compared and looked up without a text being made.
///
/// A longer name is the empty one.
struct PackedName: Hashable, Sendable {
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    /// Packs a name.
    init(_ name: some Sequence<UInt8>) {
        var count: UInt64 = 0
        for byte in name {
            if count < 8 {
                low |= UInt64(byte) << (8 * count)
            } else if count < 16 {
                high |= UInt64(byte) << (8 * count - 64)
            } else {
                (low, high) = (0, 0)
                return
            }
            count += 1
        }
    }

    /// A hash that is quick and the same in every run.
    var shortHash: Int {
        let mixed = (low ^ (high &* 0x9E37_79B9_7F4A_7C15)) &* 0xD6E8_FEB8_6659_FD93
        return Int(truncatingIfNeeded: mixed >> 32)
    }
}
