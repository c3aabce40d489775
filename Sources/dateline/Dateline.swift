import ArgumentParser
import DatelineCommands

@main
enum Dateline {
    /// Runs the command on the main thread; only those that work in parallel start others.
    @MainActor static func main() async {
        do {
            var command = try DatelineCommand.parseAsRoot()
            if var parallel = command as? any AsyncParsableCommand {
                try await parallel.run()
            } else {
                try command.run()
            }
        } catch {
            DatelineCommand.exit(withError: error)
        }
    }
}
