import DatelineCore

extension CountRecognizer {
    /// Why a number counts nothing: an age, a height, a share, money, a clock time.
    func nonCount(_ number: NumberMention, in document: Document, before end: Int) -> String? {
        let after = number.tokens.upperBound
        let before = number.tokens.lowerBound - 1
        if before >= 0, ["$", "£", "€", "no", "#", "rs", "usd", "aged"].contains(document.word(before)),
            !number.isArticle
        {
            return document.word(before) == "aged" ? "age" : document.word(before) == "no" ? "ordinal" : "money"
        }
        if isAge(number, in: document) { return "age" }
        // "a crew of 23" is how many there were.
        if document.word(before) == "of", before > 0,
            ["crew", "group", "team", "staff", "population", "party", "squad", "garrison"].contains(
                document.word(before - 1)
            )
        {
            return "group-size"
        }
        if document.word(before) == "of", document.word(number.tokens.lowerBound) == "one" { return "group" }
        if number.qualifier == .none, document.word(number.tokens.lowerBound) == "no", number.tokens.count == 1,
            !(after..<min(after + 3, end)).contains(where: { units.match(document, at: $0, before: end) != nil })
        {
            return "none-of-what"
        }
        guard after < end else { return nil }
        // "nine-storey", "4-year-old", "500-pound"
        if document.word(after) == "-", after + 1 < end, !document.tokens[after].spaceBefore {
            if let measure = measures.match(document, at: after + 1, before: end) { return measure.value }
            if units.match(document, at: after + 1, before: end) == nil { return "compound" }
        }
        if let measure = measures.match(document, at: after, before: end) { return measure.value }
        return nil
    }

    /// "a man of 58", "Halyna, 61, said", "aged 40 and 22", "children between five and seven".
    func isAge(_ number: NumberMention, in document: Document) -> Bool {
        let before = number.tokens.lowerBound - 1
        if number.qualifier == .between, before >= 0, document.word(before + 1) == "between",
            let unit = units.match(document, at: before, before: before + 1)?.value
        {
            return unit.kind == .victim
        }
        guard before > 0, let value = number.best, value < 110,
            document.tokens[number.tokens.lowerBound].kind == .number
        else { return false }
        let after = document.word(number.tokens.upperBound)
        if document.word(before) == "of" {
            return units.match(document, at: before - 1, before: before).map {
                $0.value.kind == .victim && !["number", "dead"].contains(document.word(before - 1))
                    && document.word(before - 2).count <= 2
            } ?? false
        }
        if document.word(before) == "and", before > 1, document.word(before - 2) == "aged" { return true }
        return document.word(before) == "," && [",", "."].contains(after) && number.tokens.count == 1
            && document.tokens[before - 1].kind == .word
    }

    /// The noun phrase of a number: up to seven words on, past adjectives, to the last unit noun in a row.
    func phrase(
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
            // "11 of which were missiles"
            if ["were", "was", "are"].contains(document.word(index)), index + 1 < end,
                units.match(document, at: index + 1, before: end) != nil
            {
                index += 1
            }
        }
        var limit = min(end, index + (isPartitive ? 4 : 8))
        var steps = index
        var isAged = false
        while steps < limit {
            // "a 31-year-old teacher", "two 500-pound bombs"
            if document.tokens[steps].kind == .number, document.word(steps + 1) == "-", steps + 2 < end,
                let measure = measures.match(document, at: steps + 2, before: end)
            {
                isAged = isAged || measure.value == "age"
                steps = measure.tokens.upperBound
                limit = min(end, max(limit, steps + 3))
                continue
            }
            if let noun = triggers.first(where: {
                $0.tokens.lowerBound == steps && $0.entry.form == .noun && $0.entry.count != nil
            }) {
                return Phrase(
                    number: number,
                    tokens: number.tokens.lowerBound..<noun.tokens.upperBound,
                    unit: UnitEntry(unit: .person),
                    isPartitive: isPartitive
                )
            }
            // "three anti-ship missiles"
            let isOpposed = document.word(steps - 1) == "-" && document.word(steps - 2) == "anti"
            if !isOpposed, let match = units.match(document, at: steps, before: end) {
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
            // Peoples: "millions of Ukrainians", "36,000 Palestinians".
            if document.tokens[steps].isCapitalised,
                document.word(steps).hasSuffix("ans") || document.word(steps).hasSuffix("is")
            {
                return Phrase(
                    number: number,
                    tokens: number.tokens.lowerBound..<steps + 1,
                    unit: UnitEntry(unit: .person),
                    isPartitive: isPartitive
                )
            }
            let token = document.tokens[steps]
            // "a couple and their daughter"
            if token.lower == "and", number.qualifier == .couple { break }
            let isPlain =
                token.kind == .word
                && (!CountRecognizer.bridge.contains(token.lower) || ["more", "others"].contains(token.lower))
                && !["in", "on", "at", "from", "by", "of", "for", "with", "the", "or", "but"].contains(
                    token.lower
                )
            guard
                isPlain || token.lower == "-" || token.kind == .possessive
                    || token.kind == .number && (steps > index && !number.isArticle || isPartitive)
            else { break }
            // "12 attack drones" are no drones that attack.
            let isOfMunition =
                steps + 1 < end && units.match(document, at: steps + 1, before: end)?.value.kind == .munition
            if !isOfMunition || token.lower.hasSuffix("ed"),
                triggers.contains(where: {
                    $0.tokens.contains(steps)
                        && ($0.entry.takesSubject || $0.entry.form == .noun && $0.entry.count != nil)
                })
            {
                break
            }
            steps += 1
        }
        return Phrase(
            number: number,
            tokens: number.tokens.lowerBound..<(isAged ? steps : max(index, number.tokens.upperBound)),
            // "a 61-year-old was killed"
            unit: isAged ? UnitEntry(unit: .person) : nil,
            isPartitive: isPartitive
        )
    }

    /// Whether a number counts something that no unit names and that is nobody: "killed 40 goats".
    func isOfUnknown(_ phrase: Phrase, in document: Document, triggers: [TriggerMention]) -> Bool {
        guard phrase.unit == nil, !phrase.isPartitive, !phrase.number.isArticle, phrase.number.qualifier != .none else {
            return false
        }
        var last: Int?
        for index in between(phrase.tokens.upperBound, min(document.tokens.count, phrase.tokens.upperBound + 4)) {
            let token = document.tokens[index]
            // "a number of Velian regions"
            if token.isCapitalised, ["an", "ish", "ese"].contains(where: token.lower.hasSuffix) { continue }
            guard token.kind == .word, !token.isCapitalised, !CountRecognizer.bridge.contains(token.lower),
                !token.lower.hasSuffix("ly"), !endsPhrase(index, in: document, before: document.tokens.count),
                !["at", "near", "of", "or", "if", "because"].contains(token.lower),
                !triggers.contains(where: { $0.tokens.contains(index) })
            else { break }
            last = index
        }
        guard let last else { return false }
        return !CountRecognizer.agents.contains { document.tokens[last].lower.hasSuffix($0) }
    }

    /// "a woman and a man", "a father and his son of six": two counted as one.
    func join(_ phrases: [Phrase], in document: Document) -> [Phrase] {
        var joined: [Phrase] = []
        var index = 0
        while index < phrases.count {
            var phrase = phrases[index]
            let isCouple = phrase.unit == nil && phrase.number.qualifier == .couple
            if isCouple || phrase.number.isArticle && phrase.unit?.kind == .victim {
                while let partner = partner(
                    after: phrase,
                    in: document,
                    next: index + 1 < phrases.count ? phrases[index + 1] : nil
                ) {
                    let sum = (phrase.number.low ?? 1) + partner.number
                    (phrase.number.low, phrase.number.best, phrase.number.high) = (sum, sum, sum)
                    phrase.tokens = phrase.tokens.lowerBound..<partner.end
                    phrase.unit = UnitEntry(unit: .person)
                    if partner.usesNext { index += 1 }
                }
            }
            joined.append(phrase)
            index += 1
        }
        return joined
    }

    func partner(after phrase: Phrase, in document: Document, next: Phrase?) -> (end: Int, usesNext: Bool, number: Int)?
    {
        var index = phrase.tokens.upperBound
        // "a man of 33 and a woman of 29"
        if document.word(index) == "of", index + 1 < document.tokens.count, document.tokens[index + 1].kind == .number {
            index += 2
        }
        if document.word(index) == ",", document.tokens.indices.contains(index + 1),
            document.tokens[index + 1].kind == .number
        {
            index += document.word(index + 2) == "," ? 3 : 2
        }
        // "a farmer, his wife and their baby"
        let isListed = document.word(index) == "," && ["his", "her", "their"].contains(document.word(index + 1))
        guard document.word(index) == "and" || isListed else { return nil }
        if let next, next.number.isArticle, next.number.tokens.lowerBound == index + 1, next.unit?.kind == .victim {
            return (next.tokens.upperBound, true, 1)
        }
        guard ["his", "her", "their", "the"].contains(document.word(index + 1)) else { return nil }
        // "a mother and her two sons"
        if let next, next.number.tokens.lowerBound == index + 2, next.unit?.kind == .victim,
            let number = next.number.best
        {
            return (next.tokens.upperBound, true, number)
        }
        for step in between(index + 2, min(index + 10, document.tokens.count)) {
            if let match = units.match(document, at: step, before: document.tokens.count), match.value.kind == .victim {
                return (
                    match.tokens.upperBound, next?.number.tokens.overlaps(index..<match.tokens.upperBound) ?? false, 1
                )
            }
        }
        return nil
    }
}
