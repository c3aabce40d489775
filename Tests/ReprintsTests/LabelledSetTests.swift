import Reprints
import Testing

/// Holds what is taken for a reprint to two hundred labelled pairs.
@Suite struct LabelledSetTests {
    /// Whether a pair is linked as the store links articles: by fingerprints in common first, then by the texts.
    private func isLinked(_ pair: LabelledPair) -> Bool {
        let (one, other) = (StoryText(pair.one), StoryText(pair.other))
        let common = Set(one.fingerprints).intersection(other.fingerprints).count
        let least = StoryText.leastCommon(one.fingerprints.count, other.fingerprints.count)
        return common >= least && one.printsSameStory(as: other)
    }

    @Test func `the set has a hundred reprints and a hundred pairs of different stories`() throws {
        let pairs = try LabelledPairs().all
        #expect(pairs.count { $0.isReprint } == 100)
        #expect(pairs.count { !$0.isReprint } == 100)
        #expect(Set(pairs.map(\.description)).count == 200)
    }

    @Test func `links are right at least 98 times in 100 and 95 of 100 reprints are linked`() throws {
        let pairs = try LabelledPairs().all
        let linked = pairs.filter(isLinked)
        let right = linked.count { $0.isReprint }
        #expect(Double(right) >= 0.98 * Double(linked.count), "false: \(linked.filter { !$0.isReprint })")
        let missed = pairs.filter { $0.isReprint && !isLinked($0) }
        #expect(Double(right) >= 0.95 * 100, "missed: \(missed)")
    }
}
