import DatelineCore

/// What a verb of saying does; vows, warnings and denials tell of no event.
enum VerbClass: String, CaseIterable, Sendable {
    case say, report, confirm, claim, allege, deny, vow, warn, urge, order, accuse, estimate
}

/// A source and the words that it answers for.
struct Attribution: Sendable {
    /// Who says so.
    var source: Source
    /// The words that name the source.
    var sourceTokens: Range<Int>
    /// The words that make it a source: "said", "according to".
    var cue: Range<Int>
    /// The tokens it governs, one range a clause; those of an inherited one lie in other sentences than its cue.
    var scope: [Range<Int>]
    /// The sentence that it governs, as an index into the document's.
    var sentence: Int
    /// Where its claims stand.
    var status: ClaimStatus
    /// What the verb does.
    var verbClass: VerbClass
    /// Whether it was carried over from another sentence.
    var inherited: Bool
    /// The name of the rule that found it, such as `said-before`, `said-after` or `according-to`.
    var rule: String
    /// Words of the source that are no place of the event: "Kyiv" in "Kyiv's air force".
    var names: [Range<Int>]
}

extension [Attribution] {
    /// The best source for a token: the innermost of its own sentence, else one carried over from another.
    func attribution(governing token: Int) -> Attribution? {
        var best: (attribution: Attribution, rank: Int, start: Int)?
        for attribution in self {
            guard let clause = attribution.scope.first(where: { $0.contains(token) }) else { continue }
            let rank = attribution.rule == "heading-source" ? 0 : attribution.inherited ? 1 : 2
            if let other = best, (rank, clause.lowerBound) < (other.rank, other.start) { continue }
            best = (attribution, rank, clause.lowerBound)
        }
        return best?.attribution
    }

    /// The words inside names of sources that are no places of events.
    var sourceSpans: [Range<Int>] {
        flatMap(\.names)
    }
}
