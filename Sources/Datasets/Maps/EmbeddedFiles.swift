/// The maps and code tables that the program brings along.
enum EmbeddedFiles {
    /// The table of a name, without its ending.
    static func table(_ name: String) throws(DatasetError) -> CodeTable? {
        guard let file = EmbeddedText.files.first(where: { $0.name == name + ".tsv" }) else { return nil }
        return try CodeTable(name: file.name, text: file.text)
    }

    /// The names of the tables.
    static var tables: [String] { names(endingWith: ".tsv") }

    /// The map of a name.
    static func map(_ name: String) -> String? {
        EmbeddedText.files.first { $0.name == name + ".yaml" }?.text
    }

    /// The names of the maps.
    static var maps: [String] { names(endingWith: ".yaml") }

    private static func names(endingWith ending: String) -> [String] {
        EmbeddedText.files.map(\.name).filter { $0.hasSuffix(ending) }.map { String($0.dropLast(ending.count)) }
    }
}
