import DatelineCore
import EventExport
import EventStore

/// The rows in which counted events are written.
///
/// For programs: one row a group and class of units, low and high in columns of their own. For reading: sums as one
/// text (`16+`, `12-18`), a total at the end, and two groupings as a cross-table with its margins, or as rows of pairs
/// where the table would be too wide to read.
struct CountSheet {
    /// The most columns of a cross-table beside its margins.
    static let widestCrossTable = 8

    let columns: [String]
    let rows: [[Cell]]

    init(table: CountTable, limit: Int?, isForReading: Bool) {
        if isForReading, table.groupings.count == 2, table.margins[1].count <= CountSheet.widestCrossTable {
            (columns, rows) = CountSheet.crossTable(table, limit: limit)
        } else {
            (columns, rows) = CountSheet.longRows(table, limit: limit, isForReading: isForReading)
        }
    }

    /// What was left out of the sums.
    static func notes(on table: CountTable) -> [String] {
        guard let kind = table.kind else { return [] }
        var notes: [String] = []
        if table.runningTotals > 0 {
            let figures = table.runningTotals == 1 ? "1 running total" : "\(table.runningTotals) running totals"
            notes.append("\(figures) left out of the sum of \(kind.rawValue)")
        }
        if table.unknowns > 0 {
            let events = table.unknowns == 1 ? "1 event tells" : "\(table.unknowns) events tell"
            notes.append("\(events) of \(kind.rawValue) without a number, and adds nothing")
        }
        return notes
    }

    private static func longRows(_ table: CountTable, limit: Int?, isForReading: Bool) -> ([String], [[Cell]]) {
        var columns = table.groupings.flatMap(\.columns)
        let keyColumns = columns.count
        columns.append("events")
        if let kind = table.kind {
            columns += ["counted", "unit"]
            columns += isForReading ? [kind.rawValue] : ["\(kind.rawValue)_low", "\(kind.rawValue)_high"]
        }
        var shown = table.rows.prefix(limit ?? table.rows.count).flatMap { row in
            cells(row.tally, of: table, isForReading: isForReading).map { row.keys.joined().map(Cell.init) + $0 }
        }
        if table.groupings.isEmpty {
            shown = cells(table.total, of: table, isForReading: isForReading)
        } else if isForReading {
            let label = [Cell.text("total")] + Array(repeating: .empty, count: keyColumns - 1)
            shown += cells(table.total, of: table, isForReading: true).map { label + $0 }
        }
        return (columns, shown)
    }

    /// The cells of a tally: one row, or one for each class of units.
    private static func cells(_ tally: Tally, of table: CountTable, isForReading: Bool) -> [[Cell]] {
        guard table.kind != nil else { return [[.integer(tally.events)]] }
        guard !tally.sums.isEmpty else {
            let none = Array(repeating: Cell.empty, count: isForReading ? 2 : 3)
            return [[.integer(tally.events), .integer(0)] + none]
        }
        return tally.sums.sorted { $0.key < $1.key }.map { unit, sum in
            let range = isForReading ? [Cell.text(sum.phrase)] : [Cell(sum.low), Cell(sum.high)]
            return [.integer(tally.events), .integer(sum.events), .text(unit.rawValue)] + range
        }
    }

    private static func crossTable(_ table: CountTable, limit: Int?) -> ([String], [[Cell]]) {
        let across = table.margins[1]
        let down = table.margins[0].prefix(limit ?? table.margins[0].count)
        var tallies: [[CountTable.Key]: Tally] = [:]
        for row in table.rows { tallies[row.keys] = row.tally }
        let hasUnits = Set((table.rows.map(\.tally) + [table.total]).flatMap(\.sums.keys)).count > 1
        func cell(_ tally: Tally?) -> Cell {
            guard table.kind != nil else { return Cell(tally?.events) }
            guard let tally, !tally.sums.isEmpty else { return .empty }
            let sums = tally.sums.sorted { $0.key < $1.key }.map { unit, sum in
                hasUnits ? "\(sum.phrase) \(unit.rawValue)" : sum.phrase
            }
            return .text(sums.joined(separator: ", "))
        }
        let corner = table.groupings[0].rawValue
        let columns = [corner] + across.map { label($0.keys[0]) } + ["total"]
        var rows = down.map { margin in
            let inner = across.map { cell(tallies[[margin.keys[0], $0.keys[0]]]) }
            return [.text(label(margin.keys[0]))] + inner + [cell(margin.tally)]
        }
        rows.append([.text("total")] + across.map { cell($0.tally) } + [cell(table.total)])
        return (columns, rows)
    }

    private static func label(_ key: CountTable.Key) -> String {
        let parts = key.compactMap(\.self)
        return parts.isEmpty ? "(none)" : parts.joined(separator: ", ")
    }
}

extension RangeSum {
    /// The sum as text: `16`, `16+` when open above, `12-18` for a range, `≤20` when only the most is known.
    var phrase: String {
        switch (low, high) {
        case (nil, nil): "?"
        case (let low?, nil): "\(low)+"
        case (nil, let high?): "≤\(high)"
        case (let low?, let high?): low == high ? "\(low)" : "\(low)-\(high)"
        }
    }
}
