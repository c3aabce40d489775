/// Numbers of events, which count up from one.
enum EventNumber {
    /// The highest: where events are sorted, a number has 32 bits.
    static let highest = Int64(Int32.max)

    /// Checks the number that an event was given.
    ///
    /// - Throws: ``EventStoreError`` where it is above the highest, so that nothing is stored that would be found wrongly.
    static func check(_ number: Int64) throws {
        guard number > highest else { return }
        throw EventStoreError(
            .failed,
            doing: "store an event",
            reason: "the database has numbered \(highest) events, the most that it can",
            hint: "go on in another one with --db"
        )
    }
}
