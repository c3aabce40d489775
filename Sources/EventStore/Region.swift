import DatelineCore

/// A country, a region, an area or a town that some stored place is or lies in.
struct Region: Hashable {
    /// How wide a region is, the widest first.
    enum Rank: String, CaseIterable, Comparable {
        case country, admin1, admin2, area, town

        static func < (first: Rank, second: Rank) -> Bool {
            (allCases.firstIndex(of: first) ?? 0) < (allCases.firstIndex(of: second) ?? 0)
        }
    }

    let kind: Rank
    let name: String
    var country: String?
    var admin1: String?
    var admin2: String?

    /// Words that say what kind of region a name is of, and which kinds they are looked for in first.
    static let features: [String: [Rank]] = {
        let wide: [Rank] = [.admin1, .admin2, .country, .area]
        let narrow: [Rank] = [.admin2, .admin1, .area, .country]
        let town: [Rank] = [.town]
        var features: [String: [Rank]] = [:]
        for word in [
            "oblast", "krai", "governorate", "province", "state", "region", "republic", "territory", "okrug",
            "department", "prefecture", "voivodeship", "autonomous",
        ] { features[word] = wide }
        for word in ["raion", "rayon", "district", "county", "municipality", "hromada"] { features[word] = narrow }
        for word in ["city", "town", "village"] { features[word] = town }
        return features
    }()

    /// The kind, but a region that is called a city (Kyiv City) stands with the towns.
    var rank: Rank {
        let isCity = (kind == .admin1 || kind == .admin2) && NameWords(name).words.contains("city")
        return isCity ? .town : kind
    }

    /// Whether a place is the region or lies in it.
    func holds(_ place: Place) -> Bool {
        switch kind {
        case .country:
            if let country { return place.country == country }
            return place.level == .country && place.name == name
        case .admin1:
            return place.country == country && place.regionName == name
        case .admin2:
            return place.country == country && place.districtName == name && place.regionName == admin1
        case .area, .town:
            return Region.kind(of: place.level) == kind && place.name == name && place.country == country
                && place.admin1 == admin1
        }
    }

    /// Whether the region lies in a place, or in a part of it that the place does not tell.
    func liesIn(_ place: Place) -> Bool {
        guard let country, place.country == country else { return false }
        switch place.level {
        case .country:
            return true
        case .area, .sea, .unknown:
            return kind != .country && !holds(place) && (place.admin1 == nil || place.admin1 == admin1)
        case .admin1:
            return (kind == .admin2 || kind == .town) && place.regionName == admin1
        case .admin2:
            return kind == .town && place.regionName == admin1 && place.districtName == admin2 && admin2 != nil
        case .site, .place, .near:
            return false
        }
    }

    /// The region with the regions around it: "Salem, Oregon, US".
    var described: String {
        switch kind {
        case .country: name
        case .admin1: [name, country].compactMap(\.self).joined(separator: ", ")
        case .admin2, .area, .town: [name, admin1, country].compactMap(\.self).joined(separator: ", ")
        }
    }

    /// The kind of region that a place of a level is.
    static func kind(of level: PlaceLevel) -> Rank {
        switch level {
        case .country: .country
        case .admin1: .admin1
        case .admin2: .admin2
        case .area, .sea, .unknown: .area
        case .site, .place, .near: .town
        }
    }
}

extension Place {
    /// The first-level region that the place is or lies in.
    var regionName: String? {
        admin1 ?? (level == .admin1 ? name : nil)
    }

    /// The second-level region that the place is or lies in.
    var districtName: String? {
        admin2 ?? (level == .admin2 ? name : nil)
    }

    /// The regions that the place lies in or is: of the first level, of the second, and what else it is itself.
    var regions: (first: Region?, second: Region?, own: Region?) {
        let own: Region? =
            switch Region.kind(of: level) {
            case .admin1, .admin2: nil
            case .country: Region(kind: .country, name: name, country: country)
            case let kind: Region(kind: kind, name: name, country: country, admin1: admin1, admin2: admin2)
            }
        return (
            regionName.map { Region(kind: .admin1, name: $0, country: country) },
            districtName.map { Region(kind: .admin2, name: $0, country: country, admin1: regionName) },
            own
        )
    }
}
