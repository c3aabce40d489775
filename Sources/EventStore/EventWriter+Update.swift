import DatelineCore
import GRDB

extension EventWriter {
    /// Writes an event anew under its number; the words that it was read from stay.
    func update(_ event: Event, number: Int64, superseded: Bool) throws {
        for table in ["event_count", "event_weapon", "event_place"] {
            try run("DELETE FROM \(table) WHERE event = ?", [number])
        }
        try insertParts(of: event, id: number)
        try run(
            "UPDATE evidence SET date_text = ?, place_text = ?, source_text = ?, reasons = ? WHERE event = ?",
            [event.dateText, event.place?.text, event.source?.text, ReasonList.json(event.reasons), number]
        )
        try run(
            """
            UPDATE event SET
                type = ?, date_start = ?, date_end = ?, date_precision = ?, date_method = ?, place = ?, source = ?,
                status = ?, actor = ?, target = ?, leading_count = ?, superseded = ?, type_confidence = ?,
                date_confidence = ?, place_confidence = ?, source_confidence = ?, weapon_confidence = ?,
                count_confidence = ?
            WHERE id = ?
            """,
            [
                try dimensions.type(event.type, in: database), event.date.start?.dayNumber,
                event.date.end?.dayNumber, event.date.precision.rawValue, event.date.method.rawValue,
                try dimensions.place(event.place, in: database), try dimensions.source(event.source, in: database),
                event.status.rawValue, try dimensions.party(event.actor, in: database),
                try dimensions.party(event.target, in: database), event.leadingCountPosition, superseded,
                event.confidence[.type]?.rawValue, event.confidence[.date]?.rawValue,
                event.confidence[.place]?.rawValue, event.confidence[.source]?.rawValue,
                event.confidence[.weapon]?.rawValue, event.confidence[.count]?.rawValue, number,
            ]
        )
    }
}
