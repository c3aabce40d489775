import DatelineCore

/// A noun phrase that may name a source, with the one in apposition to it.
struct SourcePhrase {
    var main: Range<Int>
    var apposition: Range<Int>?

    /// All its words.
    var tokens: Range<Int> {
        guard let apposition else { return main }
        return min(main.lowerBound, apposition.lowerBound)..<max(main.upperBound, apposition.upperBound)
    }
}

/// Finds noun phrases before and after verbs of saying by the words that bound them.
struct SourcePhraseFinder {
    let document: Document
    let lexicon: SourceLexicon

    /// The phrase that ends before a verb: "Russia's ministry on Sunday ⟨said⟩".
    func subject(before verb: Int, from lower: Int) -> SourcePhrase? {
        let end = SourceTimes(document: document).skipAdverbs(before: verb, from: lower)
        guard end > lower else { return nil }
        switch document.word(end - 1) {
        case ",":
            return apposed(before: end - 1, from: lower)
        case ")":
            guard let open = (lower..<end).last(where: { document.word($0) == "(" }), end - open <= 8 else {
                return nil
            }
            return phrase(endingAt: open, from: lower).map { SourcePhrase(main: $0) }
        case "\"", ";", ":", "–":
            return nil
        default:
            return phrase(endingAt: end, from: lower).map { SourcePhrase(main: $0) }
        }
    }

    /// The phrase that begins at a token: "⟨according to⟩ the mayor, Name Surname, …".
    func object(from start: Int, before upper: Int) -> SourcePhrase? {
        let end = endOfPhrase(from: start, before: upper)
        guard end > start else { return nil }
        var phrase = SourcePhrase(main: start..<end)
        if end + 1 < upper, document.word(end) == ",", !SourceWords.boundaries.contains(document.word(end + 1)) {
            let second = endOfPhrase(from: end + 1, before: upper)
            // An apposition is closed again, and one of the two is a name.
            if second > end + 1, second >= upper || [",", ".", ";", "who", "?"].contains(document.word(second)),
                document.tokens[end + 1].kind == .word, isName(end + 1..<second) != isName(start..<end)
            {
                phrase.apposition = end + 1..<second
            }
        }
        return phrase
    }

    /// The noun phrase that opens the sentence of a verb further on: "⟨The army⟩ shelled the hills, ⟨saying⟩ …".
    func opening(before verb: Int) -> SourcePhrase? {
        var start = document.sentences[document.sentence(ofToken: verb)].tokens.lowerBound
        if SourceWords.prepositions.contains(document.word(start)) {
            guard let comma = between(start, min(start + 12, verb)).first(where: { document.word($0) == "," }) else {
                return nil
            }
            start = comma + 1
        }
        var end = start
        while end < verb, end - start < 12 {
            let word = document.word(end)
            if SourceWords.pronouns.contains(word) { return end == start ? SourcePhrase(main: end..<end + 1) : nil }
            let known =
                lexicon.bodies.match(document, at: end, before: verb)?.tokens.upperBound
                ?? lexicon.titles.match(document, at: end, before: verb)?.tokens.upperBound
                ?? lexicon.speakers.match(document, at: end, before: verb)?.tokens.upperBound
            if let known {
                end = known
            } else if document.tokens[end].isCapitalised || document.tokens[end].kind == .possessive || word == "of"
                || word == "-" || SourceWords.determiners.contains(word) || SourceWords.particles.contains(word)
            {
                end += 1
            } else {
                break
            }
        }
        return end > start && end < verb ? SourcePhrase(main: start..<end) : nil
    }

    /// The phrases of "Name, the function, ⟨said⟩": the part between commas and the part before.
    private func apposed(before comma: Int, from lower: Int) -> SourcePhrase? {
        var index = comma - 1
        while index >= lower, document.word(index) != "," {
            if [";", "\"", ":", "–"].contains(document.word(index)) || comma - index > 30 { return nil }
            index -= 1
        }
        guard index > lower else { return nil }
        let inner = index + 1..<comma
        guard !inner.isEmpty, let main = phrase(endingAt: index, from: lower) else { return nil }
        // "Name, chief of A, the group to which B belongs, spoke": the name opens the sentence.
        if main.lowerBound > lower + 1, document.word(main.lowerBound - 1) == "," {
            let first = lower..<main.lowerBound - 1
            if first.count <= 6, isName(first) { return SourcePhrase(main: first, apposition: main) }
        }
        return SourcePhrase(main: main, apposition: inner)
    }

    /// The noun phrase that ends before a token, cut off at clause words and freed of what opens the sentence.
    private func phrase(endingAt end: Int, from lower: Int) -> Range<Int>? {
        if SourceWords.pronouns.contains(document.word(end - 1)) { return end - 1..<end }
        var start = end
        while start > lower, end - start < 18 {
            let word = document.word(start - 1)
            if SourceWords.auxiliaries.contains(word), start - 2 > lower, document.word(start - 2) == "who" {
                start -= 1
                continue
            }
            if word == "who" {
                // "A man who fled the camp said", "the head, who said": the noun stands before the clause.
                let noun = start > lower + 1 && document.word(start - 2) == "," ? start - 2 : start - 1
                return noun > lower ? phrase(endingAt: noun, from: lower) : nil
            }
            if SourceWords.boundaries.contains(word) || SourceWords.auxiliaries.contains(word) { break }
            // "X said in a report released on Monday": no verb of saying is part of a name.
            if ["said", "says", "told"].contains(word) { break }
            if word == "and" || word == "or", !joinsNames(at: start - 1, from: lower) { break }
            start -= 1
        }
        start = dropOpening(start..<end)
        return start < end ? start..<end : nil
    }

    /// Whether an "and" joins two sources ("residents and the police said") rather than two clauses.
    private func joinsNames(at index: Int, from lower: Int) -> Bool {
        var start = index
        while start > lower, !SourceWords.boundaries.contains(document.word(start - 1)) { start -= 1 }
        guard start < index, index - start <= 6 else { return false }
        let head = start..<index
        return !lexicon.speakers.matches(document, in: head).isEmpty
            || !lexicon.bodies.matches(document, in: head).isEmpty
            || !lexicon.titles.matches(document, in: head).isEmpty
    }

    /// The start without conjunctions, adverbs and a phrase of time or place before the noun phrase.
    private func dropOpening(_ range: Range<Int>) -> Int {
        var start = range.lowerBound
        while start < range.upperBound {
            let word = document.word(start)
            if SourceWords.openers.contains(word) || word.hasSuffix("ly") && !SourceWords.nouns.contains(word) {
                start += 1
            } else if ["this", "last", "next", "that"].contains(word),
                SourceWords.times.contains(document.word(start + 1)), start + 2 < range.upperBound
            {
                start += 2
            } else {
                break
            }
        }
        guard start < range.upperBound, SourceWords.prepositions.contains(document.word(start)) else { return start }
        return startAfterPreposition(start..<range.upperBound)
    }

    private func startAfterPreposition(_ range: Range<Int>) -> Int {
        let last = range.upperBound - 1
        if SourceWords.pronouns.contains(document.word(last)) { return last }
        var start = range.lowerBound + 1
        if document.word(start) == "the" { start += 1 }
        let first = start
        while start < last,
            SourceWords.times.contains(document.word(start)) || document.tokens[start].kind == .number
        {
            start += 1
        }
        if start > first, !SourceWords.prepositions.contains(document.word(start)) { return start }
        let rest = min(range.lowerBound + 2, range.upperBound)..<range.upperBound
        for index in rest.reversed() {
            let before = document.word(index - 1)
            if SourceWords.determiners.contains(document.word(index)), !SourceWords.prepositions.contains(before) {
                return index
            }
        }
        let bound = range.upperBound
        for index in rest where !SourceWords.prepositions.contains(document.word(index - 1)) {
            if lexicon.titles.match(document, at: index, before: bound) != nil
                || lexicon.bodies.match(document, at: index, before: bound) != nil
                || lexicon.speakers.match(document, at: index, before: bound) != nil
            {
                return index
            }
        }
        return range.lowerBound + 1
    }

    private func endOfPhrase(from start: Int, before upper: Int) -> Int {
        let times = SourceTimes(document: document)
        var end = start
        while end < upper, end - start < 18 {
            let word = document.word(end)
            let token = document.tokens[end]
            if SourceWords.boundaries.contains(word) || SourceWords.auxiliaries.contains(word) { break }
            if SourceWords.closers.contains(word), end > start || !SourceWords.pronouns.contains(word) { break }
            if end > start, ["in", "on", "at", "by", "to"].contains(word), times.opensStatement(at: end + 1) { break }
            if end > start, SourceWords.times.contains(word), !token.isCapitalised || word.hasSuffix("day") { break }
            if end > start, token.kind == .word, !token.isCapitalised, isVerb(at: end, before: upper) { break }
            end += 1
        }
        while end > start, ["and", "or", "in", "on", "at", "of", "for"].contains(document.word(end - 1)) { end -= 1 }
        return end
    }

    private func isVerb(at index: Int, before upper: Int) -> Bool {
        lexicon.verbs.match(document, at: index, before: upper) != nil
            && lexicon.speakers.match(document, at: index, before: upper) == nil
    }

    /// Whether a phrase is a person's name: capitals and nothing else but the particles of names.
    private func isName(_ range: Range<Int>) -> Bool {
        range.count <= 7
            && range.allSatisfy {
                let token = document.tokens[$0]
                return token.isCapitalised || token.kind == .punctuation || SourceWords.particles.contains(token.lower)
            }
    }
}
