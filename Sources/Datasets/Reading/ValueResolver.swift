import DatelineCore

/// Finds the value of a field in the current row: in its columns, by its codes, by the tables, or the map's own.
struct ValueResolver {
    /// One of several values in a cell, which stands for the whole while a place or a source is made of it.
    struct Part {
        var column: Int
        var text: String
    }

    let plan: RowPlan
    let rows: DelimitedReader
    private let sourceKinds: CodeTable?

    init(_ plan: RowPlan, _ rows: DelimitedReader) throws(DatasetError) {
        self.plan = plan
        self.rows = rows
        sourceKinds = try EmbeddedFiles.table("source-kinds")
    }

    /// A cell's text without the spaces around it; nil when it is empty or says that there is nothing.
    func cell(_ column: Int) -> String? {
        let text = rows.trimmed(column, isGuarded: plan.map.isGuarded)
        return text.isEmpty ? nil : text.string
    }

    /// The first of some columns that is not empty.
    func first(_ columns: [Int], _ part: Part? = nil) -> Part? {
        for column in columns {
            if let part, part.column == column { return part }
            if let text = cell(column) { return Part(column: column, text: text) }
        }
        return nil
    }

    /// The value of a field; nil when nothing gives one.
    func text(_ field: ImportField, _ part: Part? = nil) -> String? {
        let spec = plan.fields[field]
        if let spec, let cell = first(spec.columns, part) {
            let value = spec.map.codes?.row(for: cell.text)?[field] ?? cell.text
            return value.isEmpty ? nil : value
        }
        for table in plan.tables where table.codes.fields.contains(field) {
            guard let cell = first(table.columns, part) else { continue }
            let texts = part?.column == cell.column ? [cell.text] : split(cell.text, table.separator)
            for text in texts {
                if let value = table.codes.row(for: text)?[field] { return value }
            }
        }
        return spec?.map.value
    }

    /// The values of a field that may have several in one cell.
    func parts(of field: ImportField) -> [Part] {
        guard let spec = plan.fields[field], let cell = first(spec.columns) else { return [] }
        return split(cell.text, spec.map.separator).map { Part(column: cell.column, text: $0) }
    }

    /// The values of a cell without the spaces around them.
    private func split(_ text: String, _ separator: String?) -> [String] {
        guard let separator, !separator.isEmpty else { return [text] }
        var parts: [String] = []
        var part: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            if rest.starts(with: separator.utf8) {
                parts.append(String(decoding: part, as: UTF8.self))
                part = []
                rest = rest.dropFirst(separator.utf8.count)
            } else {
                part.append(rest.removeFirst())
            }
        }
        parts.append(String(decoding: part, as: UTF8.self))
        return parts.map(trimmed).filter { !$0.isEmpty }
    }

    private func trimmed(_ text: String) -> String {
        let isBlank = { (byte: UInt8) in byte <= 0x20 }
        let bytes = Array(text.utf8.drop(while: isBlank))
        let end = bytes.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? 0
        return String(decoding: bytes[..<end], as: UTF8.self)
    }
}

extension ValueResolver {
    /// What happened, and where the claim stands.
    func kind() throws(RowFault) -> (EventType, ClaimStatus) {
        guard let name = text(.type) else {
            let cell = first(plan.columns(of: [.type]))
            let said = cell.map { "\(plan.header[$0.column]) \"\($0.text)\"" }
            guard let said else { throw RowFault("no type of event is given") }
            throw RowFault("\(said): \(text(.reason) ?? "there is no such type of event")")
        }
        guard let type = EventType(rawValue: name.lowercased()) else {
            let known = plan.fields[.type]?.map.codes?.values ?? EventType.allCases.map(\.rawValue)
            throw RowFault("there is no type of event \"\(name)\"; there are \(known.joined(separator: ", "))")
        }
        guard let said = text(.status) else { return (type, .reported) }
        guard let status = ClaimStatus(rawValue: said.lowercased()) else {
            let known = ClaimStatus.allCases.map(\.rawValue).joined(separator: ", ")
            throw RowFault("there is no status \"\(said)\"; there are \(known)")
        }
        return (type, status)
    }

    /// How precise the date is; nil when the data set does not say.
    func precision() throws(RowFault) -> DatePrecision? {
        guard let name = text(.datePrecision) else { return nil }
        guard let precision = DatePrecision(rawValue: name.uppercased()) else {
            let known = plan.fields[.datePrecision]?.map.codes?.values ?? DatePrecision.allCases.map(\.rawValue)
            throw RowFault("there is no precision of dates \"\(name)\"; there are \(known.joined(separator: ", "))")
        }
        return precision
    }

    /// The weapons, each once, with their words; what the map's table does not know is left out.
    func weapons() -> [Weapon] {
        var weapons: [Weapon] = []
        let table = plan.fields[.weapons]?.map.codes
        let parts = parts(of: .weapons)
        for part in parts {
            let codes = table?.row(for: part.text)?[.weapons] ?? ""
            weapons += codes.split(separator: ";").map { Weapon(code: String($0), text: part.text) }
        }
        if parts.isEmpty, let codes = text(.weapons) {
            weapons = codes.split(separator: ";").map { Weapon(code: String($0), text: String($0)) }
        }
        var seen: Set<String> = []
        return weapons.filter { seen.insert($0.code).inserted }
    }

    /// Who said it; several where the map parts them.
    func sources() throws(RowFault) -> [Source] {
        let parts: [Part?] = parts(of: .source)
        var sources: [Source] = []
        for part in parts.isEmpty ? [nil] : parts {
            guard let name = text(.source, part), name.contains(where: { $0.isLetter || $0.isNumber }) else { continue }
            let kind = try sourceKind(of: name, part)
            var source = Source(name: name, text: part?.text ?? name, kind: kind)
            if let said = text(.sourceCountry, part) { source.country = try country(said) }
            sources.append(source)
        }
        return sources
    }

    private func sourceKind(of name: String, _ part: Part?) throws(RowFault) -> SourceKind {
        guard let said = text(.sourceKind, part) ?? sourceKinds?.row(for: name)?[.sourceKind] else { return .unnamed }
        guard let kind = SourceKind(rawValue: said.lowercased()) else {
            let known = SourceKind.allCases.map(\.rawValue).joined(separator: ", ")
            throw RowFault("there is no kind of source \"\(said)\"; there are \(known)")
        }
        return kind
    }

    /// The name of the first that is given.
    func name(_ field: ImportField) -> String? {
        let part = parts(of: field).first
        return text(field, part)
    }

    func country(_ said: String) throws(RowFault) -> String {
        if let code = Countries.code(of: said) { return code }
        throw RowFault("there is no country \"\(said)\"")
    }
}
