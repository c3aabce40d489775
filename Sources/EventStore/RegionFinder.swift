import DatelineCore

/// Finds the regions that a user names, among those that the stored places are or lie in.
struct RegionFinder {
    /// The stored places by their numbers.
    let places: [(id: Int64, place: Place)]
    /// The countries by their codes.
    let countries: [String: String]

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
        guard let name = parts.first, !name.words.isEmpty else { throw unknown(text) }
        let all = allRegions()
        var found = all.filter { region in
            matches(region, name) && parts.dropFirst().allSatisfy { liesIn(region, $0) }
        }
        guard !found.isEmpty else { throw unknown(text, among: all) }

        var match = Match(regions: [])
        if let preference = preference(of: name) {
            let exact = found.filter { NameWords($0.name).words == name.words }
            if !exact.isEmpty { found = exact }
            guard let rank = preference.first(where: { rank in found.contains { $0.rank == rank } }) else {
                throw unknown(text, among: all)
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
        let regions = allRegions().filter { $0.kind == .country && NameWords($0.name).words == name.words }
        if let code = regions.compactMap(\.country).min() { return code }
        throw EventStoreError.unknown("country", text, among: countries.values)
    }

    /// The numbers of the places in a region and, if asked for, of those that the region lies in.
    func numbers(of regions: [Region], includingWider: Bool) -> [Int64] {
        places.filter { entry in
            regions.contains { $0.holds(entry.place) || (includingWider && $0.liesIn(entry.place)) }
        }.map(\.id)
    }

    private func allRegions() -> Set<Region> {
        var regions = Set(countries.map { Region(kind: .country, name: $0.value, country: $0.key) })
        for (_, place) in places {
            if let name = place.regionName {
                regions.insert(Region(kind: .admin1, name: name, country: place.country))
            }
            if let name = place.districtName {
                let region = Region(kind: .admin2, name: name, country: place.country, admin1: place.regionName)
                regions.insert(region)
            }
            switch Region.kind(of: place.level) {
            case .country: regions.insert(Region(kind: .country, name: place.name, country: place.country))
            case .admin1, .admin2: break
            case .area, .town:
                regions.insert(
                    Region(
                        kind: Region.kind(of: place.level),
                        name: place.name,
                        country: place.country,
                        admin1: place.admin1,
                        admin2: place.admin2
                    )
                )
            }
        }
        return regions
    }

    private func matches(_ region: Region, _ name: NameWords) -> Bool {
        let words = NameWords(region.name)
        if words.words == name.words || core(words) == core(name) { return true }
        return region.kind == .country && name.words.count == 1 && region.country?.lowercased() == name.words[0]
    }

    private func liesIn(_ region: Region, _ name: NameWords) -> Bool {
        let around = [region.country, region.country.flatMap { countries[$0] }, region.admin1, region.admin2]
        return around.compactMap(\.self).contains { part in
            part != region.name && core(NameWords(part)) == core(name)
        }
    }

    /// The words without those that say what kind of region it is.
    private func core(_ name: NameWords) -> [String] {
        let words = name.words.filter { Region.features[$0] == nil && $0 != "the" && $0 != "of" }
        return words.isEmpty ? name.words : words
    }

    /// The kinds of regions that a name's feature word asks for; nil for a bare name.
    private func preference(of name: NameWords) -> [Region.Rank]? {
        guard core(name) != name.words else { return nil }
        return name.words.compactMap { Region.features[$0] }.first
    }

    private func notes(_ text: String, taken: [Region], all: Set<Region>) -> [String] {
        guard let region = taken.first, region.rank != .town, all.contains(where: { $0.rank == .town }) else {
            return []
        }
        return ["“\(text)” is taken as \(region.described); for the city write “\(text) city”"]
    }

    private func unknown(_ text: String, among regions: Set<Region> = []) -> EventStoreError {
        var names: [String: String] = [:]
        for region in regions {
            names[region.name] = region.name
            names[core(NameWords(region.name)).joined(separator: " ")] = region.name
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
