import DatelineCore

/// Writes an event as one JSON object, the form that the evaluation reads too.
enum EventJSON {
    static func append(_ record: EventRecord, to bytes: inout [UInt8]) {
        let event = record.event
        var object = JSONObject(&bytes)
        object.member("id", record.id == 0 ? .empty : .integer(Int(record.id)), &bytes)
        object.member("article", .text(record.article), &bytes)
        object.member("url", Cell(record.url), &bytes)
        object.member("publisher", Cell(record.publisher), &bytes)
        object.member("published", Cell(record.published?.description), &bytes)
        object.member("modified", Cell(record.modified?.description), &bytes)
        object.member("type", .text(event.type.rawValue), &bytes)
        object.member("date_start", Cell(event.date.start?.description), &bytes)
        object.member("date_end", Cell(event.date.end?.description), &bytes)
        object.member("date_precision", .text(event.date.precision.rawValue), &bytes)
        object.member("date_method", .text(event.date.method.rawValue), &bytes)
        object.member("date_text", Cell(event.dateText), &bytes)
        object.key("place", &bytes)
        append(event.place, to: &bytes)
        object.members("places", event.otherPlaces, &bytes) { append($0, to: &$1) }
        object.member("source", Cell(event.source?.name), &bytes)
        object.member("source_text", Cell(event.source?.text), &bytes)
        object.member("source_kind", Cell(event.source?.kind.rawValue), &bytes)
        object.member("source_country", Cell(event.source?.country), &bytes)
        object.member("status", .text(event.status.rawValue), &bytes)
        object.member("actor", Cell(event.actor), &bytes)
        object.member("target", Cell(event.target), &bytes)
        object.members("weapons", event.weapons, &bytes) { JSON.append($0.code, to: &$1) }
        object.members("counts", event.counts, &bytes) { append($0, to: &$1) }
        object.key("confidence", &bytes)
        var levels = JSONObject(&bytes)
        for (field, level) in event.confidences { levels.member(field.rawValue, .text(level.rawValue), &bytes) }
        levels.end(&bytes)
        object.member("sentence", .integer(event.evidence.sentence), &bytes)
        object.member("start", .integer(event.evidence.range.lowerBound), &bytes)
        object.member("end", .integer(event.evidence.range.upperBound), &bytes)
        object.member("quote", .text(event.evidence.quote), &bytes)
        object.member("extractor", .text(record.extractor), &bytes)
        object.member("original_id", Cell(record.originalID), &bytes)
        if !record.corrected.isEmpty {
            object.members("corrected", record.corrected, &bytes) { JSON.append($0, to: &$1) }
        }
        if let repeats = record.repeats { object.member("repeats", .integer(Int(repeats)), &bytes) }
        object.end(&bytes)
    }

    private static func append(_ place: Place?, to bytes: inout [UInt8]) {
        guard let place else { return JSON.append(Cell.empty, to: &bytes) }
        var object = JSONObject(&bytes)
        object.member("name", .text(place.name), &bytes)
        object.member("text", .text(place.text), &bytes)
        object.member("level", .text(place.level.rawValue), &bytes)
        object.member("admin1", Cell(place.admin1), &bytes)
        object.member("admin2", Cell(place.admin2), &bytes)
        object.member("country", Cell(place.country), &bytes)
        object.member("latitude", Cell(place.latitude), &bytes)
        object.member("longitude", Cell(place.longitude), &bytes)
        object.member("geonameid", Cell(place.geonameid), &bytes)
        object.end(&bytes)
    }

    private static func append(_ count: Count, to bytes: inout [UInt8]) {
        var object = JSONObject(&bytes)
        object.member("kind", .text(count.kind.rawValue), &bytes)
        object.member("unit", .text(count.unit.rawValue), &bytes)
        object.member("group", .text(count.group.rawValue), &bytes)
        object.member("low", Cell(count.low), &bytes)
        object.member("best", Cell(count.best), &bytes)
        object.member("high", Cell(count.high), &bytes)
        object.member("qualifier", .text(count.qualifier.rawValue), &bytes)
        object.member("scope", .text(count.scope.rawValue), &bytes)
        object.member("as_of", Cell(count.asOf?.description), &bytes)
        object.member("part", count.isPart, &bytes)
        object.member("source", Cell(count.source?.name), &bytes)
        object.member("text", .text(count.text), &bytes)
        object.end(&bytes)
    }
}
