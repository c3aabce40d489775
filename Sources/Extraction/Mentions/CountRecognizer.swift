import DatelineCore

/// A number with what it counts and what befell that.
struct CountMention: Sendable {
    var number: NumberMention
    /// From the qualifier to the noun.
    var tokens: Range<Int>
    var unit: UnitEntry
    var kind: CountKind
    /// The trigger that gave the kind, as an index into the sentence's triggers.
    var trigger: Int
    /// Whether it is a part of the count before it ("five of them children").
    var isPart = false
    /// The rule that tied the number to its trigger.
    var rule: String
}

/// Ties numbers to nouns and to what befell them.
///
/// A number counts only with a noun of `units.tsv`, so that ages, floors, distances and sums of money count nothing.
struct CountRecognizer: Sendable {
    let units: PhraseTable<UnitEntry>
    let measures: PhraseTable<String>

    /// A number and the noun phrase that it heads.
    struct Phrase {
        var number: NumberMention
        var tokens: Range<Int>
        var unit: UnitEntry?
        var isPartitive: Bool
    }

    /// The kinds that count munitions, not people.
    static let munitions: Set<CountKind> = [.launched, .intercepted, .hit, .jammed, .missed, .fateUnknown]

    /// The ends of nouns that name people: herders, dancers, activists, Maoists.
    static let agents: [Word] = ["ers", "ors", "ists", "men", "women", "ants", "ians", "ees", "kids", "folk", "mates"]

    /// Words that may stand between a noun and its passive.
    static let bridge: WordSet = [
        "were", "was", "have", "had", "has", "been", "are", "is", "being", "be", "who", "which", "that", "also",
        "reportedly", "slightly", "lightly", "seriously", "critically", "severely", "badly", "later", "since", "got",
        "now", "known", "to", "feared", "believed", "confirmed", "said", "still", "either", "all", "reported",
        "others", "more", "people", "allegedly", "mortally", "mildly", "moderately", "both", "himself", "presumed",
        "subsequently", "already", "left", "newly", "internally", "forcibly", "gravely", "fatally", "successfully",
        "safely", "likely", "may", "listed", "as",
    ]

    func mentions(
        in document: Document,
        sentence: Sentence,
        numbers: [NumberMention],
        triggers: [TriggerMention],
        dates: [Range<Int>],
        carried: CountMention? = nil,
        figure: CountMention? = nil
    ) -> (counts: [CountMention], rejections: [(tokens: Range<Int>, reason: String)]) {
        var rejections: [(tokens: Range<Int>, reason: String)] = []
        var phrases: [Phrase] = []
        for number in numbers where !dates.contains(where: { $0.overlaps(number.tokens) }) {
            if let reason = nonCount(number, in: document, before: sentence.tokens.upperBound) {
                rejections.append((number.tokens, reason))
            } else {
                // "one of them a baker": the noun is of the part.
                if number.isArticle, let last = phrases.last, last.isPartitive,
                    last.tokens.upperBound > number.tokens.lowerBound
                {
                    continue
                }
                var phrase = phrase(of: number, in: document, before: sentence.tokens.upperBound, triggers: triggers)
                // "seven people at least"
                let end = phrase.tokens.upperBound
                if number.qualifier == .exact, !number.isArticle, document.word(end) == "at",
                    document.word(end + 1) == "least", !isNumber(document, at: end + 2)
                {
                    (phrase.number.qualifier, phrase.number.high) = (.atLeast, nil)
                    phrase.tokens = phrase.tokens.lowerBound..<end + 2
                }
                phrases.append(phrase)
            }
        }
        phrases = join(phrases.filter { !isOfUnknown($0, in: document, triggers: triggers) }, in: document)
        var counts: [CountMention] = []
        for (position, phrase) in phrases.enumerated() {
            let next =
                phrases[(position + 1)...].first { isSubject($0, in: document) }?.tokens.lowerBound
                ?? sentence.tokens.upperBound
            guard
                let tie = tie(
                    phrase,
                    in: document,
                    sentence: sentence,
                    triggers: triggers,
                    next: next,
                    phrases: phrases,
                    position: position,
                    earlier: counts
                )
            else { continue }
            guard
                var count = count(
                    phrase,
                    tie,
                    triggers: triggers,
                    earlier: counts.isEmpty ? carried.map { [$0] } ?? [] : counts,
                    figure: counts.first { !$0.isPart } ?? figure
                )
            else { continue }
            // "14 of the wounded": of a number told elsewhere.
            if phrase.isPartitive, phrase.unit == nil, document.word(phrase.tokens.upperBound - 1) == "the",
                triggers[tie.trigger].tokens.lowerBound == phrase.tokens.upperBound
            {
                count.isPart = true
            }
            counts.append(count)
        }
        counts += ofMainVerbs(counts, in: document, sentence: sentence, triggers: triggers)
        counts += ofOnes(beside: counts, phrases, in: document, sentence: sentence, triggers: triggers)
        return (counts, rejections)
    }

    /// Whether a phrase may have a verb of its own, and so ends the reach of the number before it.
    ///
    /// "a school bus" and "in three villages" do not.
    private func isSubject(_ phrase: Phrase, in document: Document) -> Bool {
        if let unit = phrase.unit { return unit.kind == .victim || unit.kind == .munition }
        return !phrase.number.isArticle
            && !["in", "from", "at", "near", "across", "with", "of"].contains(
                document.word(phrase.tokens.lowerBound - 1)
            )
    }

    private func count(
        _ phrase: Phrase,
        _ tie: Tie,
        triggers: [TriggerMention],
        earlier: [CountMention],
        figure: CountMention?
    ) -> CountMention? {
        guard var kind = triggers[tie.trigger].entry.count ?? figure?.kind else { return nil }
        // "took 40 casualties to hospital"
        if kind == .casualties, triggers.contains(where: { $0.rejection == "medical" }) { kind = .injured }
        if tie.rule == "count-figure", !isLike(phrase.number, figure) { return nil }
        let munitions = CountRecognizer.munitions
        let unit: UnitEntry
        if let named = phrase.unit {
            unit = named
        } else if tie.rule == "count-figure", let figure {
            unit = UnitEntry(unit: figure.unit.unit == .household ? .household : .person)
        } else if phrase.isPartitive || phrase.number.tokens.lowerBound > 0,
            let last = earlier.last(where: {
                munitions.contains($0.kind) == munitions.contains(kind) && (phrase.isPartitive || !$0.isPart)
            })
        {
            unit = last.unit
        } else if munitions.contains(kind) {
            return nil
        } else {
            unit = UnitEntry(unit: .person)
        }
        guard munitions.contains(kind) == (unit.kind == .munition) else { return nil }
        if unit.kind == .thing || unit.kind == .act { return nil }
        if phrase.number.isArticle, phrase.unit == nil, tie.rule != "count-another" { return nil }
        // "some of them": people of a number told already, how many is not said.
        if phrase.number.qualifier == .some, phrase.isPartitive, unit.kind == .victim { return nil }
        // "when a drone hit the bridge" gives no number.
        if phrase.number.isArticle, kind == .hit { return nil }
        // One person on the way is no movement of people.
        if phrase.number.isArticle, kind == .displaced || kind == .evacuated { return nil }
        // A bare "1957" is a year.
        if phrase.unit == nil, phrase.number.qualifier == .exact, let value = phrase.number.best,
            (1900...2100).contains(value)
        {
            return nil
        }
        let isShared = tie.rule == "count-coordinated" && earlier.last?.isPart ?? false
        let isPart =
            tie.rule == "count-part" || tie.rule == "count-among" || isShared
            || phrase.isPartitive && earlier.last.map { $0.kind == kind } ?? false
        return CountMention(
            number: phrase.number,
            tokens: phrase.tokens,
            unit: unit,
            kind: kind,
            trigger: tie.trigger,
            isPart: isPart,
            rule: tie.rule
        )
    }

    /// Whether a figure can be of what was counted before: of the same order, and no part.
    private func isLike(_ number: NumberMention, _ figure: CountMention?) -> Bool {
        guard let before = figure?.number.low ?? figure?.number.high, let value = number.low ?? number.high else {
            return false
        }
        return value > 1 && value <= before * 10 && before <= value * 10
    }
}
