import DatelineCore

/// Tells an article on conflict from one that borrows its words: sport, markets, campaigns, accidents.
struct OtherSubject {
    /// The topic of `topics.tsv` that speaks against all others.
    static let conflict = "conflict"
    /// Words of harm, which speak for conflict against all others but disasters.
    private static let harm = "harm"
    /// Subjects whose dead and injured are their own.
    private static let harmful: Set<String> = ["disaster", "fire", "health"]
    private static let kinds: Set<CountKind> = [
        .killed, .injured, .casualties, .missing, .captured, .abducted, .evacuated, .displaced,
    ]

    private let name: String

    /// The subject that outweighs conflict in an article; nil where none does.
    init?(of reading: Reading) {
        var weights = reading.subjects
        let conflict = -(weights.removeValue(forKey: OtherSubject.conflict) ?? 0)
        let harm = -(weights.removeValue(forKey: OtherSubject.harm) ?? 0)
        let heaviest = weights.filter { $0.value > conflict + ($0.key == "disaster" ? 0 : harm) }
            .max { ($0.value, $1.key) < ($1.value, $0.key) }
        guard let heaviest else { return nil }
        name = heaviest.key
    }

    /// Whether an event stands in spite of the subject: a deed, people, a day and a place are told of it.
    ///
    /// "… asked about the shooting that killed 14 people in San Bernardino on Dec. 2", but not "the judge died in March".
    func admits(_ event: Event) -> Bool {
        guard !OtherSubject.harmful.contains(name), let place = event.place, place.level != .country else {
            return false
        }
        return event.dateText != nil && event.counts.contains { OtherSubject.kinds.contains($0.kind) }
            && !event.reasons.contains { $0.field == .type && $0.rule == "outcome" }
    }
}
