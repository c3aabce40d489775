/// One reported event: something physical that an article says happened or was ordered.
public struct Event: Codable, Hashable, Sendable {
    /// What happened.
    public var type: EventType
    /// When.
    public var date: DateSpan
    /// The words that date it: "overnight"; nil when none do.
    public var dateText: String?
    /// Where; nil when the text gives no place.
    public var place: Place?
    /// Further places that the text lists for the same event.
    public var otherPlaces: [Place]
    /// Who said it; nil for the article's own voice.
    public var source: Source?
    /// Where the claim stands.
    public var status: ClaimStatus
    /// Who did it, as the text says or implies.
    public var actor: String?
    /// Whom or what it was done to.
    public var target: String?
    /// Weapons used, or shot down in an interception.
    public var weapons: [Weapon]
    /// The numbers given, the leading one first.
    public var counts: [Count]
    /// Where it was read.
    public var evidence: Evidence
    /// Why each field is as it is.
    public var reasons: [Reason]
    /// How sure the fields are: type, date, place, source, weapon and count, as far as a rule filled them.
    public var confidence: [EventField: Confidence]

    private enum CodingKeys: String, CodingKey {
        case type, date, place, source, status, actor, target, weapons, counts, evidence, reasons, confidence
        case dateText = "date_text"
        case otherPlaces = "places"
    }

    /// Creates an event.
    public init(
        type: EventType,
        date: DateSpan,
        dateText: String? = nil,
        place: Place? = nil,
        otherPlaces: [Place] = [],
        source: Source? = nil,
        status: ClaimStatus = .reported,
        actor: String? = nil,
        target: String? = nil,
        weapons: [Weapon] = [],
        counts: [Count] = [],
        evidence: Evidence,
        reasons: [Reason] = [],
        confidence: [EventField: Confidence] = [:]
    ) {
        self.type = type
        self.date = date
        self.dateText = dateText
        self.place = place
        self.otherPlaces = otherPlaces
        self.source = source
        self.status = status
        self.actor = actor
        self.target = target
        self.weapons = weapons
        self.counts = counts
        self.evidence = evidence
        self.reasons = reasons
        self.confidence = confidence
    }
}

/// A weapon by its code in the taxonomy, section 2.
public struct Weapon: Codable, Hashable, Sendable {
    /// The code: `missile.ballistic.tochka`.
    public var code: String
    /// The words in the text.
    public var text: String

    /// Creates a weapon.
    public init(code: String, text: String) {
        self.code = code
        self.text = text
    }
}

/// Where an event was read: its sentence, the sentence's bytes and text, and the word that told of it.
public struct Evidence: Codable, Hashable, Sendable {
    /// The sentence's number in the body, from 1.
    public var sentence: Int
    /// The sentence's bytes in the body.
    public var range: ByteRange
    /// The trigger's bytes in the body.
    public var trigger: ByteRange
    /// The sentence's text.
    public var quote: String

    /// Creates an evidence.
    public init(sentence: Int, range: ByteRange, trigger: ByteRange, quote: String) {
        self.sentence = sentence
        self.range = range
        self.trigger = trigger
        self.quote = quote
    }
}

/// Why a field of an event is as it is: the rule that fired and the words that it read.
public struct Reason: Codable, Hashable, Sendable {
    /// The field that the rule filled.
    public var field: EventField
    /// The name of the rule, or of a doubt about the field: `overnight`, `said-before`, `several-dates`.
    public var rule: String
    /// The words that it read, as bytes in the body; nil when it read none.
    public var range: ByteRange?

    /// Creates a reason.
    public init(field: EventField, rule: String, range: ByteRange? = nil) {
        self.field = field
        self.rule = rule
        self.range = range
    }
}

/// The fields of an event that a rule can fill.
public enum EventField: String, CaseIterable, Sendable {
    case type, date, place, source, status, actor, target, weapon, count
}

/// Something that looked like an event, a date, a place or a number and was not taken, with the reason.
public struct Rejection: Codable, Hashable, Sendable {
    /// The reason's code, such as `vow`, `denial`, `hypothesis` or `age`.
    public var reason: String
    /// The sentence's number in the body, from 1.
    public var sentence: Int
    /// The words' bytes in the body.
    public var range: ByteRange
    /// The words.
    public var text: String

    /// Creates a rejection.
    public init(reason: String, sentence: Int, range: ByteRange, text: String) {
        self.reason = reason
        self.sentence = sentence
        self.range = range
        self.text = text
    }
}
