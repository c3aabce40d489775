import DatelineCore
import Yams

/// Reads a map of articles from YAML; every fault is named with its line and what is allowed there.
struct ArticleMapReader {
    let file: String

    /// What a map may say.
    enum Key {
        case fields(ArticleField)
        case inside, lists, dates
    }

    /// Something that a map says: the words behind a key.
    struct Entry {
        var key: Key
        var words: [String]
        var node: Node
    }

    /// What a map says, in order.
    func entries(_ yaml: String) throws(ArticleError) -> [Entry] {
        var entries: [Entry] = []
        for (key, value) in try pairs(try compose(yaml)) {
            switch try text(key) {
            case "fields":
                for (key, value) in try pairs(value) {
                    let name = try text(key)
                    guard let field = ArticleField(rawValue: name) else {
                        throw unknown("field", name, ArticleField.allCases.map(\.rawValue), at: key)
                    }
                    entries.append(Entry(key: .fields(field), words: try words(value), node: value))
                }
            case "inside": entries.append(Entry(key: .inside, words: try words(value), node: value))
            case "lists": entries.append(Entry(key: .lists, words: try words(value), node: value))
            case "dates": entries.append(Entry(key: .dates, words: try words(value), node: value))
            case let other: throw unknown("key", other, ["fields", "inside", "lists", "dates"], at: key)
            }
        }
        return entries
    }

    /// The forms of dates that an entry names.
    func forms(_ entry: Entry) throws(ArticleError) -> [DateForm] {
        try entry.words.map { word throws(ArticleError) in
            guard let form = DateForm(rawValue: word) else {
                throw unknown("form of dates", word, DateForm.allCases.map(\.rawValue), at: entry.node)
            }
            return form
        }
    }

    private func compose(_ yaml: String) throws(ArticleError) -> Node {
        do {
            if let root = try Yams.compose(yaml: yaml) { return root }
        } catch {
            switch error as? YamlError {
            case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
                .composer(_, let problem, let mark, _):
                throw ArticleError(.map, path: file, line: mark.line, reason: "no YAML: \(problem)")
            default:
                throw ArticleError(.map, path: file, reason: "no YAML")
            }
        }
        throw ArticleError(.map, path: file, reason: "the map is empty")
    }

    private func pairs(_ node: Node) throws(ArticleError) -> [(key: Node, value: Node)] {
        guard let mapping = node.mapping else { throw fault("expected keys and values", at: node) }
        return mapping.map { ($0.key, $0.value) }
    }

    private func text(_ node: Node) throws(ArticleError) -> String {
        guard let text = node.scalar?.string else { throw fault("expected one word", at: node) }
        return text
    }

    /// One word, or a list of them.
    private func words(_ node: Node) throws(ArticleError) -> [String] {
        guard let list = node.sequence else { return [try text(node)] }
        return try list.map { item throws(ArticleError) in try text(item) }
    }

    private func fault(_ reason: String, at node: Node) -> ArticleError {
        ArticleError(.map, path: file, line: node.mark?.line, reason: reason)
    }

    private func unknown(_ what: String, _ name: String, _ allowed: [String], at node: Node) -> ArticleError {
        let near = Spelling.suggestions(for: name, among: allowed).first.map { "did you mean \"\($0)\"? " } ?? ""
        return fault("there is no \(what) \"\(name)\"; \(near)there are \(allowed.joined(separator: ", "))", at: node)
    }
}
