import DatelineCore

/// What a page says of itself, gathered from the places and in the order of `page-fields.tsv`.
struct PageFields {
    private(set) var title: String?
    private(set) var publisher: String?
    private(set) var url: String?
    private(set) var published: CivilDate?
    private(set) var modified: CivilDate?
    private(set) var language: String?

    private let tree: HTMLTree
    private let data: LinkedData
    private let savedFrom: String?
    /// The contents of meta elements, of elements with an itemprop and of times, and links, by where and what; the first
    /// of each.
    private var told: [String: String] = [:]

    init(_ tree: HTMLTree, linkedData: LinkedData, savedFrom: ArraySlice<UInt8>?) {
        self.tree = tree
        data = linkedData
        self.savedFrom = savedFrom.map { String(decoding: $0, as: UTF8.self) }
        gather()
        url = first("url") { $0.hasPrefix("http://") || $0.hasPrefix("https://") ? $0 : nil }
        publisher = first("publisher") { $0.hasPrefix("http") ? nil : $0 }
        title = first("title") { $0 }.map(withoutPublisher)
        published = first("published", WrittenDay.first)
        modified = first("modified", WrittenDay.first)
        language = first("language", PageFields.languageTag)
    }

    private func first<Value>(_ field: String, _ read: (String) -> Value?) -> Value? {
        for place in PageFields.places[field] ?? [] {
            if let text = text(at: place), let value = read(text) { return value }
        }
        return nil
    }

    private func text(at place: (kind: String, name: String)) -> String? {
        let text: String? =
            switch (place.kind, place.name) {
            case ("data", _): data[place.name]
            case ("page", "heading"): onlyHeading()
            case ("page", "title"): tree.nodes.firstIndex { $0.element == .title }.map(words)
            case ("page", "lang"): pageLanguage()
            case ("page", "time"): firstTime()
            case ("page", "url"): url
            case ("page", "saved"): savedFrom
            default: told[place.kind + " " + place.name]
            }
        return text.flatMap { $0.utf8.contains { $0 > 0x20 } ? $0 : nil }
    }

    /// The places of each field, in order.
    private static let places = Dictionary(
        grouping: WordTable("page-fields.tsv").rows.map {
            (field: $0["field"], place: (kind: $0["in"], name: $0["name"]))
        },
        by: \.field
    ).mapValues { $0.map(\.place) }

    /// What a `<time>` of a change is called.
    private static let timesOfChange = Set(places["modified", default: []].filter { $0.kind == "time" }.map(\.name))

    /// All that is looked for in meta elements, properties and links.
    private static let wanted = Set(places.values.joined().map { $0.kind + " " + $0.name })

    // MARK: What the page tells

    private mutating func gather() {
        for (index, node) in tree.nodes.enumerated() {
            guard let element = node.element else { continue }
            if element == .meta {
                guard let content = tree.value(.content, of: index), !content.isEmpty else { continue }
                for attribute in [HTMLAttributeName.property, .name, .itemprop] {
                    if let name = tree.value(attribute, of: index) { tell("meta", name, content) }
                }
            } else if element == .link {
                if let rel = tree.value(.rel, of: index), let href = tree.value(.href, of: index) {
                    tell("link", rel, href)
                }
            } else if let property = tree.value(.itemprop, of: index) {
                let value = tree.value(.datetime, of: index) ?? tree.value(.content, of: index)
                tell("item", property, value ?? tree.text(below: index))
            }
            if element == .time {
                let value = tree.value(.datetime, of: index) ?? tree.text(below: index)
                for name in PageFields.names(of: index, in: tree) { tell("time", name, value) }
            }
        }
    }

    /// What a `<time>` is of, by its class and its itemprop.
    private static func names(of time: Int, in tree: HTMLTree) -> [ArraySlice<UInt8>] {
        [HTMLAttributeName.class, .itemprop].flatMap { tree.value($0, of: time)?.split { $0 <= 0x20 } ?? [] }
    }

    private mutating func tell(_ kind: String, _ name: ArraySlice<UInt8>, _ value: ArraySlice<UInt8>) {
        guard name.count <= 40, value.count <= 2000 else { return }
        let key = kind + " " + String(decoding: SmallLetters(name).map { $0 }, as: UTF8.self)
        if PageFields.wanted.contains(key), told[key] == nil { told[key] = PageFields.line(value) }
    }

    private func words(below node: Int) -> String { PageFields.line(tree.text(below: node)) }

    /// A text on one line.
    private static func line(_ text: ArraySlice<UInt8>) -> String {
        let words = text.split { $0 <= 0x20 }
        return String(decoding: Array(words.joined(separator: [UInt8(ascii: " ")])), as: UTF8.self)
    }

    private func pageLanguage() -> String? {
        guard let page = tree.nodes.firstIndex(where: { $0.element == .html }) else { return nil }
        return tree.value(.lang, of: page).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The heading of the first level, if there is but one.
    private func onlyHeading() -> String? {
        let headings = tree.nodes.indices.filter { tree.nodes[$0].element == .h1 }
        return headings.count == 1 ? headings.first.map(words) : nil
    }

    /// The first `<time>` with a day in it that the machine can read, and that is not said to be of a change.
    private func firstTime() -> String? {
        for (index, node) in tree.nodes.enumerated() where node.element == .time {
            let names = PageFields.names(of: index, in: tree).map {
                String(decoding: SmallLetters($0).map { $0 }, as: UTF8.self)
            }
            if names.contains(where: PageFields.timesOfChange.contains) { continue }
            let text = tree.value(.datetime, of: index).map { String(decoding: $0, as: UTF8.self) }
            if let text, WrittenDay.first(in: text) != nil { return text }
        }
        return nil
    }

    // MARK: What is made of it

    /// A title without the publisher's name behind its last bar or dash.
    private func withoutPublisher(_ title: String) -> String {
        guard let publisher, title.hasSuffix(publisher) else { return title }
        var rest = title.dropLast(publisher.count)
        while rest.last == " " { rest.removeLast() }
        guard let mark = rest.last, "|-–—:·•»".contains(mark) else { return title }
        rest.removeLast()
        while rest.last == " " { rest.removeLast() }
        return rest.isEmpty ? title : String(rest)
    }

    /// A language as BCP 47: `en`, `en-GB`.
    private static func languageTag(_ text: String) -> String? {
        let tag = String(text.map { $0 == "_" ? "-" : $0 })
        let isTag =
            (2...12).contains(tag.utf8.count)
            && tag.allSatisfy { $0.isASCII && ($0.isLetter || $0 == "-" || $0.isNumber) }
        return isTag ? tag : nil
    }
}
