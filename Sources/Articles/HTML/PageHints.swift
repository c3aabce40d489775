/// What the attributes of an element say of its place: the names that the site gave it, its classes and ids, above all.
///
/// The words of a name are read apart: `js-articleBody` is "js article body". The table is `page-hints.tsv`.
struct PageHints {
    /// Whether one of them says that an element stands beside the text.
    private(set) var isAside = false
    /// Whether one of them says that an element holds the text.
    private(set) var isText = false

    /// No hints.
    init() {}

    /// The hints of an attribute.
    init(_ attribute: HTMLAttributeName, _ value: ArraySlice<UInt8>) {
        switch attribute {
        case .class, .id: addHints(of: value)
        case .role: isAside = PageHints.roles.contains(PackedName(value))
        case .itemprop: isText = value.lazy.map { $0 | 0x20 }.elementsEqual("articlebody".utf8)
        case .hidden: isAside = true
        case .ariaHidden: isAside = value.elementsEqual("true".utf8)
        case .style: isAside = PageHints.hides(value)
        case .content, .datetime, .href, .lang, .name, .property, .rel: break
        }
    }

    /// Whether there are none.
    var isEmpty: Bool { !isAside && !isText }

    /// Adds what others say.
    mutating func formUnion(_ other: PageHints) {
        isAside = isAside || other.isAside
        isText = isText || other.isText
    }

    /// What a word, or two words in a row, say.
    private enum Meaning: String {
        case aside, text
        /// A role, not a word of a name, beside the text.
        case role
        /// The rest of the name says nothing of the element itself: `has-sidebar`, `tag-newsletter`.
        case stop
    }

    /// Adds the hints of a class or an id: names parted by spaces.
    private mutating func addHints(of names: ArraySlice<UInt8>) {
        var former: PackedName?
        var isStopped = false
        var index = names.startIndex
        while index < names.endIndex {
            if names[index] <= 0x20 {
                (former, isStopped) = (nil, false)
                index += 1
            } else if let end = PageHints.endOfWord(names, from: index) {
                if !isStopped {
                    let word = PackedName(names[index..<end].lazy.map { $0 | 0x20 })
                    let found = PageHints.words[word]
                    if let meaning = found?.meaning { isStopped = add(meaning) }
                    if let former, let meaning = PageHints.pairs[Pair(first: former, second: word)] { _ = add(meaning) }
                    former = found?.beginsPair == true ? word : nil
                }
                index = end
            } else {
                index += 1
            }
        }
    }

    /// Takes a meaning in; whether it ends the name.
    private mutating func add(_ meaning: Meaning) -> Bool {
        switch meaning {
        case .aside: isAside = true
        case .text: isText = true
        case .stop: return true
        case .role: break
        }
        return false
    }

    /// Where a word ends that begins here: letters up to the next capital; nil where none begins.
    private static func endOfWord(_ names: ArraySlice<UInt8>, from start: Int) -> Int? {
        var end = start
        while end < names.endIndex, isCapital(names[end]) { end += 1 }
        let capitals = end - start
        while end < names.endIndex, isSmall(names[end]) { end += 1 }
        if capitals > 1, end > start + capitals { return start + capitals - 1 }
        return end > start ? end : nil
    }

    /// Whether a style says that an element is not to be seen.
    private static func hides(_ style: ArraySlice<UInt8>) -> Bool {
        var rest = style
        while !rest.isEmpty {
            let declaration = rest.prefix { $0 != UInt8(ascii: ";") }
            let word = declaration.lazy.filter { $0 > 0x20 }.map { $0 | 0x20 }
            if word.starts(with: "display:none".utf8) { return true }
            rest = rest[declaration.endIndex...].dropFirst()
        }
        return false
    }

    private static func isSmall(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "a") < 26 }
    private static func isCapital(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "A") < 26 }

    // MARK: The table

    private struct Pair: Hashable {
        var first: PackedName
        var second: PackedName
    }

    private static let rows: [(words: [PackedName], meaning: Meaning)] = WordTable("page-hints.tsv").rows.compactMap {
        row in
        let words = row["words"].split(separator: " ").map { PackedName($0.utf8) }
        return Meaning(rawValue: row["meaning"]).map { (words, $0) }
    }
    /// What a word says by itself, and whether it may be the first of two.
    private static let words: NameTable<(meaning: Meaning?, beginsPair: Bool)> = {
        let names = rows.filter { $0.meaning != .role }
        let single = Dictionary(
            uniqueKeysWithValues: names.filter { $0.words.count == 1 }.map { ($0.words[0], $0.meaning) }
        )
        let openers = Set(names.filter { $0.words.count == 2 }.map { $0.words[0] })
        return NameTable(openers.union(single.keys).map { ($0, (single[$0], openers.contains($0))) })
    }()
    private static let roles = Set(rows.filter { $0.meaning == .role }.map { $0.words[0] })
    private static let pairs = Dictionary(
        uniqueKeysWithValues: rows.filter { $0.words.count == 2 }
            .map { (Pair(first: $0.words[0], second: $0.words[1]), $0.meaning) }
    )
}
