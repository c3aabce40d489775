import DatelineCore
import GRDB

/// Knows what the numbers of groups stand for.
///
/// Each table is read once, when first needed.
final class GroupLabels {
    private let database: Database
    private var places: [Int64: Place]?
    private var names: [Grouping: [Int64: String]] = [:]
    private var weaponClasses: [Int64: UnitClass]?
    /// The groups of places, as the columns that name them, in the order in which they were met.
    private var placeKeys: [CountTable.Key] = []
    private var placeNumbers: [CountTable.Key: Int64] = [:]

    init(database: Database) {
        self.database = database
    }

    /// The columns that name a group.
    func key(_ number: Int64, by grouping: Grouping) throws -> CountTable.Key {
        guard number != EventCounter.none else { return grouping.columns.map { _ in nil } }
        switch grouping {
        case .day, .week, .month, .quarter, .year:
            return [grouping.label(ofPeriod: number)]
        case .country, .admin1, .place:
            return placeKeys[Int(number)]
        case .status:
            return [ClaimStatus.allCases[Int(number)].rawValue]
        case .type, .weapon, .source, .publisher, .actor:
            return [try names(of: grouping)[number]]
        }
    }

    /// The number of a status.
    func number(ofStatus status: String) -> Int64 {
        Int64(ClaimStatus.allCases.firstIndex { $0.rawValue == status } ?? 0)
    }

    /// The number of the group of a place: places of one region share it.
    func number(ofPlace place: Int64?, by grouping: Grouping) throws -> Int64 {
        guard let place, let known = try allPlaces()[place] else { return EventCounter.none }
        let key: CountTable.Key =
            switch grouping {
            case .country: [known.country]
            case .admin1: [known.regionName, known.country]
            default: [known.name, known.level == .admin1 ? nil : known.admin1, known.country]
            }
        if key.allSatisfy({ $0 == nil }) { return EventCounter.none }
        if let number = placeNumbers[key] { return number }
        let number = Int64(placeKeys.count)
        placeKeys.append(key)
        placeNumbers[key] = number
        return number
    }

    /// The class of units in which a weapon is counted.
    func unitClass(ofWeapon weapon: Int64) throws -> UnitClass? {
        if let weaponClasses { return weaponClasses[weapon] }
        let classes = try names(of: .weapon).compactMapValues(Weapon.unitClass(ofCode:))
        weaponClasses = classes
        return classes[weapon]
    }

    private func allPlaces() throws -> [Int64: Place] {
        if let places { return places }
        var read: [Int64: Place] = [:]
        for row in try Row.fetchAll(database, sql: "SELECT id, name, level, admin1, country FROM place") {
            let level = PlaceLevel(rawValue: row[2]) ?? .unknown
            read[row[0]] = Place(name: row[1], text: "", level: level, admin1: row[3], country: row[4])
        }
        places = read
        return read
    }

    private func names(of grouping: Grouping) throws -> [Int64: String] {
        if let known = names[grouping] { return known }
        let sql =
            switch grouping {
            case .type: "SELECT id, code FROM event_type"
            case .weapon: "SELECT id, code FROM weapon"
            case .source: "SELECT id, name FROM source"
            case .publisher: "SELECT id, name FROM publisher"
            default: "SELECT id, name FROM party"
            }
        var read: [Int64: String] = [:]
        for row in try Row.fetchAll(database, sql: sql) { read[row[0]] = row[1] }
        names[grouping] = read
        return read
    }
}
