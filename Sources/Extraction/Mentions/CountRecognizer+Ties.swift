import DatelineCore

extension CountRecognizer {
    typealias Tie = (trigger: Int, rule: String)

    /// How many counts one verb may have.
    private static let longestList = 16

    func tie(
        _ phrase: Phrase,
        in document: Document,
        sentence: Sentence,
        triggers: [TriggerMention],
        next: Int,
        phrases: [Phrase],
        position: Int,
        earlier: [CountMention]
    ) -> Tie? {
        // "a doctors' group": the noun belongs to another.
        if document.tokens.indices.contains(phrase.tokens.upperBound),
            document.tokens[phrase.tokens.upperBound].kind == .possessive
        {
            // "a child's death"
            return triggers.firstIndex {
                $0.tokens.lowerBound == phrase.tokens.upperBound + 1 && $0.entry.form == .noun && $0.entry.count != nil
            }.map { ($0, "count-of") }
        }
        // "13 injuries", "nine deaths": the noun is the outcome; but "40 wounded people were moved out".
        let own = triggers.firstIndex {
            $0.entry.form == .noun && $0.entry.count != nil && $0.tokens.lowerBound >= phrase.number.tokens.upperBound
                && $0.tokens.upperBound <= phrase.tokens.upperBound
        }
        if let own, triggers[own].tokens.count == 1 { return (own, "count-noun") }
        // "registered 58,000 displaced people"
        let crowd = triggers.firstIndex {
            $0.entry.count == .displaced && $0.rejection == nil && phrase.tokens.contains($0.tokens.lowerBound)
        }
        if let crowd { return (crowd, "count-noun") }
        if let among = among(position, of: phrases, in: document, triggers: triggers) { return (among, "count-among") }
        // "30 of the 41 rockets fired": the participle is of the whole.
        let isOfWhole =
            phrase.isPartitive && position + 1 < phrases.count
            && phrases[position + 1].tokens.upperBound == phrase.tokens.upperBound
        if !isOfWhole,
            let after = after(phrase.tokens.upperBound, in: document, sentence: sentence, triggers: triggers)
        {
            // "one soldier died and another was injured": one more of those counted just before
            let isAnother =
                phrase.unit == nil && document.word(phrase.tokens.lowerBound) == "another" && !earlier.isEmpty
            return (after, isAnother ? "count-another" : "count-passive")
        }
        // "20 dead, including four children and three women"
        if let last = earlier.last, isIncluded(phrase, in: document),
            phrase.unit.map({ $0.kind == last.unit.kind }) ?? true
        {
            return (last.trigger, "count-part")
        }
        // "four of them boys and six of them girls"
        if let last = earlier.last, phrase.isPartitive, phrase.unit.map({ $0.kind == last.unit.kind }) ?? false,
            ["them", "whom"].contains(document.word(phrase.number.tokens.upperBound + 1))
        {
            return (last.trigger, "count-part")
        }
        if let outcome = outcome(of: phrase, in: document, triggers: triggers) { return (outcome, "count-of") }
        if !isDoer(phrase, in: document, triggers: triggers),
            let before = before(
                phrase,
                in: document,
                sentence: sentence,
                triggers: triggers,
                phrases: phrases,
                position: position
            )
        {
            return (before, "count-object")
        }
        // "500 people (100 households)", "2,500 people, or 500 households"
        if let last = earlier.last, last.tokens.upperBound + 2 >= phrase.tokens.lowerBound - 1,
            ["(", "or"].contains(document.word(phrase.tokens.lowerBound - 1))
                || phrase.unit?.unit == .household && document.word(phrase.tokens.lowerBound - 1) == "in"
                    && last.kind == .displaced
        {
            return (last.trigger, "count-pair")
        }
        if let last = earlier.last, last.isPart, document.word(phrase.tokens.lowerBound - 1) == "and",
            last.tokens.upperBound + 1 == phrase.tokens.lowerBound, phrase.unit?.kind == last.unit.kind
        {
            return (last.trigger, "count-part")
        }
        if let total = total(phrase, in: document, sentence: sentence, triggers: triggers) {
            return (total, "count-toll")
        }
        if let figure = figure(phrase, in: document, sentence: sentence, triggers: triggers) {
            return (figure, "count-figure")
        }
        // "a woman of 62 and a man of 40 were hurt", "two nurses and four patients were killed", but "he called 911,
        // and an officer arrived"
        if ["and", ",", "or"].contains(document.word(phrase.tokens.upperBound)), position + 1 < phrases.count,
            phrase.unit != nil || !phrases[position + 1].number.isArticle,
            phrases[position + 1].tokens.lowerBound - phrase.tokens.upperBound <= 3,
            let after = after(
                phrases[position + 1].tokens.upperBound,
                in: document,
                sentence: sentence,
                triggers: triggers
            )
        {
            return (after, "count-passive")
        }
        if !isDoer(phrase, in: document, triggers: triggers),
            let shared = coordinated(phrase, in: document, triggers: triggers, earlier: earlier)
        {
            return (shared, "count-coordinated")
        }
        if let far = far(phrase, in: document, sentence: sentence, triggers: triggers, next: next) {
            return (far, "count-clause")
        }
        return own.map { ($0, "count-noun") }
    }

    /// Whether what is counted does something itself: "…, and a shell wounded a man".
    func isDoer(_ phrase: Phrase, in document: Document, triggers: [TriggerMention]) -> Bool {
        let end = phrase.tokens.upperBound
        return triggers.contains {
            $0.tokens.lowerBound == end && $0.entry.form == .both && isNumber(document, at: $0.tokens.upperBound)
        }
    }

    /// Whether "including" or "among them" stands before a number.
    func isIncluded(_ phrase: Phrase, in document: Document) -> Bool {
        let before = phrase.tokens.lowerBound
        if (1...2).contains(where: { ["including", "incl"].contains(document.word(before - $0)) }) { return true }
        return document.word(before - 1) == "them" && document.word(before - 2) == "among"
    }

    /// "two women and a boy were among the wounded", "among the dead were three children".
    func among(_ position: Int, of phrases: [Phrase], in document: Document, triggers: [TriggerMention]) -> Int? {
        let start = phrases[position].tokens.lowerBound
        var last = position
        while last + 1 < phrases.count,
            [",", "and"].contains(document.word(phrases[last].tokens.upperBound)),
            phrases[last + 1].tokens.lowerBound - phrases[last].tokens.upperBound <= 2
        {
            last += 1
        }
        let end = phrases[last].tokens.upperBound
        return triggers.firstIndex {
            let tokens = $0.tokens
            guard $0.entry.count != nil, document.word(tokens.lowerBound) == "among" else { return false }
            return tokens.lowerBound == end || tokens.lowerBound == end + 1 && isBeing(document.word(end))
                || tokens.upperBound + 1 == start && isBeing(document.word(start - 1))
        }
    }

    private func isBeing(_ word: Word) -> Bool { ["was", "were", "is", "are"].contains(word) }

    /// The passive or intransitive right after a noun phrase, past auxiliaries and one apposition.
    func after(_ start: Int, in document: Document, sentence: Sentence, triggers: [TriggerMention]) -> Int? {
        var index = start
        var steps = 0
        while index < sentence.tokens.upperBound, steps < 9 {
            if let found = triggers.firstIndex(where: {
                $0.tokens.lowerBound == index && $0.entry.count != nil && $0.entry.takesSubject
            }) {
                // "troops killed 12", "a man who killed 12": an active verb with an object of its own, unless the noun
                // is what is killed.
                let isActive =
                    triggers[found].entry.takesObject
                    && between(start, index).allSatisfy {
                        ["have", "had", "has", "also", "who", "that", "which"].contains(document.word($0))
                    }
                    && isNumber(document, at: triggers[found].tokens.upperBound)
                return isActive ? nil : found
            }
            let word = document.word(index)
            if word == "," || word == "(" || isDash(index, in: document) {
                guard steps == 0,
                    let close = close(of: word, from: index, in: document, before: sentence.tokens.upperBound)
                else { return nil }
                index = close + 1
                steps += 1
                // "…, one of them a policeman, 31, were shot"
                if document.tokens.indices.contains(index), document.tokens[index].kind == .number,
                    document.word(index + 1) == ","
                {
                    index += 2
                }
                continue
            }
            if word == "including", steps == 0 {
                // "11 people including six civilians have been killed"
                let end = min(sentence.tokens.upperBound, index + 9)
                guard
                    let verb = (index..<end).first(where: {
                        ["were", "was", "have", "had", "are"].contains(document.word($0))
                    })
                else { return nil }
                index = verb
                continue
            }
            if word == "of", steps == 0 {
                // "six members of a family …", "a soldier of the army …"
                index += 1
                while index < sentence.tokens.upperBound, index - start < 8,
                    document.tokens[index].isCapitalised || document.tokens[index].kind == .number
                        || ["the", "a", "an", "one", "family", "his", "her", "same", "local", "-"].contains(
                            document.word(index)
                        )
                {
                    index += 1
                }
                guard index - start > 1 else { return nil }
                continue
            }
            guard CountRecognizer.bridge.contains(word) || word == "\"" else { return nil }
            index += 1
            steps += 1
        }
        return nil
    }

    func isNumber(_ document: Document, at index: Int) -> Bool {
        guard document.tokens.indices.contains(index) else { return false }
        if document.word(index) == "at" { return ["least", "most"].contains(document.word(index + 1)) }
        return document.tokens[index].kind == .number
            || [
                "more", "a", "an", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "dozens",
                "several", "some", "about", "hundreds",
            ].contains(document.word(index))
    }

    /// The end of an apposition: the next mark of the same kind within fourteen tokens.
    func close(of mark: Word, from index: Int, in document: Document, before end: Int) -> Int? {
        let closing: Word = mark == "(" ? ")" : mark
        return (index + 1..<max(index + 1, min(index + 15, end))).first {
            document.word($0) == closing && (mark != "-" || isDash($0, in: document))
        }
    }

    /// A dash, or a hyphen between spaces, as agencies write it.
    private func isDash(_ index: Int, in document: Document) -> Bool {
        let word = document.word(index)
        return word == "–"
            || word == "-" && document.tokens.indices.contains(index + 1) && document.tokens[index].spaceBefore
                && document.tokens[index + 1].spaceBefore
    }

    /// The active verb before a noun phrase: "killing at least seven people", "launched 57 drones and four missiles".
    func before(
        _ phrase: Phrase,
        in document: Document,
        sentence: Sentence,
        triggers: [TriggerMention],
        phrases: [Phrase],
        position: Int
    ) -> Int? {
        var index = phrase.tokens.lowerBound - 1
        var steps = 0
        var hops = 0
        if ["the", "of"].contains(document.word(index)), position > 0, phrases[position - 1].tokens.upperBound >= index
        {
            return nil
        }
        while index >= sentence.tokens.lowerBound, steps < 7 {
            if let found = triggers.firstIndex(where: { $0.tokens.contains(index) && $0.entry.form != .toll }) {
                let entry = triggers[found].entry
                guard entry.count != nil, entry.count != .hit, entry.takesObject else { return nil }
                if entry.form == .both,
                    isPassive(triggers[found].tokens.lowerBound, in: document, from: sentence.tokens.lowerBound)
                {
                    return nil
                }
                return found
            }
            // Coordination: past an earlier phrase of the same verb.
            let window = max(0, position - CountRecognizer.longestList)..<position
            if let earlier = phrases[window].last(where: { $0.tokens.contains(index) }) {
                hops += 1
                guard hops < CountRecognizer.longestList,
                    ["and", ",", "or", "as"].contains(document.word(earlier.tokens.upperBound))
                        || index == earlier.tokens.upperBound - 1
                else { return nil }
                if hasVerb(earlier.tokens.upperBound + 1, in: document) { return nil }
                index = earlier.tokens.lowerBound - 1
                steps = min(steps, 5)
                continue
            }
            let word = document.word(index)
            // A quotation that begins with the number goes on with the verb before it.
            if [";", ":", ".", "–"].contains(word) || word == "\"" && index + 1 < phrase.tokens.lowerBound {
                return nil
            }
            if [
                "who", "which", "when", "while", "after", "before", "that", "said", "where", "in", "at", "near", "from",
            ].contains(word) {
                return nil
            }
            index -= 1
            steps += 1
        }
        return nil
    }

    /// Whether a verb of its own follows the conjunction: "killed two people and took away 51".
    private func hasVerb(_ index: Int, in document: Document) -> Bool {
        ["away", "off", "out", "back"].contains(document.word(index + 1))
    }

    func isPassive(_ index: Int, in document: Document, from start: Int) -> Bool {
        for step in 1...4 where index - step >= start {
            let word = document.word(index - step)
            if ["was", "were", "been", "is", "are", "being", "be"].contains(word) { return true }
            let isAdverb =
                word.hasSuffix("ly") || ["also", "then", "all", "later", "since", "already", "\""].contains(word)
            if !isAdverb { return false }
        }
        return false
    }

    /// "nine drones … in one region, as well as six in others": the verb of the number before.
    func coordinated(
        _ phrase: Phrase,
        in document: Document,
        triggers: [TriggerMention],
        earlier: [CountMention]
    ) -> Int? {
        guard let last = earlier.last, last.rule == "count-object" || last.rule == "count-coordinated",
            ["and", "as", "plus"].contains(document.word(phrase.tokens.lowerBound - 1)),
            phrase.unit?.kind == last.unit.kind,
            !triggers.contains(where: {
                $0.entry.count != nil && $0.tokens.lowerBound >= last.tokens.upperBound
                    && $0.tokens.upperBound <= phrase.tokens.lowerBound
            })
        else { return nil }
        return last.trigger
    }

    /// The passive later in the clause, with no other number or active verb between.
    func far(
        _ phrase: Phrase,
        in document: Document,
        sentence: Sentence,
        triggers: [TriggerMention],
        next: Int
    ) -> Int? {
        guard phrase.unit != nil else { return nil }
        for index in phrase.tokens
            .upperBound..<max(
                phrase.tokens.upperBound,
                min(next, phrase.tokens.upperBound + (phrase.number.isArticle ? 7 : 12))
            )
        {
            if [";", ":", ".", "–"].contains(document.word(index)) { return nil }
            guard let found = triggers.firstIndex(where: { $0.tokens.lowerBound == index }) else { continue }
            let entry = triggers[found].entry
            guard entry.count != nil, entry.takesSubject else { return nil }
            let isPassive =
                isPassive(index, in: document, from: sentence.tokens.lowerBound)
                || isReduced(triggers[found], in: document)
            return isPassive || entry.form == .intransitive ? found : nil
        }
        return nil
    }

    /// A participle whose object is missing: "launched by militias", "fired from the hills".
    func isReduced(_ trigger: TriggerMention, in document: Document) -> Bool {
        let end = trigger.tokens.upperBound
        // "have killed at least 12"
        if document.word(end) == "at", ["least", "most"].contains(document.word(end + 1)) { return false }
        return ["by", "from", "at", "toward", "towards", "against"].contains(document.word(end))
    }
}
