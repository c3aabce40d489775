/// Words of invented syllables, each another one.
struct InventedWords {
    private var taken: Set<String> = []

    private static let starts = [
        "b", "br", "d", "dr", "f", "g", "gr", "h", "k", "kl", "l", "m", "n", "p", "r", "s", "st", "t", "tr", "v", "z",
    ]
    private static let middles = ["a", "e", "i", "o", "u", "ai", "ea", "ou"]
    private static let ends = ["", "", "", "l", "m", "n", "r", "s", "t"]

    /// A new word of some syllables, or of more where those are used up.
    private mutating func next(syllables: Int, _ random: inout SplitMix64) -> String {
        var attempt = 0
        while true {
            var word = ""
            for _ in 0..<(syllables + attempt / 20) {
                word += Self.starts[random.below(Self.starts.count)]
                word += Self.middles[random.below(Self.middles.count)]
                word += Self.ends[random.below(Self.ends.count)]
            }
            if taken.insert(word).inserted { return word }
            attempt += 1
        }
    }

    /// A new name: a word with a capital.
    mutating func name(syllables: Int, _ random: inout SplitMix64) -> String {
        let word = next(syllables: syllables, &random)
        return word.prefix(1).uppercased() + word.dropFirst()
    }

    /// Words as a language has them, the frequent ones short.
    mutating func vocabulary(_ count: Int, _ random: inout SplitMix64) -> [[UInt8]] {
        (0..<count).map { rank in
            Array(next(syllables: rank < 300 ? 1 : rank < 15_000 ? 2 : 3, &random).utf8)
        }
    }
}
