import TestSupport
import Testing

@testable import EventStore

/// The packing of columns, and the order by days.
@Suite struct PackingTests {
    private static func unpacked<Number: FixedWidthInteger & SignedInteger>(_ numbers: [Number]) -> [Number]? {
        PackingTests.unpacked(bytes: PackedColumn.pack(numbers), as: Number.self)
    }

    private static func unpacked<Number: FixedWidthInteger & SignedInteger>(
        bytes: [UInt8],
        as _: Number.Type
    ) -> [Number]? {
        // What stood in the array before does not matter.
        var numbers: [Number] = [7, .none, 9]
        let isColumn = unsafe bytes.withUnsafeBytes { unsafe PackedColumn.unpack($0, into: &numbers) }
        return isColumn ? numbers : nil
    }

    private static func numbers<Number: FixedWidthInteger & SignedInteger>(_ random: inout Seeded) -> [Number] {
        let widths = [0, 1, 7, 8, 9, 15, 16, 17, 31, 32, 33, 62, 63].filter { $0 < Number.bitWidth - 1 }
        let span = Number(1) << Number(random.pick(widths))
        let leasts: [Number] = [
            0, -span, span, .min + 1, .max - span, Number.random(in: .min / 2 ... .max / 2 - span, using: &random),
        ]
        let least: Number = random.pick(leasts)
        let most = least.addingReportingOverflow(span).overflow ? .max : least + span - 1
        return (0..<random.number(0..<60)).map { _ -> Number in
            switch random.number(0..<8) {
            case 0: .none
            case 1: max(least, .min + 1)
            case 2: most
            default: Number.random(in: max(least, .min + 1)...most, using: &random)
            }
        }
    }

    @Test func `columns come out of their bytes as they went in`() {
        var random = Seeded(seed: 11)
        for _ in 0..<2000 {
            let narrow: [Int32] = PackingTests.numbers(&random)
            #expect(PackingTests.unpacked(narrow) == narrow)
            let wide: [Int] = PackingTests.numbers(&random)
            #expect(PackingTests.unpacked(wide) == wide)
        }
    }

    @Test func `the smallest, the largest and no number stand beside one another`() {
        for numbers in [
            [], [.none], [.none, .none], [0], [.max], [.min + 1], [.none, 0], [.min + 1, .max],
            [.none, .min + 1, .max],
            [5, 5, 5], [5, .none, 5], [5, 6, 7], [5, 6, 7, 7], [.none, .min + 1, .min + 2], [.max - 1, .max],
            [.max, .none],
            [.max, .max, .none],
        ] as [[Int]] {
            #expect(PackingTests.unpacked(numbers) == numbers)
            let narrow = numbers.map { $0 == .none ? .none : Int32(clamping: max($0, Int(Int32.min) + 1)) }
            #expect(PackingTests.unpacked(narrow) == narrow)
        }
    }

    @Test(arguments: [254, 255, 256, 65_534, 65_535, 65_536, 4_294_967_294, 4_294_967_295, 4_294_967_296])
    func `a range at the edge of a width is kept with rows without a value`(range: Int) {
        for least in [0, -1, -range, 7] {
            let numbers = [least, .none, least + range - 1, least + range]
            #expect(PackingTests.unpacked(numbers) == numbers)
        }
    }

    @Test func `bytes that are no column are refused`() {
        let bytes = PackedColumn.pack([1, 2, 300])
        for damaged in [
            [], Array(bytes.prefix(15)), Array(bytes.dropLast()), bytes + [0], [9, 9, 9, 9] + bytes.dropFirst(4),
            bytes.prefix(6) + [1] + bytes.dropFirst(7),
        ] {
            #expect(PackingTests.unpacked(bytes: damaged, as: Int.self) == nil)
        }
    }

    @Test func `events stand by day, those without one last, in the order in which they came`() {
        var random = Seeded(seed: 12)
        for _ in 0..<500 {
            let count = random.number(0..<40)
            // Days apart by more than there is room for are compared, not counted.
            let spread = random.pick([1, 5, 4000, 8_000_000])
            let days = (0..<count).map { _ in random.oneIn(5) ? Int32.none : Int32(random.number(-spread..<spread)) }
            let events = (0..<count).map { Int32($0 * 3 + 1) }
            let limit = random.pick([nil, 0, 3, 100])
            let expected = zip(events, days).enumerated().sorted { first, second in
                let one = first.element.1 == .none ? Int64.max : Int64(first.element.1)
                let other = second.element.1 == .none ? Int64.max : Int64(second.element.1)
                return one != other ? one < other : first.offset < second.offset
            }.map { Int64($0.element.0) }
            #expect(DayOrder.sorted(events, by: days, limit: limit) == Array(expected.prefix(limit ?? count)))
        }
    }
}
