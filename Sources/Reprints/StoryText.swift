/// A text as far as it takes to tell whether another prints the same story.
///
/// The measure is the share of the shorter text's runs of six words that stand in the other too (the containment of
/// Broder, *On the resemblance and containment of documents*, 1997), so that a text cut to its first paragraphs is
/// still wholly contained. Which texts are worth comparing is told by few of these runs, picked by winnowing (Schleimer,
/// Wilkerson and Aiken, *Winnowing: local algorithms for document fingerprinting*, 2003): two texts with a passage of
/// 37 words in common have at least one fingerprint in common, wherever it stands.
public struct StoryText: Sendable {
    /// How many words it has, of those that are compared.
    public let wordCount: Int
    /// The hashes that find texts with passages in common, of 48 bits, in rising order; about 30 for 500 words, none
    /// for a text that is too short to be compared.
    public let fingerprints: [Int64]
    /// The hashes of all runs of words, as they stand in the text; or in rising order, each once.
    private var runs: [UInt64]
    private var areRising = false

    /// How many words a run has: fewer, and stock phrases join stories; more, and each changed word costs more.
    static let runLength = 6
    /// One of so many runs in sequence is a fingerprint.
    static let window = 32
    /// Texts of fewer words are not compared: they may well be the same by chance.
    static let fewestWords = 20
    /// Of a longer text only so many words are compared, which bounds its fingerprints.
    static let mostWords = 20_000
    /// The share of the shorter text that makes two texts one story.
    static let share = 0.5

    /// Takes the words of a text.
    public init(_ text: String) {
        let bytes = Array(text.utf8)
        let words = WordHashes.all(in: bytes[...], limit: StoryText.mostWords)
        wordCount = words.count
        guard words.count >= StoryText.fewestWords else {
            fingerprints = []
            runs = []
            return
        }
        let runs = (0...(words.count - StoryText.runLength)).map {
            WordHashes.combined(words[$0..<($0 + StoryText.runLength)])
        }
        fingerprints = StoryText.picked(of: runs)
        self.runs = runs
    }

    /// The same text, ready to be compared with many: most texts never are with any.
    public var comparable: StoryText {
        guard !areRising else { return self }
        var text = self
        (text.runs, text.areRising) = (StoryText.rising(runs), true)
        return text
    }

    /// The share of the shorter text's runs that both have, from 0 to 1; 0 where one is too short to be compared.
    public func overlap(with other: StoryText) -> Double {
        let (runs, others) = (comparable.runs, other.comparable.runs)
        let least = min(runs.count, others.count)
        guard least > 0 else { return 0 }
        var (mine, theirs, common) = (0, 0, 0)
        while mine < runs.count, theirs < others.count {
            let (one, two) = (runs[mine], others[theirs])
            if one == two { common += 1 }
            mine += one <= two ? 1 : 0
            theirs += two <= one ? 1 : 0
        }
        return Double(common) / Double(least)
    }

    /// Whether both print one story: half of the shorter text stands in the other word for word.
    public func printsSameStory(as other: StoryText) -> Bool {
        overlap(with: other) >= StoryText.share
    }

    /// How many fingerprints two texts of one story have in common at least, by how many each has.
    ///
    /// Texts that share half of the shorter one share about half of its fingerprints; an eighth leaves room for chance, and
    /// keeps those apart that only share a stock phrase.
    public static func leastCommon(_ one: Int, _ other: Int) -> Int {
        max(1, min(one, other) / 8)
    }

    /// The least hash of each window, the last one of equals; of a text shorter than a window the least of all.
    private static func picked(of runs: [UInt64]) -> [Int64] {
        var picked: [Int64] = []
        var best = -1
        for end in runs.indices {
            let start = end - window + 1
            if best < max(start, 0) {
                best = max(start, 0)
                for index in best...end where runs[index] <= runs[best] { best = index }
            } else if runs[end] <= runs[best] {
                best = end
            }
            guard start >= 0 || end == runs.endIndex - 1 else { continue }
            let fingerprint = Int64(runs[best] >> 16)
            if picked.last != fingerprint { picked.append(fingerprint) }
        }
        return rising(picked)
    }

    /// Values in rising order, each once.
    private static func rising<Value: Comparable>(_ values: [Value]) -> [Value] {
        var rising: [Value] = []
        rising.reserveCapacity(values.count)
        for value in values.sorted() where rising.last != value { rising.append(value) }
        return rising
    }
}
