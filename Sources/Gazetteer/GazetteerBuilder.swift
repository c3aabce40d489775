import DatelineCore

/// Compiles a source table to the bytes that ``Gazetteer`` reads in place.
///
/// The same table always gives the same bytes.
public struct GazetteerBuilder {
    /// Compiles a table.
    ///
    /// - Parameters:
    ///   - table: the source table as UTF-8, see `Sources/GazetteerData/README.md`.
    ///   - file: the table's name for error messages.
    /// - Returns: the compiled gazetteer.
    /// - Throws: when a line is malformed, a parent is missing or there are too many places.
    public static func build(table: [UInt8], file: String? = nil) throws(GazetteerError) -> [UInt8] {
        let rows = try SourceTable(table, file: file).rows
        guard rows.count <= GazetteerFormat.mostPlaces else {
            throw GazetteerError(
                "The table has \(rows.count) places, more than \(GazetteerFormat.mostPlaces).",
                file: file
            )
        }
        let parents: [UInt32]
        do {
            parents = try parentRows(rows)
        } catch {
            throw GazetteerError(error.message, file: file)
        }
        var index = NameIndex(rows: rows, parents: parents)
        let names = try index.packedNames()
        let words = index.packedFirstWords()
        let (places, text) = packedPlaces(rows, parents: parents)

        var bytes: [UInt8] = []
        append(GazetteerFormat.magic, to: &bytes)
        for number in [
            GazetteerFormat.version, UInt32(rows.count), UInt32(rows.count { $0.geonameid != nil }),
            UInt32(names.slots.count / 2), UInt32(names.postings.count), UInt32(words.count), UInt32(text.count),
        ] {
            append(number, to: &bytes)
        }
        bytes.append(contentsOf: Array(repeating: 0, count: GazetteerFormat.headerSize - bytes.count))
        for section in [places, names.slots, names.postings, words] {
            for number in section {
                append(number, to: &bytes)
            }
        }
        return bytes + text
    }

    /// The row of each row's parent.
    private static func parentRows(_ rows: [SourceTable.Row]) throws(GazetteerError) -> [UInt32] {
        var rowOfID: [String: UInt32] = [:]
        for (index, row) in rows.enumerated() {
            guard rowOfID.updateValue(UInt32(index), forKey: row.id) == nil else {
                throw GazetteerError("The id \(row.id) stands on two lines.")
            }
        }
        var parents: [UInt32] = []
        parents.reserveCapacity(rows.count)
        for row in rows {
            if row.parent.isEmpty {
                parents.append(GazetteerFormat.noParent)
                continue
            }
            guard let parent = rowOfID[row.parent], row.parent != row.id else {
                throw GazetteerError("The parent \(row.parent) of \(row.id) is not in the table.")
            }
            parents.append(parent)
        }
        return parents
    }

    private static func packedPlaces(_ rows: [SourceTable.Row], parents: [UInt32]) -> (numbers: [UInt32], text: [UInt8])
    {
        var numbers: [UInt32] = []
        var text: [UInt8] = []
        for (row, parent) in zip(rows, parents) {
            let place = UInt32(text.count) | UInt32(row.kind.rawValue) << GazetteerFormat.nameOffsetBits
            numbers += [
                row.geonameid ?? 0, parent, hundredThousandths(row.latitude), hundredThousandths(row.longitude),
                UInt32(clamping: row.population), place,
            ]
            for part in [row.names[0].text, row.code] {
                text.append(UInt8(part.utf8.count))
                text.append(contentsOf: part.utf8)
            }
        }
        return (numbers, text)
    }

    private static func hundredThousandths(_ degrees: Double) -> UInt32 {
        UInt32(bitPattern: Int32((degrees * 100_000).rounded()))
    }

    private static func append(_ number: some FixedWidthInteger, to bytes: inout [UInt8]) {
        for shift in stride(from: 0, to: number.bitWidth, by: 8) {
            bytes.append(UInt8(truncatingIfNeeded: number >> shift))
        }
    }
}
