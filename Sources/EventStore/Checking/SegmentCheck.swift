import GRDB

/// The packed columns against the rows of the events.
struct SegmentCheck: DatabaseCheck {
    let name = "segments"

    /// A stored segment: how far it reaches by each of its columns.
    private typealias Segment = (number: Int, reaches: [Int: Int])

    func finding(in database: Database) throws -> CheckFinding {
        let segments = try segments(in: database)
        let word = segments.count == 1 ? "segment" : "segments"
        var finding = CheckFinding("\(segments.count) \(word) of \(Field.allCases.count) columns with the events' rows")
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
        var segments: [Int: [Int: Int]] = [:]
        for row in try Row.fetchAll(database, sql: "SELECT number, field, last FROM segment") {
            segments[row[0], default: [:]][row[1]] = row[2]
        }
        return segments.map { ($0, $1) }.sorted { $0.number < $1.number }
    }

    private func faults(of segment: Segment, in database: Database) throws -> [String] {
        let first = segment.number << BlockReader.bits
        let reaches = Set(segment.reaches.values)
        guard reaches.count == 1, let last = reaches.first, last >= first, last >> BlockReader.bits == segment.number
        else { return ["its columns do not end at one event of its own"] }
        let block = try BlockBuilder(database: database).block(of: first...last, first: first)
        let reader = try BlockReader(database: database)
        return try Field.allCases.compactMap { field in
            guard segment.reaches[field.rawValue] != nil else { return "the column \(field) is missing" }
            guard let stored = try reader.numbers(segment.number, field) else {
                return "the column \(field) cannot be read"
            }
            let wanted = block.numbers(field)
            if stored == wanted { return nil }
            guard stored.count == wanted.count else {
                return "the column \(field) has \(stored.count) rows for \(wanted.count)"
            }
            let wrong = wanted.indices.filter { stored[$0] != wanted[$0] }
            return "the column \(field) is wrong in \(wrong.count) rows, first in row \(wrong.first ?? 0)"
        }
    }
}
