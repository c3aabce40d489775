public import DatelineCore
public import Foundation

/// What a field is set to by hand.
public enum CorrectionValue: Hashable, Sendable {
    case type(EventType)
    case date(DateSpan)
    case place(Place)
    case places([Place])
    case source(Source)
    case status(ClaimStatus)
    /// An actor or a target.
    case name(String)
    case weapons([Weapon])
    /// The counts of one kind.
    case counts([Count])
    case deleted(Bool)
    case added(Event)

    /// Reads the value of a field from JSON.
    /// - Throws: `DecodingError` where the text is no value of that field.
    init(json: String, of field: CorrectionField) throws {
        self = try JSONDecoder().decode(CorrectionValue.self, from: Data(json.utf8), configuration: field)
    }

    /// The value as JSON; the same value always gives the same text.
    var json: String {
        get throws { try Self.json(self) }
    }

    static func json(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    /// Whether the value is one that the field can have and that the schema takes.
    func isValue(of field: CorrectionField) -> Bool {
        switch (field, self) {
        case (.type, .type), (.status, .status), (.deleted, .deleted): true
        case (.date, .date(let date)): date.isInOrder
        case (.place, .place(let place)): place.isSound
        case (.places, .places(let places)): places.allSatisfy(\.isSound)
        case (.source, .source(let source)): !source.name.isEmpty && source.country.isCountryCode
        case (.actor, .name(let name)), (.target, .name(let name)): !name.isEmpty
        case (.weapons, .weapons(let weapons)): weapons.allSatisfy(\.isSound)
        case (.count(let kind), .counts(let counts)): counts.allSatisfy { $0.kind == kind && $0.isSound }
        case (.added, .added(let event)): event.isSound
        default: false
        }
    }
}

extension CorrectionValue: Encodable, DecodableWithConfiguration {
    /// Reads the value of a field.
    public init(from decoder: any Decoder, configuration field: CorrectionField) throws {
        let container = try decoder.singleValueContainer()
        self =
            switch field {
            case .type: .type(try container.decode(EventType.self))
            case .date: .date(try container.decode(DateSpan.self))
            case .place: .place(try container.decode(Place.self))
            case .places: .places(try container.decode([Place].self))
            case .source: .source(try container.decode(Source.self))
            case .status: .status(try container.decode(ClaimStatus.self))
            case .actor, .target: .name(try container.decode(String.self))
            case .weapons: .weapons(try container.decode([Weapon].self))
            case .count: .counts(try container.decode([Count].self))
            case .deleted: .deleted(try container.decode(Bool.self))
            case .added: .added(try container.decode(Event.self))
            }
        guard isValue(of: field) else {
            let reason = "the value does not fit the field “\(field.name)”"
            throw DecodingError.dataCorruptedError(in: container, debugDescription: reason)
        }
    }

    /// Writes the value alone: its field tells what it is.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .type(let value): try container.encode(value)
        case .date(let value): try container.encode(value)
        case .place(let value): try container.encode(value)
        case .places(let value): try container.encode(value)
        case .source(let value): try container.encode(value)
        case .status(let value): try container.encode(value)
        case .name(let value): try container.encode(value)
        case .weapons(let value): try container.encode(value)
        case .counts(let value): try container.encode(value)
        case .deleted(let value): try container.encode(value)
        case .added(let value): try container.encode(value)
        }
    }
}

// What the schema checks; a file from elsewhere may hold anything.

extension DateSpan {
    fileprivate var isInOrder: Bool {
        guard let start, let end else { return true }
        return start <= end
    }
}

extension Place {
    fileprivate var isSound: Bool {
        !name.isEmpty && country.isCountryCode && (latitude == nil) == (longitude == nil)
            && (-90...90).contains(latitude ?? 0) && (-180...180).contains(longitude ?? 0)
    }
}

extension Weapon {
    fileprivate var isSound: Bool {
        !code.isEmpty
            && code.utf8.allSatisfy { byte in
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte == UInt8(ascii: "_")
                    || byte == UInt8(ascii: ".") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            }
    }
}

extension Count {
    fileprivate var isSound: Bool {
        let numbers = [low, best, high].compactMap(\.self)
        return numbers.allSatisfy { $0 >= 0 } && low ?? 0 <= high ?? .max && range.lowerBound >= 0
            && (source.map { !$0.name.isEmpty && $0.country.isCountryCode } ?? true)
    }
}

extension Event {
    fileprivate var isSound: Bool {
        date.isInOrder && (place?.isSound ?? true) && otherPlaces.allSatisfy(\.isSound)
            && (source.map { !$0.name.isEmpty && $0.country.isCountryCode } ?? true)
            && weapons.allSatisfy(\.isSound) && counts.allSatisfy(\.isSound)
            && reasons.allSatisfy { !$0.rule.isEmpty && $0.range?.lowerBound ?? 0 >= 0 }
            && evidence.range.lowerBound >= 0 && evidence.trigger.lowerBound >= 0
    }
}

extension String? {
    fileprivate var isCountryCode: Bool {
        guard let code = self else { return true }
        return code.utf8.count == 2
            && code.utf8.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
    }
}
