import DatelineCore

/// Finds what speaks against the fields of an event: other candidates beside them, tellings that differ, words that
/// leave much open.
///
/// A doubt is a ``Reason`` with a row of `rules.tsv`; its words are those that raise it.
struct Doubts {
    let reading: Reading
    let draft: Draft
    let event: Event
    private var document: Document { reading.document }

    /// The doubts, field by field.
    var reasons: [Reason] {
        type + date + place + source + weapon + count
    }

    /// The rules whose condition holds.
    private func doubts(_ field: EventField, _ rules: [(rule: String, holds: Bool)]) -> [Reason] {
        var reasons: [Reason] = []
        for (rule, holds) in rules where holds { reasons.append(Reason(field: field, rule: rule)) }
        return reasons
    }

    /// The rules that found words.
    private func doubts(_ field: EventField, at rules: [(rule: String, words: Range<Int>?)]) -> [Reason] {
        rules.compactMap { rule, words in
            words.map { Reason(field: field, rule: rule, range: document.bytes(of: $0)) }
        }
    }

    private var type: [Reason] {
        let first = draft.first
        let denied = reading.triggers[first.sentence].first {
            $0.tokens != first.trigger && $0.entry.event != nil && $0.rejection != nil
        }
        return doubts(
            .type,
            [
                ("plain-attack", event.type == .attack), ("launch-alone", event.type == .attackLaunch),
                ("several-types", hasSeveralTypes),
                ("no-number", !draft.hasOwnCount), ("type-retold", draft.frames.count > 1),
                ("no-place-no-day", !draft.isPlaceStated && !draft.isDateStated),
                ("long-ago", first.date?.isHistorical == true),
            ]
        ) + doubts(.type, at: [("rejected-beside", denied?.tokens)])
    }

    private var hasSeveralTypes: Bool {
        let types = draft.types.filter { $0 != .attack && $0 != .attackLaunch }
        return types.contains { $0 != types[0] }
    }

    private var date: [Reason] {
        guard let frame = draft.datingFrame, let date = frame.date else { return [] }
        let other = reading.dates.beginning(in: document.sentences[frame.sentence].tokens).first {
            $0.tokens != date.tokens && $0.role != .future && $0.span != date.span
        }
        return doubts(.date, [("open-date", date.role != .point), ("long-past", date.isHistorical)])
            + doubts(.date, at: [("several-dates", other?.tokens)])
    }

    // MARK: Place

    private var place: [Reason] {
        guard let place = draft.place else { return [] }
        let isMain = reading.country?.country == place.country || place.country == nil
        let isNamed = place.country.flatMap { reading.countries[$0] } != nil
        return doubts(
            .place,
            [
                ("second-country", !isMain && isNamed), ("other-country", !isMain && !isNamed),
                ("near-place", place.level == .near), ("site", place.level == .site),
                ("whole-region", [.admin1, .admin2].contains(place.level)),
                ("places-differ", draft.isPlaceStated && statesAnother(than: place)),
            ]
        ) + placesBeside(place)
    }

    private func statesAnother(than place: Place) -> Bool {
        draft.frames.contains { $0.places.first?.place.map { !PlaceRelation.isSame($0, place) } ?? false }
    }

    /// A name inside the place, in the sentence that states it.
    private func placesBeside(_ place: Place) -> [Reason] {
        guard let frame = draft.placingFrame, let mention = frame.places.first else { return [] }
        let others = reading.places.beginning(in: document.sentences[frame.sentence].tokens).filter {
            $0.tokens != mention.tokens && !$0.isOwner && !mention.tokens.overlaps($0.tokens)
        }
        let inner = others.first { other in
            other.place.map { !PlaceRelation.isSame($0, place) && PlaceRelation.contains(place, $0) } ?? false
        }
        return doubts(.place, at: [("narrower-named", inner?.tokens)])
    }

    // MARK: Source

    private var source: [Reason] {
        let sentence = draft.first.sentence
        guard let attribution = draft.attribution else {
            let near = [sentence - 1, sentence + 1].filter {
                document.sentences.indices.contains($0)
                    && document.sentences[$0].paragraph == document.sentences[sentence].paragraph
            }
            let speaker = reading.attributions[sentence].first
            let neighbour = near.lazy.compactMap { reading.attributions[$0].first }.first
            return doubts(
                .source,
                at: [
                    ("speaker-in-sentence", speaker?.sourceTokens),
                    ("speaker-nearby", speaker == nil ? neighbour?.sourceTokens : nil),
                ]
            )
        }
        let first = draft.first.attribution?.source.name
        let kinds: [SourceKind] = [.unnamed, .witness, .socialMedia, .analyst]
        return doubts(
            .source,
            [
                ("carried-over", attribution.inherited),
                ("bare-body", attribution.source.country == nil && !attribution.source.name.contains(" ")),
                ("background", draft.first.date?.isHistorical == true),
                ("unnamed-source", kinds.contains(attribution.source.kind)),
                ("sources-differ", draft.frames.contains { $0.attribution?.source.name != first }),
            ]
        )
    }

    // MARK: Weapons and counts

    private var weapon: [Reason] {
        guard !event.weapons.isEmpty else { return [] }
        return doubts(.weapon, [("weapon-retold", draft.frames.count > 1 && draft.first.weapons.isEmpty)])
    }

    private var count: [Reason] {
        guard !event.counts.isEmpty else { return [] }
        let whole = event.counts.filter { !$0.isPart }
        let differ = whole.indices.contains { index in
            whole[..<index].contains {
                $0.kind == whole[index].kind && $0.unit.unitClass == whole[index].unit.unitClass
            }
        }
        return doubts(
            .count,
            [
                ("vague-number", event.counts.contains { [.none, .some, .unknown].contains($0.qualifier) }),
                ("one-alone", event.counts.contains { $0.low == 1 && $0.high == 1 }),
                ("part", event.counts.contains(where: \.isPart)),
                ("numbers-differ", differ), ("no-event-word", !draft.hasEventWord),
                ("number-adrift", !draft.isPlaceStated && !draft.isDateStated),
                ("launched-number", event.counts.contains { $0.kind == .launched }),
                ("unattributed", event.source == nil),
            ]
        )
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
