import FoundationEssentials

/// What a page says of its article as linked data: JSON-LD in the terms of schema.org.
struct LinkedData {
    private var texts: [String: String] = [:]

    /// The terms that are read.
    private static let terms = [
        "headline", "datePublished", "dateModified", "dateCreated", "publisher", "url", "mainEntityOfPage",
        "inLanguage",
        "articleBody",
    ]

    /// Reads the first article in the scripts of a page; what is no JSON is passed over.
    init(_ scripts: [ArraySlice<UInt8>]) {
        let decoder = JSONDecoder()
        decoder.allowsJSON5 = true
        for script in scripts where script.count <= LinkedData.sizeLimit {
            // Line breaks within texts, which many sites write, are no JSON.
            let json = Data(script.lazy.map { $0 < 0x20 ? 0x20 : $0 })
            guard let node = try? decoder.decode(Node.self, from: json) else { continue }
            for article in node.articles where texts.isEmpty {
                texts = article.texts
            }
        }
    }

    /// Longer scripts are not read; most have a few thousand bytes.
    private static let sizeLimit = 1 << 20

    /// The text of a term; nil where the page does not say it.
    subscript(_ term: String) -> String? { texts[term] }

    /// An object, or a list of them, with those inside.
    private struct Node: Decodable {
        var isArticle = false
        var texts: [String: String] = [:]
        var inside: [Node] = []

        /// The articles in it, outer ones first.
        var articles: [Node] { (isArticle ? [self] : []) + inside.flatMap(\.articles) }

        init(from decoder: any Decoder) throws {
            if var list = try? decoder.unkeyedContainer() {
                while !list.isAtEnd { inside.append(try list.decode(Node.self)) }
                return
            }
            guard let object = try? decoder.container(keyedBy: Key.self) else { return }
            let types = (try? object.decode(Text.self, forKey: "@type"))?.all ?? []
            isArticle = types.contains { $0.hasSuffix("Article") || $0.hasSuffix("Posting") || $0 == "Report" }
            for key in object.allKeys where LinkedData.terms.contains(key.stringValue) {
                texts[key.stringValue] = (try? object.decode(Text.self, forKey: key))?.all.first
            }
            for key in ["@graph", "mainEntity", "mainEntityOfPage"] as [Key] where object.contains(key) {
                if let node = try? object.decode(Node.self, forKey: key) { inside.append(node) }
            }
        }
    }

    /// A text, the name or address of an object, or a list of either.
    private struct Text: Decodable {
        var all: [String] = []

        init(from decoder: any Decoder) throws {
            if let text = try? decoder.singleValueContainer().decode(String.self) {
                all = [text]
            } else if var list = try? decoder.unkeyedContainer() {
                while !list.isAtEnd { all += try list.decode(Text.self).all }
            } else if let object = try? decoder.container(keyedBy: Key.self) {
                for key in ["name", "@id", "url"] as [Key] {
                    if let text = try? object.decode(String.self, forKey: key) { all.append(text) }
                }
            }
        }
    }

    private struct Key: CodingKey, ExpressibleByStringLiteral {
        var stringValue: String
        var intValue: Int? { nil }

        init(stringValue: String) { self.stringValue = stringValue }
        init(stringLiteral value: String) { stringValue = value }
        init?(intValue: Int) { nil }
    }
}
