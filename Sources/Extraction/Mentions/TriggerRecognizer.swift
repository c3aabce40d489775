import DatelineCore

/// A word that tells of an event or an outcome, and why it does not count where it does not.
struct TriggerMention: Sendable {
    var tokens: Range<Int>
    var entry: TriggerEntry
    /// The reason why nothing is asserted here: `vow`, `negation` …; nil where something is.
    var rejection: String?
}

extension TriggerMention {
    /// Whether it is a noun told as known: "the attack", "Friday's shelling".
    func isNamed(in document: Document) -> Bool {
        (entry.form == .noun || document.word(tokens.upperBound - 1).hasSuffix("ing"))
            && ["the", "'s", "this", "that"].contains(document.word(tokens.lowerBound - 1))
    }
}

/// Finds triggers and tells what is asserted from what is vowed, planned, denied or supposed.
///
/// The modes are PLOVER's (historical, future, hypothetical, negation) in finer grain; the words are `realis.tsv`.
struct TriggerRecognizer: Sendable {
    let triggers: PhraseTable<TriggerEntry>
    let realis: PhraseTable<String>
    let units: PhraseTable<UnitEntry>

    /// How many words before a trigger each mode reaches, and whether a comma stops it.
    private static let reach: [String: (words: Int, stopsAtComma: Bool)] = [
        "threat": (9, false), "plan": (5, true), "hypothesis": (5, true), "appeal": (9, false), "denial": (9, false),
        "negation": (3, true), "habit": (4, true), "exercise": (14, false), "commemoration": (6, true),
        "reference": (8, true),
    ]

    /// What a sentence tells, and what it does not; `isConflict` says whether it has a weapon or another word of armed
    /// conflict, `accident` goes from sentence to sentence.
    func mentions(
        in document: Document,
        sentence: Sentence,
        isConflict: Bool,
        accident: inout AccidentMemory
    ) -> [TriggerMention] {
        let modes = realis.matches(document, in: sentence.tokens).filter { match in
            // The month "May" is no modal.
            !(document.word(match.tokens.lowerBound) == "may" && document.tokens[match.tokens.lowerBound].isCapitalised)
        }
        var mentions = triggers.matches(document, in: sentence.tokens).compactMap { match -> TriggerMention? in
            let first = match.tokens.lowerBound
            guard !isPartOfName(first, match.tokens, in: document, from: sentence.tokens.lowerBound) else { return nil }
            var mention = TriggerMention(tokens: match.tokens, entry: match.value)
            if let split = split(mention, in: document, before: sentence.tokens.upperBound) { mention.entry = split }
            guard mention.entry.isTelling else { return nil }
            // "attack ads", "a gas explosion", "struck a deal"
            mention.rejection =
                modes.first {
                    ["accident", "figurative"].contains($0.value) && $0.tokens.overlaps(match.tokens)
                }?
                .value
            for mode in modes where mention.rejection == nil && mode.tokens.upperBound <= first {
                if governs(mode, mention, in: document) { mention.rejection = mode.value }
            }
            if mention.rejection == nil { mention.rejection = supposed(mention, modes, in: document) }
            if mention.rejection == nil {
                mention.rejection = infinitive(mention, in: document, from: sentence.tokens.lowerBound)
            }
            if mention.rejection == nil {
                mention.rejection = medical(mention, in: document, before: sentence.tokens.upperBound)
            }
            if mention.rejection == nil {
                mention.rejection = adjective(mention, in: document, from: sentence.tokens.lowerBound)
            }
            if mention.rejection == nil {
                mention.rejection = ongoing(mention, in: document, from: sentence.tokens.lowerBound)
            }
            if mention.rejection == nil {
                mention.rejection = generic(mention, in: document, from: sentence.tokens.lowerBound)
            }
            return mention
        }
        accident.judge(&mentions, isTold: modes.contains { $0.value == "accident" }, isConflict: isConflict)
        return mentions
    }

    /// Whether a capitalised trigger stands inside a name ("Operation Strike Force", "the Center for Advanced Study").
    private func isPartOfName(_ index: Int, _ tokens: Range<Int>, in document: Document, from start: Int) -> Bool {
        let token = document.tokens[index]
        guard token.isCapitalised, !token.isAllCapitals, index > start, tokens.count == 1 else { return false }
        let before = document.tokens[index - 1]
        guard before.kind == .word else { return false }
        if before.isCapitalised { return index - 1 > start }
        let after = document.tokens.indices.contains(index + 1) ? document.tokens[index + 1] : nil
        return ["for", "of"].contains(before.lower) && after.map { $0.kind == .word && $0.isCapitalised } ?? false
    }

    private func governs(
        _ mode: (tokens: Range<Int>, value: String),
        _ trigger: TriggerMention,
        in document: Document
    ) -> Bool {
        guard let reach = TriggerRecognizer.reach[mode.value] else { return false }
        // "No one has claimed Friday's bombing": what is not so is the claim; the bombing was.
        if mode.value == "negation", trigger.isNamed(in: document), trigger.entry.count == nil {
            return false
        }
        // "since the offensive began" gives a time by a happening that is known; "since they attacked" tells of one.
        if mode.value == "reference", trigger.entry.form != .noun { return false }
        let gap = between(mode.tokens.upperBound, trigger.tokens.lowerBound)
        guard gap.count <= reach.words else { return false }
        for index in gap {
            let word = document.word(index)
            if [";", "–", "\"", ":"].contains(word) || reach.stopsAtComma && word == "," { return false }
            // A clause of its own ends the reach: "vowed revenge after the strike killed …".
            if ["after", "since", "as", "while", "when", "because", "following", "who", "which", "for"].contains(word) {
                return false
            }
        }
        return true
    }

    /// What a verb means with the words after its object: "flew 40 people out".
    private func split(_ trigger: TriggerMention, in document: Document, before end: Int) -> TriggerEntry? {
        guard !trigger.entry.splits.isEmpty else { return nil }
        for index in between(trigger.tokens.upperBound + 1, min(end, trigger.tokens.upperBound + 12)) {
            let word = document.word(index)
            if [";", ":", ".", "–", "who", "which", "that", "when", "while", "after", "before", "but"].contains(word) {
                return nil
            }
            if let found = trigger.entry.splits.first(where: { split in
                zip(split.tail, index...).allSatisfy { document.word($1) == $0 }
            }) {
                var entry = found.entry
                // "shot three men dead" is a shooting still; "left three men dead" is no departure.
                if trigger.entry.event?.root == "attack" { entry.event = entry.event ?? trigger.entry.event }
                return entry
            }
        }
        return nil
    }

    /// "to strike": a purpose, not a deed.
    private func infinitive(_ trigger: TriggerMention, in document: Document, from start: Int) -> String? {
        let index = trigger.tokens.lowerBound
        guard index > start, document.word(index - 1) == "to",
            trigger.entry.form != .noun || trigger.entry.count == nil,
            [
                "strike", "attack", "raid", "fire", "launch", "flee", "evacuate", "kill", "bomb", "hit", "intercept",
                "assault", "advance", "abduct", "displace", "wound", "injure", "relocate", "die", "release",
            ]
            .contains(document.word(index))
        else { return nil }
        return "infinitive"
    }

    private static let countings: WordSet = [
        "registered", "recorded", "counted", "identified", "tracked", "documented",
    ]

    /// "displaced people", "the occupied region": a state, no event.
    private func adjective(_ trigger: TriggerMention, in document: Document, from start: Int) -> String? {
        if trigger.entry.need == .place, trigger.entry.form == .both, trigger.tokens.lowerBound > start,
            ["the", "-", "in", "of", "from", "to", "at", "near", "temporarily", "partially", "newly"].contains(
                document.word(trigger.tokens.lowerBound - 1)
            )
        {
            return "adjective"
        }
        guard [.participle, .both].contains(trigger.entry.form),
            trigger.entry.count == .displaced || trigger.entry.count == .evacuated,
            let unit = units.match(document, at: trigger.tokens.upperBound, before: document.tokens.count),
            unit.value.kind == .victim
        else { return nil }
        let before = trigger.tokens.lowerBound > start ? document.word(trigger.tokens.lowerBound - 1) : ""
        // "registered 58,000 displaced people": who had been displaced was counted.
        let isCounted = between(max(start, trigger.tokens.lowerBound - 5), trigger.tokens.lowerBound).contains {
            TriggerRecognizer.countings.contains(document.word($0))
        }
        if isCounted, trigger.entry.count == .displaced,
            document.tokens[trigger.tokens.lowerBound - 1].kind == .number
        {
            return nil
        }
        return ["have", "has", "had", "who", "that"].contains(before) ? nil : "adjective"
    }

    /// "evacuated to hospital": the care of a casualty.
    private func medical(_ trigger: TriggerMention, in document: Document, before end: Int) -> String? {
        guard trigger.entry.event == .evacuationMovement else { return nil }
        let after = between(trigger.tokens.upperBound, min(end, trigger.tokens.upperBound + 9))
        return after.contains { ["hospital", "hospitals", "clinic", "clinics", "medical"].contains(document.word($0)) }
            ? "medical" : nil
    }

    /// "A strike on the dam could kill thousands": the noun of a supposed deed.
    private func supposed(
        _ trigger: TriggerMention,
        _ modes: [(tokens: Range<Int>, value: String)],
        in document: Document
    ) -> String? {
        guard trigger.entry.form == .noun,
            let mode = modes.first(where: {
                ["hypothesis", "plan"].contains($0.value)
                    && (0...7).contains($0.tokens.lowerBound - trigger.tokens.upperBound)
            })
        else { return nil }
        let gap = trigger.tokens.upperBound..<mode.tokens.lowerBound
        let isOwn = gap.allSatisfy {
            ![",", ";", "that", "which", "who", "and", "but", "\"", "said"].contains(document.word($0))
        }
        let isAnother = ["a", "an", "another"].contains(document.word(trigger.tokens.lowerBound - 1))
        return isOwn && isAnother ? mode.value : nil
    }

    /// "has been hitting targets", "continue to trade fire": what goes on, not one deed.
    private func ongoing(_ trigger: TriggerMention, in document: Document, from start: Int) -> String? {
        let index = trigger.tokens.lowerBound
        guard index - 2 >= start, document.word(index - 1) == "been", document.word(index).hasSuffix("ing"),
            trigger.entry.form != .noun || ["has", "have", "had", "'s"].contains(document.word(index - 2))
        else { return nil }
        return "habit"
    }

    /// "any attack", "such strikes", "attacks of the kind": a class of deeds, not one.
    private func generic(_ trigger: TriggerMention, in document: Document, from start: Int) -> String? {
        guard trigger.entry.form == .noun, trigger.entry.count == nil, trigger.tokens.lowerBound > start else {
            return nil
        }
        let before = document.word(trigger.tokens.lowerBound - 1)
        return ["any", "such", "further", "more", "future", "every", "potential", "anti", "counter", "against"]
            .contains(before) ? "generic" : nil
    }
}
