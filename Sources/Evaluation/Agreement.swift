import DatelineCore

/// How far a gold event and one that the program found agree, field by field.
struct Agreement {
    let gold: ScoredEvent
    let found: ScoredEvent

    // MARK: Dates

    /// Whether the found span is one of the right ones.
    var hasExactDate: Bool {
        found.spans.contains { gold.spans.contains($0) }
    }

    /// Whether a found span comes within a day of a right one; nothing known goes with everything.
    var hasCompatibleDate: Bool {
        gold.spans.contains { wanted in
            found.spans.contains { span in
                if span.start == nil, span.end == nil { return true }
                if wanted.start == nil, wanted.end == nil { return true }
                let beginsInTime = span.start.flatMap { start in wanted.end.map { start <= $0 + 1 } } ?? true
                let endsInTime = span.end.flatMap { end in wanted.start.map { end >= $0 - 1 } } ?? true
                return beginsInTime && endsInTime
            }
        }
    }

    // MARK: Places

    var hasCountry: Bool {
        gold.place.country.nonEmpty == found.place.country.nonEmpty
    }

    var hasAdmin1: Bool {
        guard hasCountry else { return false }
        var wanted = [gold.place.admin1].compactMap { $0.nonEmpty } + (gold.place.admin1Also ?? [])
        if gold.place.level == "admin1" { wanted += gold.names }
        if wanted.isEmpty || ["country", "area", "sea", "unknown"].contains(gold.place.level) { return true }
        let own = found.place.level == "admin1" ? found.place.name.nonEmpty : nil
        guard let region = found.place.admin1.nonEmpty ?? own else { return false }
        return wanted.contains { NameWords.areSame($0, region, without: NameWords.genericPlace) }
    }

    var hasPlace: Bool {
        guard hasCountry else { return false }
        let level = gold.place.level ?? "unknown"
        if level == "unknown", gold.names.isEmpty { return found.names.isEmpty }
        if level == "area" || level == "sea", found.names.isEmpty { return true }
        if let wanted = Agreement.levelClass(level), let got = Agreement.levelClass(found.place.level), wanted != got {
            return false
        }
        return sharesPlaceName
    }

    var hasCompatiblePlace: Bool {
        if gold.names.isEmpty || found.names.isEmpty || sharesPlaceName { return true }
        guard hasCountry else { return false }
        let levels = [gold.place.level, found.place.level]
        if levels.contains(where: { ["country", "area", "sea", "unknown", nil].contains($0) }) { return true }
        return hasAdmin1 && (levels.contains("admin1") || found.place.admin1.nonEmpty != nil)
    }

    private var sharesPlaceName: Bool {
        gold.names.contains { name in
            found.names.contains { NameWords.areSame(name, $0, without: NameWords.genericPlace) }
        }
    }

    /// Levels that count as one; areas, seas and the unknown go with every level.
    private static func levelClass(_ level: String?) -> String? {
        switch level {
        case "site", "place", "near": "place"
        case "admin2", "admin1", "country": level
        default: nil
        }
    }

    // MARK: Sources and weapons

    /// Whether a found source is a right one; the outlet's own name stands for the article's voice.
    func hasSource(publisher: String? = nil) -> Bool {
        gold.sources.contains { wanted in
            found.sources.contains { source in
                if wanted == ScoredEvent.narrator || source == ScoredEvent.narrator {
                    if wanted == source { return true }
                    guard let publisher, !publisher.isEmpty else { return false }
                    let named = wanted == ScoredEvent.narrator ? source : wanted
                    return NameWords.areSame(publisher, named, without: NameWords.genericSource)
                }
                let first = Set(NameWords.core(wanted, without: NameWords.genericSource))
                let second = Set(NameWords.core(source, without: NameWords.genericSource))
                if first == second { return true }
                if !first.isEmpty, !second.isEmpty, first.isSubset(of: second) || second.isSubset(of: first) {
                    return true
                }
                let shared = first.intersection(second).count
                return Double(shared) / Double(max(1, first.union(second).count)) >= 0.6
            }
        }
    }

    var hasWeapon: Bool {
        func classes(_ event: ScoredEvent) -> Set<Substring> {
            Set(event.weapons.map { $0.prefix { $0 != "." } })
        }
        return !classes(gold).isDisjoint(with: classes(found))
    }

    var hasType: Bool {
        gold.type == found.type || (gold.root == found.root && gold.root == gold.type[...])
    }

    // MARK: The whole

    /// How alike the two are; zero where they cannot be the same event.
    var similarity: Double {
        guard gold.group == found.group || (gold.tier == 2 && [gold.group, found.group].contains("other")) else {
            return 0
        }
        let shared = gold.counts.count { wanted in found.counts.contains { wanted.agrees(with: $0) } }
        let (place, date) = (hasCompatiblePlace, hasCompatibleDate)
        guard place && date || shared > 0 else { return 0 }
        var sum = 1 + 3 * Double(shared)
        sum += hasPlace ? 2 : 0
        sum += place ? 1 : 0
        sum += date ? 1 : 0
        sum += hasExactDate ? 1 : 0
        sum += gold.type == found.type ? 1 : 0
        sum += hasWeapon ? 0.5 : 0
        sum += hasSource() ? 0.5 : 0
        sum += gold.tier == 1 ? 0.25 : 0
        return sum
    }
}

extension GoldCount {
    private static let munitions: Set<String> = ["drone", "missile", "bomb", "shell", "munition"]

    /// Units that count as one.
    private var unitClass: String {
        switch unit {
        case "person", "people", "civilian", "soldier", "militant", "child", "woman", "family", "household": "person"
        case "drone": "drone"
        case "missile", "rocket": "missile"
        case "bomb": "bomb"
        case "shell": "shell"
        case "aircraft", "helicopter": "aircraft"
        case "munition": "munition"
        default: ["launched", "intercepted", "hit", "fate_unknown"].contains(kind) ? "munition" : "person"
        }
    }

    /// Whether two counts say the same: kind, class of unit, low and high.
    func agrees(with other: GoldCount) -> Bool {
        guard kind == other.kind, low == other.low, high == other.high else { return false }
        let classes: Set = [unitClass, other.unitClass]
        return classes.count == 1
            || classes.contains("munition") && classes.isSubset(of: GoldCount.munitions.union(["aircraft"]))
    }
}

extension String? {
    /// The text, or nil when there is none in it.
    fileprivate var nonEmpty: String? {
        flatMap { $0.isEmpty ? nil : $0 }
    }
}
