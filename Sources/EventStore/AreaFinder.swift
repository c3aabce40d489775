import Foundation
import GRDB

/// Finds the stored places in a circle or a box.
///
/// A place that is a region or wider is a point only for want of a better: it is found where wider ones are asked for.
struct AreaFinder {
    let database: Database
    let includingWider: Bool

    /// The mean radius of the earth in kilometres (IUGG).
    static let earthRadius = 6371.0088

    /// The places within a circle, in the order of their numbers.
    func numbers(in circle: EventFilter.Circle) throws -> [Int64] {
        let degrees = circle.radius / AreaFinder.earthRadius * 180 / .pi
        let (south, north) = (circle.latitude - degrees, circle.latitude + degrees)
        // Near a pole, or where it reaches around the earth, every meridian comes into question.
        let cosine = cos(min(90, max(abs(south), abs(north))) * .pi / 180)
        let width = cosine > 0.001 && degrees < 90 ? degrees / cosine : 360
        var boxes: [EventFilter.Box] = []
        if width >= 180 {
            boxes = [EventFilter.Box(west: -180, south: south, east: 180, north: north)]
        } else {
            let (west, east) = (circle.longitude - width, circle.longitude + width)
            let box = EventFilter.Box(
                west: west < -180 ? west + 360 : west,
                south: south,
                east: east > 180 ? east - 360 : east,
                north: north
            )
            boxes = box.halves
        }
        return try boxes.flatMap(rows).filter {
            AreaFinder.distance($0.latitude, $0.longitude, circle) <= circle.radius
        }
        .map(\.id).sorted()
    }

    /// The places within a box, in the order of their numbers.
    func numbers(in box: EventFilter.Box) throws -> [Int64] {
        try box.halves.flatMap(rows).map(\.id).sorted()
    }

    /// The distance of a point from the middle of a circle in kilometres, by the haversine formula.
    static func distance(_ latitude: Double, _ longitude: Double, _ circle: EventFilter.Circle) -> Double {
        let radians = Double.pi / 180
        let (first, second) = (latitude * radians, circle.latitude * radians)
        let half = sin((first - second) / 2)
        let across = sin((longitude - circle.longitude) * radians / 2)
        let square = half * half + cos(first) * cos(second) * across * across
        return 2 * earthRadius * asin(min(1, square.squareRoot()))
    }

    private func rows(in box: EventFilter.Box) throws -> [(id: Int64, latitude: Double, longitude: Double)] {
        // The boxes of the index are rounded outwards to 32 bits: the place's own coordinates decide.
        let statement = try RawStatement(
            database,
            """
            SELECT place.id, latitude, longitude
            FROM place_box JOIN place ON place.id = place_box.place
            WHERE place_box.north >= ?1 AND place_box.south <= ?2 AND place_box.east >= ?3 AND place_box.west <= ?4
                AND latitude BETWEEN ?1 AND ?2 AND longitude BETWEEN ?3 AND ?4
                \(includingWider ? "" : "AND level IN ('site', 'place', 'near')")
            """
        )
        for (index, degrees) in [box.south, box.north, box.west, box.east].enumerated() {
            statement.bind(Int32(index + 1), degrees)
        }
        var rows: [(id: Int64, latitude: Double, longitude: Double)] = []
        while try statement.step() { rows.append((Int64(statement.int(0)), statement.double(1), statement.double(2))) }
        return rows
    }
}

extension EventFilter.Box {
    /// The box, or its parts on both sides of the 180th meridian, which share no place.
    fileprivate var halves: [EventFilter.Box] {
        guard west > east else { return [self] }
        return [
            EventFilter.Box(west: west, south: south, east: 180, north: north),
            EventFilter.Box(west: -180, south: south, east: east, north: north),
        ]
    }
}
