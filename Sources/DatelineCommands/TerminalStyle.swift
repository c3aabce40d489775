import Foundation

/// Colour and weight for people: only on a terminal, and never where `NO_COLOR` is set.
struct TerminalStyle: Sendable {
    let isOn: Bool

    /// Plain text.
    static let plain = TerminalStyle(isOn: false)

    /// The style for standard output.
    static var standardOutput: TerminalStyle {
        let environment = ProcessInfo.processInfo.environment
        let isRefused = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
        return TerminalStyle(isOn: isatty(STDOUT_FILENO) == 1 && !isRefused && environment["TERM"] != "dumb")
    }

    func bold(_ text: String) -> String { wrapped(text, "1") }
    func dim(_ text: String) -> String { wrapped(text, "2") }
    func marked(_ text: String) -> String { wrapped(text, "1;33") }

    private func wrapped(_ text: String, _ code: String) -> String {
        isOn ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}
