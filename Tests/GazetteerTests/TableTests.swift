import Foundation
import Testing

/// The tables of Sources/GazetteerData/tables, as they stand in the repository.
@Suite struct TableTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Sources/GazetteerData/tables")

    /// Names of the tables, their columns and how many of these make a row unique.
    private static let tables = [
        ("countries", 4, 1), ("demonyms", 2, 1), ("demotions", 2, 1), ("discards", 1, 1),
        ("names", 3, 3), ("policy", 3, 1), ("supplement", 7, 1),
    ]

    private func rows(_ name: String) throws -> [[Substring]] {
        try String(contentsOf: TableTests.folder.appending(path: "\(name).tsv"), encoding: .utf8)
            .split(separator: "\n").filter { !$0.hasPrefix("#") }
            .map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
    }

    @Test(arguments: tables)
    func `a table is sorted, without duplicates, and has its columns`(name: String, columns: Int, key: Int) throws {
        let rows = try rows(name)
        #expect(rows.allSatisfy { $0.count == columns })
        let keys = rows.map { $0.prefix(key).joined(separator: "\t") }
        #expect(Set(keys).count == keys.count)
        if name == "names" {
            let ids = rows.compactMap { Int($0[0]) }
            #expect(ids.count == rows.count)
            #expect(ids == ids.sorted())
        } else {
            #expect(
                keys.map { Array($0.utf8) }.elementsEqual(
                    keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { Array($0.utf8) }
                )
            )
        }
    }

    @Test func `no place has two primary names`() throws {
        let primary = try rows("names").filter { $0[1] == "p" }.map { $0[0] }
        #expect(Set(primary).count == primary.count)
    }

    @Test func `own places have coordinates on the globe`() throws {
        for row in try rows("supplement") {
            let latitude = try #require(Double(row[3]), "\(row[0])")
            let longitude = try #require(Double(row[4]), "\(row[0])")
            #expect(abs(latitude) <= 90 && abs(longitude) <= 180, "\(row[0])")
        }
    }
}
