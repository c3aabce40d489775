import Articles
import DatelineCore
import Foundation
import TestSupport
import Testing

@Suite struct GzipTests {
    /// Two lines of JSON.
    private func lines() throws -> [UInt8] {
        try Array(
            #require(
                Data(
                    base64Encoded: """
                        H4sIAAAAAAACA6tWKkmtKFGyUlByKcrPSy1WyMgsUfBPSS1O1FPSUVAqLcoByWWUlBQUW+nrp1Yk5hbkpOrlF6XrGy\
                        rVclXDdQdnpObkFCukAUmF/DwF74zUouL8PEJmGAHNAACLHXoVggAAAA==
                        """
                )
            )
        )
    }

    /// 64 KB of the letter a.
    private func letters() throws -> [UInt8] {
        try Array(
            #require(
                Data(
                    base64Encoded: """
                        H4sIAAAAAAACA+3BgQAAAACAINb9JRapCgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
                        AAAAAAAAAAAAAAAAAAAAAAAAAAAGr/kSDDAAABAA==
                        """
                )
            )
        )
    }

    @Test(arguments: ["dump.jsonl.gz", "dump.jsonl", "dump", "dump.gz"])
    func `a compressed file is read as what it holds, whatever its name`(name: String) throws {
        let found = try Reading(name, lines())
        #expect(found.articles.map(\.body) == ["Drones hit Odesa.", "Shells fell on Kherson."])
        #expect(found.articles.map(\.path) == ["\(name):1", "\(name):2"])
        #expect(found.faults.isEmpty)
    }

    @Test func `members behind one another are one file`() throws {
        #expect(try Reading("dump.jsonl.gz", lines() + lines()).articles.count == 4)
    }

    @Test func `a file that is cut off gives what was whole, then says so`() throws {
        let found = try Reading("dump.jsonl.gz", lines().dropLast(20))
        #expect(found.articles.map(\.body) == ["Drones hit Odesa."])
        #expect(found.faults.count == 1)
        #expect(found.faults.first?.hasPrefix("dump.jsonl.gz: the compressed file is cut off after ") == true)
    }

    @Test func `a damaged file gives what was whole, then says so`() throws {
        var bytes = try lines()
        bytes[bytes.count - 6] ^= 0xFF
        let found = try Reading("dump.jsonl.gz", bytes)
        #expect(found.faults == ["dump.jsonl.gz: the compressed file is damaged after 130 expanded bytes"])
    }

    @Test func `a text that expands above the limit of an article is refused`() throws {
        let bytes = try Array(repeatElement(letters(), count: 129).joined())
        #expect(
            try Reading("a.txt.gz", bytes).faults == [
                "a.txt.gz: larger than an article may be: more once it is expanded, the limit is 8388608 bytes (8 MB)"
            ]
        )
    }

    @Test func `a bomb is stopped, with the limit`() throws {
        let bytes = try Array(repeatElement(letters(), count: 1100).joined())
        let found = try Reading("dump.jsonl.gz", bytes)
        #expect(found.articles.isEmpty)
        #expect(found.faults.count == 2)
        #expect(found.faults.last?.contains("expands to more than 200 times its size, and to more than 64 MB") == true)
    }
}
