import DatelineCore
import EventExport
import EventStore

extension CorrectionValue {
    /// The value in words: `Sudzha, Kursk Oblast, RU`.
    var phrase: String {
        switch self {
        case .type(let type): type.rawValue
        case .date(let date): "\(date.phrase) (\(date.precision.rawValue))"
        case .place(let place): place.phrase
        case .places(let places): places.map(\.phrase).joined(separator: "; ")
        case .source(let source): source.name
        case .status(let status): status.rawValue
        case .name(let name): name
        case .weapons(let weapons): weapons.map(\.code).joined(separator: "; ")
        case .counts(let counts): counts.map(\.phrase).joined(separator: "; ")
        case .deleted(let isDeleted): isDeleted ? "yes" : "no"
        case .added(let event):
            ([event.type.rawValue, event.date.phrase, event.place?.phrase].compactMap(\.self)
                + event.counts.map(\.phrase)).joined(separator: ", ")
        }
    }
}

extension Correction {
    /// What was done, in a line: `place: Kursk Oblast, RU → Sudzha, Kursk Oblast, RU`.
    var phrase: String {
        if field == .added { return "added: \(value?.phrase ?? "")" }
        return "\(field.name): \(former?.phrase ?? "-") → \(value?.phrase ?? "-")"
    }
}

/// The corrections as rows: who, when and what.
struct CorrectionLog {
    static let columns = ["event", "when", "by", "field", "former", "value", "note", "state", "article", "quote"]

    static func row(_ correction: Correction) -> [Cell] {
        [
            Cell(correction.target.event.map(Int.init)), .text(correction.made.iso), .text(correction.author),
            .text(correction.field.name), Cell(correction.former?.phrase), Cell(correction.value?.phrase),
            Cell(correction.note), Cell(state(of: correction)), .text(correction.target.path),
            .text(correction.target.quote),
        ]
    }

    private static func state(of correction: Correction) -> String? {
        if let undone = correction.undone { return "taken back by \(undone.author) at \(undone.time.iso)" }
        return correction.target.event == nil ? "waits for its event" : nil
    }

    /// The corrections of an event that hold, for reading, with what the program reads in each field.
    static func sheet(_ corrections: [Correction], read: Event?) -> String {
        let lasting = corrections.enumerated().filter { index, correction in
            correction.undone == nil
                && !corrections[(index + 1)...].contains { $0.field == correction.field && $0.undone == nil }
        }
        guard !lasting.isEmpty else { return "" }
        let lines = lasting.map { _, correction in
            var line = "  \(correction.field.name) by \(correction.author), \(correction.made.date)"
            if let note = correction.note { line += ": \(note)" }
            switch correction.field {
            case .added, .deleted: break
            default: line += " (the program reads \(read?.value(of: correction.field)?.phrase ?? "nothing"))"
            }
            return String(line.map { $0.isNewline ? " " : $0 })
        }
        return "\n  By hand:\n" + lines.map { "  \($0)\n" }.joined()
    }

    /// How many corrections wait, as a sentence; nil where none does.
    static func waiting(_ number: Int) -> String? {
        switch number {
        case 0: nil
        case 1: "1 correction waits for its event."
        default: "\(number) corrections wait for their events."
        }
    }
}
