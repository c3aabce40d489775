import GRDB

/// The packed columns against the rows of the events.
struct SegmentCheck: DatabaseCheck {
    let name = "segments"

    /// A stored segment: how far it reaches by each of its columns, under the numbers of rollups and fields.
    private typealias Segment = (number: Int, reaches: [[Int]: Int])

    func finding(in database: Database) throws -> CheckFinding {
        let segments = try segments(in: database)
        let word = segments.count == 1 ? "segment" : "segments"
        let columns = "\(Field.ofEvents.count) columns and \(Rollup.allCases.count) rollups"
        var finding = CheckFinding("\(segments.count) \(word) of \(columns) with the events' rows")
        for segment in segments {
            for fault in try faults(of: segment, in: database) { finding.add("segment \(segment.number): \(fault)") }
        }
        return finding
    }

    func repair(_ database: Database) throws -> [String] {
        var repairs: [String] = []
        for segment in try segments(in: database) where try !faults(of: segment, in: database).isEmpty {
            try database.execute(sql: "DELETE FROM segment WHERE number = ?", arguments: [segment.number])
            repairs.append("made segment \(segment.number)")
        }
        try SegmentWriter(database: database).catchUp(all: true)
        return repairs
    }

    private func segments(in database: Database) throws -> [Segment] {
        var segments: [Int: [[Int]: Int]] = [:]
        for row in try Row.fetchAll(database, sql: "SELECT number, rollup, field, last FROM segment") {
            segments[row[0], default: [:]][[row[1], row[2]]] = row[3]
        }
        return segments.map { ($0, $1) }.sorted { $0.number < $1.number }
    }

    private func faults(of segment: Segment, in database: Database) throws -> [String] {
        let first = segment.number << BlockReader.bits
        let reaches = Set(segment.reaches.values)
        guard reaches.count == 1, let last = reaches.first, last >= first, last >> BlockReader.bits == segment.number
        else { return ["its columns do not end at one event of its own"] }
        let block = try BlockBuilder(database: database).block(of: first...last, first: first)
        return try Field.ofEvents.compactMap { try fault(of: $0, nil, segment, block, in: database) }
            + Rollup.allCases.flatMap { rollup in
                let block = rollup.block(of: block)
                return try (rollup.fields + [.events]).compactMap {
                    try fault(of: $0, rollup, segment, block, in: database)
                }
            }
    }

    private func fault(
        of field: Field,
        _ rollup: Rollup?,
        _ segment: Segment,
        _ block: Block,
        in database: Database
    ) throws -> String? {
        let name = Field.name(field, in: rollup)
        guard segment.reaches[[rollup?.rawValue ?? 0, field.rawValue]] != nil else { return "the \(name) is missing" }
        guard let stored = try BlockReader(database: database).numbers(segment.number, rollup, field) else {
            return "the \(name) cannot be read"
        }
        let wanted = block.numbers(field)
        if stored == wanted { return nil }
        guard stored.count == wanted.count else {
            return "the \(name) has \(stored.count) rows for \(wanted.count)"
        }
        let wrong = wanted.indices.filter { stored[$0] != wanted[$0] }
        return "the \(name) is wrong in \(wrong.count) rows, first in row \(wrong.first ?? 0)"
    }
}
