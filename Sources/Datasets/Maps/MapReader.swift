import Yams

/// Reads a map from YAML; every fault is named with its line and what is allowed there.
struct MapReader {
    let file: String

    static func read(_ yaml: String, file: String) throws(DatasetError) -> DatasetMap {
        let reader = MapReader(file: file)
        return try reader.map(reader.compose(yaml))
    }

    private static let keys = [
        "name", "title", "extends", "dates", "lenient", "guarded", "refuse", "fields", "tables", "counts",
    ]

    private func map(_ root: Node) throws(DatasetError) -> DatasetMap {
        let pairs = try pairs(root, allowed: MapReader.keys)
        var map = DatasetMap(file: file)
        if let base = pairs.first(where: { $0.key == "extends" }) {
            let name = try text(base.value)
            guard let yaml = EmbeddedFiles.map(name) else {
                throw unknown("data set", name, EmbeddedFiles.maps, at: base.value)
            }
            map = try MapReader.read(yaml, file: "\(name).yaml")
            map.file = file
        }
        for (key, value) in pairs {
            switch key {
            case "name": map.name = try text(value)
            case "title": map.title = try text(value)
            case "dates": map.dateForms = try texts(value).map { text throws(DatasetError) in try form(text, value) }
            case "lenient": map.isLenient = try bool(value)
            case "guarded": map.isGuarded = try bool(value)
            case "refuse":
                map.refusals = try self.pairs(value, allowed: nil).map { pair throws(DatasetError) in
                    (pair.key, try text(pair.value))
                }
            case "fields": try readFields(value, into: &map)
            case "tables": map.tables = try list(value).map { node throws(DatasetError) in try table(node) }
            case "counts": map.counts = try list(value).map { node throws(DatasetError) in try count(node) }
            default: continue
            }
        }
        if map.name.isEmpty { map.name = "csv" }
        if map.title.isEmpty { map.title = map.name }
        return map
    }

    private func readFields(_ node: Node, into map: inout DatasetMap) throws(DatasetError) {
        let names = ImportField.named.map(\.rawValue)
        for (key, value) in try pairs(node, allowed: names) {
            guard let field = ImportField(rawValue: key) else { continue }
            map.fields[field] = try self.field(field, value)
        }
    }

    private static let fieldKeys = [
        "column", "value", "codes", "split", "prefix", "unless", "join", "number", "widen",
    ]

    private func field(_ name: ImportField, _ node: Node) throws(DatasetError) -> DatasetMap.Field {
        var field = DatasetMap.Field()
        field.line = line(node)
        guard node.mapping != nil else {
            field.columns = try texts(node)
            return field
        }
        for (key, value) in try pairs(node, allowed: MapReader.fieldKeys) {
            switch key {
            case "column": field.columns = try texts(value)
            case "value": field.value = try text(value)
            case "codes": field.codes = try codes(value, for: name)
            case "split": field.separator = try text(value)
            case "prefix": field.prefix = try text(value)
            case "unless": field.exceptions = try texts(value)
            case "join": field.isJoined = try bool(value)
            case "number": field.isNumber = try bool(value)
            case "widen": field.isWidened = try bool(value)
            default: continue
            }
        }
        if ImportField.inPlace.contains(name), field.codes != nil || field.value != nil || field.separator != nil {
            throw fault("\(name.rawValue) is taken as it stands: only a column can be given for it", at: node)
        }
        return field
    }

    private func codes(_ node: Node, for field: ImportField) throws(DatasetError) -> CodeTable {
        guard node.mapping != nil else {
            let table = try self.table(named: node)
            guard table.fields.contains(field) else {
                throw fault("the table \(table.name) says nothing of \(field.rawValue)", at: node)
            }
            return table
        }
        let codes = try pairs(node, allowed: nil).map { pair throws(DatasetError) in (pair.key, try text(pair.value)) }
        return CodeTable(name: file, field: field, pairs: codes)
    }

    private func table(named node: Node) throws(DatasetError) -> CodeTable {
        let name = try text(node)
        guard let table = try EmbeddedFiles.table(name) else {
            throw unknown("table", name, EmbeddedFiles.tables, at: node)
        }
        return table
    }

    private func table(_ node: Node) throws(DatasetError) -> DatasetMap.Table {
        var columns: [String] = []
        var codes: CodeTable?
        var separator: String?
        for (key, value) in try pairs(node, allowed: ["column", "codes", "split"]) {
            switch key {
            case "column": columns = try texts(value)
            case "codes": codes = try table(named: value)
            default: separator = try text(value)
            }
        }
        guard let codes, !columns.isEmpty else { throw fault("a table needs a column and codes", at: node) }
        return DatasetMap.Table(columns: columns, codes: codes, separator: separator, line: line(node))
    }

    private func form(_ text: String, _ node: Node) throws(DatasetError) -> DateForm {
        guard let form = DateForm(rawValue: text) else {
            throw unknown("form of dates", text, DateForm.allCases.map(\.rawValue), at: node)
        }
        return form
    }
}
