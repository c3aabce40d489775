/// Places that the user adds to the gazetteer.
///
/// A file of lines with tabs between the columns, the first of which names them:
/// `name`, `kind`, `country`, `admin1`, `latitude`, `longitude`, `alternates`. Kinds are `country`, `admin1`, `admin2`,
/// `place`, `area` and `sea`; the country is an ISO code or empty, the first-level region a name or empty; alternates are
/// parted by bars and may be empty. Lines that begin with `#` are comments.
public struct UserPlaces: Hashable, Sendable {
    /// One place of the user's.
    public struct Place: Hashable, Sendable {
        /// The name.
        public var name: String
        /// What sort of place it is.
        public var kind: PlaceKind
        /// The country as ISO 3166-1 alpha-2.
        public var countryCode: String?
        /// The name of the first-level region.
        public var admin1: String?
        /// Degrees north of the equator.
        public var latitude: Double
        /// Degrees east of Greenwich.
        public var longitude: Double
        /// Other names.
        public var alternates: [String]
    }

    /// The columns, in their order.
    public static let columns = ["name", "kind", "country", "admin1", "latitude", "longitude", "alternates"]

    /// The places, in the order of the file.
    public var places: [Place] = []

    /// Creates an empty list.
    public init() {}

    /// Reads a file's text.
    ///
    /// - Parameters:
    ///   - bytes: the text as UTF-8.
    ///   - file: the file's name for error messages.
    /// - Throws: with file and line, when a line is malformed.
    public init(parsing bytes: [UInt8], file: String? = nil) throws(GazetteerError) {
        var line = 0
        var hasHeader = false
        for var field in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            line += 1
            if field.last == UInt8(ascii: "\r") { field.removeLast() }
            if field.isEmpty || field.first == UInt8(ascii: "#") { continue }
            let fields = field.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
                .map { String(decoding: $0, as: UTF8.self) }
            do {
                if hasHeader {
                    places.append(try UserPlaces.place(fields))
                } else {
                    try UserPlaces.checkHeader(fields)
                    hasHeader = true
                }
            } catch {
                throw GazetteerError(error.message, file: file, line: line)
            }
        }
    }

    private static func checkHeader(_ fields: [String]) throws(GazetteerError) {
        guard fields == columns || fields == columns.dropLast() else {
            throw GazetteerError(
                "The first line must name the columns, with tabs between them: \(columns.joined(separator: ", "))."
            )
        }
    }

    private static func place(_ fields: [String]) throws(GazetteerError) -> Place {
        guard fields.count == columns.count || fields.count == columns.count - 1 else {
            throw GazetteerError(
                "The line has \(fields.count) columns instead of \(columns.count). Put one tab between columns, also empty ones."
            )
        }
        guard !fields[0].isEmpty else { throw GazetteerError("The name is empty. Give one or delete the line.") }
        guard let kind = PlaceKind(label: fields[1]) else {
            let labels = PlaceKind.allCases.map(\.label).joined(separator: ", ")
            throw GazetteerError("There is no kind of place \"\(fields[1])\". Use one of \(labels).")
        }
        guard fields[2].isEmpty || isCountryCode(fields[2]) else {
            throw GazetteerError(
                "The country \"\(fields[2])\" is no ISO code of two capitals, such as UA. Or leave it empty."
            )
        }
        guard let latitude = Double(fields[4]), abs(latitude) <= 90 else {
            throw GazetteerError("The latitude \"\(fields[4])\" is no number from -90 to 90.")
        }
        guard let longitude = Double(fields[5]), abs(longitude) <= 180 else {
            throw GazetteerError("The longitude \"\(fields[5])\" is no number from -180 to 180.")
        }
        return Place(
            name: fields[0],
            kind: kind,
            countryCode: fields[2].isEmpty ? nil : fields[2],
            admin1: fields[3].isEmpty ? nil : fields[3],
            latitude: latitude,
            longitude: longitude,
            alternates: fields.count < 7 ? [] : fields[6].split(separator: "|").map(String.init)
        )
    }

    private static func isCountryCode(_ code: String) -> Bool {
        code.utf8.count == 2 && code.utf8.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
    }
}
