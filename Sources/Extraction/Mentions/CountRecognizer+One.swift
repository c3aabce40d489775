import DatelineCore

/// Persons who count one without a number: "killed the group's leader", "a woman was killed and her neighbour wounded".
extension CountRecognizer {
    /// What can befall such a person.
    private static let harms: Set<CountKind> = [.killed, .injured, .captured, .abducted]

    /// The words after which a noun is no longer a verb's object.
    private static let ends: WordSet = [
        "in", "on", "at", "by", "from", "for", "with", "when", "while", "as", "after", "before", "during", "near",
        "and", "or", "but", "who", "that", "to", "of", "no", "not", "more", "some", "many",
    ]

    /// The counts of one that the sentence's verbs have, where no number is theirs.
    func ofOnes(
        beside counts: [CountMention],
        _ phrases: [Phrase],
        in document: Document,
        sentence: Sentence,
        triggers: [TriggerMention]
    ) -> [CountMention] {
        triggers.indices.compactMap { position in
            let trigger = triggers[position]
            guard trigger.rejection == nil, let kind = trigger.entry.count, CountRecognizer.harms.contains(kind),
                !counts.contains(where: { $0.trigger == position })
            else { return nil }
            let start = trigger.tokens.lowerBound
            let isPassive = isPassive(start, in: document, from: sentence.tokens.lowerBound)
            let one =
                trigger.entry.takesObject && !isPassive
                ? object(of: trigger, in: document, before: sentence.tokens.upperBound) : nil
            let partner =
                trigger.entry.takesSubject && !counts.isEmpty
                ? partner(before: start, in: document, from: sentence.tokens.lowerBound) : nil
            let named =
                kind != .captured && trigger.entry.takesSubject && (isPassive || trigger.entry.form == .intransitive)
                ? name(before: start, in: document, from: sentence.tokens.lowerBound) : nil
            guard let (tokens, unit) = one ?? partner ?? named, !phrases.contains(where: { $0.tokens.overlaps(tokens) })
            else {
                return nil
            }
            let number = NumberMention(
                tokens: tokens.lowerBound..<tokens.lowerBound + 1,
                low: 1,
                best: 1,
                high: 1,
                qualifier: .exact,
                isArticle: true
            )
            return CountMention(
                number: number,
                tokens: tokens,
                unit: unit,
                kind: kind,
                trigger: position,
                rule: "count-one"
            )
        }
    }

    /// The person right after an active verb: "killed senior commander Karim Haddad", "killed the group's leader".
    private func object(of verb: TriggerMention, in document: Document, before end: Int) -> (Range<Int>, UnitEntry)? {
        let start = verb.tokens.upperBound
        for index in between(start, min(start + 9, end)) {
            if let noun = noun(at: index, in: document, before: end) {
                // "killed the driver and two passengers": others count him in.
                let isAlone = !["and", "or"].contains(document.word(noun.tokens.upperBound))
                return noun.unit.isOne && isAlone ? (start..<noun.tokens.upperBound, noun.unit) : nil
            }
            let token = document.tokens[index]
            if index > start + 1, ends(at: index, in: document, before: end),
                between(start, index).allSatisfy({ isOfName($0, in: document) })
            {
                return (start..<index, UnitEntry(unit: .person))
            }
            guard token.kind == .word || token.kind == .possessive || token.lower == "-",
                !CountRecognizer.ends.contains(token.lower)
            else { return nil }
        }
        return nil
    }

    /// The person of another one right before a participle: "and her neighbour wounded".
    private func partner(before verb: Int, in document: Document, from start: Int) -> (Range<Int>, UnitEntry)? {
        for index in between(max(start + 1, verb - 6), verb) where document.word(index - 1) == "and" {
            guard ["his", "her", "their"].contains(document.word(index)) else { continue }
            for step in between(index + 1, verb) {
                guard let noun = noun(at: step, in: document, before: verb) else { continue }
                let gap = between(noun.tokens.upperBound, verb)
                guard noun.unit.isOne, gap.allSatisfy({ CountRecognizer.bridge.contains(document.word($0)) }) else {
                    return nil
                }
                return (index..<noun.tokens.upperBound, noun.unit)
            }
        }
        return nil
    }

    /// A full name right before what befell its bearer: "Karim Haddad was killed".
    private func name(before verb: Int, in document: Document, from start: Int) -> (Range<Int>, UnitEntry)? {
        var end = verb
        while end > start, CountRecognizer.bridge.contains(document.word(end - 1)) { end -= 1 }
        var first = end
        while first > start, isOfName(first - 1, in: document) { first -= 1 }
        guard end - first >= 2, first == start || !["and", "or", ",", "of", "in"].contains(document.word(first - 1))
        else {
            return nil
        }
        return (first..<end, UnitEntry(unit: .person))
    }

    private func isOfName(_ index: Int, in document: Document) -> Bool {
        let token = document.tokens[index]
        return token.kind == .word && token.isCapitalised && !token.isAllCapitals
    }

    /// Whether a name ends before a token: at a mark or a preposition.
    private func ends(at index: Int, in document: Document, before end: Int) -> Bool {
        index >= end || document.tokens[index].kind == .punctuation && document.word(index) != "-"
            || CountRecognizer.ends.contains(document.word(index)) && !["and", "or"].contains(document.word(index))
    }

    /// The victim that a noun, or the last of a row of nouns, names: "rebel commander".
    private func noun(at index: Int, in document: Document, before end: Int) -> (tokens: Range<Int>, unit: UnitEntry)? {
        guard var last = units.match(document, at: index, before: end) else { return nil }
        while last.tokens.upperBound < end,
            let more = units.match(document, at: last.tokens.upperBound, before: end)
        {
            last = more
        }
        return last.value.kind == .victim ? (index..<last.tokens.upperBound, last.value) : nil
    }
}
