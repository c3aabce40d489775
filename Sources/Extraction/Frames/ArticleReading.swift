import DatelineCore
import Gazetteer

/// Recognises everything in an article, in the order in which later steps need earlier ones.
struct ArticleReading: Sendable {
    let lexicons: Lexicons
    let cases: CaseRestorer
    let numbers: NumberRecognizer
    let triggers: TriggerRecognizer
    let counts: CountRecognizer
    let places: PlaceRecognizer
    let resolver: PlaceResolver
    let dates: DateRecognizer
    let sources: SourceRecognizer
    private let languages: LanguageCheck

    init(gazetteer: Gazetteer, lexicons: Lexicons) {
        self.lexicons = lexicons
        cases = CaseRestorer(lexicons: lexicons, gazetteer: gazetteer)
        numbers = NumberRecognizer(numbers: lexicons.numbers, qualifiers: lexicons.qualifiers)
        triggers = TriggerRecognizer(triggers: lexicons.triggers, realis: lexicons.realis, units: lexicons.units)
        counts = CountRecognizer(units: lexicons.units, measures: lexicons.measures)
        places = PlaceRecognizer(
            gazetteer: gazetteer,
            placeWords: lexicons.placeWords,
            prepositions: lexicons.prepositions
        )
        resolver = PlaceResolver(gazetteer: gazetteer)
        dates = DateRecognizer(lexicon: lexicons.dates)
        sources = SourceRecognizer(lexicons: lexicons)
        languages = LanguageCheck(words: lexicons.languages)
    }

    /// All mentions of an article.
    func read(_ article: Article) -> Reading {
        var document = Document(
            article.body,
            abbreviations: lexicons.abbreviations,
            firstWords: lexicons.firstWords
        )
        cases.restore(&document)
        let (anchor, dates) = self.dates.mentions(in: document, published: article.published)
        let attributions = sources.attributions(in: document)
        var reading = Reading(
            document: document,
            nouns: lexicons.units,
            anchor: anchor,
            dates: dates.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound },
            attributions: bySentence(attributions, in: document) { $0.scope + [$0.sourceTokens] },
            places: [],
            weapons: [],
            triggers: [],
            counts: [],
            numbers: [],
            actors: [],
            rejections: []
        )
        let dateTokens = bySentence(dates.map(\.tokens) + (anchor.tokens.map { [$0] } ?? []), in: document) { [$0] }
        let sourceNames = bySentence(attributions.sourceSpans, in: document) { [$0] }
        var accident = AccidentMemory()
        for sentence in document.sentences {
            let weapons = lexicons.weapons.matches(document, in: sentence.tokens)
            reading.weapons += weapons.map { WeaponMention(tokens: $0.tokens, entry: $0.value) }
            let actors = lexicons.actors.matches(document, in: sentence.tokens)
            reading.actors += actors.map { ActorMention(tokens: $0.tokens, name: $0.value.name) }
            let dateTokens = dateTokens[sentence.number - 1]
            let taken = dateTokens + sourceNames[sentence.number - 1] + actors.map(\.tokens)
            reading.places += places.mentions(in: document, sentence: sentence, taken: taken)
            let numbers = self.numbers.mentions(in: document, tokens: sentence.tokens)
            let subjects = lexicons.topics.matches(document, in: sentence.tokens).map(\.value)
            for subject in subjects { reading.subjects[subject.topic, default: 0] += subject.weight }
            let triggers = self.triggers.mentions(
                in: document,
                sentence: sentence,
                isConflict: !weapons.isEmpty || subjects.contains { $0.topic == OtherSubject.conflict },
                accident: &accident
            )
            .filter { trigger in
                // "attack drones" name a weapon, no attack.
                !weapons.contains {
                    $0.tokens.count > trigger.tokens.count && $0.tokens.contains(trigger.tokens.lowerBound)
                        && trigger.entry.form == .noun && trigger.entry.event == .attack
                        && !(trigger.tokens.upperBound == $0.tokens.upperBound)
                }
            }
            let (counts, rejected) = self.counts.mentions(
                in: document,
                sentence: sentence,
                numbers: numbers,
                triggers: triggers,
                dates: dateTokens,
                carried: carried(reading, before: sentence),
                figure: figure(reading, before: sentence)
            )
            locateObjects(&reading, sentence: sentence, triggers: triggers)
            locateTaken(&reading, sentence: sentence, triggers: triggers)
            reading.numbers.append(numbers)
            reading.triggers.append(triggers)
            reading.counts.append(asLaunches(counts, triggers, reading, sentence))
            for rejection in rejected {
                reading.reject(rejection.tokens, rejection.reason, sentence: sentence.number - 1)
            }
            for trigger in triggers {
                if let reason = trigger.rejection {
                    reading.reject(trigger.tokens, reason, sentence: sentence.number - 1)
                }
            }
        }
        reading.country = resolver.resolve(&reading.places, in: document)
        markDateline(&reading)
        reading.regions = resolver.regions(of: reading.places)
        for index in reading.places.indices where reading.places[index].place?.level == .country {
            guard let code = reading.places[index].place?.country, reading.countries[code] == nil else { continue }
            reading.countries[code] = reading.places[index].place
        }
        for mention in reading.places where mention.isLocation {
            if let code = mention.place?.country, reading.lands[code] == nil {
                reading.lands[code] = resolver.country(code)
            }
        }
        return reading
    }

    /// Elements by the sentences that their tokens lie in.
    private func bySentence<Element>(
        _ elements: [Element],
        in document: Document,
        _ ranges: (Element) -> [Range<Int>]
    ) -> [[Element]] {
        var grouped = [[Element]](repeating: [], count: document.sentences.count)
        for element in elements {
            var seen = -1
            for range in ranges(element).sorted(by: { $0.lowerBound < $1.lowerBound }) where !range.isEmpty {
                let first = document.sentence(ofToken: range.lowerBound)
                for sentence in first...document.sentence(ofToken: range.upperBound - 1) where sentence > seen {
                    grouped[sentence].append(element)
                    seen = sentence
                }
            }
        }
        return grouped
    }

    /// The last count of the same paragraph, whose noun a number without one may mean ("two were shot down").
    private func carried(_ reading: Reading, before sentence: Sentence) -> CountMention? {
        let index = sentence.number - 1
        guard index > 0, reading.document.sentences[index - 1].paragraph == sentence.paragraph else { return nil }
        return reading.counts[index - 1].last
    }

    /// Munitions that came down where none is said to have been launched: "seven shells landed in the town".
    private func asLaunches(
        _ counts: [CountMention],
        _ triggers: [TriggerMention],
        _ reading: Reading,
        _ sentence: Sentence
    ) -> [CountMention] {
        guard counts.contains(where: { $0.kind == .hit }) else { return counts }
        let before = (max(0, sentence.number - 5)..<sentence.number - 1).reversed().prefix {
            reading.document.sentences[$0].paragraph == sentence.paragraph
        }
        let isLaunched =
            counts.contains { $0.kind == .launched }
            || before.contains { index in reading.counts[index].contains { $0.kind == .launched } }
        guard !isLaunched else { return counts }
        return counts.map { count in
            var count = count
            if count.kind == .hit, triggers[count.trigger].entry.needsTarget { count.kind = .launched }
            return count
        }
    }

    /// The last figure of people that the sentences before gave, which "put the figure at 24" may be another of.
    private func figure(_ reading: Reading, before sentence: Sentence) -> CountMention? {
        for index in (max(0, sentence.number - 5)..<sentence.number - 1).reversed() {
            if let first = reading.counts[index].first(where: { !$0.isPart && $0.unit.kind == .victim }) {
                return first
            }
        }
        return nil
    }

    /// "shelled Donetsk", "captured the town of Sinjar": the object of a deed is where it happened.
    private func locateObjects(_ reading: inout Reading, sentence: Sentence, triggers: [TriggerMention]) {
        for index in reading.places.beginning(in: sentence.tokens).indices {
            let place = reading.places[index]
            guard place.role == nil, !place.isOwner else { continue }
            let isObject = triggers.contains { trigger in
                let gap = place.tokens.lowerBound - trigger.tokens.upperBound
                guard (0...1).contains(gap), let event = trigger.entry.event,
                    !ArticleReading.clauseOpeners.contains(reading.document.word(place.tokens.lowerBound - 1))
                else { return false }
                return trigger.entry.takesObject || event == .displacementFlight && gap == 0
            }
            if isObject { reading.places[index].role = .location }
        }
    }

    /// Words that begin a clause: in "displaced since Odra broke the truce" Odra does something and is no object.
    private static let clauseOpeners: WordSet = ["after", "as", "because", "before", "once", "since", "when", "while"]

    /// The place of a dateline says where the report was written, not where something happened.
    private func markDateline(_ reading: inout Reading) {
        guard let first = reading.document.sentences.first else { return }
        for index in reading.places.beginning(in: first.tokens).indices {
            let place = reading.places[index]
            let isBefore =
                reading.anchor.tokens.map {
                    place.tokens.upperBound <= $0.lowerBound && first.tokens.contains($0.lowerBound)
                } ?? false
            let dash = between(place.tokens.upperBound, min(place.tokens.upperBound + 6, first.tokens.upperBound))
                .contains {
                    ["–"].contains(reading.document.word($0))
                }
            if isBefore
                || dash && place.tokens.lowerBound <= first.tokens.lowerBound + 4
                    && reading.document.tokens[first.tokens.lowerBound].isAllCapitals
            {
                reading.places[index].isOwner = true
                reading.places[index].rule = "dateline"
            }
        }
    }

    /// The one rejection of an article that is not in English; nil where it is.
    ///
    /// Its words would be taken for others: German "die" is no death.
    func otherLanguage(_ reading: Reading) -> Rejection? {
        guard languages.isOtherThanEnglish(reading.document), let first = reading.document.sentences.first else {
            return nil
        }
        var reading = reading
        reading.reject(first.tokens.prefix(20), "other-language", sentence: 0)
        return reading.rejections.last
    }
}
