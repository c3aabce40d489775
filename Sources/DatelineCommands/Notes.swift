import Foundation

/// Messages for people, on standard error, so that they never mix with rows.
enum Notes {
    static func write(_ note: String) {
        FileHandle.standardError.write(Data("note: \(note)\n".utf8))
    }
}
