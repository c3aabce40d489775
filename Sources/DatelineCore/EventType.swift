/// The event types of the taxonomy: a root and, mostly, a kind below it.
///
/// `attack` alone stands for an attack whose means the text does not tell.
public enum EventType: String, CaseIterable, Sendable {
    case attack
    case attackAirstrike = "attack.airstrike"
    case attackDrone = "attack.drone"
    case attackMissile = "attack.missile"
    case attackShelling = "attack.shelling"
    case attackBarrage = "attack.barrage"
    case attackLaunch = "attack.launch"
    case attackDebris = "attack.debris"
    case attackExplosive = "attack.explosive"
    case attackDirect = "attack.direct"
    case attackSabotage = "attack.sabotage"
    case attackUnconventional = "attack.unconventional"
    case battleClash = "battle.clash"
    case battleOffensive = "battle.offensive"
    case battleControl = "battle.control"
    case interceptionAirDefence = "interception.airdefence"
    case interceptionDisrupted = "interception.disrupted"
    case evacuationMovement = "evacuation.movement"
    case evacuationOrder = "evacuation.order"
    case displacementFlight = "displacement.flight"
    case detentionCapture = "detention.capture"
    case detentionAbduction = "detention.abduction"
    case detentionRelease = "detention.release"
    case postureMobilisation = "posture.mobilisation"
    case postureSecurity = "posture.security"
    case truceCeasefire = "truce.ceasefire"

    /// The part before the dot: attack, battle, interception, evacuation, displacement, detention, posture, truce.
    public var root: String {
        switch self {
        case .attack, .attackAirstrike, .attackDrone, .attackMissile, .attackShelling, .attackBarrage, .attackLaunch,
            .attackDebris, .attackExplosive, .attackDirect, .attackSabotage, .attackUnconventional:
            "attack"
        case .battleClash, .battleOffensive, .battleControl: "battle"
        case .interceptionAirDefence, .interceptionDisrupted: "interception"
        case .evacuationMovement, .evacuationOrder: "evacuation"
        case .displacementFlight: "displacement"
        case .detentionCapture, .detentionAbduction, .detentionRelease: "detention"
        case .postureMobilisation, .postureSecurity: "posture"
        case .truceCeasefire: "truce"
        }
    }
}
