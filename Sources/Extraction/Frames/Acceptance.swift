import DatelineCore

/// Says whether enough is told to make an event of a draft.
enum Acceptance {
    /// The reason against a draft; nil where it is an event.
    static func reason(against draft: Draft) -> String? {
        if draft.isWarTotal { return "war-total" }
        let hasCount = draft.hasOwnCount
        let hasNarrowPlace = draft.place.map { $0.level != .country } ?? false
        let isLocated = draft.isPlaceStated && hasNarrowPlace
        if !hasCount {
            if isWarItself(draft, isLocated: isLocated) { return "war-itself" }
            if draft.isTold, draft.isPronoun || !(isLocated && draft.isDateStated) { return "told-already" }
            if draft.isGeneric, !draft.isDateStated || !draft.isPlaceStated { return "generic" }
        }
        var weight = hasCount ? 2.0 : 0
        if draft.isDateStated { weight += 1 }
        if isLocated { weight += 1 }
        if !draft.weapons.isEmpty { weight += 0.5 }
        if draft.place == nil { weight -= 0.5 }
        switch draft.group {
        case .attack:
            return weight >= 1.5 || isLocated ? nil : "too-little-told"
        case .interception:
            return hasCount || weight >= 2 ? nil : "too-little-told"
        case .movement:
            return hasCount || draft.isDateStated && draft.isPlaceStated && hasNarrowPlace ? nil : "too-little-told"
        case .order:
            return draft.place != nil ? nil : "too-little-told"
        case .detention:
            return hasCount ? nil : "too-little-told"
        }
    }

    /// "since Russia's invasion of Ukraine in February 2022": the war that the article is about, no event of it.
    private static func isWarItself(_ draft: Draft, isLocated: Bool) -> Bool {
        guard !isLocated, draft.types.allSatisfy({ $0.root == "battle" }), let date = draft.first.date else {
            return false
        }
        return date.isHistorical || [.month, .year].contains(date.span.precision)
    }
}
