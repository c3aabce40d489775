import DatelineCore

extension CountRecognizer {
    /// The counts that the main verb has of a subject whose own clause was counted: "a drone launched at the port was
    /// shot down" tells of a launch and of an interception of one drone.
    func ofMainVerbs(
        _ counts: [CountMention],
        in document: Document,
        sentence: Sentence,
        triggers: [TriggerMention]
    ) -> [CountMention] {
        counts.compactMap { count in
            guard ["count-passive", "count-clause"].contains(count.rule),
                isRelative(count, triggers[count.trigger], in: document),
                let verb = mainVerb(after: count, in: document, sentence: sentence, triggers: triggers)
                    ?? governor(of: count, in: document, sentence: sentence, triggers: triggers),
                let kind = triggers[verb].entry.count, kind != count.kind,
                isOfMunitions(kind) == isOfMunitions(count.kind),
                !counts.contains(where: { $0.trigger == verb })
            else { return nil }
            var own = count
            own.kind = kind
            own.trigger = verb
            own.rule = "count-relative"
            return own
        }
    }

    private func isOfMunitions(_ kind: CountKind) -> Bool { CountRecognizer.munitions.contains(kind) }

    /// Whether the verb of a count stands in a clause within its subject: "drones launched …", "drones that entered …".
    private func isRelative(_ count: CountMention, _ verb: TriggerMention, in document: Document) -> Bool {
        let gap = between(count.tokens.upperBound, verb.tokens.lowerBound)
        return (gap.isEmpty || isReduced(verb, in: document)) && verb.entry.form != .intransitive
            || gap.contains { ["that", "which", "who", "("].contains(document.word($0)) }
    }

    /// The active verb before a subject that has a clause of its own: "brought down a rocket sent from the hills".
    private func governor(
        of count: CountMention,
        in document: Document,
        sentence: Sentence,
        triggers: [TriggerMention]
    ) -> Int? {
        let phrase = Phrase(number: count.number, tokens: count.tokens, unit: count.unit, isPartitive: false)
        return before(
            phrase,
            in: document,
            sentence: sentence,
            triggers: triggers,
            phrases: [phrase],
            position: 0
        )
    }

    /// The first passive or intransitive after the clause within the subject, before another number's clause begins.
    private func mainVerb(
        after count: CountMention,
        in document: Document,
        sentence: Sentence,
        triggers: [TriggerMention]
    ) -> Int? {
        let start = triggers[count.trigger].tokens.upperBound
        for index in between(start, min(start + 24, sentence.tokens.upperBound)) {
            if [";", ":", "–", "and", "but", "while", "after", "as"].contains(document.word(index)) { return nil }
            guard let found = triggers.firstIndex(where: { $0.tokens.lowerBound == index }),
                triggers[found].entry.count != nil
            else { continue }
            let isPassive = isPassive(index, in: document, from: sentence.tokens.lowerBound)
            return triggers[found].entry.takesSubject && (isPassive || triggers[found].entry.form == .intransitive)
                ? found : nil
        }
        return nil
    }
}
