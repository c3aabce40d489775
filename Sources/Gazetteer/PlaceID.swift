/// A place's row in the gazetteer.
///
/// Good for one build of the gazetteer and one list of user places only; what is stored is the GeoNames id.
public struct PlaceID: Hashable, Comparable, Sendable {
    /// The index of the row.
    public let index: UInt32

    /// Creates an id from the index of a row.
    public init(index: UInt32) {
        self.index = index
    }

    /// Orders by row.
    public static func < (left: PlaceID, right: PlaceID) -> Bool {
        left.index < right.index
    }
}
