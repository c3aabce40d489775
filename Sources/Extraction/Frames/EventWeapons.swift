import DatelineCore

/// The weapons of an event: what its frames name, else what the lines beside it or its type tell.
struct EventWeapons {
    let reading: Reading
    private var document: Document { reading.document }

    /// What a type says of the weapon by itself.
    private static let byType: [EventType: String] = [
        .attackAirstrike: "aircraft.plane", .attackDrone: "uav", .attackMissile: "missile",
    ]
    /// Weapons of people who come near, which are told of in lines of their own.
    private static let hand: Set<String> = ["smallarms", "blade", "fire"]

    /// One mention of each weapon, without those that only repeat what another states.
    func weapons(of draft: Draft, type: EventType) -> [WeaponMention] {
        var weapons: [WeaponMention] = []
        for mention in told(draft, type: type) {
            guard !weapons.contains(where: { $0.entry.code == mention.entry.code }) else { continue }
            weapons.append(mention)
        }
        // "drone" adds nothing to "Shahed drone".
        return weapons.filter { weapon in !weapons.contains { $0.entry.code.hasPrefix(weapon.entry.code + ".") } }
    }

    private func told(_ draft: Draft, type: EventType) -> [WeaponMention] {
        let own = draft.weapons
        if type == .attackExplosive || type == .interceptionDisrupted { return own.map(laid) }
        guard own.isEmpty else { return own }
        if type == .attackDirect { return beside(draft) }
        guard let code = EventWeapons.byType[type] else { return [] }
        return [mention(code, at: draft.first.trigger, rule: "weapon-of-type")]
    }

    /// A bomb that no aircraft drops was laid: "the bomb went off at the gate".
    private func laid(_ weapon: WeaponMention) -> WeaponMention {
        weapon.entry.code == "bomb.free" ? mention("ied", at: weapon.tokens, rule: "bomb-laid") : weapon
    }

    /// Weapons of the next line, or of the one before, if it has no day or place of its own: raiders kill six farmers,
    /// and "they carried rifles".
    private func beside(_ draft: Draft) -> [WeaponMention] {
        let told = Set(draft.frames.map(\.sentence))
        for index in [draft.first.sentence + 1, draft.first.sentence - 1]
        where document.sentences.indices.contains(index) && !told.contains(index) {
            let tokens = document.sentences[index].tokens
            let isOfAnother =
                !reading.places.beginning(in: tokens).isEmpty || !reading.dates.beginning(in: tokens).isEmpty
            if isOfAnother { continue }
            let weapons = reading.weapons.beginning(in: tokens).filter { EventWeapons.hand.contains($0.entry.kind) }
            if !weapons.isEmpty { return weapons.map { $0.found(by: "weapon-beside") } }
        }
        return []
    }

    private func mention(_ code: String, at tokens: Range<Int>, rule: String) -> WeaponMention {
        WeaponMention(tokens: tokens, entry: WeaponEntry(code: code, isInferred: true), rule: rule)
    }
}
