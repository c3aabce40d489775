public import DatelineCore

extension Count {
    /// The count in words: "at least 14 drones intercepted", "12 to 18 people injured", "dozens of people killed".
    public var phrase: String {
        var words = "\(quantity) \(unit.noun(isOne: number == 1 && high == 1)) \(kind.word)"
        if isPart { words += ", a part" }
        switch scope {
        case .event: break
        case .period: words += ", over a period"
        case .runningTotal: words += asOf.map { ", running total as of \($0)" } ?? ", running total"
        }
        if let source { words += ", says \(source.name)" }
        return words
    }

    /// The number with its qualifier.
    public var quantity: String {
        func said(_ number: Int?) -> String { number.map(String.init) ?? "?" }
        return switch qualifier {
        case .exact: said(number)
        case .atLeast: "at least \(said(best ?? low))"
        case .moreThan: "more than \(said(best ?? low.map { $0 - 1 }))"
        case .atMost: "up to \(said(best ?? high))"
        case .lessThan: "fewer than \(said(high.map { $0 + 1 } ?? best))"
        case .about: "about \(said(best ?? low))"
        case .nearly: "nearly \(said(best ?? high))"
        case .between: "\(said(low)) to \(said(high))"
        case .couple: "a couple of"
        case .few: "a few"
        case .tens, .dozens, .scores, .hundreds, .thousands, .millions: "\(qualifier.rawValue) of"
        case .none: "no"
        case .some: "some"
        case .unknown: "an unknown number of"
        }
    }
}

extension CountKind {
    /// The kind as a word behind a number: "killed", "without power".
    public var word: String {
        switch self {
        case .fateUnknown: "of unknown fate"
        case .equipmentDestroyed: "destroyed"
        case .withoutPower: "without power"
        case .depthKm: "deep"
        case .areaKm2: "of area"
        case .buildings: "damaged"
        case .settlements: "named"
        case .attacks: "attacked"
        case .clashes: "in clashes"
        default: rawValue
        }
    }
}

extension CountUnit {
    /// The unit as a noun: "person", "people", "missiles".
    public func noun(isOne: Bool) -> String {
        switch self {
        case .person: isOne ? "person" : "people"
        case .child: isOne ? "child" : "children"
        case .woman: isOne ? "woman" : "women"
        case .aircraft: "aircraft"
        default: isOne ? rawValue : rawValue + "s"
        }
    }
}

extension DateSpan {
    /// The days in short: "2024-08-11", "2024-08-10 to 2024-08-11", "to 2024-08-10", "from 2024-08-06".
    public var phrase: String {
        switch (start, end) {
        case (nil, nil): "unknown"
        case (let start?, nil): "from \(start)"
        case (nil, let end?): "to \(end)"
        case (let start?, let end?): start == end ? "\(start)" : "\(start) to \(end)"
        }
    }
}

extension Place {
    /// The place with the regions around it: "Kursk, Kursk Oblast, RU".
    public var phrase: String {
        var parts = [level == .near ? "near \(name)" : name]
        if level != .admin1, let admin1, admin1 != name { parts.append(admin1) }
        if level != .country, let country { parts.append(country) }
        return parts.joined(separator: ", ")
    }
}
