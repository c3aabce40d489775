/// The columns of the flat form, which has one row an event: those of the CSV and of the view `events`, in their order.
public enum FlatColumn: String, CaseIterable, Sendable {
    case id, type
    case dateStart = "date_start"
    case dateEnd = "date_end"
    case datePrecision = "date_precision"
    case place, admin2, admin1, country, latitude, longitude
    case placeLevel = "place_level"
    case source, status, actor, target, weapons
    /// The count that stands for the event, as one number; its ends and what it counts follow.
    case count
    case countLow = "count_low"
    case countHigh = "count_high"
    case countUnit = "count_unit"
    case countKind = "count_kind"
    case countQualifier = "count_qualifier"
    case countScope = "count_scope"
    /// The event's own figures by kind: no parts, no running totals, no other sources'.
    case killedLow = "killed_low"
    case killedHigh = "killed_high"
    case injuredLow = "injured_low"
    case injuredHigh = "injured_high"
    case launched, intercepted, evacuated
    case article, publisher, published, modified, url, quote, extractor
    case typeConfidence = "type_confidence"
    case dateConfidence = "date_confidence"
    case placeConfidence = "place_confidence"
    case sourceConfidence = "source_confidence"
    case weaponConfidence = "weapon_confidence"
    case countConfidence = "count_confidence"
    case originalID = "original_id"
}
