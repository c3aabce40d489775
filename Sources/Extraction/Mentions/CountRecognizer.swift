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

    /// A number and the noun phrase that it heads.
    private struct Phrase {
        var number: NumberMention
        var tokens: Range<Int>
        var unit: UnitEntry?
        var isPartitive: Bool
        /// Two articles joined ("a woman and a man") count as one phrase of two.
        var isJoined = false
    }

    /// Words that may stand between a noun and its passive.
    private static let bridge: Set<String> = [
        "were", "was", "have", "had", "has", "been", "are", "is", "being", "be", "who", "which", "that", "also",
        "reportedly",
        "slightly", "lightly", "seriously", "critically", "severely", "badly", "later", "since", "got", "now", "known",
        "to",
        "feared", "believed", "confirmed", "said", "still", "either", "all", "reported", "others", "more", "people",
        "allegedly",
        "mortally", "mildly", "moderately", "both", "himself", "presumed", "subsequently", "already", "left", "newly",
        "have", "internally", "were", "forcibly", "gravely", "fatally", "successfully", "safely", "likely", "may",
        "listed", "as",
    ]

    func mentions(
        in document: Document,
        sentence: Sentence,
        numbers: [NumberMention],
        triggers: [TriggerMention],
        dates: [Range<Int>]
    ) -> (counts: [CountMention], rejections: [(tokens: Range<Int>, reason: String)]) {
        var rejections: [(tokens: Range<Int>, reason: String)] = []
        var phrases: [Phrase] = []
        for number in numbers where !dates.contains(where: { $0.overlaps(number.tokens) }) {
            if let reason = nonCount(number, in: document, before: sentence.tokens.upperBound) {
                rejections.append((number.tokens, reason))
            } else {
                phrases.append(phrase(of: number, in: document, before: sentence.tokens.upperBound, triggers: triggers))
            }
        }
        phrases = join(phrases, in: document)
        var counts: [CountMention] = []
        for (position, phrase) in phrases.enumerated() {
            let next =
                position + 1 < phrases.count ? phrases[position + 1].tokens.lowerBound : sentence.tokens.upperBound
            let previous = position > 0 ? phrases[position - 1].tokens.upperBound : sentence.tokens.lowerBound
            guard
                let tie = tie(
                    phrase,
                    in: document,
                    sentence: sentence,
                    triggers: triggers,
                    previous: previous,
                    next: next,
                    phrases: phrases,
                    position: position,
                    earlier: counts
                )
            else { continue }
            guard let count = count(phrase, tie, triggers: triggers, earlier: counts) else { continue }
            counts.append(count)
        }
        return (counts, rejections)
    }

    // MARK: - Phrases

    /// Why a number counts nothing: an age, a height, a share, money, a clock time.
    private func nonCount(_ number: NumberMention, in document: Document, before end: Int) -> String? {
        let after = number.tokens.upperBound
        let before = number.tokens.lowerBound - 1
        if before >= 0, ["$", "£", "€", "no", "#", "rs", "usd", "aged"].contains(document.word(before)),
            !number.isArticle
        {
            return document.word(before) == "aged" ? "age" : document.word(before) == "no" ? "ordinal" : "money"
        }
        if isAge(number, in: document) { return "age" }
        if document.word(before) == "of", document.word(number.tokens.lowerBound) == "one" { return "group" }
        guard after < end else { return nil }
        let word = document.word(after)
        if word == "-", after + 1 < end {
            let unit = document.word(after + 1)
            if ["year", "month", "week", "day", "hour", "minute"].contains(unit) { return "age-or-duration" }
            if ["storey", "story", "floor", "stories", "bed", "seat", "point"].contains(unit) { return "storeys" }
        }
        if [
            "year", "years", "month", "months", "day", "days", "week", "weeks", "hours", "hour", "minutes", "minute",
            "decades", "decade", "seconds",
        ].contains(word) {
            return "duration"
        }
        if [
            "km", "kilometers", "kilometres", "kilometer", "kilometre", "miles", "mile", "metres", "meters", "m",
            "nautical", "feet", "metre", "acres", "hectares", "paces",
        ].contains(word) {
            return "distance"
        }
        if ["per", "%", "percent", "percentage"].contains(word) { return "share" }
        if [
            "tonnes", "tons", "kg", "kilograms", "barrels", "litres", "dwt", "pounds", "dollars", "euros", "rupees",
            "francs", "pesos", "mm", "shillings", "degrees",
        ].contains(word) {
            return "measure"
        }
        if ["am", "pm", "a.m.", "p.m.", "gmt", "bst", "th", "st", "nd", "rd"].contains(word) {
            return "time-or-ordinal"
        }
        return nil
    }

    /// "a man of 58", "Halyna, 61, said", "aged 40 and 22".
    private func isAge(_ number: NumberMention, in document: Document) -> Bool {
        let before = number.tokens.lowerBound - 1
        guard before > 0, let value = number.best, value < 110, document.tokens[number.tokens.lowerBound].kind == .number else { return false }
        let after = document.word(number.tokens.upperBound)
        if document.word(before) == "of" {
            return units.match(document, at: before - 1, before: before).map { $0.value.kind == .victim && !["number", "dead"].contains(document.word(before - 1)) && document.word(before - 2).count <= 2 } ?? false
        }
        if document.word(before) == "and", before > 1, document.word(before - 2) == "aged" { return true }
        return document.word(before) == "," && [",", "."].contains(after) && number.tokens.count == 1 && document.tokens[before - 1].kind == .word
    }

    /// The noun phrase of a number: up to seven words on, past adjectives, to the last unit noun in a row.
    private func phrase(
        of number: NumberMention,
        in document: Document,
        before end: Int,
        triggers: [TriggerMention]
    ) -> Phrase {
        var index = number.tokens.upperBound
        var isPartitive = false
        if document.word(index) == "of", index + 1 < end,
            ["them", "whom", "which", "those", "these", "the", "its", "his", "their", "her"].contains(
                document.word(index + 1)
            )
        {
            isPartitive = true
            index += 2
        }
        let limit = min(end, index + (isPartitive ? 4 : 8))
        var steps = index
        while steps < limit {
            if let noun = triggers.first(where: { $0.tokens.lowerBound == steps && $0.entry.form == .noun && $0.entry.count != nil }) {
                return Phrase(
                    number: number, tokens: number.tokens.lowerBound..<noun.tokens.upperBound, unit: UnitEntry(unit: .person),
                    isPartitive: isPartitive)
            }
            if let match = units.match(document, at: steps, before: end) {
                var last = match
                while last.tokens.upperBound < end,
                    let more = units.match(document, at: last.tokens.upperBound, before: end)
                {
                    last = more
                }
                return Phrase(
                    number: number,
                    tokens: number.tokens.lowerBound..<last.tokens.upperBound,
                    unit: last.value,
                    isPartitive: isPartitive
                )
            }
            let token = document.tokens[steps]
            let isPlain =
                token.kind == .word && !CountRecognizer.bridge.contains(token.lower)
                && !["in", "on", "at", "from", "by", "of", "for", "with", "the", "or", "but"].contains(
                    token.lower
                )
            guard isPlain || token.lower == "-" || token.kind == .possessive || token.kind == .number && (steps > index || isPartitive)
            else { break }
            if triggers.contains(where: {
                $0.tokens.contains(steps) && ($0.entry.takesSubject || $0.entry.form == .noun && $0.entry.count != nil)
            }) {
                break
            }
            steps += 1
        }
        return Phrase(
            number: number,
            tokens: number.tokens.lowerBound..<max(index, number.tokens.upperBound),
            unit: nil,
            isPartitive: isPartitive
        )
    }

    /// "a woman and a man", "a father and his 4-year-old son": two counted as one.
    private func join(_ phrases: [Phrase], in document: Document) -> [Phrase] {
        var joined: [Phrase] = []
        var index = 0
        while index < phrases.count {
            var phrase = phrases[index]
            if phrase.number.isArticle, let unit = phrase.unit, unit.kind == .victim {
                while let partner = partner(
                    after: phrase,
                    in: document,
                    next: index + 1 < phrases.count ? phrases[index + 1] : nil
                ) {
                    let sum = (phrase.number.low ?? 1) + 1
                    (phrase.number.low, phrase.number.best, phrase.number.high) = (sum, sum, sum)
                    phrase.tokens = phrase.tokens.lowerBound..<partner.end
                    phrase.unit = UnitEntry(unit: .person)
                    phrase.isJoined = true
                    if partner.usesNext { index += 1 }
                }
            }
            joined.append(phrase)
            index += 1
        }
        return joined
    }

    private func partner(after phrase: Phrase, in document: Document, next: Phrase?) -> (end: Int, usesNext: Bool)? {
        var index = phrase.tokens.upperBound
        // "a man of 58 and a woman of 71"
        if document.word(index) == "of", index + 1 < document.tokens.count, document.tokens[index + 1].kind == .number {
            index += 2
        }
        if document.word(index) == ",", document.tokens.indices.contains(index + 1),
            document.tokens[index + 1].kind == .number
        {
            index += document.word(index + 2) == "," ? 3 : 2
        }
        guard document.word(index) == "and" else { return nil }
        if let next, next.number.isArticle, next.number.tokens.lowerBound == index + 1, next.unit?.kind == .victim {
            return (next.tokens.upperBound, true)
        }
        guard ["his", "her", "their"].contains(document.word(index + 1)) else { return nil }
        for step in between(index + 2, min(index + 10, document.tokens.count)) {
            if let match = units.match(document, at: step, before: document.tokens.count), match.value.kind == .victim {
                return (match.tokens.upperBound, next?.number.tokens.overlaps(index..<match.tokens.upperBound) ?? false)
            }
        }
        return nil
    }

    // MARK: - Ties

    private typealias Tie = (trigger: Int, rule: String)

    private func tie(
        _ phrase: Phrase,
        in document: Document,
        sentence: Sentence,
        triggers: [TriggerMention],
        previous: Int,
        next: Int,
        phrases: [Phrase],
        position: Int,
        earlier: [CountMention]
    ) -> Tie? {
        // "13 injuries", "nine deaths": the noun is the outcome.
        if let own = triggers.firstIndex(where: {
            $0.entry.form == .noun && $0.entry.count != nil && $0.tokens.lowerBound >= phrase.number.tokens.upperBound
                && $0.tokens.upperBound <= phrase.tokens.upperBound
        }) {
            return (own, "count-noun")
        }
        if let after = after(phrase.tokens.upperBound, in: document, sentence: sentence, triggers: triggers) {
            return (after, "count-passive")
        }
        if let before = before(
            phrase,
            in: document,
            sentence: sentence,
            triggers: triggers,
            phrases: phrases,
            position: position
        ) {
            return (before, "count-object")
        }
        // "500 people (100 households)", "40,615 people, or 8,123 households"
        if let last = earlier.last, last.tokens.upperBound + 2 >= phrase.tokens.lowerBound - 1,
            ["(", "or"].contains(document.word(phrase.tokens.lowerBound - 1))
        {
            return (last.trigger, "count-pair")
        }
        if let total = total(phrase, in: document, sentence: sentence, triggers: triggers) {
            return (total, "count-toll")
        }
        // "a woman of 62 and a man of 40 were hurt", "five women and three children were killed"
        if ["and", ",", "or"].contains(document.word(phrase.tokens.upperBound)), position + 1 < phrases.count,
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
        return far(phrase, in: document, sentence: sentence, triggers: triggers, next: next).map { ($0, "count-clause") }
    }

    /// The passive or intransitive right after a noun phrase, past auxiliaries and one apposition.
    private func after(_ start: Int, in document: Document, sentence: Sentence, triggers: [TriggerMention]) -> Int? {
        var index = start
        var steps = 0
        while index < sentence.tokens.upperBound, steps < 9 {
            if let found = triggers.firstIndex(where: {
                $0.tokens.lowerBound == index && $0.entry.count != nil && $0.entry.takesSubject
            }) {
                // "troops killed 12": an active verb with an object of its own, unless the noun is what is killed.
                let isActive =
                    triggers[found].entry.takesObject && steps == 0
                    && isNumber(document, at: triggers[found].tokens.upperBound)
                return isActive ? nil : found
            }
            let word = document.word(index)
            if word == "," || word == "(" || word == "–" {
                guard steps == 0,
                    let close = close(of: word, from: index, in: document, before: sentence.tokens.upperBound)
                else { return nil }
                index = close + 1
                steps += 1
                continue
            }
            if word == "of", steps == 0 {
                // "five members of one family …", "a soldier of the army …"
                index += 1
                while index < sentence.tokens.upperBound, index - start < 8,
                    document.tokens[index].isCapitalised || document.tokens[index].kind == .number
                        || ["the", "a", "an", "one", "family", "his", "her", "same", "local", "-"].contains(document.word(index))
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

    private func isNumber(_ document: Document, at index: Int) -> Bool {
        guard document.tokens.indices.contains(index) else { return false }
        return document.tokens[index].kind == .number
            || [
                "at", "more", "a", "an", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
                "dozens", "several", "some", "about", "hundreds",
            ].contains(document.word(index))
    }

    /// The end of an apposition: the next mark of the same kind within fourteen tokens.
    private func close(of mark: String, from index: Int, in document: Document, before end: Int) -> Int? {
        let closing = mark == "(" ? ")" : mark
        return (index + 1..<max(index + 1, min(index + 15, end))).first { document.word($0) == closing }
    }

    /// The active verb before a noun phrase: "killing at least 33 people", "launched 57 drones and four missiles".
    private func before(
        _ phrase: Phrase,
        in document: Document,
        sentence: Sentence,
        triggers: [TriggerMention],
        phrases: [Phrase],
        position: Int
    ) -> Int? {
        var index = phrase.tokens.lowerBound - 1
        var steps = 0
        if ["the", "of"].contains(document.word(index)), position > 0, phrases[position - 1].tokens.upperBound >= index { return nil }
        while index >= sentence.tokens.lowerBound, steps < 7 {
            if let found = triggers.firstIndex(where: { $0.tokens.contains(index) }) {
                let entry = triggers[found].entry
                guard entry.count != nil, entry.takesObject else { return nil }
                if entry.form == .both,
                    isPassive(triggers[found].tokens.lowerBound, in: document, from: sentence.tokens.lowerBound)
                {
                    return nil
                }
                return found
            }
            // Coordination: past an earlier phrase of the same verb.
            if position > 0, let earlier = phrases[..<position].last(where: { $0.tokens.contains(index) }) {
                guard
                    ["and", ",", "or", "as"].contains(document.word(earlier.tokens.upperBound))
                        || index == earlier.tokens.upperBound - 1
                else { return nil }
                index = earlier.tokens.lowerBound - 1
                steps = min(steps, 5)
                continue
            }
            let word = document.word(index)
            if [";", ":", ".", "–", "\""].contains(word) { return nil }
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

    private func isPassive(_ index: Int, in document: Document, from start: Int) -> Bool {
        for step in 1...4 where index - step >= start {
            let word = document.word(index - step)
            if ["was", "were", "been", "is", "are", "being", "be"].contains(word) { return true }
            if ![
                "also", "reportedly", "successfully", "then", "slightly", "seriously", "lightly", "all", "being",
                "later", "since", "subsequently", "already",
            ].contains(word) {
                return false
            }
        }
        return false
    }

    /// "put the number of injured at four", "the toll rose to 40", "the dead at more than 100".
    private func total(_ phrase: Phrase, in document: Document, sentence: Sentence, triggers: [TriggerMention]) -> Int?
    {
        let index = phrase.tokens.lowerBound - 1
        guard index > sentence.tokens.lowerBound,
            ["at", "to", "was", "is", "of", "stood", "exceeded", "reached", "stands", "and", "be"].contains(
                document.word(index)
            )
        else {
            return nil
        }
        let isRise = (1...4).contains { ["climbed", "rose", "risen", "increased", "jumped", "from", "grown"].contains(document.word(index - $0)) }
        return triggers.indices.last { position in
            let trigger = triggers[position]
            let isNamed =
                trigger.entry.count != nil
                && (trigger.entry.form == .noun || trigger.entry.form == .participle || trigger.entry.form == .both)
            return isNamed && trigger.tokens.upperBound <= index && index - trigger.tokens.upperBound <= (isRise ? 30 : 12)
                && isHeaded(trigger.tokens.lowerBound, in: document, from: sentence.tokens.lowerBound)
        }
    }

    /// Whether "number of", "toll", "figure" or "the" makes a noun of the trigger.
    private func isHeaded(_ index: Int, in document: Document, from start: Int) -> Bool {
        (1...6).contains {
            index - $0 >= start
                && ["number", "toll", "figure", "count", "total", "dead", "tally"].contains(document.word(index - $0))
        }
            || index > start && ["the", "of"].contains(document.word(index - 1))
    }

    /// The passive later in the clause, with no other number or active verb between.
    private func far(
        _ phrase: Phrase,
        in document: Document,
        sentence: Sentence,
        triggers: [TriggerMention],
        next: Int
    ) -> Int? {
        guard phrase.unit != nil else { return nil }
        for index in phrase.tokens.upperBound..<max(phrase.tokens.upperBound, min(next, phrase.tokens.upperBound + (phrase.number.isArticle ? 7 : 12)))
        {
            if [";", ":", ".", "–"].contains(document.word(index)) { return nil }
            guard let found = triggers.firstIndex(where: { $0.tokens.lowerBound == index }) else { continue }
            let entry = triggers[found].entry
            guard entry.count != nil, entry.takesSubject else { return nil }
            let isPassive = isPassive(index, in: document, from: sentence.tokens.lowerBound)
            return isPassive || entry.form == .intransitive ? found : nil
        }
        return nil
    }

    private func count(
        _ phrase: Phrase,
        _ tie: Tie,
        triggers: [TriggerMention],
        earlier: [CountMention]
    ) -> CountMention? {
        guard let kind = triggers[tie.trigger].entry.count else { return nil }
        let munitions: Set<CountKind> = [.launched, .intercepted, .hit, .jammed, .missed, .fateUnknown]
        let unit: UnitEntry
        if let named = phrase.unit {
            unit = named
        } else if phrase.isPartitive || phrase.number.tokens.lowerBound > 0,
            let last = earlier.last(where: { munitions.contains($0.kind) == munitions.contains(kind) })
        {
            unit = last.unit
        } else if munitions.contains(kind) {
            return nil
        } else {
            unit = UnitEntry(unit: .person)
        }
        guard munitions.contains(kind) == (unit.kind == .munition) else { return nil }
        if unit.kind == .thing || unit.kind == .act { return nil }
        if phrase.number.isArticle, phrase.unit == nil { return nil }
        let isPart = phrase.isPartitive && earlier.last.map { $0.kind == kind } ?? false
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
}
