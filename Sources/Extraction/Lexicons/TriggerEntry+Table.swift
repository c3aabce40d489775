extension TriggerEntry {
    /// The mark between a verb and the words after its object: "moved … out".
    private static let gap = " … "

    /// The table of the rows of `triggers.tsv`, split verbs under their first words.
    static func table(_ rows: [LexiconTable.Row]) throws(LexiconError) -> PhraseTable<TriggerEntry> {
        var entries: [(surface: String, entry: TriggerEntry)] = []
        var splits: [String: [Split]] = [:]
        for row in rows {
            guard let entry = TriggerEntry(row) else {
                throw LexiconError(
                    file: "triggers.tsv",
                    line: row.line,
                    reason: "unknown code in “\(row["surface"])”"
                )
            }
            for surface in row.alternatives("surface") {
                let halves = surface.split(separator: gap, maxSplits: 1).map(String.init)
                if halves.count == 2 {
                    let tail = halves[1].split(separator: " ").map { Word(String($0)) }
                    splits[halves[0], default: []].append(Split(tail: tail, entry: entry))
                } else {
                    entries.append((surface, entry))
                }
            }
        }
        let whole = Set(entries.map(\.surface))
        for head in splits.keys.sorted() where !whole.contains(head) {
            entries.append((head, TriggerEntry(splits: [])))
        }
        var table = PhraseTable<TriggerEntry>()
        for (surface, var entry) in entries {
            // The longest ending first: "out of their homes" before "out".
            entry.splits = (splits[surface] ?? []).sorted { $0.tail.count > $1.tail.count }
            table.add(surface, entry)
        }
        return table
    }
}
