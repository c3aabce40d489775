import DatelineCore

/// Finds who says what: every source of an article with the words that it answers for.
struct SourceRecognizer: Sendable {
    let lexicon: SourceLexicon

    init(lexicons: Lexicons = .embedded) {
        lexicon = lexicons.sources
    }

    /// The sources in the order of the text, then those carried over to other sentences.
    func attributions(in document: Document) -> [Attribution] {
        let bodies = document.sentences.map { lexicon.bodies.matches(document, in: $0.tokens) }
        let namer = SourceNamer(document: document, lexicon: lexicon, bodies: bodies)
        let finder = SpeechCueFinder(document: document, lexicon: lexicon)
        var memory = SourceMemory()
        var found: [Attribution] = []
        for (number, sentence) in document.sentences.enumerated() {
            var named: [(cue: SpeechCue, source: NamedSource)] = []
            mention(bodies[number], in: sentence.tokens, namer: namer, memory: &memory)
            for readings in finder.cues(in: sentence.tokens) {
                guard let reading = read(readings, after: named.last, namer: namer, memory: memory) else { continue }
                memory.add(reading.source)
                named.append(reading)
            }
            if let note = note(in: sentence, namer: namer, memory: memory) {
                memory.add(note.source)
                named.append(note)
            }
            let scopes = SpeechScopes(document: document, sentence: sentence.tokens)
            let ranges = scopes.ranges(of: named.map(\.cue))
            for (reading, scope) in zip(named, ranges) {
                found.append(attribution(reading.cue, reading.source, scope: scope, sentence: number))
            }
            remember(bodies[number], in: sentence.tokens, namer: namer, memory: &memory)
        }
        let unverified = markUnverified(found, in: document)
        return unverified + CarriedSpeech(document: document, lexicon: lexicon, found: unverified).attributions()
    }

    private func read(
        _ readings: [SpeechCue],
        after previous: (cue: SpeechCue, source: NamedSource)?,
        namer: SourceNamer,
        memory: SourceMemory
    ) -> (cue: SpeechCue, source: NamedSource)? {
        for isCertain in [false, true] {
            for cue in readings where cue.isCertain || !isCertain {
                if cue.phrase.main.isEmpty {
                    // "X denied A and said B": the second verb has the subject of the first.
                    var cue = cue
                    guard let previous, previous.cue.position == .before else {
                        let finder = SourcePhraseFinder(document: namer.document, lexicon: lexicon)
                        guard previous == nil, let phrase = finder.opening(before: cue.cue.lowerBound),
                            let source = namer.source(of: phrase, isCertain: false, memory: memory)
                        else { continue }
                        cue.phrase = phrase
                        return (cue, source)
                    }
                    cue.phrase = SourcePhrase(main: cue.cue.lowerBound..<cue.cue.lowerBound + 1)
                    var source = previous.source
                    source.names = []
                    return (cue, source)
                }
                if let source = namer.source(of: cue.phrase, isCertain: isCertain, memory: memory) {
                    return (cue, source)
                }
            }
        }
        return nil
    }

    /// A source in brackets at the end, "(State Emergency Service)", or before a colon at the start, "Source: X".
    private func note(
        in sentence: Sentence,
        namer: SourceNamer,
        memory: SourceMemory
    ) -> (cue: SpeechCue, source: NamedSource)? {
        let document = namer.document
        let notes = SourceNotes(document: document, lexicon: lexicon)
        guard let cue = notes.bracketed(in: sentence.tokens) ?? notes.headed(in: sentence.tokens) else { return nil }
        return namer.source(of: cue.phrase, isCertain: false, memory: memory).map { (cue, $0) }
    }

    /// Keeps the groups and charities of a sentence, for a later "the group".
    private func mention(
        _ bodies: [SourceLexicon.Body.Match],
        in sentence: Range<Int>,
        namer: SourceNamer,
        memory: inout SourceMemory
    ) {
        for match in bodies {
            let body = match.value
            let isNamed = body.nationality == .own
            guard isNamed || body.kind == .ngo else { continue }
            let text = namer.document.text(of: match.tokens)
            let source = Source(name: isNamed ? body.name : text, text: text, kind: body.kind, country: body.country)
            var named = NamedSource(
                source: source,
                tokens: match.tokens,
                isPerson: false,
                family: body.family,
                names: [],
                pointsBack: false
            )
            named.opensSentence = isNamed && match.tokens.lowerBound - sentence.lowerBound <= 1
            memory.mention(named)
        }
    }

    /// Keeps bodies that are named without saying anything, for a later "the army".
    private func remember(
        _ bodies: [SourceLexicon.Body.Match],
        in sentence: Range<Int>,
        namer: SourceNamer,
        memory: inout SourceMemory
    ) {
        let document = namer.document
        for match in bodies where match.value.nationality != .own {
            let start = max(sentence.lowerBound, match.tokens.lowerBound - 3)
            let owners = SourceOwners(document: document, lexicon: lexicon)
            let owner = owners.owner(
                of: match.tokens,
                in: start..<match.tokens.upperBound,
                nationality: match.value.nationality
            )
            let name = match.value.name
            guard let owner, !memory.sources.contains(where: { $0.source.name.hasSuffix(name) }) else { continue }
            let source = Source(
                name: owner.name + " " + name,
                text: document.text(of: match.tokens),
                kind: match.value.kind,
                country: owner.country
            )
            memory.add(
                NamedSource(
                    source: source,
                    tokens: match.tokens,
                    isPerson: false,
                    family: match.value.family,
                    names: [],
                    pointsBack: false
                )
            )
        }
    }

    private func attribution(
        _ cue: SpeechCue,
        _ named: NamedSource,
        scope: [Range<Int>],
        sentence: Int
    ) -> Attribution {
        Attribution(
            source: named.source,
            // The subject of a second verb is that of the first.
            sourceTokens: cue.rule == "same-subject" ? named.tokens : cue.phrase.tokens,
            cue: cue.cue,
            scope: scope,
            sentence: sentence,
            status: ClaimStatus(verbClass: cue.verbClass, kind: named.source.kind),
            verbClass: cue.verbClass,
            inherited: false,
            rule: named.pointsBack && cue.position != .attached
                ? (cue.phrase.main.count == 1 && named.isPerson ? "pronoun" : "same-speaker") : cue.rule,
            names: named.names
        )
    }

    /// "The agency could not independently verify this": the claims of the paragraph before it are unverified.
    private func markUnverified(_ attributions: [Attribution], in document: Document) -> [Attribution] {
        var paragraphs: Set<Int> = []
        for sentence in document.sentences {
            let words = sentence.tokens.lazy.map(document.word)
            guard words.contains("independently") else { continue }
            let isDoubt = words.contains("verify") || words.contains("verified") || words.contains("confirm")
            if isDoubt, words.contains("not") || words.contains("unable") { paragraphs.insert(sentence.paragraph) }
        }
        guard !paragraphs.isEmpty else { return attributions }
        return attributions.map { attribution in
            var attribution = attribution
            if paragraphs.contains(document.sentences[attribution.sentence].paragraph), attribution.status != .denied {
                attribution.status = .unverified
            }
            return attribution
        }
    }
}

extension ClaimStatus {
    /// Where a claim stands by the verb and by who says it: parties to a war claim, others report.
    init(verbClass: VerbClass, kind: SourceKind) {
        switch verbClass {
        case .deny: self = .denied
        case .confirm: self = .confirmed
        case .claim: self = .claimed
        case .allege, .accuse: self = .alleged
        case .say, .report, .vow, .warn, .urge, .order, .estimate:
            let parties: [SourceKind] = [.belligerentMilitary, .belligerentGovernment, .stateMedia]
            self = parties.contains(kind) ? .claimed : .reported
        }
    }
}
