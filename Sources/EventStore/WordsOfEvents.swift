import GRDB

/// The words of new evidence, written for search at the end of a batch.
///
/// FTS5 gathers words in memory and writes them out when a statement begins that could fail by itself; between other
/// statements that would be at every row.
struct WordsOfEvents {
    private let insert: RawStatement
    private var text: [UInt8] = []
    private var events: [(number: Int, end: Int)] = []

    /// So many bytes are kept at most.
    private static let most = 16 << 20

    init(_ database: Database) throws {
        insert = try RawStatement(database, "INSERT INTO evidence_search (rowid, quote) VALUES (?, ?)")
    }

    /// Keeps the words of an event.
    mutating func add(_ words: UnsafeBufferPointer<UInt8>, of event: Int) throws {
        unsafe text.append(contentsOf: words)
        events.append((event, text.count))
        if text.count > WordsOfEvents.most { try write() }
    }

    /// Writes what is kept.
    mutating func write() throws {
        guard !events.isEmpty else { return }
        try unsafe text.withUnsafeBufferPointer { text in
            var start = 0
            for event in events {
                insert.bind(1, event.number)
                unsafe insert.bind(2, text: UnsafeBufferPointer(rebasing: text[start..<event.end]))
                try insert.run()
                start = event.end
            }
        }
        text.removeAll(keepingCapacity: true)
        events.removeAll(keepingCapacity: true)
    }
}
