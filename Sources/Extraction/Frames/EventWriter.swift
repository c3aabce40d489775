import DatelineCore

/// Writes the event of a draft.
struct EventWriter {
    let reading: Reading
    private var document: Document { reading.document }

    /// The event, with its evidence and reasons.
    func event(_ draft: Draft) -> Event {
        let weapons = weapons(draft)
        let sentence = document.sentences[draft.first.sentence]
        let status = draft.attribution?.status ?? .reported
        var reasons = draft.reasons
        if let attribution = draft.attribution {
            reasons.append(
                Reason(field: .source, rule: attribution.rule, range: document.bytes(of: attribution.sourceTokens))
            )
        } else {
            reasons.append(Reason(field: .source, rule: "own-voice", range: nil))
        }
        return Event(
            type: type(draft, weapons: weapons),
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
            reasons: reasons
        )
    }

    private func date(_ draft: Draft) -> DateSpan {
        guard draft.isRunningTotal, let end = draft.counts.compactMap(\.asOf).first else { return draft.date }
        if draft.first.date?.role == .since, let start = draft.date.start {
            return DateSpan(start: start, end: end, precision: .open, method: draft.date.method)
        }
        return DateSpan(start: nil, end: end, precision: .asOf, method: draft.date.method)
    }

    private func weapons(_ draft: Draft) -> [Weapon] {
        var weapons: [Weapon] = []
        for mention in draft.weapons where mention.entry.kind != "airdefence" {
            guard !weapons.contains(where: { $0.code == mention.entry.code }) else { continue }
            weapons.append(Weapon(code: mention.entry.code, text: document.text(of: mention.tokens)))
        }
        // "drone" adds nothing to "Shahed drone".
        return weapons.filter { weapon in !weapons.contains { $0.code.hasPrefix(weapon.code + ".") } }
    }

    /// The type: what a trigger names, else what the weapons make of an attack.
    private func type(_ draft: Draft, weapons: [Weapon]) -> EventType {
        let types = draft.types
        switch draft.group {
        case .interception:
            return types.contains(.interceptionDisrupted) ? .interceptionDisrupted : .interceptionAirDefence
        case .order: return .evacuationOrder
        case .movement:
            return types.first ?? (draft.counts.first?.kind == .evacuated ? .evacuationMovement : .displacementFlight)
        case .detention:
            return types.first ?? (draft.counts.first?.kind == .captured ? .detentionCapture : .detentionAbduction)
        case .attack: break
        }
        if types.contains(.attackDebris) { return .attackDebris }
        let harmed = draft.ownCounts.contains { [.killed, .injured, .casualties].contains($0.kind) }
        let specific = types.first { ![.attack, .attackLaunch].contains($0) }
        let kinds = Set(weapons.map { String($0.code.prefix { $0 != "." }) })
        if kinds.contains("uav"), kinds.contains("missile"), !types.contains(.attackLaunch) || harmed, specific == nil {
            return .attackBarrage
        }
        // "A drone dropped two grenades"
        if specific == .attackAirstrike, kinds.contains("uav"), !kinds.contains("aircraft") { return .attackDrone }
        if let specific, specific.root == "battle" || specific != .attackDirect { return specific }
        if types.contains(.attackLaunch), !harmed, !types.contains(.attack) { return .attackLaunch }
        let byWeapon: [(String, EventType)] = [
            ("carbomb", .attackExplosive), ("ied", .attackExplosive), ("mine", .attackExplosive),
            ("suicide_vest", .attackExplosive),
            ("uav", .attackDrone), ("missile", .attackMissile), ("bomb", .attackAirstrike),
            ("aircraft", .attackAirstrike),
            ("rocket", .attackShelling), ("artillery", .attackShelling), ("mortar", .attackShelling),
            ("tank", .attackShelling),
            ("blade", .attackDirect), ("smallarms", .attackDirect), ("sniper", .attackDirect),
            ("fire", .attackSabotage),
            ("cbrn", .attackUnconventional),
        ]
        if let found = byWeapon.first(where: { kinds.contains($0.0) }) { return found.1 }
        return specific ?? .attack
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
