import ArgumentParser
import DatelineCore
import EventStore

/// Reads the fields of events as users write them.
struct FieldParser {
    let places: PlaceFinder
    /// Where the names of sources, actors and weapons are looked up.
    let names: EventStore
    /// What the user should know about how values were taken.
    private(set) var notes: [String] = []

    init(places: PlaceFinder, names: EventStore) {
        self.places = places
        self.names = names
    }

    /// Reads `place=Sudzha`, `killed=14+` and so on; the counts of one kind come together.
    mutating func changes(_ settings: [String]) throws -> [EventStore.FieldChange] {
        var changes: [EventStore.FieldChange] = []
        for setting in settings {
            let parts = setting.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2 else {
                throw ValidationError("“\(setting)” is no FIELD=VALUE, such as place=Sudzha or killed=14+.")
            }
            let field = try FieldParser.field(parts[0])
            let text = parts[1].trimmed
            guard !text.isEmpty else {
                throw ValidationError("\(field.name) has no value; clear it by --unset \(field.name).")
            }
            let value = try value(text, of: field)
            if case .counts(let new) = value, let index = changes.firstIndex(where: { $0.field == field }),
                case .counts(let former)? = changes[index].value
            {
                changes[index].value = .counts(former + new)
            } else if changes.contains(where: { $0.field == field }) {
                throw ValidationError("\(field.name) is set twice.")
            } else {
                changes.append((field, value))
            }
        }
        return changes.map { change in
            guard case .counts(let counts) = change.value else { return change }
            return (change.field, .counts(FieldParser.listed(counts)))
        }
    }

    /// Counts as they stand in a list of a text, so that “5 women; 3 children” are added up.
    private static func listed(_ counts: [Count]) -> [Count] {
        counts.enumerated().map { index, count in
            var count = count
            let start = index * " and ".utf8.count
            count.range = start..<start
            return count
        }
    }

    /// The field of a name.
    static func field(_ name: String) throws -> CorrectionField {
        let name = name.trimmed.lowercased()
        let fields = CorrectionField.settable
        if let field = fields.first(where: { $0.name == name }) { return field }
        let near = Spelling.suggestions(for: name, among: fields.map(\.name))
        let hint =
            near.isEmpty
            ? "fields are \(fields.prefix(10).map(\.name).joined(separator: ", ")) and kinds of counts such as killed"
            : "did you mean \(near.joined(separator: " or "))?"
        throw ValidationError("there is no field “\(name)”; \(hint)")
    }

    private mutating func value(_ text: String, of field: CorrectionField) throws -> CorrectionValue {
        switch field {
        case .type: .type(try FieldParser.type(text))
        case .date: .date(try DateSpan(argument: text))
        case .place: .place(try place(text))
        case .places: .places(try text.split(separator: ";").map { try place(String($0)) })
        case .source: .source(try source(text))
        case .status: .status(try FieldParser.status(text))
        case .actor, .target: .name(try names.party(named: text) ?? text)
        case .weapons: .weapons(try weapons(text))
        case .count(let kind):
            .counts(try text.split(separator: ";").map { try Count(kind: kind, argument: String($0)) })
        case .deleted: .deleted(try FieldParser.flag(text))
        case .added: throw ValidationError("events are added by dateline add.")
        }
    }

    private mutating func place(_ text: String) throws -> Place {
        let finding = try places.place(text)
        if let note = finding.note { notes.append(note) }
        return finding.place
    }

    // MARK: Codes and names

    /// A type by its code, or by the part behind the dot where only one has it.
    static func type(_ text: String) throws -> EventType {
        let code = text.lowercased()
        if let type = EventType(rawValue: code) { return type }
        let ending = EventType.allCases.filter { $0.rawValue.hasSuffix("." + code) }
        if ending.count == 1 { return ending[0] }
        let below = EventType.allCases.filter { $0.root == code } + ending
        if !below.isEmpty {
            let codes = below.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("“\(text)” may be any of \(codes); say which.")
        }
        let parts = EventType.allCases.flatMap { [$0.rawValue, String($0.rawValue.split(separator: ".").last ?? "")] }
        throw unknown("type", text, among: parts)
    }

    static func status(_ text: String) throws -> ClaimStatus {
        guard let status = ClaimStatus(rawValue: text.lowercased()) else {
            throw unknown("status", text, among: ClaimStatus.allCases.map(\.rawValue), lists: true)
        }
        return status
    }

    private static func flag(_ text: String) throws -> Bool {
        switch text.lowercased() {
        case "yes", "true", "1": true
        case "no", "false", "0": false
        default: throw ValidationError("“\(text)” is neither yes nor no.")
        }
    }

    /// A source by its name; behind it may stand its kind and country: `Head of the district (local_authority, UA)`.
    ///
    /// Without them a stored source of that name gives them.
    func source(_ text: String) throws -> Source {
        guard text.hasSuffix(")"), let opening = text.lastIndex(of: "(") else {
            return try names.source(named: text) ?? Source(name: text, text: text, kind: .unnamed)
        }
        let name = String(text[..<opening]).trimmed
        var source = Source(name: name, text: name, kind: .unnamed)
        let details = text[text.index(after: opening)...].dropLast().split(separator: ",")
        for detail in details.map({ String($0).trimmed }) {
            if detail.count == 2, detail.utf8.allSatisfy({ $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }) {
                source.country = detail.uppercased()
            } else if let kind = SourceKind(rawValue: detail.lowercased()) {
                source.kind = kind
            } else {
                let kinds = SourceKind.allCases.map(\.rawValue)
                throw FieldParser.unknown("kind of source", detail, among: kinds, lists: true)
            }
        }
        guard !name.isEmpty, !details.isEmpty else { throw ValidationError("“\(text)” is no source.") }
        return source
    }

    /// Weapons by their codes or names, parted by semicolons or commas.
    func weapons(_ text: String) throws -> [Weapon] {
        let known = try names.weapons()
        return try text.split { $0 == ";" || $0 == "," }.map { part in
            let wanted = String(part).trimmed
            let code = wanted.lowercased()
            if known.contains(where: { $0.code == code }) { return Weapon(code: code, text: wanted) }
            let ending = known.filter { $0.code.hasSuffix("." + code) }
            if ending.count == 1 { return Weapon(code: ending[0].code, text: wanted) }
            if let named = known.first(where: { $0.name?.lowercased() == code }) {
                return Weapon(code: named.code, text: wanted)
            }
            if ending.count > 1 {
                let codes = ending.map(\.code).joined(separator: ", ")
                throw ValidationError("“\(wanted)” may be any of \(codes); say which.")
            }
            let candidates = known.flatMap { weapon in
                [weapon.code, String(weapon.code.split(separator: ".").last ?? ""), weapon.name ?? weapon.code]
            }
            throw FieldParser.unknown("weapon", wanted, among: candidates)
        }
    }

    private static func unknown(
        _ what: String,
        _ text: String,
        among known: [String],
        lists: Bool = false
    ) -> ValidationError {
        let near = Spelling.suggestions(for: text, among: known)
        let hint =
            !near.isEmpty
            ? "; did you mean \(near.joined(separator: " or "))?"
            : lists ? "; there are \(known.joined(separator: ", "))" : ""
        return ValidationError("there is no \(what) “\(text)”\(hint)")
    }
}
