import DatelineCore

/// A column that is asked for and that there is not.
public struct UnknownColumn: Error, Hashable, Sendable, CustomStringConvertible {
    /// The name asked for.
    public var name: String
    /// The columns with names like it, the nearest first.
    public var near: [String]

    /// The message: "there is no column “plce”; did you mean place?".
    public var description: String {
        "there is no column “\(name)”" + (near.isEmpty ? "" : "; did you mean \(near.joined(separator: " or "))?")
    }
}

extension EventColumns {
    /// The columns that may be chosen: those of the flat or the long form, and `date` and `counts` as phrases.
    public static func choosable(isLong: Bool) -> EventColumns {
        let form = isLong ? EventColumns.long : .flat
        let phrases = ["date", "counts"].compactMap { brief.names.firstIndex(of: $0) }
        return EventColumns(names: form.names + phrases.map { brief.names[$0] }) { record in
            let said = brief.rows(for: record).first.map { row in phrases.map { row[$0] } } ?? []
            return form.rows(for: record).map { $0 + said }
        }
    }

    /// The columns with these names, in this order.
    public func chosen(_ names: [String]) throws(UnknownColumn) -> EventColumns {
        var indices: [Int] = []
        for name in names {
            guard let index = self.names.firstIndex(of: name.lowercased()) else {
                throw UnknownColumn(name: name, near: Spelling.suggestions(for: name, among: self.names))
            }
            indices.append(index)
        }
        return picking(indices)
    }

    /// The columns, with the coordinates behind them where they are not among them, since a map needs both.
    func placed(from all: EventColumns) -> EventColumns {
        let missing = ["latitude", "longitude"].filter { !names.contains($0) }
        guard !missing.isEmpty else { return self }
        return all.picking((names + missing).compactMap { all.names.firstIndex(of: $0) })
    }

    private func picking(_ indices: [Int]) -> EventColumns {
        EventColumns(names: indices.map { names[$0] }) { record in
            rows(for: record).map { row in indices.map { row[$0] } }
        }
    }
}
