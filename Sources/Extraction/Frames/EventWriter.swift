import DatelineCore

/// Writes the event of a draft.
struct EventWriter {
    let reading: Reading
    private var document: Document { reading.document }

    /// The event of a draft, with its evidence and reasons.
    func event(_ draft: Draft, type: EventTyper.Choice) -> Event {
        let mentions = EventWeapons(reading: reading).weapons(of: draft, type: type.type)
        let weapons = mentions.map { Weapon(code: $0.entry.code, text: document.text(of: $0.tokens)) }
        let sentence = document.sentences[draft.first.sentence]
        let status = draft.attribution?.status ?? .reported
        var event = Event(
            type: type.type,
            date: date(draft),
            dateText: draft.dateText,
            place: draft.place,
            otherPlaces: draft.otherPlaces,
            source: draft.attribution?.source,
            status: status,
            actor: draft.frames.lazy.compactMap(\.actor).first,
            target: nil,
            weapons: weapons,
            counts: ordered(draft.counts, group: draft.group),
            evidence: Evidence(
                sentence: sentence.number,
                range: sentence.range,
                trigger: document.bytes(of: draft.first.trigger),
                quote: document.text(sentence.range)
            ),
            reasons: []
        )
        event.reasons = reasons(draft, typeRule: type.rule, counts: event.counts)
        event.reasons += mentions.map { Reason(field: .weapon, rule: $0.rule, range: document.bytes(of: $0.tokens)) }
        event.reasons += Doubts(reading: reading, draft: draft, event: event).reasons
        event.confidence = ConfidenceRules.embedded.levels(of: event.reasons)
        return event
    }

    /// Why each field is as it is; of several rules of a field the one that decided stands first.
    private func reasons(_ draft: Draft, typeRule: String?, counts: [Count]) -> [Reason] {
        var reasons = draft.reasons.filter { reason in
            reason.field != .count || counts.contains { $0.range == reason.range }
        }
        let deciding: [(field: EventField, tokens: Range<Int>?)] = [
            (.date, draft.datingFrame?.date?.tokens), (.place, draft.placingFrame?.places.first?.tokens),
        ]
        for (field, tokens) in deciding {
            let range = tokens.map(document.bytes)
            if let index = reasons.firstIndex(where: { $0.field == field && $0.range == range }), range != nil {
                reasons.insert(reasons.remove(at: index), at: 0)
            }
        }
        if let typeRule {
            reasons.insert(Reason(field: .type, rule: typeRule), at: 0)
        } else if !draft.hasEventWord {
            reasons.insert(Reason(field: .type, rule: "outcome", range: document.bytes(of: draft.first.trigger)), at: 0)
        } else if let index = reasons.firstIndex(where: { $0.field == .type && $0.rule == "trigger" }) {
            reasons.insert(reasons.remove(at: index), at: 0)
        }
        if let attribution = draft.attribution {
            let range = document.bytes(of: attribution.sourceTokens)
            reasons.append(Reason(field: .source, rule: attribution.rule, range: range))
        } else {
            reasons.append(Reason(field: .source, rule: "own-voice"))
        }
        return reasons
    }

    private func date(_ draft: Draft) -> DateSpan {
        guard draft.isRunningTotal, let end = draft.counts.compactMap(\.asOf).first else { return draft.date }
        if draft.first.date?.role == .since, let start = draft.date.start {
            return DateSpan(start: start, end: end, precision: .open, method: draft.date.method)
        }
        return DateSpan(start: nil, end: end, precision: .asOf, method: draft.date.method)
    }

    /// The leading count of the group first, otherwise in the order of the text.
    private func ordered(_ counts: [Count], group: EventGroup) -> [Count] {
        let leading: [CountKind] =
            switch group {
            case .attack: [.launched, .killed, .injured]
            case .interception: [.intercepted]
            case .movement, .order: [.evacuated, .displaced]
            case .detention: [.abducted, .captured]
            }
        let rank = { (count: Count) in leading.firstIndex(of: count.kind) ?? leading.count }
        return counts.enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }.map(
            \.element
        )
    }
}
