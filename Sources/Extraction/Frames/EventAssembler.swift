import DatelineCore

/// Makes events of frames: takes over what the context gives, merges double mentions, drops what says too little.
struct EventAssembler {
    var reading: Reading
    let merger: Merger
    /// The first place that the text locates something in.
    private let lead: Place?
    private var document: Document { reading.document }

    init(_ reading: Reading) {
        self.reading = reading
        merger = Merger(document: reading.document, anchor: reading.anchor.date)
        lead =
            reading.places.first {
                $0.isLocation && $0.role == .location && $0.place.map { $0.level != .country } ?? false
            }?.place
    }

    /// What the text has given so far for those that state nothing themselves.
    private struct Context {
        var paragraph = -1
        var place: Place?
        var date: (span: DateSpan, text: String, range: ByteRange)?
        var headingPlace: Place?
        var headingDate: (span: DateSpan, text: String, range: ByteRange)?
        var lastPlace: Place?
    }

    /// The events and rejections of the article.
    func assemble() -> (events: [Event], rejections: [Rejection]) {
        var copy = self
        let builder = FrameBuilder(reading)
        var drafts: [Draft] = []
        var context = Context()
        for sentence in document.sentences.indices {
            copy.enter(sentence, &context)
            let frames = builder.frames(of: sentence)
            if frames.isEmpty { copy.enterDate(of: sentence, &context) }
            for frame in frames {
                let draft = copy.draft(frame, context, after: drafts)
                if let last = toldHarmless(by: draft, drafts) {
                    merger.merge(draft, into: drafts[last], rule: "none-harmed")
                } else if let home = merger.home(of: draft, among: drafts) {
                    merger.merge(draft, into: drafts[home.index], rule: home.rule)
                    context.place = drafts[home.index].place ?? context.place
                } else if let index = merger.antecedent(of: draft, among: drafts) {
                    merger.merge(draft, into: drafts[index], rule: "told-again")
                } else if !draft.hasOwnCount, !draft.hasEventWord {
                    continue
                } else {
                    drafts.append(draft)
                }
                if let place = draft.place,
                    draft.isPlaceStated || draft.reasons.contains(where: { $0.rule == "own-region" })
                {
                    context.place = place
                    if !draft.isElsewhere { context.lastPlace = place }
                }
                // A year of long ago dates its own sentence only.
                if draft.isDateStated, let date = frame.date, !isBackground(date) {
                    context.date = (date.span, document.text(of: date.tokens), document.bytes(of: date.tokens))
                }
            }
        }
        if let anchor = reading.anchor.date { StoryDay(document: document, anchor: anchor).date(drafts) }
        var accepted: [Draft] = []
        for draft in drafts {
            if let reason = Acceptance.reason(against: draft) {
                copy.reading.reject(draft.first.trigger, reason, sentence: draft.first.sentence)
            } else {
                accepted.append(draft)
            }
        }
        let writer = EventWriter(reading: reading)
        let types = EventTyper(reading: reading).types(of: accepted)
        let events = zip(accepted, types).map { writer.event($0, type: $1) }
        return (events, copy.reading.rejections)
    }

    private func isBackground(_ date: DateMention) -> Bool {
        date.isHistorical && [.month, .year].contains(date.span.precision)
    }

    /// The event of the same paragraph in which nobody was harmed: the attack told last, else an interception.
    private func toldHarmless(by draft: Draft, _ drafts: [Draft]) -> Int? {
        guard draft.group == .attack, !draft.hasEventWord, !draft.counts.isEmpty,
            draft.counts.allSatisfy({ $0.qualifier == .none })
        else { return nil }
        let paragraph = document.sentences[draft.first.sentence].paragraph
        let near = drafts.indices.suffix(6).filter {
            document.sentences[drafts[$0].lastSentence].paragraph == paragraph
        }
        return near.last { drafts[$0].group == .attack } ?? near.last { drafts[$0].group == .interception }
    }

    /// Updates the context at the beginning of a sentence.
    private func enter(_ sentence: Int, _ context: inout Context) {
        let tokens = document.sentences[sentence].tokens
        let paragraph = document.sentences[sentence].paragraph
        let isNew = paragraph != context.paragraph
        if isNew {
            context.paragraph = paragraph
            context.place = nil
            context.date = nil
        }
        let heading = reading.places.beginning(in: tokens).first {
            $0.isHeading && $0.place != nil && !isDateline($0)
        }
        let dateHeading = reading.dates.beginning(in: tokens).first(where: \.isHeading)
        // A line that is only a heading governs what follows until the next one; one that opens a paragraph, that paragraph.
        let opens = isNew || sentence > 0 && isListNumber(sentence - 1)
        let isLine = tokens.count <= 14 && !["."].contains(document.word(tokens.upperBound - 1)) && opens
        if let place = heading?.place, opens {
            if isLine { context.headingPlace = place } else { context.place = place }
        } else if isLine, dateHeading != nil {
            context.headingPlace = nil
        }
        if let date = dateHeading {
            let value = (date.span, document.text(of: date.tokens), document.bytes(of: date.tokens))
            if isLine { context.headingDate = value } else { context.date = value }
        }
    }

    /// Takes the date of a sentence that tells no event for those after it, as of "Thursday was worse".
    private func enterDate(of sentence: Int, _ context: inout Context) {
        let tokens = document.sentences[sentence].tokens
        guard let date = reading.dates.beginning(in: tokens).last, date.role == .point, !date.isHistorical,
            !date.isBesideTelling,
            // "They were still coming at about seven": the day goes on.
            date.span.precision == .clockTime && date.span.method == .sameParagraph
                || setsScene(date, in: tokens)
                    && [.day, .night, .partOfDay, .range].contains(date.span.precision),
            !reading.isStatementDate(date, sentence: sentence), !isOfSpeech(date, sentence)
        else { return }
        context.date = (date.span, document.text(of: date.tokens), document.bytes(of: date.tokens))
    }

    /// Whether a part of a day stands in a sentence of speech outside what was said.
    private func isOfSpeech(_ date: DateMention, _ sentence: Int) -> Bool {
        let spoken = reading.attributions[sentence].filter { $0.sentence == sentence && !$0.inherited }
        return date.span.precision == .partOfDay && !spoken.isEmpty
            && !spoken.contains { $0.scope.contains { $0.overlaps(date.tokens) } }
    }

    /// Whether a date is what its sentence is about: its opening words, a night, or the day of a place named in it.
    private func setsScene(_ date: DateMention, in tokens: Range<Int>) -> Bool {
        date.tokens.lowerBound <= tokens.lowerBound + 1 || date.span.precision == .night
            || reading.places.beginning(in: tokens).contains { $0.isLocation && $0.role == .location }
    }

    /// Whether a sentence is the number of a list's item, such as "1".
    private func isListNumber(_ sentence: Int) -> Bool {
        document.sentences[sentence].tokens.allSatisfy { document.tokens[$0].kind != .word }
    }

    private func isDateline(_ mention: PlaceMention) -> Bool {
        document.sentence(ofToken: mention.tokens.lowerBound) == 0
            && document.tokens[mention.name.lowerBound].isAllCapitals
    }

    /// A frame with what it states and what the context gives.
    private func draft(_ frame: EventFrame, _ context: Context, after drafts: [Draft]) -> Draft {
        var reasons = frame.reasons
        let choice = place(for: frame, context)
        let place = choice?.place
        if let choice { reasons.append(Reason(field: .place, rule: choice.rule, range: choice.range)) }
        var span: DateSpan
        var text: String?
        if let date = frame.date {
            span = date.span
            text = document.text(of: date.tokens)
            reasons.append(Reason(field: .date, rule: date.rule, range: document.bytes(of: date.tokens)))
        } else if let date = context.date ?? context.headingDate {
            span = date.span
            span.method = .sameParagraph
            reasons.append(Reason(field: .date, rule: "date-before", range: date.range))
        } else if let first = drafts.first, isBreakdown(frame, place, of: first) {
            span = first.date
            span.method = .sameEvent
            reasons.append(
                Reason(
                    field: .date,
                    rule: "date-of-lead",
                    range: first.frames[0].date.map { document.bytes(of: $0.tokens) }
                )
            )
        } else if let telling = dayOfTelling(frame) {
            let day = telling.span.end
            span = DateSpan(start: day, end: day, precision: .inferred, method: .sameParagraph)
            reasons.append(Reason(field: .date, rule: "day-of-telling", range: document.bytes(of: telling.tokens)))
        } else if let anchor = reading.anchor.date {
            span = DateSpan(start: anchor, end: anchor, precision: .inferred, method: .publication)
            reasons.append(Reason(field: .date, rule: "publication", range: nil))
        } else {
            span = .unknown
            reasons.append(Reason(field: .date, rule: "no-anchor", range: nil))
        }
        let draft = Draft(frame: frame, place: place, date: span, dateText: text, reasons: reasons)
        draft.isPlaceNear = choice?.rule == "same-paragraph"
        draft.otherPlaces = others(frame)
        total(draft, frame)
        if let last = drafts.last, goesOn(frame, last) {
            draft.date = last.date
            for index in draft.counts.indices {
                draft.counts[index].scope = .runningTotal
                draft.counts[index].asOf = last.counts.compactMap(\.asOf).first
            }
        }
        return draft
    }

    /// Where a frame happened: as stated, else as the context gives it.
    private func place(for frame: EventFrame, _ context: Context) -> (place: Place, rule: String, range: ByteRange?)? {
        if let stated = frame.places.first, let place = stated.place,
            stated.role != .between || context.headingPlace == nil
        {
            return (place, stated.rule, document.bytes(of: stated.tokens))
        }
        let seat = seat(frame, context)
        // The toll of a whole war is of no town that another paragraph named.
        let whole = isSinceTheWar(frame) ? own(frame) ?? reading.country : nil
        let choices: [(place: Place?, rule: String)] = [
            (seat?.level == .admin1 ? seat : nil, "own-region"), (context.place, "same-paragraph"),
            (context.headingPlace, "heading"),
            (home(frame), "own-country"), (seat, "own-region"), (whole, "main-country"),
            (context.lastPlace, "place-before"), (lead, "lead"),
            (reading.country, "main-country"),
        ]
        for choice in choices {
            if let place = choice.place { return (place, choice.rule, nil) }
        }
        return nil
    }

    /// Air defence that names no place speaks of its own country.
    private func home(_ frame: EventFrame) -> Place? {
        frame.group == .interception ? own(frame) : nil
    }

    /// The country of who says so.
    private func own(_ frame: EventFrame) -> Place? {
        guard let code = frame.attribution?.source.country else { return nil }
        return reading.countries[code]
            ?? (reading.country?.country == code ? reading.country : reading.lands[code])
    }

    /// A local body that names no place speaks of its own: a governor of the region, officials of the town.
    private func seat(_ frame: EventFrame, _ context: Context) -> Place? {
        let source = frame.attribution?.sourceTokens ?? frame.zone
        let isLocal =
            frame.attribution.map {
                [.localAuthority, .policeProsecutor, .emergencyService, .hospital].contains($0.source.kind)
            } ?? false
        guard isLocal || [.order, .movement].contains(frame.group) else { return nil }
        let isGovernor = [frame.zone, source].joined().contains {
            ["governor", "regional", "provincial"].contains(document.word($0))
        }
        guard isLocal || isGovernor else { return nil }
        let named = (Array(reading.places.beginning(in: source)) + Array(reading.places.beginning(in: frame.zone)))
            .compactMap(\.place).first { $0.level != .country }
        guard isGovernor else { return named }
        guard let place = named ?? context.place ?? context.lastPlace else { return nil }
        return place.admin1ID.flatMap { reading.regions[$0] } ?? place
    }

    /// Whether a frame without a date breaks down what the lead told: the same group, in the lead's place.
    private func isBreakdown(_ frame: EventFrame, _ place: Place?, of first: Draft) -> Bool {
        guard first.isDateStated, first.group == frame.group, !first.isRunningTotal,
            first.datingFrame?.date?.isHistorical == false,
            let place, let outer = first.place
        else { return false }
        return PlaceRelation.isSame(outer, place) || PlaceRelation.contains(outer, place)
            || first.otherPlaces.contains { PlaceRelation.isSame($0, place) || PlaceRelation.contains($0, place) }
    }

    /// The day on which a frame's sentence was said, where that is before the article's.
    private func dayOfTelling(_ frame: EventFrame) -> DateMention? {
        reading.dates.beginning(in: document.sentences[frame.sentence].tokens).first { date in
            date.role == .point && !date.isHistorical && reading.isStatementDate(date, sentence: frame.sentence)
        }
    }

    /// Further places listed with the first: of the same level and role, joined by commas or "and".
    private func others(_ frame: EventFrame) -> [Place] {
        guard let first = frame.places.first?.place else { return [] }
        return frame.places.dropFirst().compactMap(\.place).filter { place in
            place.level == first.level && !PlaceRelation.isSame(place, first) && place.country == first.country
        }
    }

    /// Marks numbers that grow over time: "as of Saturday", "since the war began".
    private func total(_ draft: Draft, _ frame: EventFrame) {
        var asOf: CivilDate?
        var isTotal = false
        if let date = frame.date {
            if date.role == .asOf {
                (isTotal, asOf) = (true, date.span.end)
            } else if date.role == .since, let start = date.span.start, let anchor = reading.anchor.date,
                anchor - start > 14
            {
                isTotal = true
            }
        }
        if !isTotal, isSinceTheWar(frame) { (isTotal, draft.isWarTotal) = (true, frame.attribution == nil) }
        guard isTotal else { return }
        for index in draft.counts.indices {
            draft.counts[index].scope = .runningTotal
            draft.counts[index].asOf = asOf ?? reading.anchor.date
        }
    }

    /// Whether a bare number of the perfect goes on with the total told right before: "80 people have been killed since
    /// then. As many as 30 have been wounded."
    private func goesOn(_ frame: EventFrame, _ last: Draft) -> Bool {
        guard last.isRunningTotal, last.group == frame.group, frame.date == nil, frame.places.isEmpty,
            !frame.hasEventWord, last.lastSentence == frame.sentence - 1,
            document.sentences[last.lastSentence].paragraph == document.sentences[frame.sentence].paragraph
        else { return false }
        let verb = frame.trigger.lowerBound
        // "It has published the names of 300 dead."
        if document.word(verb) == "dead" { return !["was", "were"].contains(document.word(verb - 1)) }
        return document.word(verb - 1) == "been" && ["have", "has"].contains(document.word(verb - 2))
    }

    private func isSinceTheWar(_ frame: EventFrame) -> Bool {
        let tokens = frame.zone
        return tokens.contains { index in
            guard ["since", "war", "conflict", "invasion", "insurgency"].contains(document.word(index)) else {
                return false
            }
            let next = (1...7).map { document.word(index + $0) }
            if document.word(index) == "since" {
                return !isRecord(before: index)
                    && next.contains {
                        ["war", "began", "invasion", "conflict", "outbreak", "coup", "start", "beginning", "then"]
                            .contains(
                                $0
                            )
                    }
            }
            // "The conflict, which began in April, has claimed …"
            return (1...16).contains { step in
                ["has", "have"].contains(document.word(index + step))
                    && ["killed", "resulted", "claimed", "displaced", "left", "caused", "cost"].contains(
                        document.word(index + step + 1)
                    )
            }
        }
    }

    /// "One of the largest raids since the war began" tells of one raid.
    private func isRecord(before index: Int) -> Bool {
        (max(0, index - 8)..<index).contains { EventAssembler.records.contains(document.word($0)) }
    }

    private static let records: WordSet = [
        "biggest", "bloodiest", "deadliest", "first", "fiercest", "heaviest", "highest", "largest", "most", "worst",
    ]
}
