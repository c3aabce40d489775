import ArgumentParser
import EventStore
import Foundation

/// Messages for people, on standard error, so that they never mix with rows.
enum Notes {
    /// Something worth knowing that is no fault.
    static func write(_ note: String) {
        FileHandle.standardError.write(Data("note: \(note)\n".utf8))
    }

    /// What a command has done so far, on a line of a terminal that the next one replaces.
    static func show(_ progress: String) {
        FileHandle.standardError.write(Data("\r\u{1B}[2K\(progress)".utf8))
    }

    /// A fault that the command goes on after.
    static func error(_ fault: String) {
        FileHandle.standardError.write(Data("error: \(fault)\n".utf8))
    }
}

extension EventStore {
    /// Checks a filter, tells how it was taken, and makes a usage error of a value that names nothing.
    func checkTellingNotes(_ filter: EventFilter) throws {
        do {
            for note in try notes(on: filter) { Notes.write(note) }
        } catch let error as EventStoreError where error.code == .unknownValue {
            throw ValidationError(error.description)
        }
    }
}
