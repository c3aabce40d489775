import DatelineCore

/// Finds names of persons as runs of capitals, and completes surnames by the full names in the article.
struct PersonNames {
    let document: Document
    let lexicon: SourceLexicon
    private var fullNames: [Word: Range<Int>] = [:]
    /// The full names in the order of the text.
    private var named: [Range<Int>] = []

    /// Takes the bodies that the lists name in each sentence.
    init(document: Document, lexicon: SourceLexicon, bodies: [[SourceLexicon.Body.Match]]) {
        self.document = document
        self.lexicon = lexicon
        for (sentence, bodies) in zip(document.sentences, bodies) where capitals(in: sentence.tokens) >= 2 {
            for run in runs(in: sentence.tokens, bodies) where capitals(in: run) >= 2 && !isOrganisation(run) {
                named.append(run)
                let surname = document.word(run.upperBound - 1)
                if fullNames[surname] == nil { fullNames[surname] = run }
            }
        }
    }

    /// The person that a phrase names: a run of capitals that is neither body, place nor title.
    func person(in range: Range<Int>) -> Range<Int>? {
        let runs = runs(in: range)
        let titled = runs.first { run in
            run.lowerBound > range.lowerBound && isTitle(before: run.lowerBound, from: range.lowerBound)
                && !isOrganisation(run) && !isPossessor(run)
        }
        if let titled { return titled }
        return runs.first { run in
            guard !isOrganisation(run), !isPossessor(run) else { return false }
            let before = run.lowerBound > range.lowerBound ? document.word(run.lowerBound - 1) : Word()
            if SourceWords.prepositions.contains(before) || before == "the" { return false }
            if run == range {
                // A single capital that opens a sentence may be any word: it must be a name elsewhere.
                let isKnown = capitals(in: run) > 1 || fullNames[document.word(run.upperBound - 1)] != nil
                return isKnown || !opensSentence(run.lowerBound) && !document.tokens[run.lowerBound].isAllCapitals
            }
            if capitals(in: run) == 1 { return false }
            // "Belgorod Region officials": a name is not followed by the noun that it qualifies.
            let next = run.upperBound < range.upperBound ? document.word(run.upperBound) : Word()
            return next.isEmpty || SourceWords.prepositions.contains(next) || next == "and" || next == "("
        }
    }

    /// The fullest form of a name in the article: "Klitschko" is "Vitali Klitschko".
    func fullName(of run: Range<Int>) -> String {
        guard capitals(in: run) == 1, let full = fullNames[document.word(run.upperBound - 1)] else {
            return document.name(of: run)
        }
        return document.name(of: full)
    }

    /// The last full name before a token, at most three sentences back.
    func fullName(before token: Int) -> Range<Int>? {
        let first = document.sentences[max(0, document.sentence(ofToken: token) - 3)].tokens.lowerBound
        return named.last { $0.upperBound <= token }.flatMap { $0.lowerBound >= first ? $0 : nil }
    }

    /// A run of capitals that names a body not in the lists: "Kuki-Zo Council", "DRMU".
    func organisation(in range: Range<Int>) -> Range<Int>? {
        runs(in: range).first { run in
            !isPossessor(run)
                && (isOrganisation(run) || run.count == 1 && document.tokens[run.lowerBound].isAllCapitals)
        }
    }

    /// The runs of capitalised words, joined by hyphens and particles, without titles, bodies and countries.
    private func runs(in range: Range<Int>) -> [Range<Int>] {
        runs(in: range, lexicon.bodies.matches(document, in: range))
    }

    private func runs(in range: Range<Int>, _ bodies: [SourceLexicon.Body.Match]) -> [Range<Int>] {
        var masked = [Bool](repeating: false, count: range.count)
        func mask(_ tokens: Range<Int>) {
            for index in tokens { masked[index - range.lowerBound] = true }
        }
        func isMasked(_ index: Int) -> Bool { masked[index - range.lowerBound] }
        for match in bodies { mask(match.tokens) }
        for match in lexicon.titles.matches(document, in: range) { mask(match.tokens) }
        for match in lexicon.countries.matches(document, in: range) {
            let isForename =
                match.value.form == .name && match.tokens.lowerBound > range.lowerBound
                && isMasked(match.tokens.lowerBound - 1)
                && document.word(match.tokens.upperBound) != "'s"
            if !isForename { mask(match.tokens) }
        }
        var runs: [Range<Int>] = []
        var index = range.lowerBound
        while index < range.upperBound {
            guard isNamePart(index), !isMasked(index) else {
                index += 1
                continue
            }
            var start = index
            if start - 2 >= range.lowerBound, document.word(start - 1) == "-",
                SourceWords.particles.contains(document.word(start - 2))
            {
                start -= 2
            }
            var end = index + 1
            while end < range.upperBound, !isMasked(end) {
                if isNamePart(end) {
                    end += 1
                } else if let next = joined(at: end, before: range.upperBound), !isMasked(next) {
                    end = next + 1
                } else {
                    break
                }
            }
            runs.append(start..<end)
            index = end
        }
        return runs
    }

    private func isNamePart(_ index: Int) -> Bool {
        let token = document.tokens[index]
        return token.kind == .word && token.isCapitalised && !SourceWords.determiners.contains(token.lower)
            && !SourceWords.times.contains(token.lower) && !SourceWords.prepositions.contains(token.lower)
            && !SourceWords.pronouns.contains(token.lower) && token.lower != "i" && token.lower != "we"
            && !SourceWords.boundaries.contains(token.lower)
    }

    /// The next part of a name after a hyphen or a particle: "Jean-Pierre", "Hassan al-Masri".
    private func joined(at index: Int, before end: Int) -> Int? {
        var next = index
        if document.word(next) == "-" {
            next += 1
        } else if SourceWords.particles.contains(document.word(next)) {
            next += 1
            if next < end, document.word(next) == "-" { next += 1 }
        }
        return next > index && next < end && isNamePart(next) ? next : nil
    }

    private func capitals(in run: Range<Int>) -> Int {
        run.count { document.tokens[$0].kind == .word && document.tokens[$0].isCapitalised }
    }

    private func isOrganisation(_ run: Range<Int>) -> Bool {
        run.contains { SourceWords.organisations.contains(document.word($0)) }
    }

    private func opensSentence(_ index: Int) -> Bool {
        document.sentences[document.sentence(ofToken: index)].tokens.lowerBound == index
    }

    private func isPossessor(_ run: Range<Int>) -> Bool {
        document.word(run.upperBound) == "'s"
    }

    private func isTitle(before index: Int, from lower: Int) -> Bool {
        lexicon.titles.matches(document, in: lower..<index).last?.tokens.upperBound == index
    }
}
