/// The table that the gazetteer is compiled from: one place a line, nine columns parted by tabs.
///
/// `id`, `kind`, `parent`, `latitude`, `longitude`, `population`, `flags`, `code`, `names`. The id is the GeoNames id,
/// or for places of our own a word behind a plus sign: `+black-sea`. The parent is an id or empty. Flags: `capital`
/// or nothing. The code is the ISO code of a country or region. Names are parted by bars, each with the letter of its
/// ``NameKind``, marks (`!` counts only in capitals, `-` mostly means something else) and a colon: `s!:US|p:Kyiv`. The
/// first name is the primary one.
struct SourceTable {
    struct Name {
        var text: String
        var kind: NameKind
        var requiresCapitals: Bool
        var isDemoted: Bool
    }

    struct Row {
        var id: String
        /// The GeoNames id, or nil for places of our own.
        var geonameid: UInt32?
        var kind: PlaceKind
        var parent: String
        var latitude: Double
        var longitude: Double
        var population: Int
        var isCapital: Bool
        var code: String
        var names: [Name]
    }

    static let header = "id\tkind\tparent\tlatitude\tlongitude\tpopulation\tflags\tcode\tnames"

    /// Rows with a GeoNames id by that id, then the others in the order of the file.
    let rows: [Row]

    init(_ bytes: [UInt8], file: String?) throws(GazetteerError) {
        var rows: [Row] = []
        var hasHeader = false
        for (index, line) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
            if line.isEmpty || line.first == UInt8(ascii: "#") { continue }
            if !hasHeader {
                guard line.elementsEqual(SourceTable.header.utf8) else {
                    throw GazetteerError(
                        "The first line must name the columns of a gazetteer table.",
                        file: file,
                        line: index + 1
                    )
                }
                hasHeader = true
                continue
            }
            do {
                rows.append(try SourceTable.row(line))
            } catch {
                throw GazetteerError(error.message, file: file, line: index + 1)
            }
        }
        let known = rows.filter { $0.geonameid != nil }.sorted { ($0.geonameid ?? 0) < ($1.geonameid ?? 0) }
        self.rows = known + rows.filter { $0.geonameid == nil }
    }

    private static func row(_ line: ArraySlice<UInt8>) throws(GazetteerError) -> Row {
        let fields = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        guard fields.count == 9 else {
            throw GazetteerError("The line has \(fields.count) columns instead of 9.")
        }
        guard let kind = PlaceKind(label: fields[1]) else {
            throw GazetteerError("There is no kind of place \"\(fields[1])\".")
        }
        guard let latitude = Double(fields[3]), let longitude = Double(fields[4]), abs(latitude) <= 90,
            abs(longitude) <= 180
        else {
            throw GazetteerError("The coordinates must be degrees, not \"\(fields[3])\" and \"\(fields[4])\".")
        }
        guard let population = Int(fields[5]), population >= 0 else {
            throw GazetteerError("The population must be a number, not \"\(fields[5])\".")
        }
        let geonameid = UInt32(fields[0])
        guard geonameid ?? 1 > 0, geonameid != nil || fields[0].hasPrefix("+") else {
            throw GazetteerError("The id must be a GeoNames id or begin with a plus sign, not \"\(fields[0])\".")
        }
        return Row(
            id: fields[0],
            geonameid: geonameid,
            kind: kind,
            parent: fields[2],
            latitude: latitude,
            longitude: longitude,
            population: population,
            isCapital: fields[6] == "capital",
            code: fields[7],
            names: try names(fields[8])
        )
    }

    private static func names(_ field: String) throws(GazetteerError) -> [Name] {
        var names: [Name] = []
        for part in field.utf8.split(separator: UInt8(ascii: "|")) {
            guard let letter = part.first, let kind = NameKind(letter: letter),
                let colon = part.firstIndex(of: UInt8(ascii: ":"))
            else {
                throw GazetteerError("The name \"\(Substring(part))\" does not say its kind, as p:Kyiv does.")
            }
            let marks = part[..<colon]
            names.append(
                Name(
                    text: String(Substring(part[part.index(after: colon)...])),
                    kind: kind,
                    requiresCapitals: marks.contains(UInt8(ascii: "!")),
                    isDemoted: marks.contains(UInt8(ascii: "-"))
                )
            )
        }
        guard let first = names.first, first.kind == .primary, first.text.utf8.count <= 255 else {
            throw GazetteerError("The first name must be the primary one, of 255 bytes at most.")
        }
        return names
    }
}
