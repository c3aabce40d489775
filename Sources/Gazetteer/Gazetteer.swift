/// The world's places by name.
public struct Gazetteer: Sendable {
    /// The gazetteer inside the program.
    public static let embedded = Gazetteer()
}
