import Gazetteer

/// The places of the gazetteer at which events happen, each as the cells of its columns.
struct EventPlaces {
    /// A town with what it lies in, by their positions in ``EventPlaces``.
    struct Town {
        let cells: [UInt8]
        let admin1: Int
        let country: Int
    }

    /// A region or country as a place of its own.
    struct Area {
        let name: String
        let cells: [UInt8]
    }

    private(set) var towns: [Town] = []
    private(set) var provinces: [Area] = []
    private(set) var countries: [Area] = []
    /// Draws a town: few countries have most events, of these few provinces, of these few towns.
    let choice: WeightedChoice

    /// About how many towns to take; of each province that has one at least one.
    init(towns count: Int, _ random: inout SplitMix64) {
        let gazetteer = Gazetteer.embedded
        let entries = (0..<gazetteer.placeCount).map { gazetteer.entry(PlaceID(index: UInt32($0))) }
        let all = entries.filter { $0.kind == .populatedPlace && $0.admin1 != nil && $0.country != nil }
        let share = Double(count) / Double(max(1, all.count))
        var tree: [PlaceID: [PlaceID: [GazetteerEntry]]] = [:]
        for town in all {
            guard let country = town.country, let admin1 = town.admin1 else { continue }
            if random.fraction() < share || tree[country]?[admin1] == nil {
                tree[country, default: [:]][admin1, default: []].append(town)
            }
        }
        var weights: [Double] = []
        for (rank, country) in tree.keys.sorted().shuffled(using: &random).enumerated() {
            let whole = gazetteer.entry(country)
            countries.append(Area(name: whole.name, cells: EventPlaces.cells(whole, in: whole, gazetteer)))
            let regions = tree[country] ?? [:]
            for (second, admin1) in regions.keys.sorted().shuffled(using: &random).enumerated() {
                let province = gazetteer.entry(admin1)
                provinces.append(Area(name: province.name, cells: EventPlaces.cells(province, in: whole, gazetteer)))
                for (third, town) in (regions[admin1] ?? []).shuffled(using: &random).enumerated() {
                    towns.append(
                        Town(
                            cells: EventPlaces.cells(town, in: whole, gazetteer),
                            admin1: provinces.count - 1,
                            country: countries.count - 1
                        )
                    )
                    weights.append(1 / Double(rank + 1) / Double(second + 1) / Double(third + 1))
                }
            }
        }
        choice = WeightedChoice(weights)
    }

    /// The cells from `where_coordinates` to `region`, with a comma behind each.
    private static func cells(_ place: GazetteerEntry, in country: GazetteerEntry, _ gazetteer: Gazetteer) -> [UInt8] {
        let latitude = decimal(place.latitude)
        let longitude = decimal(place.longitude)
        let admin1 = place.admin1.map { gazetteer.entry($0).name } ?? ""
        let admin2 = place.admin2.map { gazetteer.entry($0).name } ?? ""
        // The number of the half degree by half degree cell of PRIO-GRID.
        let grid = Int((place.latitude + 90) * 2) * 720 + Int((place.longitude + 180) * 2) + 1
        let description = [place.name, admin2, admin1].filter { !$0.isEmpty }.first ?? ""
        var cells: [UInt8] = []
        for text in [
            place.name, "\(description) area", admin1, admin2, latitude, longitude, "POINT (\(longitude) \(latitude))",
            "\(grid).0", country.name, "\(country.id.index + 1).0", region(country),
        ] {
            cells.append(cell: text.utf8)
        }
        return cells
    }

    private static func decimal(_ degrees: Double) -> String {
        "\((degrees * 1e5).rounded() / 1e5)"
    }

    /// About the region of UCDP; nothing is read from it.
    private static func region(_ country: GazetteerEntry) -> String {
        switch (country.latitude, country.longitude) {
        case (_, ..<(-30)): "Americas"
        case (36..., ..<45): "Europe"
        case (12..., 34..<60): "Middle East"
        case (_, ..<60): "Africa"
        default: "Asia"
        }
    }
}
