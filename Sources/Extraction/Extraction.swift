public import DatelineCore

/// What was read in one article: its events, what was rejected, and every mention that was recognised on the way.
public struct Extraction: Sendable {
    /// The events, in the order of the text.
    public var events: [Event]
    /// What looked like an event and was not taken, with the reason.
    public var rejections: [Rejection]
    /// What was recognised, from which the rest is made when it is asked for.
    let recognised: MentionWriter

    /// The day that relative dates were resolved against: the text's own date line, else the publication.
    public var anchor: CivilDate? { recognised.reading.anchor.date }

    /// The sentences, as byte ranges in the body.
    public var sentences: [ByteRange] { recognised.reading.document.sentences.map(\.range) }

    /// The recognised dates, places, sources, counts, weapons and triggers, in the order of the text.
    ///
    /// The list is made anew on each call.
    public var mentions: [Mention] { recognised.mentions() }
}

/// A recognised expression and what it was resolved to.
public struct Mention: Sendable {
    /// What was recognised.
    public var kind: MentionKind
    /// The sentence's number in the body, from 1.
    public var sentence: Int
    /// The words' bytes in the body.
    public var range: ByteRange
    /// The words.
    public var text: String
    /// The resolved value, field by field.
    ///
    /// A date has `start`, `end`, `precision` and its TIMEX3 `value`, a place `name` and `latitude`, and so on.
    public var fields: [Field]

    /// One named part of a value; nil where unknown.
    public struct Field: Sendable {
        /// The part's name.
        public var name: String
        /// The part's value.
        public var value: String?
    }
}

/// The kinds of mentions.
public enum MentionKind: String, CaseIterable, Sendable {
    case date, duration, place, source, count, weapon, trigger
}
