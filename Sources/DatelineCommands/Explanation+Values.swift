import DatelineCore

extension Explanation {
    static let indent = String(repeating: " ", count: 10)

    /// A field's values, the first beside the field's name.
    static func row(_ name: String, _ values: [String]) -> [String] {
        let padded = name + String(repeating: " ", count: max(1, indent.count - 2 - name.utf8.count))
        return values.enumerated().map { ($0.offset == 0 ? "  " + padded : indent) + $0.element }
    }

    /// A range as `1210-1398`.
    static func bytes(_ range: ByteRange) -> String {
        "\(range.lowerBound)-\(range.upperBound)"
    }

    /// What an event has in a field, in words.
    static func values(of field: EventField, in event: Event) -> [String] {
        switch field {
        case .type: [event.type.rawValue]
        case .date: [text(of: event.date)]
        case .place: ([event.place].compactMap { $0 } + event.otherPlaces).map(text)
        case .source: [event.source.map { "\($0.name) (\($0.kind.rawValue))" } ?? "the article itself"]
        case .status: [event.status.rawValue]
        case .actor: [event.actor].compactMap { $0 }
        case .target: [event.target].compactMap { $0 }
        case .weapon: event.weapons.map { "\($0.code), “\($0.text)”" }
        case .count: event.counts.map(text)
        }
    }

    private static func text(of date: DateSpan) -> String {
        let days =
            switch (date.start, date.end) {
            case (nil, nil): "unknown"
            case (let start?, let end?) where start == end: "\(start)"
            case (let start, let end): "\(start?.description ?? "open") to \(end?.description ?? "open")"
            }
        return "\(days) (\(date.precision.rawValue), \(date.method.rawValue))"
    }

    private static func text(_ place: Place) -> String {
        let above = [place.admin2, place.admin1, place.country].compactMap { $0 }.filter { $0 != place.name }
        let id = place.geonameid.map { ", geonameid \($0)" } ?? ""
        return ([place.name] + above).joined(separator: ", ") + " (\(place.level.rawValue)\(id))"
    }

    private static func text(_ count: Count) -> String {
        let numbers =
            switch (count.low, count.high) {
            case (nil, nil): "unknown"
            case (let low?, let high?) where low == high: "\(low)"
            case (let low, let high): "\(low.map(String.init) ?? "open") to \(high.map(String.init) ?? "open")"
            }
        var notes = [count.qualifier.rawValue]
        if count.scope != .event { notes.append(count.scope.rawValue) }
        if count.isPart { notes.append("part") }
        if let source = count.source { notes.append("by \(source.name)") }
        let details = notes.joined(separator: ", ")
        return "\(count.kind.rawValue) \(numbers) \(count.unit.rawValue) (\(details)), “\(count.text)”"
    }
}
