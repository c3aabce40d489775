/// The conflicts of some countries and who fights in them, each as the cells of its columns.
struct Conflicts {
    /// Two sides.
    struct Dyad {
        /// The number of UCDP for the kind: 1 a government and a group, 2 two groups, 3 a side and civilians.
        let violence: Int
        /// The cells from `conflict_dset_id` to `side_b`, with a comma behind each.
        let cells: [UInt8]
    }

    /// The dyads of each country, the first the most frequent.
    let dyads: [[Dyad]]

    init(countries: [String], _ words: inout InventedWords, _ random: inout SplitMix64) {
        var next = 0
        var all: [[Dyad]] = []
        for (index, country) in countries.enumerated() {
            let groups = (0..<(3 + random.below(9))).map { number in
                (id: index * 20 + number + 2, name: "\(words.name(syllables: 2, &random)) Front")
            }
            let government = (id: index * 20 + 1, name: "Government of \(country)")
            let civilians = (id: 9999, name: "Civilians")
            var dyads: [Dyad] = []
            for (first, group) in groups.enumerated() {
                let pairs = [
                    (1, government, group), (3, group, civilians), (2, group, groups[(first + 1) % groups.count]),
                ]
                for (violence, one, other) in pairs {
                    next += 1
                    dyads.append(Dyad(violence: violence, cells: Self.cells(country, next, one, other)))
                }
            }
            all.append(dyads)
        }
        dyads = all
    }

    private static func cells(
        _ country: String,
        _ number: Int,
        _ one: (id: Int, name: String),
        _ other: (id: Int, name: String)
    ) -> [UInt8] {
        var cells: [UInt8] = []
        for _ in 0..<2 { cells.append(number: number) }
        cells.append(cell: "\(country): \(other.name)".utf8)
        for _ in 0..<2 { cells.append(number: number + 10_000) }
        cells.append(cell: "\(one.name) - \(other.name)".utf8)
        for side in [one, other] {
            for _ in 0..<2 { cells.append(number: side.id) }
            cells.append(cell: side.name.utf8)
        }
        return cells
    }
}
