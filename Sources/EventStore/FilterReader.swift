import DatelineCore
import GRDB

/// Turns a filter into a condition; names that stand for nothing are refused with near ones that do.
struct FilterReader {
    let database: Database

    func condition(for filter: EventFilter) throws -> Condition {
        var condition = Condition()
        if !filter.includeSuperseded { condition.add("event.superseded = 0") }
        try addPlaces(filter, to: &condition)
        addDates(filter, to: &condition)
        try addCodes(filter, to: &condition)
        try addNames(filter, to: &condition)
        try addText(filter, to: &condition)
        return condition
    }

    private func addPlaces(_ filter: EventFilter, to condition: inout Condition) throws {
        guard !filter.regions.isEmpty || !filter.countries.isEmpty else { return }
        let finder = try regionFinder()
        let isPlaced = """
            (event.place IN (SELECT value FROM json_each(?))
                OR event.id IN (SELECT event FROM event_place WHERE place IN (SELECT value FROM json_each(?))))
            """
        if !filter.regions.isEmpty {
            let matches = try filter.regions.map { try finder.regions(named: $0) }
            condition.notes += matches.flatMap(\.notes)
            let places = list(
                finder.numbers(of: matches.flatMap(\.regions), includingWider: filter.includeWider)
            )
            condition.add(isPlaced, places, places)
        }
        if !filter.countries.isEmpty {
            let codes = Set(try filter.countries.map { try finder.country(named: $0) })
            let places = list(finder.places.filter { $0.place.country.map(codes.contains) ?? false }.map(\.id))
            condition.add(isPlaced, places, places)
        }
    }

    private func regionFinder() throws -> RegionFinder {
        var countries: [String: String] = [:]
        for row in try Row.fetchAll(database, sql: "SELECT code, name FROM country") { countries[row[0]] = row[1] }
        let rows = try Row.fetchAll(
            database,
            sql: "SELECT id, name, level, admin1, admin2, country FROM place"
        )
        let places = rows.map { row in
            let place = Place(
                name: row[1],
                text: "",
                level: PlaceLevel(rawValue: row[2]) ?? .unknown,
                admin1: row[3],
                admin2: row[4],
                country: row[5]
            )
            return (id: row[0] as Int64, place: place)
        }
        return RegionFinder(places: places, countries: countries)
    }

    /// An event matches if its span touches the days asked for; one without any date matches no day.
    private func addDates(_ filter: EventFilter, to condition: inout Condition) {
        guard filter.from != nil || filter.to != nil else { return }
        condition.add("event.day IS NOT NULL")
        if let to = filter.to { condition.add("(event.date_start IS NULL OR event.date_start <= ?)", to.dayNumber) }
        if let from = filter.from { condition.add("(event.date_end IS NULL OR event.date_end >= ?)", from.dayNumber) }
    }

    private func addCodes(_ filter: EventFilter, to condition: inout Condition) throws {
        if !filter.types.isEmpty {
            let codes = CodeFinder(what: "type", codes: EventType.allCases.map(\.rawValue))
            let types = Set(try filter.types.flatMap(codes.codes(for:)))
            condition.add(
                "event.type IN (SELECT id FROM event_type WHERE code IN (SELECT value FROM json_each(?)))",
                "[\(types.sorted().map { "\"\($0)\"" }.joined(separator: ","))]"
            )
        }
        if !filter.weapons.isEmpty {
            let weapons = try weaponNumbers(filter.weapons)
            condition.weapons = weapons
            condition.add(
                "event.id IN (SELECT event FROM event_weapon WHERE weapon IN (SELECT value FROM json_each(?)))",
                list(weapons.sorted())
            )
        }
        if !filter.statuses.isEmpty {
            let marks = filter.statuses.map { _ in "?" }.joined(separator: ", ")
            condition.add("event.status IN (\(marks))", filter.statuses.map(\.rawValue))
        }
        for least in filter.minConfidences { add(least, to: &condition) }
        if let least = filter.minCount {
            condition.add(
                """
                EXISTS (
                    SELECT 1 FROM event_count
                    WHERE event_count.event = event.id AND coalesce(event_count.best, event_count.low) >= ?
                        AND \(least.kind == nil ? "event_count.ordinal = event.leading_count" : "event_count.kind = ?")
                )
                """,
                [least.number] + (least.kind.map { [$0.rawValue] } ?? [])
            )
        }
    }

    /// A field asked for must have a level; of all fields those may be empty that an event need not have.
    private func add(_ least: EventFilter.MinConfidence, to condition: inout Condition) {
        let levels = Confidence.allCases.filter { $0 >= least.level }.map { "'\($0.rawValue)'" }.joined(separator: ", ")
        if let field = least.field {
            condition.add("event.\(field.rawValue)_confidence IN (\(levels))")
            return
        }
        condition.add("event.type_confidence IN (\(levels))")
        for field in [EventField.date, .place, .source, .weapon, .count] {
            condition.add("ifnull(event.\(field.rawValue)_confidence, 'high') IN (\(levels))")
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
        if !filter.sources.isEmpty {
            let isNarrator = filter.sources.contains { $0.lowercased() == "narrator" }
            let numbers = try numbers(of: filter.sources.filter { $0.lowercased() != "narrator" }, "source")
            condition.add(
                "(event.source IN (SELECT value FROM json_each(?))\(isNarrator ? " OR event.source IS NULL" : ""))",
                list(numbers)
            )
        }
        if !filter.publishers.isEmpty {
            let numbers = try numbers(of: filter.publishers, "publisher")
            condition.add("article.publisher IN (SELECT value FROM json_each(?))", list(numbers))
        }
        if !filter.actors.isEmpty {
            let numbers = try numbers(of: filter.actors, "actor")
            condition.add("event.actor IN (SELECT value FROM json_each(?))", list(numbers))
        }
    }

    private func numbers(of texts: [String], _ what: String) throws -> [Int64] {
        let sql =
            switch what {
            case "source": "SELECT id, name FROM source"
            case "publisher": "SELECT id, name FROM publisher"
            default: "SELECT id, name FROM party WHERE id IN (SELECT actor FROM event)"
            }
        let known = try Row.fetchAll(database, sql: sql).map { row in
            (id: row[0] as Int64, name: row[1] as String, words: NameWords(row[1]))
        }
        return try texts.flatMap { text in
            let sought = NameWords(text)
            let found = known.filter { $0.words.contain(sought) }.map(\.id)
            guard found.isEmpty else { return found }
            let words = known.flatMap { entry in [entry.name] + entry.name.split(separator: " ").map(String.init) }
            throw EventStoreError.unknown("stored \(what)", text, among: words)
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
            condition.add(
                "event.id IN (SELECT rowid FROM evidence_search WHERE evidence_search MATCH ?)",
                words.map { "\"\($0.split(separator: "\"").joined(separator: " "))\"" }.joined(separator: " ")
            )
        }
        guard !filter.articles.isEmpty else { return }
        let one = #"""
            (article.path = ? OR article.url = ? OR article.path LIKE ? ESCAPE '\' OR article.path LIKE ? ESCAPE '\'
                OR article.path LIKE ? ESCAPE '\')
            """#
        let values = filter.articles.flatMap { article in
            let pattern = escaped(article)
            return [article, article, "%/\(pattern)", "%/\(pattern).%", "\(pattern).%"]
        }
        condition.add("(\(filter.articles.map { _ in one }.joined(separator: " OR ")))", values)
    }

    private func escaped(_ text: String) -> String {
        text.reduce(into: "") { escaped, letter in
            if "%_\\".contains(letter) { escaped.append("\\") }
            escaped.append(letter)
        }
    }
}
