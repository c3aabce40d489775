import ArgumentParser
import DatelineCore

extension Count {
    /// Reads a number as a user writes it: `14`, `14+`, `>14`, `<14`, `<=14`, `~14`, `3-5`, `0` or `?`, then the unit
    /// where the kind does not tell it (`12 drones`) and, for a total that grows over time, `total`.
    init(kind: CountKind, argument: String) throws {
        var words = argument.split(whereSeparator: \.isWhitespace).map { String($0).lowercased() }
        let isTotal = words.count > 1 && words.last == "total"
        if isTotal { words.removeLast() }
        guard let number = words.first, words.count <= 2 else {
            throw Count.unreadable(argument, kind)
        }
        let unit = try words.count == 2 ? Count.unit(words[1]) : kind.usualUnit
        guard let unit else {
            throw ValidationError("\(kind.rawValue) needs a unit, such as \(kind.rawValue)=\(number) drone.")
        }
        guard let (low, best, high, qualifier) = Count.range(number) else { throw Count.unreadable(argument, kind) }
        self.init(
            kind: kind,
            unit: unit,
            low: low,
            best: best,
            high: high,
            qualifier: qualifier,
            scope: isTotal ? .runningTotal : .event,
            text: argument,
            range: 0..<0
        )
    }

    private static func range(_ text: String) -> (Int?, Int?, Int?, CountQualifier)? {
        func number(_ text: Substring) -> Int? {
            let digits = text.filter { $0 != "," }
            guard !digits.isEmpty, digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
                let number = Int(digits), number <= 1_000_000_000_000
            else { return nil }
            return number
        }
        if text == "?" { return (nil, nil, nil, .unknown) }
        if text.hasSuffix("+"), let least = number(text.dropLast()) { return (least, least, nil, .atLeast) }
        if text.hasPrefix(">="), let least = number(text.dropFirst(2)) { return (least, least, nil, .atLeast) }
        if text.hasPrefix("<="), let most = number(text.dropFirst(2)) { return (nil, most, most, .atMost) }
        if text.hasPrefix(">"), let over = number(text.dropFirst()) { return (over + 1, over, nil, .moreThan) }
        if text.hasPrefix("<"), let under = number(text.dropFirst()), under > 0 {
            return (nil, under, under - 1, .lessThan)
        }
        if text.hasPrefix("~"), let about = number(text.dropFirst()) { return (about, about, about, .about) }
        let ends = text.split(separator: "-", omittingEmptySubsequences: false)
        if ends.count == 2, let low = number(ends[0]), let high = number(ends[1]), low <= high {
            return (low, nil, high, .between)
        }
        return number(text[...]).map { ($0, $0, $0, $0 == 0 ? .none : .exact) }
    }

    private static func unit(_ word: String) throws -> CountUnit {
        for unit in CountUnit.allCases where unit.rawValue == word || unit.plurals.contains(word) { return unit }
        let near = Spelling.suggestions(for: word, among: CountUnit.allCases.map(\.rawValue))
        let hint = near.isEmpty ? "" : "; did you mean \(near.joined(separator: " or "))?"
        throw ValidationError("there is no unit “\(word)”\(hint)")
    }

    private static func unreadable(_ argument: String, _ kind: CountKind) -> ValidationError {
        ValidationError(
            "“\(argument)” is no number of \(kind.rawValue); write 14, 14+, >14, <14, ~14, 3-5 or ?, then the unit."
        )
    }
}

extension CountUnit {
    fileprivate var plurals: [String] {
        switch self {
        case .person: ["people", "persons"]
        case .child: ["children"]
        case .woman: ["women"]
        case .aircraft: []
        default: [rawValue + "s"]
        }
    }
}

extension CountKind {
    /// The unit that a bare number of the kind means; nil where it may be any.
    fileprivate var usualUnit: CountUnit? {
        switch self {
        case .killed, .injured, .casualties, .missing, .captured, .surrendered, .detained, .abducted, .released,
            .evacuated, .displaced, .returned, .trapped, .rescued, .affected, .troops:
            .person
        case .buildings: .building
        case .settlements: .settlement
        case .withoutPower: .household
        case .attacks, .clashes: .munition
        case .depthKm, .areaKm2: .kilometre
        case .regions: .region
        case .launched, .intercepted, .jammed, .hit, .missed, .fateUnknown, .equipmentDestroyed: nil
        }
    }
}
