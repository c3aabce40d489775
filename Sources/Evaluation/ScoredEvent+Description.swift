import DatelineCore

extension ScoredEvent: CustomStringConvertible {
    /// The event on one line, for lists of errors.
    public var description: String {
        let span = spans.first
        let days = [span?.start, span?.end].map { $0?.description ?? "-" }.joined(separator: "/")
        let region = "\(place.admin1 ?? "-"), \(place.country ?? "-"); \(place.level ?? "-")"
        let numbers = counts.map { " · \($0)" }.joined()
        return "[\(type) \(days) @ \(place.name ?? "-") (\(region)) by \(sources.first ?? "-")\(numbers)]"
    }
}

extension GoldCount: CustomStringConvertible {
    /// The count in a few words: `killed 3 civilian`, `injured 10..- person`.
    public var description: String {
        func end(_ number: Int?) -> String { number.map(String.init) ?? "-" }
        let numbers = low == high ? end(low) : "\(end(low))..\(end(high))"
        return "\(kind) \(numbers)\(unit.map { " \($0)" } ?? "")"
    }
}
