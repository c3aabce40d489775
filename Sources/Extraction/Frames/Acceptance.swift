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
        if draft.group == .attack, hasCount, !draft.hasEventWord, isOnlyRescue(draft) { return "rescue-only" }
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
            if isMarch(draft) { return "armed-movement" }
            return hasCount || draft.isDateStated && draft.isPlaceStated && hasNarrowPlace ? nil : "too-little-told"
        case .order:
            return draft.place != nil ? nil : "too-little-told"
        case .detention:
            return hasCount ? nil : "too-little-told"
        }
    }

    /// "Fourteen migrants were rescued by the coast guard", where no attack is told.
    private static func isOnlyRescue(_ draft: Draft) -> Bool {
        draft.counts.allSatisfy { !$0.isOwn || [.rescued, .trapped].contains($0.kind) }
    }

    /// "Some 200 militants crossed the border": the armed move, but are not displaced; soldiers may be flown out.
    private static func isMarch(_ draft: Draft) -> Bool {
        draft.hasOwnCount
            && draft.counts.allSatisfy {
                !$0.isOwn || $0.kind == .displaced && [.soldier, .militant].contains($0.unit)
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
