/// Why a command could not do what it was asked for, where its arguments were well formed.
struct CommandFailure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
