import DatelineCore

/// Tells what source a noun phrase names, and gives it its canonical name.
struct SourceNamer {
    let document: Document
    let lexicon: SourceLexicon
    let persons: PersonNames

    /// Takes the bodies that the lists name in each sentence.
    init(document: Document, lexicon: SourceLexicon, bodies: [[SourceLexicon.Body.Match]]) {
        self.document = document
        self.lexicon = lexicon
        persons = PersonNames(document: document, lexicon: lexicon, bodies: bodies)
    }

    /// The source of a phrase; an unknown noun speaks only where the verb leaves no doubt.
    func source(of phrase: SourcePhrase, isCertain: Bool, memory: SourceMemory) -> NamedSource? {
        let main = phrase.main
        if main.count == 1, SourceWords.pronouns.contains(document.word(main.lowerBound)) {
            let word = document.word(main.lowerBound)
            let isPerson = word == "he" || word == "she"
            let known =
                isPerson ? memory.person ?? lastPerson(before: main) : word == "it" ? memory.subject : memory.body
            return pointing(to: known ?? memory.sources.last, from: phrase)
        }
        if let person = person(of: phrase) { return person }
        let speaker = speaker(in: main)
        if let body = body(in: main, memory: memory),
            !isCovered(lexicon.bodies.matches(document, in: main), by: speaker)
        {
            return made(body.source, of: phrase, family: body.family, pointsBack: body.pointsBack)
        }
        if let run = persons.organisation(in: main), speaker?.tokens.overlaps(run) != true {
            let source = Source(name: document.name(of: run), text: document.text(of: main), kind: .unnamed)
            return made(source, of: phrase, family: "group")
        }
        return unnamed(phrase, memory: memory) ?? government(phrase)
            ?? (isCertain ? unknown(phrase) : nil)
    }

    /// A body of the lists in a range, named with its country or place.
    func body(in range: Range<Int>, memory: SourceMemory) -> (source: Source, family: String, pointsBack: Bool)? {
        let matches = lexicon.bodies.matches(document, in: range)
        guard
            let match = matches.first(where: { $0.value.nationality == .own && !isQualifier($0.tokens) })
                ?? matches.last(where: { !isPossessor($0.tokens, in: range) }) ?? matches.last
        else { return nil }
        let body = match.value
        let text = document.text(of: withoutDeterminer(range))
        var source = Source(name: body.name, text: text, kind: body.kind, country: body.country)
        guard body.nationality != .own else { return (source, body.family, false) }
        if let owner = owner(of: match.tokens, in: range, nationality: body.nationality) {
            source.name = owner.name + " " + body.name
            source.country = owner.country
            return (source, body.family, false)
        }
        // "the army", "the air force" later on are those named before.
        if let before = memory.fuller(body.name) ?? memory.body(of: body.family), before.source.kind == body.kind {
            source.name = before.source.name
            source.country = before.source.country
            return (source, body.family, true)
        }
        return (source, body.family, false)
    }

    /// Whom "he" means where nobody has spoken yet: the last one named in full.
    private func lastPerson(before main: Range<Int>) -> NamedSource? {
        guard let run = persons.fullName(before: main.lowerBound) else { return nil }
        var named = made(
            Source(name: document.name(of: run), text: document.text(of: run), kind: .unnamed),
            of: SourcePhrase(main: run),
            family: "person"
        )
        named.isPerson = true
        return named
    }

    private func person(of phrase: SourcePhrase) -> NamedSource? {
        let main = phrase.main
        var run = persons.person(in: main)
        if run == nil, let apposition = phrase.apposition, isFunction(main) {
            run = persons.person(in: apposition)
        }
        guard let run else { return nil }
        var kind = SourceKind.unnamed
        var country: String?
        for range in [main, phrase.apposition].compactMap({ $0 }) {
            let bodies = lexicon.bodies.matches(document, in: range)
            if kind == .unnamed,
                let title = lexicon.titles.matches(document, in: range).map(\.value).first(where: {
                    $0 != .unnamed
                })
            {
                kind = title
            }
            if kind == .unnamed, let body = bodies.last { kind = body.value.kind }
            // "Iran-backed" says nothing about whom somebody speaks for.
            let own = lexicon.countries.matches(document, in: range).first { !isQualifier($0.tokens) }
            country = country ?? own?.value.code ?? bodies.last?.value.country
        }
        let source = Source(
            name: persons.fullName(of: run),
            text: document.text(of: main),
            kind: kind,
            country: country
        )
        var named = made(source, of: phrase, family: "person")
        named.isPerson = true
        return named
    }

    /// "officials", "two residents", "the ministry", "the governor".
    private func unnamed(_ phrase: SourcePhrase, memory: SourceMemory) -> NamedSource? {
        let main = phrase.main
        let titles = lexicon.titles.matches(document, in: main)
        let name = withoutDeterminer(main)
        if let speaker = speaker(in: main) {
            let isDefinite = ["the", "this", "that", "its", "same"].contains(document.word(main.lowerBound))
            let isText = speaker.value.refers == "any"
            if isDefinite || isText, name.count <= 2, let refers = speaker.value.refers,
                let known = memory.body(named: document.text(of: name)) ?? memory.body(of: refers)
            {
                return pointing(to: known, from: phrase)
            }
            return made(Source(name: document.name(of: name), text: text(main), kind: speaker.value.kind), of: phrase)
        }
        guard let title = titles.last else { return nil }
        let isDefinite = ["the", "this", "that", "same"].contains(document.word(main.lowerBound))
        if isDefinite, name.count <= 3,
            let known = memory.sources.last(where: {
                $0.isPerson && ($0.source.kind == title.value || title.value == .unnamed)
            })
        {
            return pointing(to: known, from: phrase)
        }
        if name.count <= 1, title.value == .unnamed, let body = memory.body { return pointing(to: body, from: phrase) }
        return made(Source(name: document.name(of: name), text: text(main), kind: title.value), of: phrase)
    }

    /// The unnamed speaker that a phrase is about; "gunmen struck the town" is about no speaker.
    private func speaker(in range: Range<Int>) -> (tokens: Range<Int>, value: SourceLexicon.Speaker)? {
        lexicon.speakers.matches(document, in: range).first { match in
            let next = match.tokens.upperBound
            guard next < range.upperBound else { return true }
            return SourceWords.prepositions.contains(document.word(next)) || document.word(next) == "and"
        }
    }

    /// Whether every body in a phrase is only part of a speaker: "military bloggers".
    private func isCovered(
        _ bodies: [(tokens: Range<Int>, value: SourceLexicon.Body)],
        by speaker: (tokens: Range<Int>, value: SourceLexicon.Speaker)?
    ) -> Bool {
        guard let speaker else { return false }
        return bodies.allSatisfy { $0.tokens.count < speaker.tokens.count && $0.tokens.overlaps(speaker.tokens) }
    }

    /// "Moscow", "Israel": a country or its capital for the government.
    private func government(_ phrase: SourcePhrase) -> NamedSource? {
        let main = withoutDeterminer(phrase.main)
        guard let match = lexicon.countries.match(document, at: main.lowerBound, before: main.upperBound),
            match.tokens == main, match.value.form != .adjective
        else { return nil }
        let source = Source(
            name: match.value.name,
            text: document.text(of: main),
            kind: .belligerentGovernment,
            country: match.value.code
        )
        var named = made(source, of: phrase, family: "government")
        named.names = [main]
        return named
    }

    private func unknown(_ phrase: SourcePhrase) -> NamedSource? {
        let name = withoutDeterminer(phrase.main)
        let first = document.word(name.lowerBound)
        let isNobody: [Word] = [
            "i", "we", "you", "no", "one", "all", "nobody", "none", "everyone", "everybody", "there", "this", "what",
        ]
        guard name.contains(where: { document.tokens[$0].kind == .word }), !isNobody.contains(first) else { return nil }
        return made(Source(name: document.name(of: name), text: text(phrase.main), kind: .unnamed), of: phrase)
    }

    private func pointing(to known: NamedSource?, from phrase: SourcePhrase) -> NamedSource? {
        guard var named = known else { return nil }
        named.source.text = text(phrase.main)
        named.tokens = phrase.tokens
        named.names = []
        named.pointsBack = true
        return named
    }

    private func made(
        _ source: Source,
        of phrase: SourcePhrase,
        family: String = "",
        pointsBack: Bool = false
    ) -> NamedSource {
        NamedSource(
            source: source,
            tokens: phrase.tokens,
            isPerson: false,
            family: family,
            names: SourceOwners(document: document, lexicon: lexicon).names(in: phrase.tokens),
            pointsBack: pointsBack
        )
    }

    private func owner(
        of body: Range<Int>,
        in range: Range<Int>,
        nationality: SourceLexicon.Nationality
    ) -> (name: String, country: String?)? {
        SourceOwners(document: document, lexicon: lexicon).owner(of: body, in: range, nationality: nationality)
    }

    private func text(_ range: Range<Int>) -> String {
        document.text(of: range)
    }

    private func withoutDeterminer(_ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        while start + 1 < range.upperBound,
            [
                "the", "a", "an", "its", "his", "her", "their", "this", "that", "these", "same", "two", "three", "four",
                "several", "some", "one", "another", "many",
            ].contains(document.word(start)) || document.tokens[start].kind == .number
        {
            start += 1
        }
        return start..<range.upperBound
    }

    private func isFunction(_ range: Range<Int>) -> Bool {
        !lexicon.titles.matches(document, in: range).isEmpty || !lexicon.speakers.matches(document, in: range).isEmpty
    }

    /// "Houthi-run", "Hamas-led": the body only qualifies another.
    private func isQualifier(_ tokens: Range<Int>) -> Bool {
        document.word(tokens.upperBound) == "-"
    }

    private func isPossessor(_ tokens: Range<Int>, in range: Range<Int>) -> Bool {
        tokens.upperBound < range.upperBound && document.word(tokens.upperBound) == "'s"
    }
}
