/// Numbers packed to as many bytes as their range needs.
///
/// Sixteen bytes of head: how many, the bytes a number takes (0, 1, 2, 4 or 8), the least. Then each number less the
/// least, plus one, so that 0 is a row without a value. Numbers are little-endian.
enum PackedColumn {
    private static let head = 16

    static func pack<Number: FixedWidthInteger & SignedInteger>(_ numbers: [Number]) -> [UInt8] {
        var least = Number.max
        var most = Number.min
        for number in numbers where number != .none {
            least = min(least, number)
            most = max(most, number)
        }
        // Without any value, or only with the same everywhere, no bytes are needed: the least says which.
        let isConstant = numbers.allSatisfy { $0 == numbers.first }
        let range = Int64(most).subtractingReportingOverflow(Int64(least))
        let span = most < least ? 0 : range.overflow ? UInt64.max : UInt64(range.partialValue) &+ 1
        let width = isConstant ? 0 : span <= 0xFF ? 1 : span <= 0xFFFF ? 2 : span <= 0xFFFF_FFFF ? 4 : 8
        var bytes: [UInt8] = []
        bytes.reserveCapacity(head + numbers.count * width)
        append(UInt64(numbers.count), 4, to: &bytes)
        append(UInt64(width), 4, to: &bytes)
        let base = width == 0 ? Int64(numbers.first ?? .none) : width == 8 ? 0 : Int64(least)
        append(UInt64(bitPattern: base), 8, to: &bytes)
        guard width > 0 else { return bytes }
        for number in numbers {
            if width == 8 {
                append(UInt64(bitPattern: Int64(number)), 8, to: &bytes)
            } else {
                append(number == .none ? 0 : UInt64(Int64(number) - base) + 1, width, to: &bytes)
            }
        }
        return bytes
    }

    /// The numbers again; nil where the bytes are not what ``pack(_:)`` made.
    static func unpack<Number: FixedWidthInteger & SignedInteger>(
        _ bytes: UnsafeRawBufferPointer,
        as _: Number.Type
    ) -> [Number]? {
        guard bytes.count >= head else { return nil }
        let count = unsafe Int(bytes.loadUnaligned(as: UInt32.self))
        let width = unsafe Int(bytes.loadUnaligned(fromByteOffset: 4, as: UInt32.self))
        let base = unsafe bytes.loadUnaligned(fromByteOffset: 8, as: Int64.self)
        guard [0, 1, 2, 4, 8].contains(width), bytes.count == head + count * width else { return nil }
        let body = unsafe UnsafeRawBufferPointer(rebasing: bytes[head...])
        switch width {
        case 0: return Array(repeating: Number(truncatingIfNeeded: base), count: count)
        case 1: return unsafe widen(body, UInt8.self, count, base)
        case 2: return unsafe widen(body, UInt16.self, count, base)
        case 4: return unsafe widen(body, UInt32.self, count, base)
        default:
            return unsafe Array(unsafeUninitializedCapacity: count) { numbers, filled in
                for index in 0..<count {
                    unsafe numbers[index] = Number(
                        truncatingIfNeeded: body.loadUnaligned(fromByteOffset: index * 8, as: Int64.self)
                    )
                }
                filled = count
            }
        }
    }

    @inline(__always)
    private static func widen<Packed: FixedWidthInteger & UnsignedInteger, Number: FixedWidthInteger & SignedInteger>(
        _ body: UnsafeRawBufferPointer,
        _: Packed.Type,
        _ count: Int,
        _ base: Int64
    ) -> [Number] {
        let before = Number(truncatingIfNeeded: base) &- 1
        return unsafe Array(unsafeUninitializedCapacity: count) { numbers, filled in
            for index in 0..<count {
                let packed = unsafe body.loadUnaligned(
                    fromByteOffset: index * MemoryLayout<Packed>.size,
                    as: Packed.self
                )
                unsafe numbers[index] = packed == 0 ? .none : before &+ Number(truncatingIfNeeded: packed)
            }
            filled = count
        }
    }

    private static func append(_ number: UInt64, _ width: Int, to bytes: inout [UInt8]) {
        for index in 0..<width { bytes.append(UInt8(truncatingIfNeeded: number >> (8 * UInt64(index)))) }
    }
}
