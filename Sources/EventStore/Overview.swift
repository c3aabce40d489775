public import DatelineCore
import GRDB

/// A source with how many events it stands for.
public struct SourceSummary: Hashable, Sendable {
    /// The source; nil for the articles' own voice.
    public var source: Source?
    /// The number of events.
    public var events: Int
}

/// A place with how many events are in it.
public struct PlaceSummary: Hashable, Sendable {
    /// The place; nil for events that have none.
    public var place: Place?
    /// The number of events that have it as their place or list it beside theirs.
    public var events: Int
}

extension EventStore {
    /// Who says what the matching events tell, the busiest first.
    public func sources(matching filter: EventFilter) throws -> [SourceSummary] {
        try read("list the sources in \(path)") { database in
            let tallies = try tallies(matching: filter, of: [.source], in: database) { block, mask, add in
                for (row, source) in block[.source].enumerated() where mask[row] != 0 { add(source) }
            }
            var sources = try SharedRows(sourcesIn: database)
            let summaries = try tallies.map { SourceSummary(source: try sources[Int($0)], events: $1) }
            let sorted = summaries.sorted { first, second in
                first.events != second.events ? first.events > second.events : first.sortText < second.sortText
            }
            return Array(sorted.prefix(filter.limit ?? sorted.count))
        }
    }

    /// Where the matching events are, the busiest place first.
    public func places(matching filter: EventFilter) throws -> [PlaceSummary] {
        try read("list the places in \(path)") { database in
            let fields: [Field] = [.place, .otherRow, .otherPlace]
            let tallies = try tallies(matching: filter, of: fields, in: database) { block, mask, add in
                let places = block[.place]
                for (row, place) in places.enumerated() where mask[row] != 0 { add(place) }
                var seen: (row: Int32, places: [Int32]) = (-1, [])
                for (row, place) in zip(block[.otherRow], block[.otherPlace]) where mask[Int(row)] != 0 {
                    if seen.row != row { seen = (row, [places[Int(row)]]) }
                    guard !seen.places.contains(place) else { continue }
                    seen.places.append(place)
                    add(place)
                }
            }
            var reader = try SharedRows(placesIn: database)
            let summaries = try tallies.map { number, events in
                (number: number, summary: PlaceSummary(place: try reader[Int(number)], events: events))
            }
            let sorted = summaries.sorted { first, second in
                if first.summary.events != second.summary.events { return first.summary.events > second.summary.events }
                let (mine, theirs) = (first.summary.place?.name ?? "", second.summary.place?.name ?? "")
                return mine != theirs ? mine < theirs : first.number < second.number
            }
            return sorted.prefix(filter.limit ?? sorted.count).map(\.summary)
        }
    }

    /// How often numbers are met in the rows that a filter lets pass.
    private func tallies(
        matching filter: EventFilter,
        of fields: [Field],
        in database: Database,
        _ body: (Block, [UInt8], (Int32) -> Void) -> Void
    ) throws -> [Int32: Int] {
        let condition = try condition(for: filter, in: database)
        try planInstead(of: condition, in: database)
        let blocks = try BlockFilter(condition, database: database)
        var tallies: [Int32: Int] = [:]
        let all = Set(blocks.fields + fields).sorted { $0.rawValue < $1.rawValue }
        try BlockReader(database: database).forEachBlock(all) { block in
            body(block, blocks.mask(of: block)) { tallies[$0, default: 0] += 1 }
        }
        return tallies
    }
}

extension SourceSummary {
    fileprivate var sortText: String {
        source.map { "\($0.name)\u{0}\($0.kind.rawValue)\u{0}\($0.country ?? "")" } ?? ""
    }
}
