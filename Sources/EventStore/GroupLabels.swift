import DatelineCore
import GRDB

/// Knows what the numbers of groups stand for; what is asked for twice is read once.
final class GroupLabels {
    private let database: Database
    private var keys: [Grouping: [Int32: CountTable.Key]] = [:]
    private var statements: [Grouping: RawStatement] = [:]
    private var weaponClasses: [Int32: UnitClass?] = [:]
    private var firsts: [Grouping: [Int32: Int32]] = [:]

    init(database: Database) {
        self.database = database
    }

    /// The columns that name a group.
    func key(_ number: Int32, by grouping: Grouping) throws -> CountTable.Key {
        guard number != .none else { return grouping.columns.map { _ in nil } }
        switch grouping {
        case .day, .week, .month, .quarter, .year: return [grouping.label(ofPeriod: Int64(number))]
        case .country: return [GroupLabels.country(number)]
        case .status: return [ClaimStatus.allCases[Int(number)].rawValue]
        case .admin1 where number < 0: return [nil, GroupLabels.country(-number)]
        case .admin1, .place, .type, .weapon, .source, .publisher, .actor: break
        }
        if let known = keys[grouping]?[number] { return known }
        let statement = try statements[grouping] ?? RawStatement(database, GroupLabels.sql(grouping))
        statements[grouping] = statement
        statement.bind(1, Int(number))
        defer { statement.reset() }
        guard try statement.step() else { return grouping.columns.map { _ in nil } }
        let key = grouping.columns.indices.map { statement.text(Int32($0)) }
        keys[grouping, default: [:]][number] = key
        return key
    }

    /// The least number whose group has the same name.
    func first(of number: Int32, by grouping: Grouping) throws -> Int32 {
        let firsts = try self.firsts[grouping] ?? namesakes(by: grouping)
        self.firsts[grouping] = firsts
        return firsts[number] ?? number
    }

    /// The least numbers of the names that several groups have, under the numbers of the others.
    private func namesakes(by grouping: Grouping) throws -> [Int32: Int32] {
        let sql =
            grouping == .place
            ? """
            SELECT id, first FROM (SELECT id, min(id) OVER (PARTITION BY \(GroupLabels.place)) AS first FROM place)
            WHERE id <> first
            """
            : """
            SELECT source.id, same.first
            FROM (SELECT name, min(id) AS first FROM source GROUP BY name HAVING count(*) > 1) AS same
            JOIN source ON source.name = same.name AND source.id <> same.first
            """
        let rows = try Row.fetchAll(database, sql: sql)
        return Dictionary(uniqueKeysWithValues: rows.map { ($0[0], $0[1]) })
    }

    /// The class of units in which a weapon is counted.
    func unitClass(ofWeapon weapon: Int32) throws -> UnitClass? {
        if let known = weaponClasses[weapon] { return known }
        let unitClass = try key(weapon, by: .weapon)[0].flatMap(Weapon.unitClass(ofCode:))
        weaponClasses[weapon] = .some(unitClass)
        return unitClass
    }

    /// The code that two letters as one number are.
    private static func country(_ number: Int32) -> String {
        String(decoding: [UInt8(truncatingIfNeeded: number >> 8), UInt8(truncatingIfNeeded: number)], as: UTF8.self)
    }

    /// What tells a place from others.
    private static let place = "name, CASE WHEN level <> 'admin1' THEN admin1 END, country"

    private static func sql(_ grouping: Grouping) -> String {
        switch grouping {
        case .admin1: "SELECT name, nullif(country, '') FROM region WHERE id = ?"
        case .place: "SELECT \(place) FROM place WHERE id = ?"
        case .type: "SELECT code FROM event_type WHERE id = ?"
        case .weapon: "SELECT code FROM weapon WHERE id = ?"
        case .source: "SELECT name FROM source WHERE id = ?"
        case .publisher: "SELECT name FROM publisher WHERE id = ?"
        default: "SELECT name FROM party WHERE id = ?"
        }
    }
}
