import DatelineCore

/// Finds what speaks against the fields of an event: other candidates beside them, tellings that differ, words that
/// leave much open.
///
/// A doubt is a ``Reason`` with a row of `rules.tsv`; its words are those that raise it.
struct Doubts {
    let reading: Reading
    let draft: Draft
    let event: Event
    /// The doubts, field by field.
    private(set) var reasons: [Reason] = []
    private var document: Document { reading.document }

    /// Finds the doubts about an event that was made of a draft.
    init(reading: Reading, draft: Draft, event: Event) {
        (self.reading, self.draft, self.event) = (reading, draft, event)
        doubtType()
        doubtDate()
        doubtPlace()
        doubtSource()
        doubtWeapon()
        doubtCount()
    }

    /// Adds a rule whose condition holds.
    private mutating func add(_ field: EventField, _ rule: String, if holds: Bool) {
        if holds { reasons.append(Reason(field: field, rule: rule)) }
    }

    /// Adds a rule that found words.
    private mutating func add(_ field: EventField, _ rule: String, at words: Range<Int>?) {
        if let words { reasons.append(Reason(field: field, rule: rule, range: document.bytes(of: words))) }
    }

    private mutating func doubtType() {
        let triggers = reading.triggers[draft.first.sentence]
        let denied = triggers.firstIndex {
            $0.tokens != draft.first.trigger && $0.entry.event != nil && $0.rejection != nil
        }
        add(.type, "plain-attack", if: event.type == .attack)
        add(.type, "launch-alone", if: event.type == .attackLaunch)
        add(.type, "several-types", if: hasSeveralTypes)
        add(.type, "no-number", if: !draft.hasOwnCount)
        add(.type, "type-retold", if: draft.frames.count > 1)
        add(.type, "no-place-no-day", if: !draft.isPlaceStated && !draft.isDateStated)
        add(.type, "long-ago", if: draft.first.date?.isHistorical == true)
        add(.type, "rejected-beside", at: denied.map { triggers[$0].tokens })
    }

    private var hasSeveralTypes: Bool {
        let named = { (type: EventType) in type != .attack && type != .attackLaunch }
        guard let first = draft.types.first(where: named) else { return false }
        return draft.types.contains { named($0) && $0 != first }
    }

    private mutating func doubtDate() {
        guard let frame = draft.datingFrame, let date = frame.date else { return }
        let other = reading.dates.beginning(in: document.sentences[frame.sentence].tokens).first {
            $0.tokens != date.tokens && $0.role != .future && $0.span != date.span
        }
        add(.date, "open-date", if: date.role != .point)
        add(.date, "long-past", if: date.isHistorical)
        add(.date, "several-dates", at: other?.tokens)
    }

    // MARK: Place

    private mutating func doubtPlace() {
        guard let place = draft.place else { return }
        let isMain = reading.country?.country == place.country || place.country == nil
        let isNamed = place.country.map { reading.countries[$0] != nil } ?? false
        add(.place, "second-country", if: !isMain && isNamed)
        add(.place, "other-country", if: !isMain && !isNamed)
        add(.place, "near-place", if: place.level == .near)
        add(.place, "site", if: place.level == .site)
        add(.place, "whole-region", if: place.level == .admin1 || place.level == .admin2)
        add(.place, "places-differ", if: draft.isPlaceStated && statesAnother(than: place))
        add(.place, "narrower-named", at: placeBeside(place))
    }

    private func statesAnother(than place: Place) -> Bool {
        draft.frames.contains { $0.places.first?.place.map { !PlaceRelation.isSame($0, place) } ?? false }
    }

    /// A name inside the place, in the sentence that states it.
    private func placeBeside(_ place: Place) -> Range<Int>? {
        guard let frame = draft.placingFrame, let mention = frame.places.first else { return nil }
        let others = reading.places.beginning(in: document.sentences[frame.sentence].tokens)
        let inner = others.indices.first { index in
            guard others[index].tokens != mention.tokens, !others[index].isOwner,
                !mention.tokens.overlaps(others[index].tokens), let other = others[index].place
            else { return false }
            return !PlaceRelation.isSame(other, place) && PlaceRelation.contains(place, other)
        }
        return inner.map { others[$0].tokens }
    }

    // MARK: Source

    private mutating func doubtSource() {
        let sentence = draft.first.sentence
        guard let attribution = draft.attribution else {
            let speaker = reading.attributions[sentence].first?.sourceTokens
            add(.source, "speaker-in-sentence", at: speaker)
            if speaker == nil { add(.source, "speaker-nearby", at: speakerBeside(sentence)) }
            return
        }
        let first = draft.first.attribution?.source.name
        let kinds: [SourceKind] = [.unnamed, .witness, .socialMedia, .analyst]
        let isBare = attribution.source.country == nil && !attribution.source.name.utf8.contains(UInt8(ascii: " "))
        add(.source, "carried-over", if: attribution.inherited)
        add(.source, "bare-body", if: isBare)
        add(.source, "background", if: draft.first.date?.isHistorical == true)
        add(.source, "unnamed-source", if: kinds.contains(attribution.source.kind))
        add(.source, "sources-differ", if: draft.frames.contains { $0.attribution?.source.name != first })
    }

    /// The first source of the sentences before and after in the same paragraph.
    private func speakerBeside(_ sentence: Int) -> Range<Int>? {
        for index in [sentence - 1, sentence + 1]
        where document.sentences.indices.contains(index)
            && document.sentences[index].paragraph == document.sentences[sentence].paragraph
        {
            if let speaker = reading.attributions[index].first { return speaker.sourceTokens }
        }
        return nil
    }

    // MARK: Weapons and counts

    private mutating func doubtWeapon() {
        let isRetold = draft.frames.count > 1 && draft.first.weapons.isEmpty
        add(.weapon, "weapon-retold", if: !event.weapons.isEmpty && isRetold)
    }

    private mutating func doubtCount() {
        let counts = event.counts
        guard !counts.isEmpty else { return }
        let whole = counts.indices.filter { !counts[$0].isPart }
        let differ = whole.indices.contains { index in
            whole[..<index].contains {
                counts[$0].kind == counts[whole[index]].kind
                    && counts[$0].unit.unitClass == counts[whole[index]].unit.unitClass
            }
        }
        let vague: [CountQualifier] = [.none, .some, .unknown]
        add(.count, "vague-number", if: counts.indices.contains { vague.contains(counts[$0].qualifier) })
        add(.count, "one-alone", if: counts.indices.contains { counts[$0].low == 1 && counts[$0].high == 1 })
        add(.count, "part", if: whole.count < counts.count)
        add(.count, "numbers-differ", if: differ)
        add(.count, "no-event-word", if: !draft.hasEventWord)
        add(.count, "number-adrift", if: !draft.isPlaceStated && !draft.isDateStated)
        add(.count, "launched-number", if: counts.indices.contains { counts[$0].kind == .launched })
        add(.count, "unattributed", if: event.source == nil)
    }
}

extension Draft {
    /// The telling whose date it took.
    var datingFrame: EventFrame? {
        isDateStated ? frames.first { $0.date?.span == date } : nil
    }

    /// The telling whose place it took.
    var placingFrame: EventFrame? {
        isPlaceStated ? frames.first { $0.places.first?.place == place } : nil
    }
}
