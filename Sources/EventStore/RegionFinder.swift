import DatelineCore
import GRDB

/// Finds the regions that a user names, among those that the stored places are or lie in.
struct RegionFinder {
    private let database: Database
    /// The countries by their codes.
    private let countries: [String: String]

    init(database: Database) throws {
        self.database = database
        var countries: [String: String] = [:]
        for row in try Row.fetchAll(database, sql: "SELECT code, name FROM country") { countries[row[0]] = row[1] }
        self.countries = countries
    }

    /// What a name stands for.
    struct Match {
        var regions: [Region]
        /// What the user should know about how the name was taken.
        var notes: [String] = []
    }

    /// The regions that a name stands for.
    ///
    /// A name without a word such as "oblast" or "city" stands for the widest region of that name. Behind commas may
    /// stand what the region lies in: "Kursk, Russia".
    func regions(named text: String) throws -> Match {
        let parts = text.split(separator: ",").map { NameWords(String($0)) }
        guard let name = parts.first, !name.words.isEmpty else { throw try unknown(text) }
        var found = try regions(with: RegionFinder.core(name)).filter { region in
            matches(region, name) && parts.dropFirst().allSatisfy { liesIn(region, $0) }
        }
        guard !found.isEmpty else { throw try unknown(text) }

        var match = Match(regions: [])
        if let preference = preference(of: name) {
            let exact = found.filter { NameWords($0.name).words == name.words }
            if !exact.isEmpty { found = exact }
            guard let rank = preference.first(where: { rank in found.contains { $0.rank == rank } }) else {
                throw try unknown(text)
            }
            match.regions = Array(found.filter { $0.rank == rank })
        } else {
            let widest = found.map(\.rank).min() ?? .country
            match.regions = Array(found.filter { $0.rank == widest })
            match.notes = notes(text, taken: match.regions, all: found)
        }
        let named = Set(match.regions.map(\.described)).sorted()
        if named.count > 1, match.regions.first?.rank != .country {
            match.notes.append("“\(text)” stands for \(named.joined(separator: " and for "))")
        }
        return match
    }

    /// The country code that a name or a code stands for.
    func country(named text: String) throws -> String {
        let name = NameWords(text)
        if let code = countries.keys.first(where: { $0.lowercased() == text.lowercased() }) { return code }
        let regions = try regions(with: RegionFinder.core(name)).filter {
            $0.kind == .country && NameWords($0.name).words == name.words
        }
        if let code = regions.compactMap(\.country).min() { return code }
        throw EventStoreError.unknown("country", text, among: countries.values)
    }

    /// The numbers of the places in a region and, if asked for, of those that the region lies in.
    func numbers(in region: Region, includingWider: Bool) throws -> [Int64] {
        if region.kind == .country, !includingWider, let country = region.country {
            // Which are many, and told by an index alone.
            return try Int64.fetchAll(database, sql: "SELECT id FROM place WHERE country = ?", arguments: [country])
        }
        var places = try StoredPlace.fetch(database, holdingIn: region).filter { region.holds($0.place) }
        if includingWider, let country = region.country {
            places += try StoredPlace.fetch(database, widerIn: country).filter { region.liesIn($0.place) }
        }
        return places.map(\.id)
    }

    /// Gives the regions that are new the words by which they are found.
    static func addKeys(in database: Database) throws {
        let rows = try Row.fetchAll(database, sql: "SELECT id, name FROM region WHERE key IS NULL")
        let update = try RawStatement(database, "UPDATE region SET key = ? WHERE id = ?")
        for row in rows {
            update.bind(1, key(of: row[1]))
            update.bind(2, row[0] as Int64)
            try update.run()
        }
    }

    /// The folded words by which a region of a name is found.
    static func key(of name: String) -> String {
        core(NameWords(name)).joined(separator: " ")
    }

    private static let columns = "SELECT kind, name, country, admin1, admin2 FROM region"

    /// The regions found by some words, and the countries.
    private func regions(with core: [String]) throws -> Set<Region> {
        let rows = try Row.fetchAll(
            database,
            sql: "\(RegionFinder.columns) WHERE key = ? OR key IS NULL",
            arguments: [core.joined(separator: " ")]
        )
        return Set(rows.compactMap(Region.init)).union(knownCountries)
    }

    private var knownCountries: [Region] {
        countries.map { Region(kind: .country, name: $0.value, country: $0.key) }
    }

    private func matches(_ region: Region, _ name: NameWords) -> Bool {
        let words = NameWords(region.name)
        if words.words == name.words || RegionFinder.core(words) == RegionFinder.core(name) { return true }
        return region.kind == .country && name.words.count == 1 && region.country?.lowercased() == name.words[0]
    }

    private func liesIn(_ region: Region, _ name: NameWords) -> Bool {
        let around = [region.country, region.country.flatMap { countries[$0] }, region.admin1, region.admin2]
        return around.compactMap(\.self).contains { part in
            part != region.name && RegionFinder.core(NameWords(part)) == RegionFinder.core(name)
        }
    }

    /// The words without those that say what kind of region it is.
    private static func core(_ name: NameWords) -> [String] {
        let words = name.words.filter { Region.features[$0] == nil && $0 != "the" && $0 != "of" }
        return words.isEmpty ? name.words : words
    }

    /// The kinds of regions that a name's feature word asks for; nil for a bare name.
    private func preference(of name: NameWords) -> [Region.Rank]? {
        guard RegionFinder.core(name) != name.words else { return nil }
        return name.words.compactMap { Region.features[$0] }.first
    }

    private func notes(_ text: String, taken: [Region], all: Set<Region>) -> [String] {
        guard let region = taken.first, region.rank != .town, all.contains(where: { $0.rank == .town }) else {
            return []
        }
        return ["“\(text)” is taken as \(region.described); for the city write “\(text) city”"]
    }

    private func unknown(_ text: String) throws -> EventStoreError {
        var names: [String: String] = [:]
        for region in try Row.fetchAll(database, sql: RegionFinder.columns).compactMap(Region.init) + knownCountries {
            names[region.name] = region.name
            names[RegionFinder.core(NameWords(region.name)).joined(separator: " ")] = region.name
        }
        var near: [String] = []
        for suggestion in Spelling.suggestions(for: text, among: names.keys.sorted()) {
            if let name = names[suggestion], !near.contains(name) { near.append(name) }
        }
        return EventStoreError(
            .unknownValue,
            doing: "filter",
            reason: "no stored place is called “\(text)”",
            hint: near.isEmpty ? "see: dateline places" : "did you mean \(near.joined(separator: " or "))?"
        )
    }
}
