import DatelineCore

/// Tells the types of an article's events: what their words name, else what their weapons, their doers and the other
/// events make of them.
struct EventTyper {
    /// A type, and the rule that found it where no word named it.
    typealias Choice = (type: EventType, rule: String?)

    let reading: Reading
    /// Whether the article speaks of aircraft.
    private let hasAircraft: Bool
    /// Whether it speaks of bombs that were laid.
    private let hasLaidBombs: Bool
    private var document: Document { reading.document }

    init(reading: Reading) {
        self.reading = reading
        let kinds = Set(reading.weapons.map(\.entry.kind))
        hasAircraft = kinds.contains("aircraft")
        hasLaidBombs = !EventTyper.explosives.isDisjoint(with: kinds)
    }

    /// The types of drafts, in their order.
    func types(of drafts: [Draft]) -> [Choice] {
        let own = drafts.map(own)
        return drafts.indices.map { index in
            guard
                own[index].type == .attack || own[index].rule == "gunmen" && isStrike(drafts[index])
                    || own[index].type == .attackExplosive && isOnlyHeard(drafts[index])
            else { return own[index] }
            let context =
                context(of: drafts[index], near: drafts[..<index].suffix(20), own)
                ?? context(of: drafts[index], near: drafts[(index + 1)...].prefix(20), own)
            return context.map { ($0, "type-of-context") } ?? own[index]
        }
    }

    /// The type of a draft by itself.
    private func own(_ draft: Draft) -> Choice {
        switch draft.group {
        case .interception:
            return (
                draft.types.contains(.interceptionDisrupted) ? .interceptionDisrupted : .interceptionAirDefence, nil
            )
        case .order: return (.evacuationOrder, nil)
        case .movement:
            let isMoved = draft.counts.first?.kind == .evacuated
            return (draft.types.first ?? (isMoved ? .evacuationMovement : .displacementFlight), nil)
        case .detention:
            let isCapture = draft.counts.first?.kind == .captured
            return (draft.types.first ?? (isCapture ? .detentionCapture : .detentionAbduction), nil)
        case .attack: break
        }
        return attack(draft, kinds: Set(draft.weapons.map(\.entry.kind)))
    }

    // MARK: - Attacks

    /// The classes of weapons that make a barrage where two of them stand in one clause.
    private static let classes: [String: String] = [
        "uav": "drone", "missile": "missile", "rocket": "shell", "artillery": "shell", "mortar": "shell",
        "tank": "shell", "bomb": "air", "aircraft": "air",
    ]

    private func attack(_ draft: Draft, kinds: Set<String>) -> Choice {
        let types = draft.types
        let harmed = draft.counts.contains { $0.isOwn && [.killed, .injured, .casualties].contains($0.kind) }
        let specific = types.first { ![.attack, .attackLaunch].contains($0) }
        // The debris of a car bomb is no munition's.
        let isCar = specific == .attackExplosive && !EventTyper.explosives.isDisjoint(with: kinds)
        if types.contains(.attackDebris), !isCar { return (.attackDebris, nil) }
        let isLaunch = types.contains(.attackLaunch) && !harmed && !types.contains(.attack) && specific == nil
        if isLaunch || isOnlyLaunched(draft), !lands(draft) { return (.attackLaunch, nil) }
        if specific == nil || specific == .attackSabotage || specific == .attackShelling
            || [.attackDrone, .attackMissile].contains(specific) && isTwofold(draft), isBarrage(draft)
        {
            return (.attackBarrage, "two-weapons")
        }
        let byWeapon = EventTyper.byWeapon.first { kinds.contains($0.kind) }?.type
        switch specific {
        // Those who fell, fell in the fighting for the place.
        case .battleControl where harmed && types.contains(.battleClash): return (.battleClash, nil)
        // "A bombing in the market", where no aircraft are spoken of and car bombs are.
        case .attackAirstrike where isBombing(draft): return (.attackExplosive, "type-of-article")
        // "A drone dropped two grenades"
        case .attackAirstrike where kinds.contains("uav") && !kinds.contains("aircraft"): return (.attackDrone, nil)
        // "A drone exploded in a street", "a shell set a house on fire"
        case .attackExplosive where !EventTyper.explosives.isDisjoint(with: kinds): return (.attackExplosive, nil)
        // "A bomb went off", where no aircraft are spoken of
        case .attackExplosive where byWeapon == .attackAirstrike && isLaid(draft): return (.attackExplosive, nil)
        case .attackExplosive:
            return [.attackDrone, .attackMissile, .attackAirstrike, .attackShelling].contains(byWeapon)
                ? (byWeapon ?? .attackExplosive, "type-of-weapon") : (.attackExplosive, nil)
        case .attackSabotage:
            if let byWeapon, byWeapon != .attackSabotage, byWeapon != .attackDirect {
                return (byWeapon, "type-of-weapon")
            }
            // Houses are burnt in raids that kill.
            return harmed ? (.attackDirect, "harm-in-raid") : (.attackSabotage, nil)
        case .attackDirect, nil: break
        case let named?: return (named, nil)
        }
        if let byWeapon, byWeapon != .attackDirect { return (byWeapon, "type-of-weapon") }
        if isFight(draft) { return (.battleClash, "both-armed") }
        if let specific { return (specific, nil) }
        if let byWeapon { return (byWeapon, "type-of-weapon") }
        if draft.counts.contains(where: { $0.kind == .abducted }) || harmed && isOfGunmen(draft) {
            return (.attackDirect, "gunmen")
        }
        return (.attack, nil)
    }

    private static let explosives: Set<String> = ["carbomb", "ied", "mine", "suicide_vest", "grenade"]

    private static let byWeapon: [(kind: String, type: EventType)] = [
        ("carbomb", .attackExplosive), ("ied", .attackExplosive), ("mine", .attackExplosive),
        ("suicide_vest", .attackExplosive), ("uav", .attackDrone), ("missile", .attackMissile),
        ("bomb", .attackAirstrike), ("aircraft", .attackAirstrike), ("rocket", .attackShelling),
        ("artillery", .attackShelling), ("mortar", .attackShelling), ("tank", .attackShelling),
        ("blade", .attackDirect), ("smallarms", .attackDirect), ("sniper", .attackDirect), ("fire", .attackSabotage),
        ("cbrn", .attackUnconventional),
    ]

    /// Whether one clause names weapons of two classes: "with drones and missiles".
    private func isBarrage(_ draft: Draft) -> Bool {
        let isTwo = draft.frames.contains { frame in
            frame.weapons.contains { $0.entry.kind == "uav" } && frame.weapons.contains { $0.entry.kind == "missile" }
        }
        if isTwo { return true }
        let own = draft.first.weapons.filter { draft.first.zone.contains($0.tokens.lowerBound) }
        // "Jets fired missiles", "a drone dropped bombs": one weapon and what carried it.
        return zip(own, own.dropFirst()).contains { first, second in
            let gap = between(first.tokens.upperBound, second.tokens.lowerBound)
            return EventTyper.classes[first.entry.kind] != EventTyper.classes[second.entry.kind]
                && gap.count <= 5 && gap.contains { ["and", ",", "or", "as"].contains(document.word($0)) }
        }
    }

    /// Whether the words of its type name two weapons: "drone and missile attacks".
    private func isTwofold(_ draft: Draft) -> Bool {
        let start = draft.first.trigger.lowerBound
        guard ["and", "-"].contains(document.word(start - 1)) else { return false }
        return draft.first.weapons.contains { $0.tokens.upperBound == start - 1 }
    }

    /// Whether nothing is told but what was launched: "a drone attack, of 89 in all".
    private func isOnlyLaunched(_ draft: Draft) -> Bool {
        draft.hasOwnCount && draft.counts.allSatisfy { !$0.isOwn || $0.kind == .launched && $0.unit != .bomb }
            && draft.frames.allSatisfy { frame in
                reading.triggers[frame.sentence].allSatisfy { !$0.entry.needsTarget || $0.rejection != nil }
            }
    }

    /// Whether "bombing" means one on the ground: the article has bombs that were laid and no aircraft, or speaks of
    /// "bombings" that no state is named for ("Russian bombings").
    private func isBombing(_ draft: Draft) -> Bool {
        !hasAircraft
            && draft.frames.allSatisfy { frame in
                switch document.word(frame.trigger.upperBound - 1) {
                case "bombing", "bombed": hasLaidBombs
                case "bombings":
                    hasLaidBombs
                        || !reading.places.beginning(in: document.sentences[frame.sentence].tokens).contains {
                            $0.isOwner && $0.tokens.upperBound == frame.trigger.lowerBound
                        }
                default: false
                }
            }
    }

    /// Whether its bombs are of no kind that aircraft drop and the article has no aircraft.
    private func isLaid(_ draft: Draft) -> Bool {
        !hasAircraft && draft.weapons.allSatisfy { $0.entry.code == "bomb.free" && $0.entry.isAct }
    }

    /// Whether what was launched is said to have come down: "others came down in fields".
    private func lands(_ draft: Draft) -> Bool {
        let first = draft.first.sentence
        let paragraph = document.sentences[first].paragraph
        for index in first...min(first + 2, document.sentences.count - 1)
        where document.sentences[index].paragraph == paragraph {
            let landed = reading.triggers[index].contains {
                $0.rejection == nil && $0.entry.event == .attack && $0.entry.needsTarget
                    && $0.tokens.lowerBound > draft.first.trigger.lowerBound
            }
            if landed { return true }
        }
        return false
    }

    /// Whether all who were harmed bore arms, attackers or both sides among them.
    private func isFight(_ draft: Draft) -> Bool {
        let harmed = draft.counts.filter { [.killed, .injured].contains($0.kind) && $0.qualifier != .none }
        return harmed.contains { $0.kind == .killed && $0.unit == .militant }
            && harmed.allSatisfy { [.militant, .soldier].contains($0.unit) }
    }

    /// Whether it is told as a strike, which gunmen do not make.
    private func isStrike(_ draft: Draft) -> Bool {
        draft.frames.contains {
            ["strike", "strikes", "struck", "striking", "bombing", "raids"].contains(
                document.word($0.trigger.lowerBound)
            )
        }
    }

    /// Whether armed men are the doers: they stand before the deed or after "by", and are no source.
    private func isOfGunmen(_ draft: Draft) -> Bool {
        draft.frames.contains { frame in
            let tokens = document.sentences[frame.sentence].tokens
            let isGroup = reading.actors.beginning(in: tokens).contains { actor in
                (actor.tokens.lowerBound < frame.trigger.lowerBound
                    || (1...3).contains { document.word(actor.tokens.lowerBound - $0) == "by" })
                    && !reading.attributions[frame.sentence].contains { $0.sourceTokens.overlaps(actor.tokens) }
            }
            return isGroup
                || tokens.contains { index in
                    reading.nouns.match(document, at: index, before: tokens.upperBound)?.value.unit == .militant
                        && !reading.counts[frame.sentence].contains { $0.tokens.contains(index) }
                }
        }
    }

    /// Whether explosions are all that is told, which drones and missiles make too.
    private func isOnlyHeard(_ draft: Draft) -> Bool {
        !hasLaidBombs && draft.weapons.isEmpty && draft.types.allSatisfy { [.attackExplosive, .attack].contains($0) }
    }

    /// The type of the nearest attack: "the strike" of an article on air strikes is one.
    private func context(of draft: Draft, near others: ArraySlice<Draft>, _ own: [Choice]) -> EventType? {
        var known: [EventType] = [.attackAirstrike, .attackDrone, .attackMissile, .attackShelling, .attackBarrage]
        if !isStrike(draft) { known.append(.attackDirect) }
        // What befell people, in a report on clashes
        if !draft.hasEventWord { known.append(.battleClash) }
        return others.indices.filter { known.contains(own[$0].type) }
            .min { distance(draft, others[$0]) < distance(draft, others[$1]) }
            .map { own[$0].type }
    }

    private func distance(_ first: Draft, _ second: Draft) -> Int {
        abs(first.first.trigger.lowerBound - second.first.trigger.lowerBound)
    }
}
