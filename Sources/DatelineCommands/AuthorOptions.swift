import ArgumentParser
import Foundation

/// Who makes a change by hand, and why.
struct AuthorOptions: ParsableArguments {
    @Option(
        name: .customLong("by"),
        help: ArgumentHelp("Who says so.", discussion: "Else the user's name.", valueName: "name")
    )
    var author: String?

    @Option(help: ArgumentHelp("Why.", valueName: "text"))
    var note: String?

    /// Who it is.
    func name() throws -> String {
        let environment = ProcessInfo.processInfo.environment
        for name in [author, environment["USER"], environment["LOGNAME"]] {
            if let name = name?.trimmed, !name.isEmpty { return name }
        }
        throw ValidationError("say who you are by --by NAME.")
    }

    /// Why, or nil.
    var reason: String? {
        note.flatMap { $0.trimmed.isEmpty ? nil : $0.trimmed }
    }
}

extension StoreOptions {
    /// Whether the database is there.
    var exists: Bool {
        FileManager.default.fileExists(atPath: resolvedPath)
    }
}
