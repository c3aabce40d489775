/// Units that may be added to one another: children, civilians and soldiers are persons, rockets go with missiles.
public enum UnitClass: String, CaseIterable, Comparable, Sendable {
    case person, household
    case drone, missile, bomb, shell, aircraft, ship, vehicle, munition
    case building, settlement, kilometre, region

    /// Orders the classes as they are listed: people, munitions, things.
    public static func < (first: UnitClass, second: UnitClass) -> Bool {
        first.order < second.order
    }

    private var order: Int {
        UnitClass.allCases.firstIndex(of: self) ?? 0
    }
}

extension CountUnit {
    /// The class of units within which numbers may be added up.
    public var unitClass: UnitClass {
        switch self {
        case .person, .civilian, .soldier, .militant, .child, .woman: .person
        case .household: .household
        case .drone: .drone
        case .missile, .rocket: .missile
        case .bomb: .bomb
        case .shell: .shell
        case .aircraft, .helicopter: .aircraft
        case .ship: .ship
        case .vehicle: .vehicle
        case .munition: .munition
        case .building: .building
        case .settlement: .settlement
        case .kilometre: .kilometre
        case .region: .region
        }
    }
}
