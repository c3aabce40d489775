import DatelineCore
import Gazetteer

/// Finds place names: those of the gazetteer, and unknown ones that a preposition or a feature word makes places.
struct PlaceRecognizer: Sendable {
    let gazetteer: Gazetteer
    let placeWords: PhraseTable<PlaceWordEntry>
    let prepositions: PhraseTable<PlaceRole>

    /// Names in one sentence, outside the tokens that belong to dates, sources, actors and weapons.
    func mentions(in document: Document, sentence: Sentence, taken: [Range<Int>]) -> [PlaceMention] {
        var found: [PlaceMention] = []
        var index = sentence.tokens.lowerBound
        while index < sentence.tokens.upperBound {
            if let block = taken.first(where: { $0.contains(index) }) {
                index = max(block.upperBound, index + 1)
                continue
            }
            let word = document.word(index)
            if PlaceRecognizer.isPointer(word), let mention = anaphor(in: document, at: index, sentence: sentence) {
                found.append(mention)
                index = mention.tokens.upperBound
                continue
            }
            if beginsName(document, at: index, before: sentence.tokens.upperBound),
                var mention = name(in: document, at: index, sentence: sentence, taken: taken)
            {
                describe(&mention, in: document, sentence: sentence)
                if isPlausible(mention, in: document, sentence: sentence) {
                    link(&mention, to: found, in: document)
                    found.append(mention)
                    index = max(mention.tokens.upperBound, index + 1)
                    continue
                }
            }
            index += 1
        }
        return found
    }

    // MARK: - Names

    /// A name that begins at a token and ends before the next taken one.
    private func name(in document: Document, at index: Int, sentence: Sentence, taken: [Range<Int>]) -> PlaceMention? {
        var limit = sentence.tokens.upperBound
        for block in taken where block.lowerBound > index { limit = min(limit, block.lowerBound) }
        return site(in: document, at: index, before: limit) ?? known(in: document, at: index, before: limit)
            ?? unknown(in: document, at: index, sentence: sentence, before: limit)
    }

    /// The longest gazetteer name that begins here.
    private func known(in document: Document, at index: Int, before end: Int) -> PlaceMention? {
        guard beginsName(document, at: index, before: end) else { return nil }
        let longest = gazetteer.longestName(startingWithHash: document.nameHash(of: document.tokens[index]))
        guard longest > 0 else { return nil }
        var key = NameHash()
        var best: (end: Int, matches: [NameMatch])?
        var words = 0
        var position = index
        var hasCapital = false
        while position < end, words < longest {
            let token = document.tokens[position]
            if token.kind == .punctuation {
                guard token.lower == "-", position > index, !token.spaceBefore else { break }
                position += 1
                continue
            }
            if token.kind == .possessive {
                // "Donetsk People's Republic"
                guard words > 1, position + 1 < end, document.tokens[position + 1].isCapitalised else { break }
                key.append(UInt8(ascii: "s"))
                position += 1
                continue
            }
            if words > 0 { key.append(UInt8(ascii: " ")) }
            document.appendName(token, to: &key)
            words += 1
            position += 1
            hasCapital = hasCapital || token.isCapitalised
            guard hasCapital else { continue }
            let last = token.isCapitalised || token.kind == .number || words > 1 && document.word(position - 2) == "-"
            guard last else { continue }
            let isCapitals = (index..<position).allSatisfy {
                document.tokens[$0].isAllCapitals || document.hasStop($0)
                    || document.tokens[$0].kind == .punctuation
            }
            // "UN", "IDF": short capitals among small letters are an abbreviation, not a village of that name.
            let isAbbreviation =
                words == 1 && token.isAllCapitals && token.range.count <= 3
                && !(document.tokens.indices.contains(position) && document.tokens[position].isAllCapitals)
            let matches = gazetteer.matches(ofHash: key).filter { $0.requiresCapitals ? isCapitals : !isAbbreviation }
            if !matches.isEmpty { best = (position, matches) }
        }
        guard let best, best.end > index + 1 || !PlaceRecognizer.articles.contains(document.word(index)) else {
            return nil
        }
        let mention = PlaceMention(tokens: index..<best.end, name: index..<best.end, candidates: best.matches)
        return isPart(mention, in: document, before: end) ? nil : mention
    }

    /// "Puerto Jordán", "Bir al-Abed": the first word of a longer name that the gazetteer lacks is no place itself.
    private func isPart(_ mention: PlaceMention, in document: Document, before end: Int) -> Bool {
        let next = mention.name.upperBound
        guard (mention.candidates.first?.score ?? 0) < 0.6, next < end,
            feature(after: next, in: document, before: end) == nil
        else { return false }
        return endOfRun(from: mention.name.lowerBound, in: document, before: end) > next
    }

    private func beginsName(_ document: Document, at index: Int, before end: Int) -> Bool {
        let token = document.tokens[index]
        guard token.kind == .word else { return false }
        let next = index + 1 < end ? document.tokens[index + 1] : nil
        let isBeside = next.map { $0.isCapitalised || $0.lower == "-" } ?? false
        guard token.isCapitalised || isBeside else { return false }
        let isArticle = PlaceRecognizer.articles.contains(token.lower)
        if token.isCapitalised, !isArticle { return true }
        // "al-Mawasi", "Al Mayadin", "southern Gaza"
        guard let next, isBeside else { return false }
        if PlaceRecognizer.directions.contains(token.lower) || isArticle && token.isCapitalised {
            return true
        }
        return isArticle && next.lower == "-" && index + 2 < end && document.tokens[index + 2].isCapitalised
    }

    /// Articles that begin names from Arabic; alone they are none.
    private static let articles: WordSet = ["al", "el", "ash", "as", "an", "ar", "az", "at", "ad"]
    /// Articles inside names.
    private static let particles: WordSet = ["al", "el", "de", "ash", "an", "ar", "as"]
    /// Units of the length of a way.
    private static let lengths: WordSet = [
        "km", "kilometres", "kilometers", "miles", "kilometer", "kilometre", "metres", "meters",
    ]
    /// Words between a preposition and a name.
    private static let besideNames: WordSet = [
        "the", "other", "central", "northern", "southern", "eastern", "western", "north", "south", "east", "west",
        "occupied", "neighbouring", "neighboring", "nearby", "city", "area", "capital", "town", "village", "villages",
        "port", "besieged", "a", "its", "border", "districts", "region", "several", "northeastern", "northwestern",
        "southeastern", "southwestern", "province", "provinces", "regions", "towns",
    ]
    /// Directions that begin names of parts ("southern Gaza") where the gazetteer has them.
    private static let directions: WordSet = [
        "central", "northern", "southern", "eastern", "western", "north", "south", "east", "west",
    ]

    /// "al-Rashid school", "Al-Dhafra air base": a run of names right before the word for a site is one name.
    private func site(in document: Document, at index: Int, before end: Int) -> PlaceMention? {
        guard beginsName(document, at: index, before: end) else { return nil }
        let position = endOfRun(from: index, in: document, before: end)
        guard position > index, let feature = feature(after: position, in: document, before: end),
            feature.level == .site
        else { return nil }
        let known = known(in: document, at: index, before: end)
        guard known.map({ $0.name.upperBound < position }) ?? true,
            known.map({ $0.candidates.first?.kind != .demonym }) ?? true,
            !document.tokens[index].isAllCapitals
        else { return nil }
        var mention = PlaceMention(tokens: index..<position, name: index..<position, candidates: [])
        mention.rule = "site-name"
        return mention
    }

    /// The end of a run of up to four capitalised words, with "al-" and its like inside.
    private func endOfRun(from index: Int, in document: Document, before end: Int) -> Int {
        var position = index
        var words = 0
        while position < end, words < 5 {
            let token = document.tokens[position]
            let isArticle =
                PlaceRecognizer.particles.contains(token.lower) && position + 1 < end
                && (document.word(position + 1) == "-" || document.tokens[position + 1].isCapitalised)
            if token.kind == .word, token.isCapitalised || isArticle {
                words += 1
            } else if token.kind == .number, position > index, ["no", "no."].contains(document.word(position - 1)) {
                // "School No 5"
                position += 1
                break
            } else if token.lower != "-" || token.spaceBefore || position + 1 >= end
                || document.tokens[position + 1].kind != .word
            {
                break
            }
            position += 1
        }
        return position
    }

    /// A capitalised run that no gazetteer knows, after a preposition of place or beside a feature word.
    private func unknown(in document: Document, at index: Int, sentence: Sentence, before end: Int) -> PlaceMention? {
        guard beginsName(document, at: index, before: end), index > sentence.tokens.lowerBound else { return nil }
        let position = endOfRun(from: index, in: document, before: end)
        guard position > index, position > index + 1 || !PlaceRecognizer.directions.contains(document.word(index))
        else {
            return nil
        }
        // "holy to Islam", "a Sunni area": words for people and faiths.
        guard placeWords.match(document, at: index, before: position)?.value.level != .unknown else { return nil }
        var mention = PlaceMention(tokens: index..<position, name: index..<position, candidates: [])
        mention.rule = "unknown-name"
        let hasFeature =
            feature(after: position, in: document, before: end) != nil
            || feature(before: index, in: document, from: sentence.tokens.lowerBound) != nil
        let preposition = document.word(index - 1)
        let isLocated =
            ["in", "at", "near", "nearby", "outside", "around"].contains(preposition)
            || index >= 2 && document.word(index - 1) == "of"
                && ["north", "south", "east", "west"].contains(document.word(index - 2))
        guard hasFeature || isLocated || isInside(after: position, in: document, before: end),
            !document.tokens[index].isAllCapitals
        else { return nil }
        return mention
    }

    // MARK: - Surroundings

    private func feature(
        after index: Int,
        in document: Document,
        before end: Int
    ) -> (tokens: Range<Int>, level: PlaceLevel)? {
        var start = index
        if start < end, document.tokens[start].kind == .possessive { return nil }
        if start + 1 < end, document.word(start) == "-" { start += 1 }
        guard start < end, let match = placeWords.match(document, at: start, before: end) else { return nil }
        if match.value.isAfter { return (match.tokens, match.value.level) }
        // "Obukhiv district of Kyiv region": "district of" is no word before the region here.
        guard match.tokens.count > 1,
            let shorter = placeWords.match(document, at: start, before: match.tokens.upperBound - 1),
            // "the Gaza city of Khan Younis" names a town of its own.
            shorter.value.isAfter, shorter.value.level == .admin1 || shorter.value.level == .admin2
        else { return nil }
        return (shorter.tokens, shorter.value.level)
    }

    private func feature(
        before index: Int,
        in document: Document,
        from start: Int
    ) -> (tokens: Range<Int>, level: PlaceLevel)? {
        for length in [5, 4, 3, 2, 1] where index - length >= start {
            let first = index - length
            guard let match = placeWords.match(document, at: first, before: index) else { continue }
            let gap = index - match.tokens.upperBound
            let isArticle = gap == 1 && ["the", "of"].contains(document.word(index - 1))
            guard !match.value.isAfter, match.value.level != .unknown, gap == 0 || isArticle else { continue }
            // "Obukhiv district of Kyiv region": the words belong to the name before them.
            if match.tokens.count > 1, first > start, document.tokens[first - 1].isCapitalised,
                let outer = feature(after: first, in: document, before: index),
                [.admin1, .admin2].contains(outer.level)
            {
                continue
            }
            return (match.tokens, match.value.level)
        }
        return nil
    }

    private func describe(_ mention: inout PlaceMention, in document: Document, sentence: Sentence) {
        let end = sentence.tokens.upperBound
        if let match = feature(after: mention.name.upperBound, in: document, before: end) {
            mention.feature = match.level
            mention.tokens = mention.tokens.lowerBound..<match.tokens.upperBound
        }
        var before = mention.tokens.lowerBound
        if let match = feature(before: before, in: document, from: sentence.tokens.lowerBound) {
            if match.level == .near {
                mention.isNear = true
            } else if mention.feature == nil {
                mention.feature = match.level
            }
            before = match.tokens.lowerBound
            mention.tokens = before..<mention.tokens.upperBound
            if match.level == .near { mention.role = .location }
        }
        let isPossessive = document.kind(mention.name.upperBound) == .possessive
        if isPossessive, mention.name.upperBound < end { mention.isOwner = true }
        if mention.candidates.first.map({ $0.kind == .demonym }) ?? false {
            // "other Russian regions" lie somewhere in the country.
            mention.isOwner = mention.feature != .admin1
            mention.feature = nil
        }
        // "the Ukrainian capital", "Syria's capital"
        if mention.isOwner,
            document.word(mention.name.upperBound) == "capital"
                || isPossessive && document.word(mention.name.upperBound + 1) == "capital"
        {
            (mention.isOwner, mention.isCapital) = (false, true)
        }
        mention.isElsewhere = before > sentence.tokens.lowerBound && document.word(before - 1) == "other"
        // "12 km north-west of Kharkiv" measures from there.
        if (1...7).contains(where: {
            before - $0 >= sentence.tokens.lowerBound
                && PlaceRecognizer.lengths.contains(document.word(before - $0))
        }),
            ["of", "from", "north", "south", "east", "west", "away", "inside"].contains(document.word(before - 1))
                || mention.isNear
        {
            // Beside a name it tells where that lies; alone, where the event was.
            let isBeside = (3...8).contains { [",", "("].contains(document.word(before - $0)) }
            if isBeside || !mention.isNear { mention.role = .origin }
            mention.isDescription = isBeside
        }
        if mention.role == nil { mention.role = role(before: before, in: document, from: sentence.tokens.lowerBound) }
        // Numbers, clock times and bullets may stand before a heading.
        let isFirst = between(sentence.tokens.lowerBound, before).allSatisfy {
            document.tokens[$0].kind != .word && document.tokens[$0].kind != .possessive
        }
        let next = document.word(mention.tokens.upperBound)
        mention.isHeading = isFirst && [".", ":", ",", "–", "|"].contains(next)
    }

    /// The role of the preposition up to four words before, past articles, adjectives and owners.
    func role(before index: Int, in document: Document, from start: Int) -> PlaceRole? {
        var position = index - 1
        var steps = 0
        while position >= start, steps < 5 {
            let token = document.tokens[position]
            if let match = prepositions.match(document, at: position, before: index), match.tokens.count == 1 {
                if isPartOfOrigin(before: position, in: document, from: start)
                    || isWhereTreated(before: position, in: document, from: start)
                {
                    return .origin
                }
                return match.value == .target && isBound(before: position, in: document, from: start)
                    ? .agent : match.value
            }
            let isPast =
                token.kind == .possessive || token.isCapitalised || token.lower == "-"
                || PlaceRecognizer.besideNames.contains(token.lower)
            guard isPast else { return nil }
            position -= 1
            steps += 1
        }
        return nil
    }

    /// Whether the name is likely a place and not a person, a body or a common word.
    private func isPlausible(_ mention: PlaceMention, in document: Document, sentence: Sentence) -> Bool {
        let first = mention.name.lowerBound
        let prior = mention.candidates.first?.score ?? 0
        let hasContext =
            mention.feature != nil || mention.role != nil || mention.isNear
            || isInside(after: mention.name.upperBound, in: document, before: sentence.tokens.upperBound)
        // A capitalised neighbour outside the name: a person or a body, unless the name is well known.
        let next = mention.name.upperBound
        // "Laurel County", whole in the gazetteer
        let isRegion =
            mention.name.count > 1
            && placeWords.match(document, at: next - 1, before: next).map(\.value.isAfter) ?? false
        if mention.feature == nil, !isRegion, next < sentence.tokens.upperBound, document.tokens[next].kind == .word,
            document.tokens[next].isCapitalised, !mention.isOwner, prior < 0.75
        {
            return false
        }
        if first > sentence.tokens.lowerBound, document.tokens[first - 1].kind == .word,
            document.tokens[first - 1].isCapitalised,
            prior < 0.6, mention.feature == nil, first - 1 > sentence.tokens.lowerBound
        {
            return false
        }
        if !mention.candidates.isEmpty { return prior >= 0.35 || hasContext || isRegion || mention.isHeading }
        return hasContext
    }

    /// Whether ", in South Darfur" or ", Kyiv region" follows: a region or country that holds the name before.
    private func isInside(after index: Int, in document: Document, before end: Int) -> Bool {
        guard document.word(index) == ",", index + 1 < end else { return false }
        if PlaceRecognizer.endOfExplanation(after: index, in: document) != nil { return true }
        let isIn = document.word(index + 1) == "in"
        let start = index + (isIn ? 2 : 1)
        guard start < end, let outer = known(in: document, at: start, before: end), let best = outer.candidates.first,
            best.kind != .demonym, best.score >= 0.5 || !isIn
        else { return false }
        if isIn { return [.admin1, .admin2, .country].contains(gazetteer.kind(of: best.place)) }
        let level = feature(after: outer.name.upperBound, in: document, before: end)?.level
        return level == .admin1 || level == .admin2
    }

    /// "Brovary, Kyiv region" and "in A, B and C": the mention just before gives container and role.
    private func link(_ mention: inout PlaceMention, to found: [PlaceMention], in document: Document) {
        guard let last = found.last, mention.role == nil else { return }
        let gap = between(last.tokens.upperBound, mention.tokens.lowerBound)
        guard gap.count <= 2, gap.allSatisfy({ [",", "and", "the"].contains(document.word($0)) }) else {
            return
        }
        mention.role = last.role
        if last.isHeading { mention.isHeading = true }
    }
}
