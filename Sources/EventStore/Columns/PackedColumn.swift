/// Numbers packed to as many bytes as their range needs.
///
/// Sixteen bytes of head: how many (4 bytes), the bytes a number takes (2 bytes: 0, 1, 2, 4 or 8), how much more each
/// number is than the one before (2 bytes), the least (8 bytes). Then each number less the least, plus one, so that 0 is
/// a row without a value. Numbers are little-endian. Those that all are the same, or each one more than the one before,
/// need no bytes.
enum PackedColumn {
    private static let head = 16

    static func pack<Number: FixedWidthInteger & SignedInteger>(_ numbers: [Number]) -> [UInt8] {
        var least = Number.max
        var most = Number.min
        for number in numbers where number != .none {
            least = min(least, number)
            most = max(most, number)
        }
        let step = step(of: numbers)
        let range = Int64(most).subtractingReportingOverflow(Int64(least))
        let span = most < least ? 0 : range.overflow ? UInt64.max : UInt64(range.partialValue) &+ 1
        let width = step != nil ? 0 : span <= 0xFF ? 1 : span <= 0xFFFF ? 2 : span <= 0xFFFF_FFFF ? 4 : 8
        var bytes: [UInt8] = []
        bytes.reserveCapacity(head + numbers.count * width)
        append(UInt64(numbers.count), 4, to: &bytes)
        append(UInt64(width), 2, to: &bytes)
        append(UInt64(step ?? 0), 2, to: &bytes)
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

    /// By how much each number is more than the one before, where that is 0 or 1 everywhere.
    private static func step<Number: FixedWidthInteger & SignedInteger>(of numbers: [Number]) -> Int? {
        guard numbers.count > 1 else { return 0 }
        let step = numbers[1] &- numbers[0]
        guard step == 0 || step == 1 && numbers[0] != .none,
            numbers.indices.dropFirst().allSatisfy({ numbers[$0] &- numbers[$0 - 1] == step })
        else { return nil }
        return Int(step)
    }

    /// Fills an array with the numbers, in the room that it has; false where the bytes are not what ``pack(_:)`` made.
    static func unpack<Number: FixedWidthInteger & SignedInteger>(
        _ bytes: UnsafeRawBufferPointer,
        into numbers: inout [Number]
    ) -> Bool {
        guard bytes.count >= head else { return false }
        let count = unsafe Int(bytes.loadUnaligned(as: UInt32.self))
        let width = unsafe Int(bytes.loadUnaligned(fromByteOffset: 4, as: UInt16.self))
        let step = unsafe bytes.loadUnaligned(fromByteOffset: 6, as: UInt16.self)
        let base = unsafe bytes.loadUnaligned(fromByteOffset: 8, as: Int64.self)
        guard [0, 1, 2, 4, 8].contains(width), bytes.count == head + count * width, step <= (width == 0 ? 1 : 0)
        else { return false }
        if numbers.count != count { numbers = Array(repeating: 0, count: count) }
        let body = unsafe UnsafeRawBufferPointer(rebasing: bytes[head...])
        unsafe numbers.withUnsafeMutableBufferPointer { numbers in
            switch width {
            case 0:
                var number = Number(truncatingIfNeeded: base)
                for index in numbers.indices {
                    unsafe numbers[index] = number
                    number &+= Number(step)
                }
            case 1: unsafe widen(body, UInt8.self, base, into: numbers)
            case 2: unsafe widen(body, UInt16.self, base, into: numbers)
            case 4: unsafe widen(body, UInt32.self, base, into: numbers)
            default:
                for index in numbers.indices {
                    let number = unsafe body.loadUnaligned(fromByteOffset: index * 8, as: Int64.self)
                    unsafe numbers[index] = Number(truncatingIfNeeded: number)
                }
            }
        }
        return true
    }

    @inline(__always)
    private static func widen<Packed: FixedWidthInteger & UnsignedInteger, Number: FixedWidthInteger & SignedInteger>(
        _ body: UnsafeRawBufferPointer,
        _: Packed.Type,
        _ base: Int64,
        into numbers: UnsafeMutableBufferPointer<Number>
    ) {
        let before = Number(truncatingIfNeeded: base) &- 1
        for index in numbers.indices {
            let packed = unsafe body.loadUnaligned(fromByteOffset: index * MemoryLayout<Packed>.size, as: Packed.self)
            unsafe numbers[index] = packed == 0 ? .none : before &+ Number(truncatingIfNeeded: packed)
        }
    }

    private static func append(_ number: UInt64, _ width: Int, to bytes: inout [UInt8]) {
        for index in 0..<width { bytes.append(UInt8(truncatingIfNeeded: number >> (8 * UInt64(index)))) }
    }
}
