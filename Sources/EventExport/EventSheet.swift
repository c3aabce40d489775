public import DatelineCore

/// One event in full, for reading.
public struct EventSheet: Sendable {
    private let record: EventRecord
    private let title: String?

    /// Creates a sheet of an event; the title is the article's.
    public init(_ record: EventRecord, title: String? = nil) {
        self.record = record
        self.title = title
    }

    /// The sheet as lines of a name and a value each, and the quoted sentence.
    public var text: String {
        let event = record.event
        var text = "Event \(record.id): \(event.type.rawValue)\n\n"
        for (name, value) in lines where !value.isEmpty {
            let shown = String(value.map { $0.isNewline ? " " : $0 })
            text += "  " + name + String(repeating: " ", count: max(1, 12 - name.count)) + shown + "\n"
        }
        let quote = event.evidence.quote.split(whereSeparator: \.isNewline).joined(separator: " ")
        return text + "\n  “\(quote)”\n"
    }

    private var lines: [(String, String)] {
        let event = record.event
        let method = event.date.method.rawValue.split(separator: "_").joined(separator: " ")
        var date = "\(event.date.phrase) (\(event.date.precision.rawValue), \(method)"
        date += (event.dateText.map { ": “\($0)”" } ?? "") + ")"
        var lines = [("date", date)]
        lines += places
        if let source = event.source {
            let kind = source.kind.rawValue.split(separator: "_").joined(separator: " ")
            lines.append(
                ("source", "\(source.name) (\(([kind, source.country].compactMap(\.self)).joined(separator: ", ")))")
            )
        } else {
            lines.append(("source", "the article itself"))
        }
        lines.append(("status", event.status.rawValue))
        lines.append(("actor", event.actor ?? ""))
        lines.append(("target", event.target ?? ""))
        for (index, weapon) in event.weapons.enumerated() {
            lines.append((index == 0 ? "weapons" : "", "\(weapon.code) (“\(weapon.text)”)"))
        }
        for (index, count) in event.counts.enumerated() {
            lines.append((index == 0 ? "counts" : "", "\(count.phrase) (“\(count.text)”)"))
        }
        let levels = event.confidences.map { "\($0.field.rawValue) \($0.level.rawValue)" }
        lines.append(("confidence", levels.joined(separator: ", ")))
        lines.append(("article", [record.article, title.map { "“\($0)”" }].compactMap(\.self).joined(separator: " ")))
        lines.append(("address", record.url ?? ""))
        let published = [record.publisher, record.published?.description].compactMap(\.self).joined(separator: ", ")
        lines.append(("published", published))
        lines.append(("modified", record.modified?.description ?? ""))
        let range = event.evidence.range
        lines.append(("sentence", "\(event.evidence.sentence), bytes \(range.lowerBound) to \(range.upperBound)"))
        lines.append(("extractor", record.extractor))
        return lines
    }

    private var places: [(String, String)] {
        guard let place = record.event.place else { return [("place", "none given")] }
        var parts = [place.level == .near ? "near \(place.name)" : place.name]
        for part in [place.admin2, place.admin1, place.country].compactMap(\.self) where part != place.name {
            parts.append(part)
        }
        var details = [place.level.rawValue]
        if let latitude = place.latitude, let longitude = place.longitude {
            details.append("\(latitude), \(longitude)")
        }
        if let geonameid = place.geonameid { details.append("GeoNames \(geonameid)") }
        details.append("“\(place.text)”")
        var lines = [("place", "\(parts.joined(separator: ", ")) (\(details.joined(separator: "; ")))")]
        for other in record.event.otherPlaces { lines.append(("", "also \(other.phrase)")) }
        return lines
    }
}
