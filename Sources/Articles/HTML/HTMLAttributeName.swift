/// The attributes that say something to the reader.
enum HTMLAttributeName: String, CaseIterable {
    case ariaHidden = "aria-hidden"
    case `class`
    case content
    case datetime
    case hidden
    case href
    case id
    case itemprop
    case lang
    case name
    case property
    case rel
    case role
    case style

    init?(_ name: PackedName) {
        guard let found = HTMLAttributeName.byName[name] else { return nil }
        self = found
    }

    private static let byName = NameTable(allCases.map { (PackedName($0.rawValue.utf8), $0) })

    /// Whether an attribute of an element says something to the reader by its value.
    func says(_ value: ArraySlice<UInt8>, of element: HTMLElement) -> Bool {
        switch self {
        case .content, .datetime, .itemprop: true
        case .href, .rel: element == .link
        case .name, .property: element == .meta
        case .lang: element == .html
        case .class where element == .time: true
        case .ariaHidden, .class, .hidden, .id, .role, .style: !PageHints(self, value).isEmpty
        }
    }
}
