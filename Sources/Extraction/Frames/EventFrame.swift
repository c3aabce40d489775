import DatelineCore

/// What one clause tells of one happening: triggers, numbers, and the places, dates and weapons beside them.
struct EventFrame: Sendable {
    /// The group within which frames can be the same event.
    var group: EventGroup
    /// The types that the triggers name, in the order of the text.
    var types: [EventType]
    /// The sentence, as an index into the document's.
    var sentence: Int
    /// The clause.
    var zone: Range<Int>
    /// The first trigger.
    var trigger: Range<Int>
    /// The numbers, with what they count.
    var counts: [Count]
    /// Locations in the clause, nearest to the trigger first.
    var places: [PlaceMention]
    /// The date stated for it.
    var date: DateMention?
    /// Weapons in the clause.
    var weapons: [WeaponMention]
    /// Who says so.
    var attribution: Attribution?
    /// Whether it is told as one known already: "the attack", "the blast".
    var isAnaphoric = false
    /// Whether its event words begin with a pronoun: "it took place".
    var isPronoun = false
    /// Whether its event word is a noun in the plural: "attacks", "raids".
    var isPlural = false
    /// Whether it gives another figure of what was counted before.
    var isFigure = false
    /// Whether it happened elsewhere than what was told just before.
    var isElsewhere = false
    /// Whether an event word stands in it, not only an outcome.
    var hasEventWord: Bool
    /// The token whose source speaks for it: its first number, else its trigger.
    var said: Int
    /// Demonyms, possessives and groups before the trigger.
    var actor: String?
    /// Why things are as they are.
    var reasons: [Reason]
}

/// The groups of event types that can be one happening.
enum EventGroup: Sendable {
    case attack, interception, movement, order, detention

    init?(_ type: EventType) {
        switch type.root {
        case "attack", "battle": self = .attack
        case "interception": self = .interception
        case "displacement": self = .movement
        case "evacuation": self = type == .evacuationOrder ? .order : .movement
        case "detention": self = .detention
        default: return nil
        }
    }

    init?(_ kind: CountKind) {
        switch kind {
        case .killed, .injured, .casualties, .missing, .trapped, .rescued, .launched, .hit: self = .attack
        case .intercepted, .jammed, .fateUnknown: self = .interception
        case .evacuated, .displaced: self = .movement
        case .abducted, .captured: self = .detention
        default: return nil
        }
    }
}

/// A weapon named in the text.
struct WeaponMention: Sendable {
    var tokens: Range<Int>
    var entry: WeaponEntry
    /// The rule that made it a weapon of its event.
    var rule = "weapon-named"

    /// The same mention, made a weapon of its event by another rule.
    func found(by rule: String) -> WeaponMention {
        var mention = self
        mention.rule = rule
        return mention
    }
}

/// An armed group or force named in the text.
struct ActorMention: Sendable {
    var tokens: Range<Int>
    var name: String
}
