import DatelineCore
import Yams

extension MapReader {
    private static let countKeys = [
        "kind", "unit", "group", "qualifier", "scope", "low", "best", "high", "part", "zero",
    ]

    func count(_ node: Node) throws(DatasetError) -> DatasetMap.Count {
        var kind: DatasetMap.Code<CountKind>?
        var count = DatasetMap.Count(
            kind: .constant(.killed),
            unit: nil,
            group: .unspecified,
            qualifier: nil,
            scope: .constant(.event),
            low: [],
            best: [],
            high: [],
            isPart: false,
            skipsZero: false,
            line: line(node)
        )
        for (key, value) in try pairs(node, allowed: MapReader.countKeys) {
            switch key {
            case "kind": kind = try code(value, key)
            case "unit": count.unit = try code(value, key)
            case "scope": count.scope = try code(value, key)
            case "group":
                guard case .constant(let group) = try code(value, key) as DatasetMap.Code<SubjectGroup> else {
                    throw fault("a group is the same in all rows", at: value)
                }
                count.group = group
            case "qualifier":
                guard case .column(let column) = try code(value, key) as DatasetMap.Code<CountQualifier> else {
                    throw fault("a qualifier stands in a column: { column: NAME }", at: value)
                }
                count.qualifier = column
            case "low": count.low = try texts(value)
            case "best": count.best = try texts(value)
            case "high": count.high = try texts(value)
            case "part": count.isPart = try bool(value)
            default:
                guard try text(value) == "skip" else { throw fault("zero can only be \"skip\"", at: value) }
                count.skipsZero = true
            }
        }
        guard let kind else { throw fault("a count needs a kind", at: node) }
        guard !(count.low + count.best + count.high).isEmpty else {
            throw fault("a count needs a column: low, best or high", at: node)
        }
        count.kind = kind
        return count
    }

    private func code<Value: RawRepresentable & CaseIterable>(
        _ node: Node,
        _ name: String
    ) throws(DatasetError) -> DatasetMap.Code<Value> where Value.RawValue == String {
        if node.mapping != nil {
            let pairs = try pairs(node, allowed: ["column"])
            guard let column = pairs.first else { throw fault("\(name) needs a column", at: node) }
            return .column(try text(column.value))
        }
        let text = try text(node)
        guard let value = Value(rawValue: text) else {
            throw unknown(name, text, Value.allCases.map(\.rawValue), at: node)
        }
        return .constant(value)
    }
}
