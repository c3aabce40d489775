import Yams

/// The keys and values of front matter, before anything is known of them.
enum FrontMatterFields {
    /// One key with its value.
    struct Field {
        var name: String
        var value: Value
        /// The line in the file, from 1.
        var line: Int?

        /// The value as a text; nil for none.
        func text(path: String) throws(ArticleError) -> String? {
            switch value {
            case .text(let text): return text
            case .none: return nil
            case .structure(let form):
                throw FrontMatter.fault("\(name) must be one text, not \(form)", line: line, path: path)
            }
        }
    }

    /// What stands behind a key.
    enum Value {
        case text(String)
        case none
        /// A list, or keys and values.
        case structure(String)
    }

    /// Reads YAML; where that fails, lines of the form `key: words`, as people write them.
    ///
    /// A headline with a colon in it, `title: Aleppo live: fighting resumes`, is no YAML unless it is quoted, and is
    /// written all the same.
    static func read(_ text: String, path: String) throws(ArticleError) -> [Field] {
        do {
            return try readYAML(text, path: path)
        } catch {
            guard let fields = readLines(text) else { throw error }
            return fields
        }
    }

    // MARK: YAML

    private static func readYAML(_ yaml: String, path: String) throws(ArticleError) -> [Field] {
        guard let root = try compose(yaml, path: path) else { return [] }
        guard let mapping = root.mapping else {
            throw FrontMatter.fault("not keys and values, as in \"title: …\"", line: 2, path: path)
        }
        return mapping.compactMap { key, node in
            guard let name = key.scalar?.string else { return nil }
            return Field(name: name, value: value(of: node), line: (node.mark ?? key.mark).map { $0.line + 1 })
        }
    }

    private static func value(of node: Node) -> Value {
        guard let scalar = node.scalar else { return .structure(node.sequence == nil ? "keys and values" : "a list") }
        return node.null != nil || scalar.string.isEmpty ? .none : .text(scalar.string)
    }

    private static func compose(_ yaml: String, path: String) throws(ArticleError) -> Node? {
        do {
            return try Yams.compose(yaml: yaml)
        } catch {
            switch error as? YamlError {
            case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
                .composer(_, let problem, let mark, _):
                throw FrontMatter.fault("no YAML: \(problem)", line: mark.line + 1, path: path)
            case .duplicatedKeysInMapping(let duplicates, let context):
                let reason = "\(duplicates.joined(separator: ", ")) stands twice"
                throw FrontMatter.fault(reason, line: context.mark.line + 1, path: path)
            default:
                throw FrontMatter.fault("no YAML", line: 2, path: path)
            }
        }
    }

    // MARK: Lines

    /// Lines of keys and plain words; nil where any line is something else or a key stands twice.
    private static func readLines(_ text: String) -> [Field]? {
        var fields: [Field] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line.isEmpty || line.hasPrefix("#") { continue }
            guard let colon = line.firstIndex(of: ":"), line[..<colon].utf8.allSatisfy(isKeyByte),
                colon > line.startIndex
            else { return nil }
            let name = String(line[..<colon])
            let rest = line[line.index(after: colon)...]
            guard rest.isEmpty || rest.hasPrefix(" "), let value = plainValue(rest.drop { $0 == " " }),
                !fields.contains(where: { $0.name == name })
            else { return nil }
            fields.append(Field(name: name, value: value.isEmpty ? .none : .text(value), line: index + 2))
        }
        return fields
    }

    /// The words behind a key; nil where they begin as one of YAML's own forms that was left open.
    private static func plainValue(_ text: Substring) -> String? {
        guard let first = text.first else { return "" }
        if "[{&*!|>%@`".contains(first) { return nil }
        guard first == "\"" || first == "'" else { return String(text) }
        guard text.dropFirst().contains(first) else { return nil }
        let inside = text.dropFirst().dropLast()
        return text.last == first && !inside.contains(first) ? String(inside) : String(text)
    }

    private static func isKeyByte(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte == UInt8(ascii: "_")
            || byte == UInt8(ascii: "-")
    }
}
