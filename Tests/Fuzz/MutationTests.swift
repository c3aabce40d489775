import Foundation
import FuzzSubjects
import TestSupport
import Testing

/// Reads every sample, and changed ones; `.ci/fuzz` makes up many more.
@Suite struct MutationTests {
    /// How many changed files are made of each sample.
    private static let count = 40

    private struct Sample: CustomTestStringConvertible {
        let subject: FuzzSubject
        let path: String
        var testDescription: String { path }
    }

    /// What breaks forms where it is put.
    private static let marks: [[UInt8]] =
        [
            "<", ">", "</", "<![CDATA[", "]]>", "<!--", "<!DOCTYPE x [", "&", "&#0;", "&#x110000;", "&lt;", "{", "}",
            "[", "]", "\"", "\\", "\\u", "\\ud800", ",", ":", "\n", "\r", "\r\n", "\n\n", "--b1", "--b1--", "From ",
            "=?", "?=", "=", "---", "Content-Type: multipart/mixed; boundary=b1\n\n", "charset=utf-16",
            "encoding=\"x\"", "\u{AD}", "\u{202E}", "\u{301}", "\u{FEFF}", "99999999999999999999", "-1", "null", "NaN",
        ].map { Array($0.utf8) } + [
            [0], [0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xFF, 0xFE], [0x1F, 0x8B, 8], [0xF4, 0x90, 0x80, 0x80],
        ]

    private static func samples() throws -> [Sample] {
        let folder = BuiltProgram.packageRoot.path + "/Tests/Fuzz/Samples/"
        return try FuzzSubject.all.flatMap { subject in
            try FileManager.default.contentsOfDirectory(atPath: folder + subject.name).sorted().map {
                Sample(subject: subject, path: folder + subject.name + "/" + $0)
            }
        }
    }

    @Test(arguments: try samples())
    private func `a sample and what changes make of it keep every promise`(sample: Sample) throws {
        let folder = try TemporaryFolder()
        let bytes = Array(try Data(contentsOf: URL(filePath: sample.path)))
        #expect(sample.subject.brokenPromises(ofReading: try folder.write("a", bytes)) == [])
        var dice = Seeded(seed: UInt64(bytes.count))
        for _ in 0..<MutationTests.count {
            var changed = bytes
            if Int.random(in: 0..<8, using: &dice) == 0 {
                changed = String(decoding: bytes, as: UTF8.self).utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
            }
            for _ in 0..<Int.random(in: 1...4, using: &dice) { MutationTests.change(&changed, &dice) }
            #expect(sample.subject.brokenPromises(ofReading: try folder.write("a", changed)) == [])
        }
    }

    private static func change(_ bytes: inout [UInt8], _ dice: inout Seeded) {
        let start = Int.random(in: 0...bytes.count, using: &dice)
        let end = min(bytes.count, start + Int.random(in: 0...30, using: &dice))
        switch Int.random(in: 0..<6, using: &dice) {
        case 0 where start < bytes.count: bytes[start] ^= 1 << UInt8.random(in: 0...7, using: &dice)
        case 1: bytes.removeSubrange(start..<end)
        case 2: bytes.removeSubrange(start...)
        case 3: bytes.insert(contentsOf: bytes[start..<end], at: Int.random(in: 0...bytes.count, using: &dice))
        case 4:
            let mark = marks.randomElement(using: &dice) ?? []
            let count = Int.random(in: 0..<10, using: &dice) == 0 ? 2000 : 1
            bytes.insert(contentsOf: repeatElement(mark, count: count).joined(), at: start)
        default: bytes.insert(contentsOf: marks.randomElement(using: &dice) ?? [], at: start)
        }
    }
}
