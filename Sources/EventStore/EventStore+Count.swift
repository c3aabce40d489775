public import DatelineCore
import GRDB

extension EventStore {
    /// Counts the events that a filter lets pass, in groups, and sums one kind of figure.
    ///
    /// - An event over several days stands in the group of its first day, or its last where it has no first.
    /// - An event stands in the group of its place, not of further places that the text lists; with several weapons it
    ///   stands in the group of each.
    /// - Summed are the events' own figures (`Event.figurePositions`): running totals, parts and other sources'
    ///   figures are not. Where weapons are asked for or grouped by, a number of drones belongs to the drones alone.
    /// - The filter's limit does not apply to what is counted; groups behind it may be left out.
    public func count(by groupings: [Grouping], sum kind: CountKind?, matching filter: EventFilter) throws -> CountTable
    {
        try read("count events in \(path)") { database in
            let condition = try condition(for: filter, in: database)
            try planInstead(of: condition, in: database)
            var counter = EventCounter(
                database: database,
                groupings: groupings,
                kind: kind,
                condition: condition,
                limit: filter.limit
            )
            return try counter.table()
        }
    }
}
