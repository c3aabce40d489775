import DatelineCore
import Gazetteer

/// Gives texts that are all in capitals the case that ordinary print would give them.
///
/// Wire messages and old telex files tell nothing by their capitals. A word of such a text counts as small unless
/// something shows that it is a name: a lexicon that knows it, the gazetteer, a title before it, or that no list of
/// English words has it. Common words are names only inside longer ones. Mixed texts stay as they are.
struct CaseRestorer: Sendable {
    let lexicons: Lexicons
    let gazetteer: Gazetteer

    /// The words from which on capitals are a habit of the whole paragraph and no heading's.
    private static let fewest = 20
    /// The share of words in capitals, in percent.
    private static let share = 90

    /// Restores the case of the sentences that are all in capitals.
    func restore(_ document: inout Document) {
        let sentences = document.sentences
        var total = Tally()
        var paragraphs: [Tally] = []
        for sentence in sentences {
            while paragraphs.count <= sentence.paragraph { paragraphs.append(Tally()) }
            for token in document.tokens[sentence.tokens] where token.kind == .word && token.lower.count > 1 {
                total.add(token)
                paragraphs[sentence.paragraph].add(token)
            }
        }
        let isWhole = total.isCapitals
        let restored = sentences.filter { isWhole || paragraphs[$0.paragraph].isCapitals }
        guard !restored.isEmpty else { return }
        let acronyms = acronyms(of: restored, in: document)
        var marks = [Mark](repeating: .untouched, count: document.tokens.count)
        for sentence in restored { mark(sentence.tokens, in: document, acronyms, &marks) }
        document.setCase(marks)
    }

    /// What a word of a text in capitals is.
    enum Mark: Sendable {
        case untouched, small, name, acronym
    }

    private struct Tally {
        var words = 0
        var capitals = 0

        mutating func add(_ token: Token) {
            words += 1
            if token.isAllCapitals { capitals += 1 }
        }

        var isCapitals: Bool { words >= CaseRestorer.fewest && capitals * 100 >= words * CaseRestorer.share }
    }

    private func mark(_ range: Range<Int>, in document: Document, _ acronyms: WordSet, _ marks: inout [Mark]) {
        for index in range where document.tokens[index].kind == .word {
            let word = document.word(index)
            if word.hasStop || acronyms.contains(word) {
                marks[index] = .acronym
            } else {
                marks[index] = !isCommon(index, in: document) && lexicons.needsCapitals(word) ? .name : .small
            }
        }
        markListed(range, in: document, &marks)
        markPersons(range, in: document, &marks)
        markPlaces(range, in: document, &marks)
        markUnknown(range, in: document, &marks)
    }

    /// Names that the lexicons know: countries, groups, bodies, months and weekdays.
    private func markListed(_ range: Range<Int>, in document: Document, _ marks: inout [Mark]) {
        let sources = lexicons.sources
        let bodies = sources.bodies.matches(document, in: range).filter { $0.value.nationality == .own }.map(\.tokens)
        let names =
            sources.countries.matches(document, in: range).map(\.tokens)
            + lexicons.actors.matches(document, in: range).map(\.tokens) + bodies
        for tokens in names where !tokens.allSatisfy({ isCommon($0, in: document) }) {
            setName(tokens, in: document, &marks)
        }
        for match in lexicons.dates.words.matches(document, in: range) where match.tokens.count == 1 {
            let index = match.tokens.lowerBound
            guard lexicons.dates.words.forms(of: document.word(index)).capital else { continue }
            // "MAY", "MARCH": a month beside a number or after a preposition of time.
            let isBeside = [index - 1, index + 1].contains {
                range.contains($0) && document.tokens[$0].kind == .number
            }
            let isDated = ["in", "last", "since", "until", "of", "early", "late", "next", "this", "on"].contains(
                index > range.lowerBound ? document.word(index - 1) : Word()
            )
            if isBeside || isDated || !isCommon(index, in: document) { marks[index] = .name }
        }
    }

    /// Up to four words after a title that no list knows: "COLONEL LUIS ROJAS SAID".
    private func markPersons(_ range: Range<Int>, in document: Document, _ marks: inout [Mark]) {
        for title in lexicons.sources.titles.matches(document, in: range) {
            var end = title.tokens.upperBound
            while end < range.upperBound, end < title.tokens.upperBound + 4, isStrange(end, in: document) { end += 1 }
            for index in title.tokens.upperBound..<end where marks[index] == .small { marks[index] = .name }
        }
    }

    /// Names of the gazetteer: common words never alone, small places only where the words beside them tell.
    private func markPlaces(_ range: Range<Int>, in document: Document, _ marks: inout [Mark]) {
        var index = range.lowerBound
        while index < range.upperBound {
            guard marks[index] == .small, let end = endOfPlace(at: index, in: document, range) else {
                index += 1
                continue
            }
            setName(index..<end, in: document, &marks)
            index = end
        }
    }

    private func endOfPlace(at index: Int, in document: Document, _ range: Range<Int>) -> Int? {
        let longest = gazetteer.longestName(startingWithHash: document.nameHash(of: document.tokens[index]))
        guard longest > 0, !SourceWords.prepositions.contains(document.word(index)),
            !SourceWords.determiners.contains(document.word(index))
        else { return nil }
        var key = NameHash()
        var found: Int?
        for position in index..<min(index + longest, range.upperBound) {
            guard document.tokens[position].kind == .word else { break }
            if position > index { key.append(UInt8(ascii: " ")) }
            document.appendName(document.tokens[position], to: &key)
            guard let best = gazetteer.matches(ofHash: key).first, !best.requiresCapitals else { continue }
            let tokens = index..<position + 1
            let isCommonName = tokens.allSatisfy { isCommon($0, in: document) }
            let isListed = tokens.count == 1 && lexicons.hasPlain(document.word(index))
            guard !isCommonName, !isListed, best.score >= 0.5 || isLocated(tokens, in: document, range) else {
                continue
            }
            found = position + 1
        }
        return found
    }

    /// Words that no list knows and that look like no English word.
    private func markUnknown(_ range: Range<Int>, in document: Document, _ marks: inout [Mark]) {
        for index in range where marks[index] == .small && isStrange(index, in: document) { marks[index] = .name }
    }

    /// Whether a preposition of place or a word for a kind of place stands beside a name.
    private func isLocated(_ tokens: Range<Int>, in document: Document, _ range: Range<Int>) -> Bool {
        let first = tokens.lowerBound
        if first > range.lowerBound, ["in", "at", "near", "outside", "from"].contains(document.word(first - 1)) {
            return true
        }
        if tokens.upperBound < range.upperBound,
            let match = lexicons.placeWords.match(document, at: tokens.upperBound, before: range.upperBound),
            match.value.isAfter, match.value.level != .near
        {
            return true
        }
        return (1...3).contains { length in
            guard first - length >= range.lowerBound,
                let match = lexicons.placeWords.match(document, at: first - length, before: first)
            else { return false }
            return !match.value.isAfter && match.tokens.upperBound == first
        }
    }

    private func setName(_ tokens: Range<Int>, in document: Document, _ marks: inout [Mark]) {
        for index in tokens where marks[index] == .small && !SourceWords.prepositions.contains(document.word(index)) {
            marks[index] = document.word(index) == "the" ? .small : .name
        }
    }

    // MARK: - Words

    /// Whether a word, or that of which it is the plural, is a common one.
    private func isCommon(_ index: Int, in document: Document) -> Bool {
        let word = document.word(index)
        if lexicons.commonWords.contains(word) { return true }
        guard word.hasSuffix("s"), word.count > 3 else { return false }
        let bytes = document.bytes[document.tokens[index].range].dropLast().map { $0 | 0x20 }
        return lexicons.commonWords.contains(Word(bytes))
    }

    /// Whether a word is neither common nor listed nor formed like an English noun, verb or adverb.
    private func isStrange(_ index: Int, in document: Document) -> Bool {
        let word = document.word(index)
        guard document.tokens[index].kind == .word, !isCommon(index, in: document), !lexicons.hasPlain(word) else {
            return false
        }
        return !CaseRestorer.endings.contains { word.hasSuffix($0) && word.count > 5 }
    }

    private static let endings: [Word] = [
        "ed", "ing", "ly", "tion", "tions", "sion", "sions", "ment", "ments", "ness", "ity", "ities", "ous", "ive",
        "ence", "ance", "ies", "ism", "ist", "ists", "ful", "less", "able", "ible", "ize", "izes", "ives", "ages",
    ]

    /// Words that stand alone in brackets somewhere, short for the name before them: "(FMLN)".
    private func acronyms(of sentences: [Sentence], in document: Document) -> WordSet {
        WordSet(
            sentences.flatMap { sentence in
                sentence.tokens.dropFirst().dropLast().filter {
                    document.word($0 - 1) == "(" && document.word($0 + 1) == ")" && isStrange($0, in: document)
                }
            }.map(document.word)
        )
    }
}
