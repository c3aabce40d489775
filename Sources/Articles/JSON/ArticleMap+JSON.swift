import DatelineCore

extension ArticleMap {
    /// The record of an article in JSON.
    func record(ofJSON bytes: [UInt8], at place: RecordPlace, defaults: ArticleDefaults) -> ArticleRecord {
        ArticleRecord(size: bytes.count) { note throws(ArticleError) in
            let value = try JSONValue(bytes, at: place)
            return try article(of: value, at: place, defaults: defaults, note: note)
        }
    }

    /// The record of an article in a value that was read.
    func record(of value: JSONValue, at place: RecordPlace, defaults: ArticleDefaults) -> ArticleRecord {
        ArticleRecord { note throws(ArticleError) in
            try article(of: value, at: place, defaults: defaults, note: note)
        }
    }

    /// Whether an object holds the text of an article.
    func hasText(_ members: [JSONValue.Member]) -> Bool {
        text(.text, of: folded(members)) != nil
    }

    /// The list of articles in a document; nil where there is none.
    func list(in members: [JSONValue.Member], depth: Int = 0) -> [JSONValue]? {
        for name in lists {
            switch members.first(where: { FieldName.folded($0.name.utf8) == name.whole })?.value {
            case .list(let list): return list
            case .object(let inner) where depth < 3:
                if let list = list(in: inner, depth: depth + 1) { return list }
            default: continue
            }
        }
        return nil
    }

    private func article(
        of value: JSONValue,
        at place: RecordPlace,
        defaults: ArticleDefaults,
        note: (ArticleError) -> Void
    ) throws(ArticleError) -> Article {
        guard case .object(let members) = value else {
            throw place.fault(.fields, "no object of JSON, so there are no fields in it")
        }
        let known = folded(members)
        var fields = RecordFields()
        for field in ArticleField.allCases { fields[field] = text(field, of: known) }
        guard fields.text != nil else {
            let names = members.map(\.name)
            throw place.fault(.fields, ArticleMap.noText("fields", names))
        }
        return try fields.article(at: place, defaults: defaults, dates: dates, note: note)
    }

    // MARK: Members

    private typealias Members = [(name: [UInt8], value: JSONValue)]

    /// The members by their folded names; behind a record's own, those of the objects that count as it.
    private func folded(_ members: [JSONValue.Member]) -> Members {
        let own: Members = members.map { (FieldName.folded($0.name.utf8), $0.value) }
        return own
            + inside.flatMap { name -> Members in
                guard case .object(let inner)? = own.first(where: { $0.name == name.whole })?.value else { return [] }
                return inner.map { (FieldName.folded($0.name.utf8), $0.value) }
            }
    }

    private func text(_ field: ArticleField, of members: Members) -> String? {
        for name in names[field] ?? [] {
            guard let value = ArticleMap.value(name, of: members), let text = ArticleMap.text(value, for: field) else {
                continue
            }
            return text
        }
        return nil
    }

    private static func value(_ name: FieldName, of members: Members) -> JSONValue? {
        if let value = members.first(where: { $0.name == name.whole })?.value { return value }
        guard name.steps.count > 1 else { return nil }
        var value = members.first { $0.name == name.steps[0] }?.value
        for step in name.steps.dropFirst() {
            guard case .object(let inner)? = value else { return nil }
            value = inner.first { FieldName.folded($0.name.utf8) == step }?.value
        }
        return value
    }

    private static func text(_ value: JSONValue, for field: ArticleField) -> String? {
        switch value {
        case .list(let elements) where field != .path:
            let texts = elements.compactMap(\.string)
            return field == .text && !texts.isEmpty ? texts.joined(separator: "\n\n") : texts.first
        default:
            guard let text = value.string, field.admits(text) else { return nil }
            return text
        }
    }
}

extension JSONValue {
    /// Reads a record; bytes that are not UTF-8 are read as what they look like.
    init(_ bytes: [UInt8], at place: RecordPlace) throws(ArticleError) {
        let text = EncodingDetector.encoding(bytes[...]).decode(bytes[...])
        do {
            self = try JSONParser.value(text)
        } catch {
            throw place.fault(.syntax, "no JSON: \(error.reason), at byte \(error.offset + 1) of the record")
        }
    }
}
