/// How far an ingest is, for people: a bar on a terminal, a line now and then elsewhere.
struct IngestProgress {
    private let files: Int
    private let isTerminal: Bool
    private let start: ContinuousClock.Instant
    private var told: ContinuousClock.Instant
    private var known = 0
    private var articles = 0

    /// Starts with so many files to read.
    init(files: Int, isTerminal: Bool, now: ContinuousClock.Instant = .now) {
        self.files = files
        self.isTerminal = isTerminal
        start = now
        told = now
    }

    /// Counts an article, and gives what is to be told now: nothing, where that was told a moment ago.
    mutating func add(isKnown: Bool, begun: Int, now: ContinuousClock.Instant = .now) -> String? {
        if isKnown { known += 1 } else { articles += 1 }
        guard now - told >= (isTerminal ? .milliseconds(200) : .seconds(30)) else { return nil }
        told = now
        let seconds = (now - start) / .seconds(1)
        var parts = ["\(known + articles) articles"]
        if files > 1 { parts.append("\(begun) of \(files) files") }
        parts.append("\(Int(Double(known + articles) / seconds)) a second")
        if files > 1, begun > 0 {
            parts.append(IngestProgress.left(seconds * Double(files - begun) / Double(begun)))
        }
        let text = parts.joined(separator: ", ")
        return isTerminal && files > 1 ? "\(IngestProgress.bar(Double(begun) / Double(files))) \(text)" : text
    }

    /// A bar of twenty cells and the per cent.
    private static func bar(_ share: Double) -> String {
        let filled = Int(share * 20)
        let percent = "\(Int(share * 100))"
        return String(repeating: "█", count: filled) + String(repeating: "░", count: 20 - filled)
            + String(repeating: " ", count: 4 - percent.count) + percent + "%"
    }

    private static func left(_ seconds: Double) -> String {
        switch Int(seconds) {
        case ..<90: "\(Int(seconds)) s left"
        case ..<5400: "\(Int(seconds / 60)) min left"
        default: "\(Int(seconds / 3600)) h \(Int(seconds / 60) % 60) min left"
        }
    }
}
