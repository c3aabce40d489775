import Datasets
import Foundation
import TestSupport
import Testing

@Suite struct DelimitedPropertyTests {
    /// A file and the rows that Python's csv module reads from it; null stands for a line that is rejected.
    private struct Case: Decodable {
        let input: String
        let rows: [[String]?]
    }

    private static func cases(at path: String) throws -> [Case] {
        try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map {
            try JSONDecoder().decode(Case.self, from: Data($0.utf8))
        }
    }

    /// The recorded cases, or those that `.ci/fuzz-csv` has just made.
    private static var path: String {
        ProcessInfo.processInfo.environment["CSV_CASES"]
            ?? URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/python-csv.jsonl").path
    }

    @Test func `rows are those that Python's csv module reads`() throws {
        let folder = try TemporaryFolder()
        let cases = try Self.cases(at: Self.path)
        #expect(cases.count >= 300)
        for (number, item) in cases.enumerated() {
            let rows = try readRows(item.input.utf8, in: folder, chunk: 1 + number % 40)
            #expect(rows.map(\.fields) == item.rows, "\(item.input.debugDescription)")
        }
    }

    @Test(arguments: [1, 3, 8, 61, 65536])
    func `random bytes are read as by the plainest reader, whatever the size of a chunk`(chunk: Int) throws {
        let folder = try TemporaryFolder()
        var random = Dice(seed: UInt64(chunk))
        let alphabet = Array("ab,,\"\"\n\r 1é".utf8)
        for _ in 0..<300 {
            let bytes = (0..<random.below(90)).map { _ in alphabet[random.below(alphabet.count)] }
            // A torn é would be windows-1252, of which the plainest reader knows nothing.
            guard String(validating: bytes, as: UTF8.self) != nil else { continue }
            let rows = try readRows(bytes, in: folder, chunk: chunk)
            #expect(rows == readPlainly(bytes), "\(String(decoding: bytes, as: UTF8.self).debugDescription)")
        }
    }
}

/// Random numbers that are the same in every run.
private struct Dice {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func below(_ limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % limit
    }
}
