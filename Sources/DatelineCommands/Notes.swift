import ArgumentParser
import EventStore
import Foundation
import Synchronization

/// Messages for people, on standard error, so that they never mix with rows.
enum Notes {
    private static let isShowing = Atomic(false)

    /// Something worth knowing that is no fault.
    static func write(_ note: String) {
        tell("note: \(note)\n")
    }

    /// What a command has done so far, on a line of a terminal that the next one replaces.
    static func show(_ progress: String) {
        isShowing.store(!progress.isEmpty, ordering: .relaxed)
        FileHandle.standardError.write(Data("\r\u{1B}[2K\(progress)".utf8))
    }

    /// Whether standard error is a terminal.
    static let isTerminal = isatty(STDERR_FILENO) == 1

    /// How far a command is: in the place of what was shown before, or elsewhere than on a terminal on its own line.
    static func progress(_ progress: String) {
        isTerminal ? show(progress) : tell("\(progress)\n")
    }

    /// Takes away what is shown.
    static func endProgress() {
        if isTerminal { show("") }
    }

    /// A fault that the command goes on after.
    static func error(_ fault: String) {
        tell("error: \(fault)\n")
    }

    /// Writes a line in the place of what is shown.
    private static func tell(_ line: String) {
        let clear = isShowing.exchange(false, ordering: .relaxed) ? "\r\u{1B}[2K" : ""
        FileHandle.standardError.write(Data((clear + line).utf8))
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
