import DatelineCore
import GRDB

/// Turns a filter into a condition; names that stand for nothing are refused with near ones that do.
struct FilterReader {
    let database: Database

    func condition(for filter: EventFilter) throws -> Condition {
        var condition = Condition()
        if !filter.includeSuperseded { condition.constraints.append(.current) }
        if !filter.includeReprints { condition.constraints.append(.toldOnce) }
        try addPlaces(filter, to: &condition)
        addDates(filter, to: &condition)
        try addCodes(filter, to: &condition)
        try addNames(filter, to: &condition)
        try addText(filter, to: &condition)
        return condition
    }

    private func addPlaces(_ filter: EventFilter, to condition: inout Condition) throws {
        let finder = try RegionFinder(database: database)
        if !filter.regions.isEmpty {
            let matches = try filter.regions.map { try finder.regions(named: $0) }
            condition.notes += matches.flatMap(\.notes)
            let regions = matches.flatMap(\.regions)
            let places = try regions.flatMap { try finder.numbers(in: $0, includingWider: filter.includeWider) }
            condition.constraints.append(.places(Set(places).sorted()))
        }
        if !filter.countries.isEmpty {
            let codes = try filter.countries.map { try finder.country(named: $0) }
            let places = try Int64.fetchAll(
                database,
                sql: "SELECT id FROM place WHERE country IN (SELECT value FROM json_each(?)) ORDER BY id",
                arguments: ["[\(Set(codes).sorted().map { "\"\($0)\"" }.joined(separator: ","))]"]
            )
            condition.constraints.append(.places(places))
        }
        let area = AreaFinder(database: database, includingWider: filter.includeWider)
        if let name = filter.circle?.name { condition.notes.append("the circle is around \(name)") }
        if let circle = filter.circle { condition.constraints.append(.places(try area.numbers(in: circle))) }
        if let box = filter.box { condition.constraints.append(.places(try area.numbers(in: box))) }
    }

    /// An event matches if its span touches the days asked for; one without any date matches no day.
    private func addDates(_ filter: EventFilter, to condition: inout Condition) {
        guard filter.from != nil || filter.to != nil else { return }
        condition.constraints.append(.days(from: filter.from?.dayNumber, to: filter.to?.dayNumber))
    }

    private func addCodes(_ filter: EventFilter, to condition: inout Condition) throws {
        if !filter.types.isEmpty {
            let codes = CodeFinder(what: "type", codes: EventType.allCases.map(\.rawValue))
            let types = Set(try filter.types.flatMap(codes.codes(for:)))
            let numbers = try Row.fetchAll(database, sql: "SELECT id, code FROM event_type ORDER BY id")
                .filter { types.contains($0[1]) }
            condition.constraints.append(.types(numbers.map { $0[0] }))
        }
        if !filter.weapons.isEmpty {
            condition.constraints.append(.weapons(try weaponNumbers(filter.weapons).sorted()))
        }
        if !filter.statuses.isEmpty { condition.constraints.append(.statuses(filter.statuses)) }
        for least in filter.minConfidences { add(least, to: &condition) }
        if let least = filter.minCount { condition.constraints.append(.count(least.kind, least: least.number)) }
    }

    /// A field asked for must have a level; of all fields those may be empty that an event need not have.
    private func add(_ least: EventFilter.MinConfidence, to condition: inout Condition) {
        if let field = least.field {
            condition.constraints.append(.levels(field, least: least.level, isOptional: false))
            return
        }
        for field in EventField.allCases where field.hasConfidence {
            condition.constraints.append(.levels(field, least: least.level, isOptional: field != .type))
        }
    }

    private func weaponNumbers(_ texts: [String]) throws -> Set<Int64> {
        var numbers: [String: Int64] = [:]
        var names: [String: String] = [:]
        for row in try Row.fetchAll(database, sql: "SELECT id, code, name FROM weapon") {
            let code: String = row[1]
            numbers[code] = row[0]
            if let name: String = row[2] { names[name] = code }
        }
        let codes = CodeFinder(what: "weapon", codes: numbers.keys.sorted(), names: names)
        return Set(try texts.flatMap(codes.codes(for:)).compactMap { numbers[$0] })
    }

    private func addNames(_ filter: EventFilter, to condition: inout Condition) throws {
        let finder = NameFinder(database: database)
        if !filter.sources.isEmpty {
            let named = filter.sources.filter { $0.lowercased() != "narrator" }
            let numbers = try named.flatMap { try finder.numbers(of: $0, .source) }
            condition.constraints.append(.sources(numbers, orNarrator: named.count < filter.sources.count))
        }
        if !filter.publishers.isEmpty {
            condition.constraints.append(
                .publishers(try filter.publishers.flatMap { try finder.numbers(of: $0, .publisher) })
            )
        }
        if !filter.actors.isEmpty {
            condition.constraints.append(.actors(try filter.actors.flatMap { try finder.numbers(of: $0, .actor) }))
        }
    }

    private func addText(_ filter: EventFilter, to condition: inout Condition) throws {
        if let text = filter.text {
            let words = text.split(whereSeparator: \.isWhitespace).filter { word in
                word.unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
            }
            guard !words.isEmpty else {
                throw EventStoreError(.unknownValue, doing: "filter", reason: "there is no word in “\(text)”")
            }
            let query = words.map { "\"\($0.split(separator: "\"").joined(separator: " "))\"" }.joined(separator: " ")
            condition.constraints.append(.words(query))
        }
        guard !filter.articles.isEmpty else { return }
        let one = #"path = ? OR url = ? OR path LIKE ? ESCAPE '\' OR path LIKE ? ESCAPE '\' OR path LIKE ? ESCAPE '\'"#
        let values = filter.articles.flatMap { article in
            let pattern = escaped(article)
            return [article, article, "%/\(pattern)", "%/\(pattern).%", "\(pattern).%"]
        }
        let articles = try Int64.fetchAll(
            database,
            sql:
                "SELECT id FROM article WHERE \(filter.articles.map { _ in one }.joined(separator: " OR ")) ORDER BY id",
            arguments: StatementArguments(values)
        )
        condition.constraints.append(.articles(articles))
    }

    private func escaped(_ text: String) -> String {
        text.reduce(into: "") { escaped, letter in
            if "%_\\".contains(letter) { escaped.append("\\") }
            escaped.append(letter)
        }
    }
}
