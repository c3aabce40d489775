public import ArgumentParser

extension ExitCode {
    /// Finished, but some inputs could not be read; each was named on standard error.
    public static let incomplete = ExitCode(2)
}
