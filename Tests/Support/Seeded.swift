/// A generator of the same numbers every time (SplitMix64).
public struct Seeded: RandomNumberGenerator {
    private var state: UInt64

    /// Creates a generator; another seed gives other numbers.
    public init(seed: UInt64) {
        state = seed
    }

    /// The next number.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }

    /// True once in so many times.
    public mutating func oneIn(_ number: Int) -> Bool {
        Int.random(in: 0..<number, using: &self) == 0
    }

    /// A number of a range.
    public mutating func number(_ range: Range<Int>) -> Int {
        Int.random(in: range, using: &self)
    }

    /// One of some values, of which there must be one.
    public mutating func pick<T>(_ values: [T]) -> T {
        values[Int.random(in: values.indices, using: &self)]
    }

    /// Some of the values, each once in so many times.
    public mutating func some<T>(of values: [T], oneIn number: Int) -> [T] {
        values.filter { _ in oneIn(number) }
    }
}
