import DatelineCore

/// Finds what was used, or shot down, in the happening of a frame.
struct FrameWeapons {
    let reading: Reading
    private var document: Document { reading.document }

    /// Pronouns and bare determiners that stand for munitions told of before: "another struck the port".
    private static let pronouns: WordSet = [
        "it", "they", "another", "others", "other", "one", "some", "most", "both", "all", "them", "several", "many",
        "none", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "second", "third", "rest",
    ]
    /// Weapons that fly, and so are shot down and fall as debris.
    private static let flying: Set<String> = ["uav", "usv", "missile", "rocket", "aircraft", "bomb", "artillery"]

    /// The weapons of a frame by the first rule that finds some.
    func weapons(of frame: EventFrame) -> [WeaponMention] {
        let sentence = document.sentences[frame.sentence].tokens
        // What shoots munitions down is no weapon of the event.
        let near = reading.weapons.beginning(in: frame.zone).filter { $0.entry.kind != "airdefence" && !isStored($0) }
        let named = near.filter { !$0.entry.isAct }
        if !named.isEmpty { return named }
        let counted = counted(in: frame)
        if !counted.isEmpty { return counted }
        // "Four deaths" are no four of what flew before.
        if frame.hasEventWord || frame.counts.contains(where: { CountRecognizer.munitions.contains($0.kind) }),
            pointsBack(frame.trigger, in: frame.zone), let before = before(frame.zone)
        {
            return [before]
        }
        let wide = reading.weapons.beginning(in: sentence).filter {
            $0.entry.kind != "airdefence" && !$0.entry.isAct && !isStored($0)
        }
        if !wide.isEmpty { return wide.map { $0.found(by: "weapon-in-sentence") } }
        if frame.group == .interception || frame.types.contains(.attackDebris), let before = before(frame.zone) {
            return [before]
        }
        return near.filter { !isPassive($0.tokens.lowerBound) }.map { $0.found(by: "weapon-by-act") }
    }

    /// Whether a pronoun before a trigger stands for a munition told of before: "It was shot down".
    func isTold(before trigger: TriggerMention, in zone: Range<Int>) -> Bool {
        pointsBack(trigger.tokens, in: zone) && before(zone) != nil
    }

    /// "The battery brought down ten of them": what the number counts.
    private func counted(in frame: EventFrame) -> [WeaponMention] {
        reading.counts[frame.sentence].filter {
            frame.zone.contains($0.tokens.lowerBound) && CountRecognizer.munitions.contains($0.kind)
        }.compactMap { count in
            count.unit.weapon.map { code in
                WeaponMention(
                    tokens: count.tokens,
                    entry: WeaponEntry(code: code, isInferred: true),
                    rule: "weapon-counted"
                )
            }
        }
    }

    /// Whether a pronoun or a number without a noun is the subject: "another struck", "two of them were shot down".
    private func pointsBack(_ trigger: Range<Int>, in zone: Range<Int>) -> Bool {
        var index = trigger.lowerBound
        while index > zone.lowerBound {
            let word = document.word(index - 1)
            guard SourceWords.helpers.contains(word) || SourceWords.adverbs.contains(word) || word == "been" else {
                break
            }
            index -= 1
        }
        return index > zone.lowerBound && FrameWeapons.pronouns.contains(document.word(index - 1))
    }

    /// The last munition told of before, at most three sentences back.
    private func before(_ zone: Range<Int>) -> WeaponMention? {
        let sentence = document.sentence(ofToken: zone.lowerBound)
        let first = document.sentences[max(0, sentence - 3)].tokens.lowerBound
        return reading.weapons.beginning(in: between(first, zone.lowerBound)).last {
            FrameWeapons.flying.contains($0.entry.kind) && !$0.entry.isAct
        }.map { $0.found(by: "weapon-before") }
    }

    private static let stores: WordSet = [
        "arsenal", "cache", "depot", "depots", "factory", "stock", "stockpile", "stocks", "store", "stores",
        "warehouse",
        "workshop", "launchers", "launcher", "site", "sites", "capabilities", "programme", "program", "unit",
    ]

    /// "attacked a store of guided missiles", "hit a drone factory": weapons that are the target.
    private func isStored(_ weapon: WeaponMention) -> Bool {
        if FrameWeapons.stores.contains(document.word(weapon.tokens.upperBound)) { return true }
        return (1...5).contains { step in
            document.word(weapon.tokens.lowerBound - step) == "of"
                && FrameWeapons.stores.contains(document.word(weapon.tokens.lowerBound - step - 1))
        }
    }

    private func isPassive(_ index: Int) -> Bool {
        index > 0 && ["was", "were", "been", "being"].contains(document.word(index - 1))
    }
}
