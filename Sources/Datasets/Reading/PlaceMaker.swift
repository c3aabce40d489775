import DatelineCore

/// Makes the places of a row.
struct PlaceMaker {
    let values: ValueResolver

    /// The places that the row names, the first its main one.
    func places() throws(RowFault) -> [Place] {
        let parts: [ValueResolver.Part?] = values.parts(of: .place)
        var places: [Place] = []
        for part in parts.isEmpty ? [nil] : parts {
            if let place = try place(part) { places.append(place) }
        }
        return places
    }

    private func place(_ part: ValueResolver.Part?) throws(RowFault) -> Place? {
        let country = try values.text(.country, part).map { said throws(RowFault) in try values.country(said) }
        let admin1 = values.text(.admin1, part)
        let admin2 = values.text(.admin2, part)
        let named = values.text(.place, part)
        let (latitude, longitude) = try coordinates(part)
        guard let name = named ?? admin2 ?? admin1 ?? countryName(part) ?? coordinateName(latitude, longitude) else {
            return nil
        }
        let level: PlaceLevel =
            if let said = values.text(.placeLevel, part) {
                PlaceLevel(rawValue: said.lowercased()) ?? .unknown
            } else if named != nil {
                .place
            } else if admin2 != nil {
                .admin2
            } else if admin1 != nil {
                .admin1
            } else {
                country != nil ? .country : .site
            }
        var place = Place(name: name, text: part?.text ?? name, level: level)
        place.country = country
        place.latitude = latitude
        place.longitude = longitude
        // A region lies in the regions above it and not in one below.
        switch level {
        case .country: break
        case .admin1: place.admin1 = admin1 ?? name
        case .admin2: (place.admin1, place.admin2) = (admin1, admin2 ?? name)
        default: (place.admin1, place.admin2) = (admin1, admin2)
        }
        return place
    }

    private func countryName(_ part: ValueResolver.Part?) -> String? {
        values.plan.fields[.country].flatMap { values.first($0.columns, part)?.text }
    }

    private func coordinateName(_ latitude: Double?, _ longitude: Double?) -> String? {
        guard let latitude, let longitude else { return nil }
        return "\(latitude), \(longitude)"
    }

    private func coordinates(_ part: ValueResolver.Part?) throws(RowFault) -> (Double?, Double?) {
        let latitude = try degrees(.latitude, limit: 90, part)
        let longitude = try degrees(.longitude, limit: 180, part)
        guard (latitude == nil) == (longitude == nil) else {
            throw RowFault("only one of latitude and longitude is given")
        }
        return (latitude, longitude)
    }

    private func degrees(
        _ field: ImportField,
        limit: Double,
        _ part: ValueResolver.Part?
    ) throws(RowFault) -> Double? {
        guard let text = values.text(field, part) else { return nil }
        guard let number = Double(text), abs(number) <= limit else {
            throw RowFault("\(field.rawValue) \"\(text)\" is no number from -\(Int(limit)) to \(Int(limit))")
        }
        return number
    }
}
