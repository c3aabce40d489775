import ArgumentParser
import EventStore
import Foundation

/// Which database is used.
struct StoreOptions: ParsableArguments {
    @Option(
        name: .customLong("db"),
        help: ArgumentHelp("The database.", discussion: "Else $DATELINE_DB, else dateline.sqlite.", valueName: "file"),
        completion: .file()
    )
    var path: String?

    /// The database's path, from the option, the environment or the default.
    var resolvedPath: String {
        if let path, !path.isEmpty { return path }
        if let path = ProcessInfo.processInfo.environment["DATELINE_DB"], !path.isEmpty { return path }
        return "dateline.sqlite"
    }

    /// Opens the database.
    func open(_ mode: EventStore.Mode) throws -> EventStore {
        try EventStore.open(path: resolvedPath, mode: mode)
    }
}
