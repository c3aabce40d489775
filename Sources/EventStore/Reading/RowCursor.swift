import GRDB

/// The rows of a table by the events that they belong to.
///
/// One run of a statement gives the rows of many events, which costs half of running it for each. It must not outlive
/// the transaction, and sees no rows that are written meanwhile.
final class RowCursor {
    /// The row that was found: its first column is the event's number.
    private(set) var row: RawStatement
    /// The event of the row; the largest number behind the last row.
    private var event = Int.max

    /// Gives the rows of the events in a list.
    private let listed: RawStatement
    /// Gives the rows of all events between two.
    private var between: RawStatement?
    private let statementBetween: () throws -> RawStatement
    /// The runs of events that are still to be gone over.
    private var runs: ArraySlice<ClosedRange<Int>> = []

    /// Takes what gives the rows of all events (`SELECT … FROM …`), with the event's number in the first column, the name
    /// of that column, and in what order rows of one event come, where it may have several.
    init(_ database: Database, _ select: String, key: String = "event", order: String? = nil) throws {
        func statement(_ events: String) throws -> RawStatement {
            let order = [key, order].compactMap(\.self).joined(separator: ", ")
            return try RawStatement(database, "\(select) WHERE \(key) \(events) ORDER BY \(order)")
        }
        listed = try statement("IN (SELECT value FROM json_each(?))")
        statementBetween = { try statement("BETWEEN ? AND ?") }
        row = listed
    }

    /// Begins with the rows of some events; those of former ones that were not read are left.
    func start(_ events: EventList) throws {
        row.reset()
        event = .min
        switch events {
        case .runs(let list):
            row = try between ?? statementBetween()
            between = row
            runs = list[...]
            if !startRun() { event = .max }
        case .numbers(let json):
            row = listed
            row.bind(1, json)
            runs = []
        }
    }

    /// Begins with the next run; false where there is none.
    private func startRun() -> Bool {
        guard let run = runs.popFirst() else { return false }
        row.reset()
        row.bind(1, run.lowerBound)
        row.bind(2, run.upperBound)
        return true
    }

    /// Goes to the first row of an event, which comes behind all that were asked for since the start; false where it has
    /// none.
    func find(_ wanted: Int) throws -> Bool {
        while event < wanted { try step() }
        return event == wanted
    }

    /// Goes to the next row of the same event; false where there is none.
    func next() throws -> Bool {
        let current = event
        try step()
        return event == current
    }

    private func step() throws {
        while try !row.step() {
            guard startRun() else {
                event = .max
                return
            }
        }
        event = row.int(0)
    }
}

/// Numbers of events whose rows are read together.
enum EventList: Equatable {
    /// Numbers that lie close together: all that lie between are gone over as well.
    case runs([ClosedRange<Int>])
    /// Others, as JSON.
    case numbers(String)

    /// So many rows further one is gone to and not looked up.
    private static let reach = 8

    /// Takes the numbers in their order.
    init(_ numbers: some RandomAccessCollection<Int64>) {
        guard let first = numbers.first.map(Int.init), let last = numbers.last.map(Int.init) else {
            self = .runs([])
            return
        }
        if last - first < numbers.count * EventList.reach {
            self = .runs([first...last])
            return
        }
        var runs = [first...first]
        for number in numbers.lazy.map(Int.init) {
            let run = runs[runs.count - 1]
            if number - run.upperBound <= EventList.reach {
                runs[runs.count - 1] = run.lowerBound...number
            } else {
                runs.append(number...number)
            }
        }
        self = runs.count * EventList.reach < numbers.count ? .runs(runs) : .numbers(list(numbers))
    }
}
