import DatelineCore

/// The entries of a live blog: paragraphs that open with a clock time, and what follows until the next.
///
/// Each entry tells of something new, so a bare number in one goes on with none of another.
struct LiveEntries: Sendable {
    /// How many paragraphs must open with a clock time for a text to be a live blog.
    private static let fewest = 3

    /// The paragraphs with which entries begin, in order; none in other texts.
    private let starts: [Int]

    /// Finds the entries of a text.
    init(_ document: Document) {
        var starts: [Int] = []
        var paragraph = -1
        for sentence in document.sentences where sentence.paragraph != paragraph {
            paragraph = sentence.paragraph
            if LiveEntries.opensWithTime(document.bytes[sentence.range]) { starts.append(paragraph) }
        }
        self.starts = starts.count >= LiveEntries.fewest ? starts : []
    }

    /// Whether two paragraphs stand in different entries.
    func areApart(_ first: Int, _ second: Int) -> Bool {
        starts.contains { min(first, second) < $0 && $0 <= max(first, second) }
    }

    /// Whether bytes begin as "14:05", "16.50" or "9h30", and a space.
    private static func opensWithTime(_ bytes: some Collection<UInt8>) -> Bool {
        func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
        let start = Array(bytes.prefix(6))
        let hour = start.prefix { isDigit($0) }
        let rest = start.dropFirst(hour.count)
        guard (1...2).contains(hour.count), let mark = rest.first, [".", ":", "h"].contains(UnicodeScalar(mark)) else {
            return false
        }
        let minute = rest.dropFirst().prefix(2)
        return minute.count == 2 && minute.allSatisfy(isDigit) && rest.dropFirst(3).first == UInt8(ascii: " ")
    }
}
