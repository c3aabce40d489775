public import DatelineCore

extension Event {
    /// The rule that stands as the reason of a corrected field.
    static let correctionRule = "corrected"

    /// The rule that stands as the reason of the fields of an event that was added by hand.
    static let additionRule = "added"

    /// What stands in a field that can be corrected; nil where nothing does.
    public func value(of field: CorrectionField) -> CorrectionValue? {
        switch field {
        case .type: return .type(type)
        case .date: return date.start == nil && date.end == nil ? nil : .date(date)
        case .place: return place.map(CorrectionValue.place)
        case .places: return otherPlaces.isEmpty ? nil : .places(otherPlaces)
        case .source: return source.map(CorrectionValue.source)
        case .status: return .status(status)
        case .actor: return actor.map(CorrectionValue.name)
        case .target: return target.map(CorrectionValue.name)
        case .weapons: return weapons.isEmpty ? nil : .weapons(weapons)
        case .count(let kind):
            let counts = counts.filter { $0.kind == kind }
            return counts.isEmpty ? nil : .counts(counts)
        case .deleted, .added: return nil
        }
    }

    /// Sets a field to a value, or clears it, and says so in the reasons.
    ///
    /// A field that somebody set is as sure as a careful reader is: ``Confidence/high``.
    mutating func correct(_ field: CorrectionField, to value: CorrectionValue?) {
        set(field, to: value)
        guard let eventField = field.eventField else { return }
        reasons.removeAll { $0.field == eventField && (eventField != .count || $0.rule == Event.correctionRule) }
        reasons.append(Reason(field: eventField, rule: Event.correctionRule))
        if eventField.hasConfidence { confidence[eventField] = confidence(inCorrected: eventField) }
    }

    /// Says in the reasons that somebody added the event by hand, and is sure of what stands in it.
    public mutating func markAsAdded() {
        reasons = []
        confidence = [:]
        var fields: [EventField] = [.type, .status]
        if date != .unknown { fields.append(.date) }
        if place != nil { fields.append(.place) }
        if source != nil { fields.append(.source) }
        if actor != nil { fields.append(.actor) }
        if target != nil { fields.append(.target) }
        if !weapons.isEmpty { fields.append(.weapon) }
        if !counts.isEmpty { fields.append(.count) }
        for field in EventField.allCases where fields.contains(field) {
            reasons.append(Reason(field: field, rule: Event.additionRule))
            if field.hasConfidence { confidence[field] = .high }
        }
    }

    /// Sets a field to a value that fits it, or clears it.
    public mutating func set(_ field: CorrectionField, to value: CorrectionValue?) {
        switch (field, value) {
        case (.type, .type(let value)): type = value
        case (.date, .date(let value)): (date, dateText) = (value, nil)
        case (.date, nil): (date, dateText) = (.unknown, nil)
        case (.place, .place(let value)): place = value
        case (.place, nil): place = nil
        case (.places, .places(let value)): otherPlaces = value
        case (.places, nil): otherPlaces = []
        case (.source, .source(let value)): source = value
        case (.source, nil): source = nil
        case (.status, .status(let value)): status = value
        case (.actor, .name(let value)): actor = value
        case (.actor, nil): actor = nil
        case (.target, .name(let value)): target = value
        case (.target, nil): target = nil
        case (.weapons, .weapons(let value)): weapons = value
        case (.weapons, nil): weapons = []
        case (.count(let kind), .counts(let value)): replaceCounts(of: kind, by: value)
        case (.count(let kind), nil): replaceCounts(of: kind, by: [])
        default: break
        }
    }

    private func confidence(inCorrected field: EventField) -> Confidence? {
        switch field {
        case .place: return place == nil ? nil : .high
        case .weapon: return weapons.isEmpty ? nil : .high
        case .date: return date == .unknown ? nil : .high
        case .count:
            // The counts of other kinds are as sure as they were.
            if counts.isEmpty { return nil }
            return Set(counts.map(\.kind)).count > 1 ? confidence[.count] ?? .high : .high
        default: return .high
        }
    }

    /// New counts stand where the first former one stood.
    private mutating func replaceCounts(of kind: CountKind, by new: [Count]) {
        let position = counts.firstIndex { $0.kind == kind } ?? counts.endIndex
        counts.removeAll { $0.kind == kind }
        counts.insert(contentsOf: new, at: position)
    }
}
