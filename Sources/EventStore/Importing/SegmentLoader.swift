import Datasets
import DatelineCore
import GRDB

/// Packs the columns of new events from memory while their rows are stored, so that a load need not read them again.
///
/// It packs segments that hold nothing but events of the load. What stands in others, and what another program has
/// written between, is left to ``SegmentWriter/catchUp(all:)``.
final class SegmentLoader {
    /// What columns hold of an event.
    struct Event {
        var start, end: Int32
        var type: Int32
        var place, country, region: Int32
        var source, actor, status: Int32
        var publisher, article: Int32
        var figures = 0..<0
        var weapons: [Int32]
        var others: [Int32]
    }

    /// What columns hold of a number.
    struct Figure {
        var kind, unit: Int32
        var role: FigureRole
        var low, best, high: Int
    }

    private static let kinds = CountKind.allCases
    private static let classes = UnitClass.allCases

    private let database: Database
    private var events: [Event] = []
    private var figures: [Figure] = []
    /// The segment that is being filled.
    private var block = Block(first: 0, count: 0)
    /// The number of the event that it waits for; nil while it waits for the first of a segment.
    private var next: Int?
    /// What other programs have changed so far.
    private var version: Int?

    private static let last = 1 << BlockReader.bits - 1

    init(_ database: Database) {
        self.database = database
    }

    /// To be called when a transaction begins: another program may have changed what is gathered.
    func begin() throws {
        let version = try Int.fetchOne(database, sql: "PRAGMA data_version")
        if version != self.version { next = nil }
        self.version = version
    }

    /// Adds an event, whose numbers were added before; it waits for ``store(from:)``.
    func add(_ event: Event) {
        var event = event
        event.figures = (events.last.map(\.figures.upperBound) ?? 0)..<figures.count
        events.append(event)
    }

    /// Adds a number of the event that comes next.
    func add(_ count: ImportedCount, isOwn: Bool, isLeading: Bool) {
        var role: FigureRole = isOwn ? .own : []
        if isLeading { role.insert(.leading) }
        if count.scope == .runningTotal { role.insert(.runningTotal) }
        figures.append(
            Figure(
                kind: Int32(SegmentLoader.kinds.firstIndex(of: count.kind) ?? 0),
                unit: Int32(SegmentLoader.classes.firstIndex(of: count.unit.unitClass) ?? 0),
                role: role,
                low: count.low ?? .none,
                best: count.best ?? .none,
                high: count.high ?? .none
            )
        )
    }

    /// Takes over what the numbers of the waiting events have become.
    func renumber(from first: Int, to numbers: [Int]) {
        var sorted = events
        for (event, number) in zip(events, numbers) { sorted[number - first] = event }
        events = sorted
    }

    /// Takes the waiting events into segments, and stores those that are full; `first` is the number of the first event.
    func store(from first: Int) throws {
        var index = 0
        while index < events.count {
            let number = first + index
            guard number == next || open(at: number) else {
                index += 1
                continue
            }
            let end = min(events.count, index + SegmentLoader.last - (number & SegmentLoader.last) + 1)
            append(events[index..<end], offset: Int32(number & SegmentLoader.last))
            index = end
            next = first + end
            if (first + end) & SegmentLoader.last == 0 { try close() }
        }
        events.removeAll(keepingCapacity: true)
        figures.removeAll(keepingCapacity: true)
    }

    /// Stores the last segment; to be called in the last transaction.
    func finish() throws {
        try begin()
        if block.count >= SegmentWriter.patience { try close() }
    }

    /// Begins a segment where a number is the first of one.
    private func open(at number: Int) -> Bool {
        next = nil
        guard number & SegmentLoader.last == 0 || number == 1 else { return false }
        block = Block(first: number & ~SegmentLoader.last, count: 0)
        return true
    }

    private func close() throws {
        guard let next else { return }
        try SegmentWriter(database: database).write(block, number: block.first >> BlockReader.bits, last: next - 1)
        self.next = nil
    }

    private func append(_ events: ArraySlice<Event>, offset: Int32) {
        func add(_ field: Field, _ value: (Event) -> Int32) {
            block[field].append(contentsOf: events.lazy.map(value))
        }
        let first = Int32(block.count)
        block.count += events.count
        block[.offset] += offset..<offset + Int32(events.count)
        add(.start, \.start)
        add(.end, \.end)
        add(.type, \.type)
        add(.place, \.place)
        add(.country, \.country)
        add(.region, \.region)
        add(.source, \.source)
        add(.actor, \.actor)
        add(.status, \.status)
        add(.publisher, \.publisher)
        add(.article, \.article)
        add(.confidence) { _ in 0 }
        add(.hidden) { _ in 0 }
        for (row, event) in zip(first..., events) {
            for weapon in event.weapons {
                block[.weaponRow].append(row)
                block[.weapon].append(weapon)
            }
            for other in event.others {
                block[.otherRow].append(row)
                block[.otherPlace].append(other)
            }
            for figure in figures[event.figures] {
                block[.figureRow].append(row)
                block[.figureKind].append(figure.kind)
                block[.figureUnit].append(figure.unit)
                block[.figureRole].append(figure.role.rawValue)
                block.lows.append(figure.low)
                block.bests.append(figure.best)
                block.highs.append(figure.high)
            }
        }
    }
}

extension Int32 {
    /// A number as it stands in a column.
    init(stored number: (some BinaryInteger)?) {
        self = number.flatMap { Int32(exactly: $0) } ?? .none
    }

    /// The first two letters of a country's code.
    init(country code: String?) {
        let letters = code?.unicodeScalars.prefix(2).map(\.value) ?? []
        self = letters.count == 2 ? Int32(letters[0] << 8 | letters[1]) : .none
    }
}
