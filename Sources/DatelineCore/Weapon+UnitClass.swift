extension Weapon {
    /// The class of units in which such weapons are counted, drones for `uav`.
    ///
    /// Nil where a number of munitions cannot be told to be of this weapon.
    public static func unitClass(ofCode code: String) -> UnitClass? {
        switch code.prefix(while: { $0 != "." }) {
        case "uav": .drone
        case "missile", "rocket": .missile
        case "bomb": .bomb
        case "artillery", "mortar", "tank": .shell
        case "aircraft": .aircraft
        case "usv": .ship
        default: nil
        }
    }
}
