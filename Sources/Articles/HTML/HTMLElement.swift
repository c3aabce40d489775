/// An element of HTML by its name, and what it is to the reader.
struct HTMLElement: Hashable, Sendable {
    /// The number of the name in `html-elements.tsv`; 0 for all other names.
    let number: UInt8

    /// Any element that is not in the table.
    static let other = HTMLElement(number: 0)

    // The elements that code deals with by themselves.
    static let a = HTMLElement("a")
    static let article = HTMLElement("article")
    static let body = HTMLElement("body")
    static let figcaption = HTMLElement("figcaption")
    static let h1 = HTMLElement("h1")
    static let head = HTMLElement("head")
    static let html = HTMLElement("html")
    static let link = HTMLElement("link")
    static let main = HTMLElement("main")
    static let meta = HTMLElement("meta")
    static let script = HTMLElement("script")
    static let style = HTMLElement("style")
    static let time = HTMLElement("time")
    static let title = HTMLElement("title")

    /// What an element is to the reader; the table says more.
    enum Role: String, Sendable {
        case block, item, heading, cell, row, `break`, verbatim, inline, meta, aside, dropped
    }

    private init(number: UInt8) {
        self.number = number
    }

    /// The element of a name in small letters.
    init(_ name: PackedName) {
        number = HTMLElement.numbers[name] ?? 0
    }

    /// The element of a name in small letters.
    init(_ name: String) {
        self.init(PackedName(name.utf8))
    }

    /// What it is to the reader.
    var role: Role { HTMLElement.roles[Int(number)] }

    private static let table = WordTable("html-elements.tsv")
    private static let roles = [Role.inline] + table.rows.map { Role(rawValue: $0["role"]) ?? .inline }
    private static let numbers = NameTable(Array(zip(table.rows.map { PackedName($0["element"].utf8) }, 1...UInt8.max)))
}
