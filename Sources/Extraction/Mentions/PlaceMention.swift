import DatelineCore
import Gazetteer

/// A place name in the text, what stands beside it, and what it was resolved to.
struct PlaceMention: Sendable {
    /// The name with its feature words: "the village of Shebekino", "Kursk region".
    var tokens: Range<Int>
    /// The name alone.
    var name: Range<Int>
    /// Its places in the gazetteer, best first; empty for a name that only its surroundings make a place.
    var candidates: [NameMatch]
    /// The level that a feature word states.
    var feature: PlaceLevel?
    /// The role that the preposition before it gives it; nil without one.
    var role: PlaceRole?
    /// Whether "near", "outside" or "north of" stands before it.
    var isNear = false
    /// Whether it is a demonym or a possessive ("Russian", "Russia's"): an owner, not a location.
    var isOwner = false
    /// Whether "other" stands before it: everywhere in it but where was named before.
    var isElsewhere = false
    /// Whether it is "the city", named before.
    var isAnaphor = false
    /// Whether it is a country's capital told by the country: "the Ukrainian capital".
    var isCapital = false
    /// Whether it opens a line as a heading or a dateline.
    var isHeading = false
    /// Whether it only tells more of the place named right before it: its region, or what it lies near.
    var isDescription = false
    /// The verb that takes it or gives it up ("captured", "withdrew from"), as a token.
    var taken: Int?
    /// The mention that contains it ("Brovary, Kyiv region"), as an index.
    var container: Int?
    /// The place, once resolved.
    var place: Place?
    /// The gazetteer's entry, once resolved.
    var entry: PlaceID?
    /// How it was resolved.
    var rule = "place-name"

    /// Whether an event can happen there: not an owner, an origin or a doer.
    var isLocation: Bool {
        guard !isOwner, !isDescription, role != .origin, role != .agent else { return false }
        return true
    }
}
