public import DatelineCore

/// The columns of an event in flat formats, and their cells.
public struct EventColumns: Sendable {
    /// The columns' names.
    public let names: [String]
    private let rows: @Sendable (EventRecord) -> [[Cell]]

    init(names: [String], rows: @escaping @Sendable (EventRecord) -> [[Cell]]) {
        self.names = names
        self.rows = rows
    }

    /// The rows of an event.
    public func rows(for record: EventRecord) -> [[Cell]] {
        rows(record)
    }

    /// One row an event, with the figures that are asked for most.
    ///
    /// `count…` is the count that stands for the event. The figures by kind (`killed_low` …) are the event's own: no
    /// parts, no running totals, no other sources' figures. They are empty where nothing was said or an end is open.
    public static let flat = EventColumns(
        names: FlatColumn.allCases.map(\.rawValue)
    ) { record in
        let event = record.event
        let count = event.leadingCount
        let killed = people(event, .killed)
        let injured = people(event, .injured)
        var cells = what(record)
        cells += [
            Cell(count?.number), Cell(count?.low), Cell(count?.high), Cell(count?.unit.rawValue),
            Cell(count?.kind.rawValue), Cell(count?.qualifier.rawValue), Cell(count?.scope.rawValue),
            Cell(killed.low), Cell(killed.high), Cell(injured.low), Cell(injured.high),
            Cell(total(event, .launched)), Cell(total(event, .intercepted)), Cell(people(event, .evacuated).number),
        ]
        return [cells + provenance(record)]
    }

    /// One row a count; an event without counts has one row with those cells empty.
    public static let long = EventColumns(
        names: [
            "id", "type", "date_start", "date_end", "date_precision", "place", "admin2", "admin1", "country",
            "latitude", "longitude", "place_level", "source", "status", "actor", "target", "weapons", "count_number",
            "count_kind", "count_unit", "count_group", "count_low", "count_best", "count_high", "count_qualifier",
            "count_scope", "count_as_of", "count_part", "count_source", "count_text", "article", "publisher",
            "published", "modified", "url", "quote", "extractor",
        ] + lastNames
    ) { record in
        let counts = record.event.counts
        guard !counts.isEmpty else {
            return [what(record) + Array(repeating: .empty, count: 13) + provenance(record)]
        }
        return counts.enumerated().map { number, count in
            let cells: [Cell] = [
                .integer(number + 1), .text(count.kind.rawValue), .text(count.unit.rawValue),
                .text(count.group.rawValue), Cell(count.low), Cell(count.best), Cell(count.high),
                .text(count.qualifier.rawValue), .text(count.scope.rawValue), Cell(count.asOf?.description),
                .text(count.isPart ? "yes" : "no"), Cell((count.source ?? record.event.source)?.name),
                .text(count.text),
            ]
            return what(record) + cells + provenance(record)
        }
    }

    /// A few columns for reading.
    public static let brief = EventColumns(
        names: ["id", "date", "type", "place", "source", "status", "counts"]
    ) { record in
        let event = record.event
        return [
            [
                .integer(Int(record.id)), .text(event.date.phrase), .text(event.type.rawValue),
                Cell(event.place?.phrase), Cell(event.source?.name), .text(event.status.rawValue),
                event.counts.isEmpty ? .empty : .text(event.counts.map(\.phrase).joined(separator: "; ")),
            ]
        ]
    }

    private static func what(_ record: EventRecord) -> [Cell] {
        let event = record.event
        let place = event.place
        return [
            .integer(Int(record.id)), .text(event.type.rawValue), Cell(event.date.start?.description),
            Cell(event.date.end?.description), .text(event.date.precision.rawValue), Cell(place?.name),
            Cell(place?.admin2), Cell(place?.admin1), Cell(place?.country), Cell(place?.latitude),
            Cell(place?.longitude), Cell(place?.level.rawValue), Cell(event.source?.name),
            .text(event.status.rawValue), Cell(event.actor), Cell(event.target),
            event.weapons.isEmpty ? .empty : .text(event.weapons.map(\.code).joined(separator: ";")),
        ]
    }

    private static func provenance(_ record: EventRecord) -> [Cell] {
        [
            .text(record.article), Cell(record.publisher), Cell(record.published?.description),
            Cell(record.modified?.description), Cell(record.url), .text(record.event.evidence.quote),
            .text(record.extractor),
        ] + confidenceFields.map { Cell(record.event.confidence[$0]?.rawValue) } + [Cell(record.originalID)]
    }

    private static let confidenceFields = EventField.allCases.filter(\.hasConfidence)
    private static let lastNames = confidenceFields.map { "\($0.rawValue)_confidence" } + ["original_id"]

    /// The event's own figure of people; a list by unit is open at an end where one of its numbers is.
    private static func people(_ event: Event, _ kind: CountKind) -> (low: Int?, number: Int?, high: Int?) {
        let list = event.figures(of: kind).filter { $0.unit.unitClass == .person }
        func sum(_ numbers: [Int?]) -> Int? {
            let known = numbers.compactMap { $0 }
            return known.isEmpty || known.count < numbers.count ? nil : known.reduce(0, +)
        }
        return (sum(list.map(\.low)), sum(list.map(\.number)), sum(list.map(\.high)))
    }

    private static func total(_ event: Event, _ kind: CountKind) -> Int? {
        let numbers = event.figures(of: kind).compactMap(\.number)
        return numbers.isEmpty ? nil : numbers.reduce(0, +)
    }
}
