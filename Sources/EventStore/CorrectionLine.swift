import DatelineCore
import Foundation

/// A correction as one line of JSON, in the form that moves between databases.
struct CorrectionLine: Codable {
    private(set) var correction: Correction

    init(_ correction: Correction) {
        self.correction = correction
    }

    private enum Key: String, CodingKey {
        case key, field, value, former, by, note, made, undone, article, origin, event
        case undoneBy = "undone_by"
    }

    private enum TargetKey: String, CodingKey {
        case hash, url, path, dataset, id, type, quote, start, trigger, position
    }

    /// Reads a line.
    ///
    /// The key may be missing where a program or a person wrote the line by hand.
    init(from decoder: any Decoder) throws {
        let line = try decoder.container(keyedBy: Key.self)
        let name = try line.decode(String.self, forKey: .field)
        guard let field = CorrectionField(name: name) else {
            let near = Spelling.suggestions(for: name, among: CorrectionField.settable.map(\.name))
            let hint = near.isEmpty ? "" : "; did you mean \(near.joined(separator: " or "))?"
            throw DecodingError.dataCorruptedError(
                forKey: .field,
                in: line,
                debugDescription: "there is no field “\(name)”\(hint)"
            )
        }
        func value(_ key: Key) throws -> CorrectionValue? {
            guard line.contains(key), try !line.decodeNil(forKey: key) else { return nil }
            return try line.decode(CorrectionValue.self, forKey: key, configuration: field)
        }
        func time(_ key: Key) throws -> Timestamp {
            guard let time = Timestamp(iso: try line.decode(String.self, forKey: key)) else {
                throw DecodingError.dataCorruptedError(
                    forKey: key,
                    in: line,
                    debugDescription: "expected a time like 2026-11-22T23:10:05Z"
                )
            }
            return time
        }
        let target = try CorrectionLine.target(in: line)
        let author = try line.decode(String.self, forKey: .by)
        let new = try value(.value)
        let made = try time(.made)
        let key = try Correction.key(of: target, field: field, value: new, author: author, made: made)
        var undoing: Correction.Undoing?
        if line.contains(.undone), try !line.decodeNil(forKey: .undone) {
            let undoer = try line.decodeIfPresent(String.self, forKey: .undoneBy) ?? author
            undoing = Correction.Undoing(time: try time(.undone), author: undoer)
        }
        guard !author.isEmpty, undoing?.author.isEmpty != true else {
            throw DecodingError.dataCorruptedError(forKey: .by, in: line, debugDescription: "nobody is named")
        }
        let given = try line.decodeIfPresent(String.self, forKey: .key)
        guard given.map({ [UInt8](hexadecimal: $0)?.count == 32 }) ?? true else {
            throw DecodingError.dataCorruptedError(forKey: .key, in: line, debugDescription: "expected 64 digits")
        }
        let note = try line.decodeIfPresent(String.self, forKey: .note)
        correction = Correction(
            id: 0,
            key: given?.lowercased() ?? key,
            target: target,
            field: field,
            value: new,
            former: try value(.former),
            author: author,
            note: note?.isEmpty == true ? nil : note,
            made: made,
            undone: undoing
        )
    }

    private static func target(in line: KeyedDecodingContainer<Key>) throws -> CorrectionTarget {
        let article = try line.nestedContainer(keyedBy: TargetKey.self, forKey: .article)
        let event = try line.nestedContainer(keyedBy: TargetKey.self, forKey: .event)
        guard let hash = [UInt8](hexadecimal: try article.decode(String.self, forKey: .hash)), hash.count == 32 else {
            throw DecodingError.dataCorruptedError(forKey: .hash, in: article, debugDescription: "expected 64 digits")
        }
        var target = CorrectionTarget(
            event: nil,
            hash: hash,
            url: try article.decodeIfPresent(String.self, forKey: .url),
            path: try article.decode(String.self, forKey: .path),
            type: try event.decode(String.self, forKey: .type),
            quote: try event.decode(String.self, forKey: .quote),
            start: try event.decode(Int.self, forKey: .start),
            trigger: try event.decode(ByteRange.self, forKey: .trigger),
            position: try event.decodeIfPresent(Int.self, forKey: .position) ?? 0
        )
        if line.contains(.origin) {
            let origin = try line.nestedContainer(keyedBy: TargetKey.self, forKey: .origin)
            target.origin = CorrectionTarget.Origin(
                dataset: try origin.decode(String.self, forKey: .dataset),
                original: try origin.decode(String.self, forKey: .id)
            )
        }
        guard !target.type.isEmpty, target.start >= 0, target.trigger.lowerBound >= 0, target.position >= 0 else {
            throw DecodingError.dataCorruptedError(
                forKey: .event,
                in: line,
                debugDescription: "expected numbers from 0"
            )
        }
        return target
    }

    func encode(to encoder: any Encoder) throws {
        var line = encoder.container(keyedBy: Key.self)
        try line.encode(correction.key, forKey: .key)
        try line.encode(correction.field.name, forKey: .field)
        try line.encode(correction.value, forKey: .value)
        try line.encodeIfPresent(correction.former, forKey: .former)
        try line.encode(correction.author, forKey: .by)
        try line.encodeIfPresent(correction.note, forKey: .note)
        try line.encode(correction.made.iso, forKey: .made)
        try line.encodeIfPresent(correction.undone?.time.iso, forKey: .undone)
        try line.encodeIfPresent(correction.undone?.author, forKey: .undoneBy)
        let target = correction.target
        var article = line.nestedContainer(keyedBy: TargetKey.self, forKey: .article)
        try article.encode(target.hash.hexadecimal, forKey: .hash)
        try article.encodeIfPresent(target.url, forKey: .url)
        try article.encode(target.path, forKey: .path)
        var event = line.nestedContainer(keyedBy: TargetKey.self, forKey: .event)
        try event.encode(target.type, forKey: .type)
        try event.encode(target.quote, forKey: .quote)
        try event.encode(target.start, forKey: .start)
        try event.encode(target.trigger, forKey: .trigger)
        try event.encode(target.position, forKey: .position)
        if let origin = target.origin {
            var row = line.nestedContainer(keyedBy: TargetKey.self, forKey: .origin)
            try row.encode(origin.dataset, forKey: .dataset)
            try row.encode(origin.original, forKey: .id)
        }
    }
}

extension Correction {
    /// The correction as one line of JSON.
    public var line: String {
        get throws { try CorrectionValue.json(CorrectionLine(self)) }
    }

    /// Reads a line of JSON.
    /// - Throws: `DecodingError` where it is none or has values that do not fit.
    public init(line: String) throws {
        self = try JSONDecoder().decode(CorrectionLine.self, from: Data(line.utf8)).correction
    }
}
