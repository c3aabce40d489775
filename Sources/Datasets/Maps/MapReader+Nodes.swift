import DatelineCore
import Yams

extension MapReader {
    func compose(_ yaml: String) throws(DatasetError) -> Node {
        do {
            guard let root = try Yams.compose(yaml: yaml) else {
                throw DatasetError(file: file, line: nil, reason: "the map is empty")
            }
            return root
        } catch let error as DatasetError {
            throw error
        } catch {
            switch error as? YamlError {
            case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
                .composer(_, let problem, let mark, _):
                throw DatasetError(file: file, line: mark.line, reason: "no YAML: \(problem)")
            case .duplicatedKeysInMapping(let names, let context):
                let reason = "\(names.joined(separator: ", ")) stands twice"
                throw DatasetError(file: file, line: context.mark.line, reason: reason)
            default:
                throw DatasetError(file: file, line: nil, reason: "no YAML")
            }
        }
    }

    /// Keys and values; nil for `allowed` takes every key.
    func pairs(_ node: Node, allowed: [String]?) throws(DatasetError) -> [(key: String, value: Node)] {
        guard let mapping = node.mapping else { throw fault("expected keys and values", at: node) }
        return try mapping.map { pair throws(DatasetError) in
            guard let key = pair.key.scalar?.string else { throw fault("expected a name", at: pair.key) }
            if let allowed, !allowed.contains(key) { throw unknown("key", key, allowed, at: pair.key) }
            return (key, pair.value)
        }
    }

    func text(_ node: Node) throws(DatasetError) -> String {
        guard let text = node.scalar?.string else { throw fault("expected one text", at: node) }
        return text
    }

    func list(_ node: Node) throws(DatasetError) -> [Node] {
        guard let list = node.sequence else { throw fault("expected a list", at: node) }
        return Array(list)
    }

    /// One text, or a list of them.
    func texts(_ node: Node) throws(DatasetError) -> [String] {
        guard let list = node.sequence else { return [try text(node)] }
        return try list.map { item throws(DatasetError) in try text(item) }
    }

    func bool(_ node: Node) throws(DatasetError) -> Bool {
        switch try text(node) {
        case "true", "yes": return true
        case "false", "no": return false
        case let other: throw unknown("answer", other, ["true", "false"], at: node)
        }
    }

    func line(_ node: Node) -> Int? {
        node.mark?.line
    }

    func fault(_ reason: String, at node: Node) -> DatasetError {
        DatasetError(file: file, line: line(node), reason: reason)
    }

    func unknown(_ what: String, _ name: String, _ allowed: [String], at node: Node) -> DatasetError {
        let near = Spelling.suggestions(for: name, among: allowed).first.map { "; did you mean \"\($0)\"?" } ?? ""
        let list = allowed.joined(separator: ", ")
        return fault("there is no \(what) \"\(name)\"\(near.isEmpty ? ";" : near) there are \(list)", at: node)
    }
}
