import DatelineCore

/// How two places lie to each other, by their parents.
enum PlaceRelation {
    /// Whether both may be said of one event: equal, one inside the other, or one near the other.
    static func isCompatible(_ first: Place, _ second: Place) -> Bool {
        if let one = first.country, let other = second.country, one != other { return false }
        if isSame(first, second) { return true }
        if contains(first, second) || contains(second, first) { return true }
        if first.level == .near || second.level == .near || first.level == .site || second.level == .site,
            let gap = distance(first, second)
        {
            return gap < 60
        }
        return false
    }

    /// Whether both are the same place.
    static func isSame(_ first: Place, _ second: Place) -> Bool {
        if let one = first.geonameid, let other = second.geonameid, first.level != .site, second.level != .site {
            return one == other
        }
        return first.name == second.name && first.country == second.country
    }

    /// Whether the first is a region or country around the second.
    static func contains(_ outer: Place, _ inner: Place) -> Bool {
        switch outer.level {
        case .country: outer.country == inner.country
        case .admin1:
            outer.admin1 != nil && outer.admin1 == inner.admin1 && outer.country == inner.country
                && inner.level != .country
        case .admin2:
            outer.admin2 != nil && outer.admin2 == inner.admin2 && outer.admin1 == inner.admin1
                && inner.level != .admin1 && inner.level != .country
        case .area: outer.country == nil || inner.country == nil || outer.country == inner.country
        // A site or village that the gazetteer lacks may lie in any town of its region.
        default:
            inner.latitude == nil && inner.level == .site && outer.admin1 == inner.admin1
                && outer.country == inner.country
        }
    }

    /// Kilometres between two places on a sphere, where both have coordinates; good to one in a hundred below 500 km.
    static func distance(_ first: Place, _ second: Place) -> Double? {
        guard let lat1 = first.latitude, let lon1 = first.longitude, let lat2 = second.latitude,
            let lon2 = second.longitude
        else { return nil }
        // The cosine of the middle latitude by its series, good to a thousandth up to 80 degrees.
        let middle = (lat1 + lat2) / 2 * .pi / 180
        let square = middle * middle
        let cosine = 1 - square / 2 * (1 - square / 12 * (1 - square / 30 * (1 - square / 56)))
        let (north, east) = ((lat1 - lat2) * 111.2, (lon1 - lon2) * 111.2 * cosine)
        return (north * north + east * east).squareRoot()
    }
}

extension PlaceLevel {
    /// Whether a place of this level can hold one of the other.
    func isWider(than other: PlaceLevel) -> Bool {
        width > other.width
    }

    private var width: Int {
        switch self {
        case .site: 0
        case .place, .near: 1
        case .admin2: 2
        case .admin1: 3
        case .area, .sea: 4
        case .country: 5
        case .unknown: 0
        }
    }
}
