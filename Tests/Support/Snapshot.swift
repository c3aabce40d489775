public import Foundation
public import Testing

/// A text that is kept beside the tests and compared with what the program gives.
///
/// `RECORD_SNAPSHOTS=1` writes the new text and fails, so that a run that records never passes for a check.
public struct Snapshot {
    private let file: URL

    /// A snapshot beside a test file.
    public init(_ name: String, beside test: String = #filePath) {
        file = URL(filePath: test).deletingLastPathComponent().appending(path: "Snapshots/\(name)")
    }

    /// A snapshot in a file of its own place.
    public init(file: URL) {
        self.file = file
    }

    /// Whether this run records.
    public static var isRecording: Bool {
        ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1"
    }

    /// Compares a text with the kept one, or keeps it.
    public func check(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let kept = try? String(contentsOf: file, encoding: .utf8)
        if Snapshot.isRecording {
            try Data(text.utf8).write(to: file)
            Issue.record(
                "recorded \(file.lastPathComponent); run again without RECORD_SNAPSHOTS",
                sourceLocation: sourceLocation
            )
            return
        }
        let comment: Comment = "If the change is meant, run RECORD_SNAPSHOTS=1 swift test"
        #expect(text == kept, comment, sourceLocation: sourceLocation)
    }
}
