/// The version of the program, and so of the extractor, that every stored event carries.
public enum DatelineVersion {
    /// The version as `major.minor.patch`.
    public static let current = "0.1.0"
}
