import DatelineCore

extension ArticleReading {
    /// How many words after a verb its object may begin: "captured two villages, Rivne in the east".
    private static let reachOfObject = 9
    /// How many words before a passive its subject may begin, past appositions.
    private static let reachOfSubject = 28

    /// Finds the place that a verb of taking or leaving is about: its object, or the subject of a passive.
    func locateTaken(_ reading: inout Reading, sentence: Sentence, triggers: [TriggerMention]) {
        for trigger in triggers where trigger.entry.need == .place && trigger.rejection == nil {
            guard let index = taken(by: trigger, in: reading, sentence: sentence) else { continue }
            reading.places[index].taken = trigger.tokens.lowerBound
            if reading.places[index].role != .location { reading.places[index].role = .location }
        }
    }

    private func taken(by trigger: TriggerMention, in reading: Reading, sentence: Sentence) -> Int? {
        let places = reading.places.beginning(in: sentence.tokens)
        let canBe = { (index: Int) in
            let place = reading.places[index]
            return !place.isOwner && !place.isNear && place.role != .agent
        }
        let isPassive =
            counts.isPassive(trigger.tokens.lowerBound, in: reading.document, from: sentence.tokens.lowerBound)
            || trigger.entry.form == .intransitive
            || trigger.entry.form == .both && counts.isReduced(trigger, in: reading.document)
        if isPassive {
            let subject = places.indices.first {
                canBe($0) && reading.places[$0].role != .origin
                    && reading.places[$0].tokens.upperBound <= trigger.tokens.lowerBound
                    && trigger.tokens.lowerBound - reading.places[$0].tokens.upperBound <= ArticleReading.reachOfSubject
                    && !isOfPerson(reading.places[$0].tokens.lowerBound, in: reading, sentence: sentence)
            }
            if let subject { return subject }
        }
        let end = min(trigger.tokens.upperBound + ArticleReading.reachOfObject, sentence.tokens.upperBound)
        return places.indices.first {
            canBe($0) && (trigger.tokens.upperBound..<end).contains(reading.places[$0].tokens.lowerBound)
                && isObject(between(trigger.tokens.upperBound, reading.places[$0].tokens.lowerBound), in: reading)
        }
    }

    /// "A man who fled a prison in Oregon was captured": the name stands in the clause of a person.
    private func isOfPerson(_ index: Int, in reading: Reading, sentence: Sentence) -> Bool {
        between(max(sentence.tokens.lowerBound, index - ArticleReading.reachOfSubject), index).contains {
            reading.document.word($0) == "who"
        }
    }

    /// Whether the words between a verb and a name belong to the object: no clause begins, no other verb's preposition.
    private func isObject(_ gap: Range<Int>, in reading: Reading) -> Bool {
        !gap.contains {
            ["after", "before", "while", "when", "who", "which", "and", "but", "to", "by", "on", "from", "at", "in"]
                .contains(
                    reading.document.word($0)
                )
        }
    }
}
