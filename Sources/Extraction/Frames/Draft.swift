import DatelineCore

/// One happening as far as it has been told: frames that were found to mean the same.
///
/// An object, since every new telling is compared with dozens of earlier ones and copies of them took a tenth of the
/// time of reading.
final class Draft {
    var frames: [EventFrame] { didSet { sumUp() } }
    let group: EventGroup
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

    // MARK: What the frames say together

    private(set) var types: [EventType] = []
    /// The weapons; those that an act only implies where none is named.
    private(set) var weapons: [WeaponMention] = []
    private(set) var hasEventWord = false
    /// Whether it is only ever spoken of as known already.
    private(set) var isTold = true
    /// Whether a pronoun is all that tells of it: "it took place on Friday".
    private(set) var isPronoun = true
    /// Whether it is only ever spoken of in the plural: "attacks on shipping".
    private(set) var isGeneric = true
    private(set) var lastSentence = 0

    /// A happening of which one frame tells.
    init(
        frame: EventFrame,
        place: Place?,
        date: DateSpan,
        dateText: String?,
        reasons: [Reason]
    ) {
        frames = [frame]
        group = frame.group
        self.place = place
        isPlaceStated = !frame.places.isEmpty
        self.date = date
        self.dateText = dateText
        isDateStated = frame.date != nil
        counts = frame.counts
        attribution = frame.attribution
        self.reasons = reasons
        sumUp()
    }

    var first: EventFrame { frames[0] }

    private func sumUp() {
        types = frames.count == 1 ? frames[0].types : frames.flatMap(\.types)
        let all = frames.count == 1 ? frames[0].weapons : frames.flatMap(\.weapons)
        let named = all.filter { !$0.entry.isAct }
        weapons = named.isEmpty ? all : named
        hasEventWord = frames.contains(where: \.hasEventWord)
        isTold = frames.allSatisfy(\.isAnaphoric)
        isPronoun = frames.allSatisfy(\.isPronoun)
        isGeneric = group == .attack && frames.allSatisfy { $0.isPlural && !$0.types.contains { $0.root == "battle" } }
        lastSentence = frames.reduce(0) { max($0, $1.sentence) }
    }

    /// Whether it has a number that is not "none" and not a part of another.
    var hasOwnCount: Bool {
        let counts = counts
        return counts.indices.contains { counts[$0].isOwn }
    }
    var isRunningTotal: Bool {
        let counts = counts
        return counts.indices.contains { counts[$0].isOwn }
            && counts.indices.allSatisfy { !counts[$0].isOwn || counts[$0].scope == .runningTotal }
    }
    /// Whether it happened in the other parts of a country.
    var isElsewhere: Bool { first.isElsewhere }
}

extension Count {
    /// Whether it is not "none" and not a part of another.
    var isOwn: Bool { qualifier != .none && !isPart }
}
