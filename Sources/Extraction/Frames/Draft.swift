import DatelineCore

/// One happening as far as it has been told: frames that were found to mean the same.
struct Draft: Sendable {
    var frames: [EventFrame]
    var group: EventGroup
    var place: Place?
    var otherPlaces: [Place] = []
    /// Whether the place was stated for it, not taken over.
    var isPlaceStated: Bool
    /// Whether its place was named before in the same paragraph.
    var isPlaceNear = false
    var date: DateSpan
    var dateText: String?
    var isDateStated: Bool
    var counts: [Count]
    var attribution: Attribution?
    var reasons: [Reason]

    /// Whether it is the toll of a whole war in the article's own voice: background, no event.
    var isWarTotal = false

    var first: EventFrame { frames[0] }
    var types: [EventType] { frames.count == 1 ? frames[0].types : frames.flatMap(\.types) }
    /// The weapons; those that an act only implies where none is named.
    var weapons: [WeaponMention] {
        let all = frames.count == 1 ? frames[0].weapons : frames.flatMap(\.weapons)
        let named = all.filter { !$0.entry.isAct }
        return named.isEmpty ? all : named
    }
    var hasEventWord: Bool { frames.contains(where: \.hasEventWord) }
    /// Whether it is only ever spoken of as known already.
    var isTold: Bool { frames.allSatisfy(\.isAnaphoric) }
    /// Whether a pronoun is all that tells of it: "it took place on Friday".
    var isPronoun: Bool { frames.allSatisfy(\.isPronoun) }
    /// Whether it is only ever spoken of in the plural: "attacks on shipping".
    var isGeneric: Bool {
        group == .attack && frames.allSatisfy { $0.isPlural && !$0.types.contains { $0.root == "battle" } }
    }
    /// Whether it has a number that is not "none" and not a part of another.
    var hasOwnCount: Bool { counts.indices.contains { counts[$0].isOwn } }
    var isRunningTotal: Bool {
        hasOwnCount && counts.indices.allSatisfy { !counts[$0].isOwn || counts[$0].scope == .runningTotal }
    }
    /// Whether it happened in the other parts of a country.
    var isElsewhere: Bool { first.isElsewhere }
    var lastSentence: Int { frames.reduce(0) { max($0, $1.sentence) } }
}

extension Count {
    /// Whether it is not "none" and not a part of another.
    var isOwn: Bool { qualifier != .none && !isPart }
}
