/// A kind of data set: how its columns become events.
///
/// ```swift
/// let reader = try DatasetReader(Dataset.named("ucdp-ged"), fileAt: "ged241.csv")
/// ```
public struct Dataset: Sendable {
    let map: DatasetMap

    /// The short name: `ucdp-ged`.
    public var name: String { map.name }
    /// The name for people: "UCDP Georeferenced Event Dataset".
    public var title: String { map.title }

    /// The names of the data sets whose maps the program brings along.
    public static var names: [String] { EmbeddedFiles.maps }

    /// The data set of a name; an error that lists the names when there is none.
    public static func named(_ name: String) throws(DatasetError) -> Dataset {
        guard let yaml = EmbeddedFiles.map(name) else {
            let reason = "there is no data set of this name; there are \(names.joined(separator: ", "))"
            throw DatasetError(file: name, line: nil, reason: reason)
        }
        return try Dataset(map: yaml, file: "\(name).yaml")
    }

    /// Reads a map; the file's name is for messages.
    ///
    /// The error names the line, what is wrong, and what is allowed there.
    public init(map yaml: String, file: String) throws(DatasetError) {
        map = try MapReader.read(yaml, file: file)
    }
}
