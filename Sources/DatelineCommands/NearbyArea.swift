import ArgumentParser
import DatelineCore
import EventStore
import Gazetteer

/// The point that `--near` names.
struct NearbyArea {
    let latitude: Double
    let longitude: Double
    /// How a name was taken; nil for coordinates.
    let name: String?

    /// How far around, where it is not said, in kilometres.
    static let usualRadius = 25.0

    /// Reads coordinates, or looks a name up: the likeliest town of it, behind commas what it lies in.
    init(argument: String) throws {
        let numbers = argument.split(separator: ",").map { Double($0.filter { $0 != " " }) }
        if numbers.count == 2, let latitude = numbers[0], let longitude = numbers[1] {
            guard abs(latitude) <= 90, abs(longitude) <= 180 else {
                throw ValidationError("“\(argument)” is no point: latitudes end at 90 degrees, longitudes at 180.")
            }
            (self.latitude, self.longitude, name) = (latitude, longitude, nil)
            return
        }
        let gazetteer = Gazetteer.embedded
        let parts = argument.split(separator: ",").map { NameFolding.fold(String($0)) }
        let all = gazetteer.matches(of: parts.first ?? [])
        let points = all.filter { match in
            gazetteer.entry(match.place).kind == .populatedPlace
                && parts.dropFirst().allSatisfy { NearbyArea.lies(match.place, in: $0, gazetteer) }
        }
        guard let place = points.max(by: { $0.score < $1.score })?.place else {
            let hint = all.isEmpty ? "see: dateline gazetteer find" : "it is a region; write --region, or coordinates"
            throw ValidationError("there is no town called “\(argument)”; \(hint).")
        }
        let entry = gazetteer.entry(place)
        (latitude, longitude) = (entry.latitude, entry.longitude)
        let around = gazetteer.parents(place).map(gazetteer.name(of:))
        name = ([entry.name] + around + [entry.countryCode].compactMap(\.self)).joined(separator: ", ")
    }

    private static func lies(_ place: PlaceID, in name: [UInt8], _ gazetteer: Gazetteer) -> Bool {
        let code = gazetteer.entry(place).countryCode.map(NameFolding.fold)
        if code == name { return true }
        let around = gazetteer.parents(place).map { NameFolding.fold(gazetteer.name(of: $0)) }
        let wider = gazetteer.matches(of: name).map(\.place)
        return around.contains(name) || gazetteer.parents(place).contains(where: wider.contains)
    }

    /// Reads a distance in kilometres: `50km`, `50`, `30mi`.
    static func kilometres(argument: String) throws -> Double {
        let text = argument.lowercased().filter { $0 != " " }
        let number = text.prefix { $0.isNumber || $0 == "." }
        let factors = ["": 1, "km": 1, "mi": 1.609344, "m": 0.001]
        guard let value = Double(number), let factor = factors[String(text.dropFirst(number.count))], value > 0,
            value * factor <= 20_038
        else { throw ValidationError("“\(argument)” is no distance; write 50km or 30mi.") }
        return value * factor
    }
}

extension EventFilter.Box {
    /// Reads `west,south,east,north`.
    init(argument: String) throws {
        let numbers = argument.split(separator: ",", omittingEmptySubsequences: false).map {
            Double($0.filter { $0 != " " })
        }
        let degrees = numbers.compactMap(\.self)
        guard numbers.count == 4, degrees.count == 4, abs(degrees[0]) <= 180, abs(degrees[2]) <= 180,
            abs(degrees[1]) <= 90, abs(degrees[3]) <= 90, degrees[1] <= degrees[3]
        else {
            throw ValidationError(
                "“\(argument)” is no box; write west,south,east,north in degrees: 35.0,49.5,38.0,51.0"
            )
        }
        self.init(west: degrees[0], south: degrees[1], east: degrees[2], north: degrees[3])
    }
}
