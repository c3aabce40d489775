import ArgumentParser
import DatelineCore
import EventExport
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

    /// Reads coordinates, or looks a town up, behind commas what it lies in.
    init(argument: String) throws {
        let (place, _) = try PlaceFinder(gazetteer: .embedded).place(argument, isTown: true)
        guard let latitude = place.latitude, let longitude = place.longitude else {
            throw ValidationError("the gazetteer has no coordinates of “\(argument)”; write latitude and longitude.")
        }
        (self.latitude, self.longitude) = (latitude, longitude)
        name = place.level == .site ? nil : place.phrase
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
