import DatelineCore
import GRDB

/// A condition over blocks of columns: which rows satisfy it.
struct BlockFilter {
    private let tests: [Test]
    /// The fields that it reads.
    let fields: [Field]
    /// Whether it asks which days events touch.
    let asksForDays: Bool

    /// A constraint with its numbers as tables, so that a row costs one look-up.
    private enum Test {
        case isNotHidden(by: Hidden)
        case places(NumberSet)
        case days(from: Int32, to: Int32)
        case isIn(Field, NumberSet, orNone: Bool)
        case weapons(NumberSet)
        case count(Int32?, least: Int)
        case level(shift: Int32, least: Int32, isOptional: Bool)
        case events([Int])

        /// How much it costs beside the others.
        var cost: Int {
            switch self {
            case .isNotHidden, .isIn, .level: 0
            case .days, .events: 1
            case .places: 2
            case .weapons, .count: 3
            }
        }
    }

    init(_ condition: Condition, database: Database) throws {
        var tests: [Test] = []
        var fields: Set<Field> = []
        for constraint in condition.constraints {
            switch constraint {
            case .current: tests.append(.isNotHidden(by: .superseded))
            case .toldOnce: tests.append(.isNotHidden(by: .repeated))
            case .places(let places):
                tests.append(.places(NumberSet(places)))
                fields.formUnion([.place, .otherRow, .otherPlace])
            case .days(let from, let to):
                tests.append(.days(from: BlockFilter.day(from ?? .min), to: BlockFilter.day(to ?? .max)))
                fields.formUnion([.start, .end])
            case .types(let types): tests.append(.isIn(.type, NumberSet(types), orNone: false))
            case .statuses(let statuses):
                let positions = statuses.compactMap { ClaimStatus.allCases.firstIndex(of: $0) }.map(Int64.init)
                tests.append(.isIn(.status, NumberSet(positions), orNone: false))
            case .weapons(let weapons):
                tests.append(.weapons(NumberSet(weapons)))
                fields.formUnion([.weaponRow, .weapon])
            case .sources(let sources, let orNarrator):
                tests.append(.isIn(.source, NumberSet(sources), orNone: orNarrator))
            case .publishers(let publishers): tests.append(.isIn(.publisher, NumberSet(publishers), orNone: false))
            case .actors(let actors): tests.append(.isIn(.actor, NumberSet(actors), orNone: false))
            case .articles(let articles): tests.append(.isIn(.article, NumberSet(articles), orNone: false))
            case .count(let kind, let least):
                let position = kind.flatMap { CountKind.allCases.firstIndex(of: $0) }.map(Int32.init)
                tests.append(.count(position, least: least))
                fields.formUnion(Field.figures)
            case .levels(let field, let least, let isOptional):
                let fields = EventField.allCases.filter(\.hasConfidence)
                let shift = Int32(2 * (fields.firstIndex(of: field) ?? 0))
                let level = Int32((Confidence.allCases.sorted().firstIndex(of: least) ?? 0) + 1)
                tests.append(.level(shift: shift, least: level, isOptional: isOptional))
            case .words(let query):
                let sql = "SELECT rowid FROM evidence_search WHERE evidence_search MATCH ? ORDER BY rowid"
                tests.append(.events(try Int.fetchAll(database, sql: sql, arguments: [query])))
                fields.insert(.offset)
            }
        }
        for case .isIn(let field, _, _) in tests { fields.insert(field) }
        for case .level in tests { fields.insert(.confidence) }
        for case .isNotHidden in tests { fields.insert(.hidden) }
        // Few rows are left for those that cost most.
        self.tests = tests.sorted { $0.cost < $1.cost }
        asksForDays = !fields.isDisjoint(with: [.start, .end])
        self.fields = fields.sorted { $0.rawValue < $1.rawValue }
    }

    private static func day(_ number: Int) -> Int32 {
        Int32(clamping: max(number, Int(Int32.min) + 1))
    }

    /// Which rows satisfy the condition: 1 where one does, 0 where not.
    func mask(of block: Block) -> [UInt8] {
        var mask = [UInt8](repeating: 1, count: block.count)
        for test in tests { apply(test, to: block, &mask) }
        return mask
    }

    private func apply(_ test: Test, to block: Block, _ mask: inout [UInt8]) {
        switch test {
        case .isNotHidden(let reason):
            keep(in: &mask, block[.hidden]) { $0 & reason.rawValue == 0 }
        case .places(let places):
            let column = block[.place]
            // 2 where only a further place is one of them.
            for (row, place) in zip(block[.otherRow], block[.otherPlace]) where places.contains(place) {
                if mask[Int(row)] != 0 { mask[Int(row)] = 2 }
            }
            for row in mask.indices where mask[row] != 0 {
                mask[row] = mask[row] == 2 || places.contains(column[row]) ? 1 : 0
            }
        case .days(let from, let to):
            let starts = block[.start]
            let ends = block[.end]
            for row in mask.indices {
                let (start, end) = (starts[row], ends[row])
                // Without a value a start lies before every day.
                let touches = start <= to && (end >= from || end == .none)
                mask[row] &= touches && (start != .none || end != .none) ? 1 : 0
            }
        case .isIn(let field, let numbers, let orNone):
            if let only = numbers.only, !orNone {
                keep(in: &mask, block[field]) { $0 == only }
            } else {
                keep(in: &mask, block[field]) { numbers.contains($0) || orNone && $0 == .none }
            }
        case .weapons(let weapons):
            var has = [UInt8](repeating: 0, count: block.count)
            for (row, weapon) in zip(block[.weaponRow], block[.weapon]) where weapons.contains(weapon) {
                has[Int(row)] = 1
            }
            for row in mask.indices { mask[row] &= has[row] }
        case .count(let kind, let least):
            var has = [UInt8](repeating: 0, count: block.count)
            let (kinds, roles) = (block[.figureKind], block[.figureRole])
            for (index, row) in block[.figureRow].enumerated() {
                let isAsked = kind.map { $0 == kinds[index] } ?? FigureRole(rawValue: roles[index]).contains(.leading)
                let number = block.bests[index] == .none ? block.lows[index] : block.bests[index]
                if isAsked, number != .none, number >= least { has[Int(row)] = 1 }
            }
            for row in mask.indices { mask[row] &= has[row] }
        case .level(let shift, let least, let isOptional):
            let levels = block[.confidence]
            for row in mask.indices {
                let level = levels[row] >> shift & 3
                mask[row] &= level >= least || isOptional && level == 0 ? 1 : 0
            }
        case .events(let events):
            keep(events, in: block, &mask)
        }
    }

    /// Keeps the rows whose values pass, several at once where the test is a comparison.
    @inline(__always)
    private func keep(in mask: inout [UInt8], _ column: [Int32], _ passes: (Int32) -> Bool) {
        precondition(mask.count == column.count)
        unsafe mask.withUnsafeMutableBufferPointer { mask in
            unsafe column.withUnsafeBufferPointer { column in
                for row in column.indices { unsafe mask[row] &= passes(column[row]) ? 1 : 0 }
            }
        }
    }

    /// Keeps the rows of some events, given by their numbers in order.
    private func keep(_ events: [Int], in block: Block, _ mask: inout [UInt8]) {
        guard block.count > 0 else { return }
        var low = 0
        var high = events.count
        while low < high {
            let middle = (low + high) / 2
            if events[middle] < block.event(0) { low = middle + 1 } else { high = middle }
        }
        for row in mask.indices {
            let event = block.event(row)
            while low < events.count, events[low] < event { low += 1 }
            if low == events.count || events[low] != event { mask[row] = 0 }
        }
    }
}

/// A set of numbers as a table of bits.
struct NumberSet {
    private var words: [UInt64] = []
    /// The number, where it is a single one.
    private(set) var only: Int32?

    init(_ numbers: some Sequence<Int64>) {
        for number in numbers where number >= 0 && number <= Int64(Int32.max) {
            let word = Int(number >> 6)
            if word >= words.count { words += Array(repeating: 0, count: word + 1 - words.count) }
            words[word] |= 1 << UInt64(number & 63)
        }
        let first = words.indices.last.map { Int32($0 << 6 + words[$0].trailingZeroBitCount) }
        if words.reduce(0, { $0 + $1.nonzeroBitCount }) == 1 { only = first }
    }

    @inline(__always)
    func contains(_ number: Int32) -> Bool {
        let word = Int(number >> 6)
        return number >= 0 && word < words.count && words[word] >> UInt64(number & 63) & 1 == 1
    }
}
