import DatelineCore

/// The user's places, ready to be looked up over a gazetteer.
struct UserPlacesOverlay: Sendable {
    private(set) var entries: [GazetteerEntry] = []
    private(set) var matches: [NameHash: [NameMatch]] = [:]
    private(set) var longestNames: [NameHash: Int] = [:]

    /// The user wrote them down because they matter: before all places of the same name.
    private static let score = 1.0

    init(_ places: UserPlaces, over gazetteer: Gazetteer) {
        for place in places.places {
            let id = PlaceID(index: UInt32(gazetteer.header.placeCount + entries.count))
            let country = place.countryCode.flatMap { gazetteer.place(code: $0) }
            entries.append(
                GazetteerEntry(
                    id: id,
                    geonameid: nil,
                    name: place.name,
                    kind: place.kind,
                    countryCode: place.countryCode,
                    regionCode: nil,
                    country: place.kind == .country ? id : country,
                    admin1: place.kind == .admin1
                        ? id : place.admin1.flatMap { UserPlacesOverlay.region($0, in: country, gazetteer) },
                    admin2: place.kind == .admin2 ? id : nil,
                    latitude: place.latitude,
                    longitude: place.longitude,
                    population: 0
                )
            )
            add(place.name, NameMatch(place: id, kind: .primary, score: UserPlacesOverlay.score))
            for name in place.alternates {
                add(name, NameMatch(place: id, kind: .alternate, score: UserPlacesOverlay.score))
            }
        }
    }

    /// The user's place of an id, whose index is that of the list plus `firstIndex`.
    func entry(_ id: PlaceID, firstIndex: Int) -> GazetteerEntry? {
        let index = Int(id.index) - firstIndex
        return entries.indices.contains(index) ? entries[index] : nil
    }

    private mutating func add(_ name: String, _ match: NameMatch) {
        let folded = NameFolding.fold(name)
        guard !folded.isEmpty else { return }
        let hash = NameHash(folded)
        if matches[hash]?.contains(where: { $0.place == match.place }) != true {
            matches[hash, default: []].append(match)
        }
        let words = folded.count { $0 == UInt8(ascii: " ") } + 1
        let first = NameHash(folded.prefix { $0 != UInt8(ascii: " ") })
        longestNames[first] = max(longestNames[first] ?? 0, words)
    }

    private static func region(_ name: String, in country: PlaceID?, _ gazetteer: Gazetteer) -> PlaceID? {
        gazetteer.matches(of: NameFolding.fold(name)).map(\.place).first { place in
            gazetteer.kind(of: place) == .admin1 && (country == nil || gazetteer.parent(of: place) == country)
        }
    }
}
