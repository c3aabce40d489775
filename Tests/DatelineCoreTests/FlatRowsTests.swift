import DatelineCore
import Testing

/// Rows that wait for their turn.
@Suite struct FlatRowsTests {
    /// A row of six cells, of which the second and the fifth hold something.
    private func row(_ number: Int, _ text: String?) -> FlatRow {
        var row = FlatRow()
        row.appendEmpty()
        row.append(number)
        row.appendEmpty(2)
        row.append(text)
        row.appendEmpty()
        return row
    }

    private func cells(_ row: FlatRow) -> [String] {
        var cells: [String] = []
        unsafe row.forEachCell(at: Array(0..<row.count)) { kind, bytes in
            cells.append("\(kind) \(unsafe String(decoding: bytes, as: UTF8.self))")
        }
        return cells
    }

    @Test func `rows come out in any order as they were kept`() {
        let long = String(repeating: "A mill by the river. ", count: 60_000)
        let texts = ["Sumy", nil, long, "", "Goma", long, "Ōtsu"]
        var rows = FlatRows(keeping: [1, 4])
        for _ in 0..<2 {
            rows.begin(texts.count + 1)
            for (index, text) in texts.enumerated().reversed() { rows.keep(row(index * 7, text), at: index) }
            var taken = FlatRow()
            for (index, text) in texts.enumerated() {
                #expect(rows.take(index, into: &taken))
                #expect(cells(taken) == cells(row(index * 7, text)))
            }
            let isFound = rows.take(texts.count, into: &taken)
            #expect(!isFound)
        }
    }

    @Test(arguments: [0, 9, 10, 99, 100, 999_999_999, 1_000_000_000, -1, -10, .max, .min])
    func `a number stands with all its digits`(number: Int) {
        #expect(cells(row(number, nil))[1] == "number \(number)")
    }
}
