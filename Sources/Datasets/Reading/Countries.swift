/// The countries by their names and numbers in data sets.
enum Countries {
    private static let table = try? EmbeddedFiles.table("countries")

    /// The ISO 3166-1 alpha-2 code of a name, an alpha-3 code or an ISO number.
    static func code(of name: String) -> String? {
        table?.row(for: name)?[.country]
    }
}
