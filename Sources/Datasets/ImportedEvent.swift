public import DatelineCore

/// One row of a data set as an event.
///
/// What many rows share (places, sources, parties, publishers, weapons) is a number: an index into the tables of the
/// ``DatasetReader``, which only grow. What is the row's own is read in place: a ``RowText`` is valid until the next row.
public struct ImportedEvent {
    /// The line at which the row begins, from 1; the header is line 1.
    public var line: Int
    /// The event's name in its data set; never empty.
    public var id: RowText
    /// Whether the row has no name of its own: then ``id`` is a hash of its bytes, 32 digits.
    public var idIsContent: Bool
    /// What happened.
    public var type: EventType
    /// When.
    public var date: DateSpan
    /// Where, in ``DatasetReader/places``; nil when the row names no place.
    public var place: Int?
    /// Further places of the same event, in ``DatasetReader/places``.
    public var otherPlaces: [Int]
    /// The words about the place.
    public var placeText: RowText
    /// Who said it, in ``DatasetReader/sources``; nil when the row names nobody.
    public var source: Int?
    /// Further sources, in ``DatasetReader/sources``.
    public var otherSources: [Int]
    /// Who printed it, in ``DatasetReader/publishers``.
    public var publisher: Int?
    /// Where the claim stands.
    public var status: ClaimStatus
    /// Who did it, in ``DatasetReader/parties``.
    public var actor: Int?
    /// To whom or what it was done, in ``DatasetReader/parties``.
    public var target: Int?
    /// The weapons, in ``DatasetReader/weaponLists``.
    public var weapons: Int?
    /// The numbers given, the leading one first.
    public var counts: [ImportedCount]
    /// A headline; empty where there is none.
    public var title: RowText
    /// An address; empty where there is none.
    public var url: RowText
    /// The words that the row was coded from or is described with; empty where there are none.
    public var note: RowText
    /// The day of publication.
    public var published: CivilDate?
}

/// A number of an imported event: a ``Count`` without words of its own.
public struct ImportedCount: Hashable, Sendable {
    /// What was counted.
    public var kind: CountKind
    /// The unit counted.
    public var unit: CountUnit
    /// The group of people that the number is about.
    public var group: SubjectGroup
    /// The least; nil when open or unknown.
    public var low: Int?
    /// The number as given; nil when only bounds are.
    public var best: Int?
    /// The most; nil when open or unknown.
    public var high: Int?
    /// How the number was qualified.
    public var qualifier: CountQualifier
    /// What the number covers.
    public var scope: CountScope
    /// Whether it is a part of another number of the same event.
    public var isPart: Bool
    /// The column that it stands in, in ``DatasetReader/header``.
    public var column: Int
}
