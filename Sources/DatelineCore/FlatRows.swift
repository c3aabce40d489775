/// Rows of cells that wait for their turn, in the bytes of a few columns.
///
/// A row for each would be two pieces of memory, which take longer to get and give back than the row to read.
public struct FlatRows: Sendable {
    /// The cells that are kept.
    private let positions: [Int]
    /// Where each row is; nil where there is none.
    private var spots: [Spot?] = []
    /// The bytes of rows, many in each.
    private var chunks: [[UInt8]] = []
    /// The chunk that is being filled.
    private var chunk = -1
    private var cells: [FlatRow.Cell] = []

    private struct Spot {
        let chunk: Int32
        let start: Int32
        let cells: Int32
        /// How many cells the row had.
        let count: Int32
    }

    private static let chunkSize = 1 << 20

    /// Creates room for rows of which the cells at some positions, in their order, are all that holds anything.
    public init(keeping positions: [Int]) {
        self.positions = positions
    }

    /// Forgets all rows, and takes as many.
    public mutating func begin(_ count: Int) {
        spots = Array(repeating: nil, count: count)
        for index in chunks.indices { chunks[index].removeAll(keepingCapacity: true) }
        chunk = -1
        cells.removeAll(keepingCapacity: true)
        cells.reserveCapacity(count * positions.count)
    }

    /// Keeps a copy of a row, of which no other cells hold anything.
    public mutating func keep(_ row: FlatRow, at index: Int) {
        if chunk < 0 || chunks[chunk].count + row.bytes.count > FlatRows.chunkSize { openChunk() }
        spots[index] = Spot(
            chunk: Int32(chunk),
            start: Int32(chunks[chunk].count),
            cells: Int32(cells.count),
            count: Int32(row.count)
        )
        chunks[chunk] += row.bytes
        var kept = 0
        for position in positions {
            let cell = row.cells[position]
            kept += cell.end - (position == 0 ? 0 : row.cells[position - 1].end)
            cells.append(cell)
        }
        precondition(kept == row.bytes.count)
    }

    private mutating func openChunk() {
        chunk += 1
        guard chunk == chunks.count else { return }
        chunks.append([])
        chunks[chunk].reserveCapacity(FlatRows.chunkSize)
    }

    /// Copies a row out; false where none was kept.
    public func take(_ index: Int, into row: inout FlatRow) -> Bool {
        guard let spot = spots[index] else { return false }
        let kept = cells[Int(spot.cells)..<Int(spot.cells) + positions.count]
        let length = kept.last?.end ?? 0
        row.removeAll()
        row.bytes += chunks[Int(spot.chunk)][Int(spot.start)..<Int(spot.start) + length]
        var end = 0
        for (position, cell) in zip(positions, kept) {
            while row.cells.count < position { row.cells.append(FlatRow.Cell(.empty, end: end)) }
            row.cells.append(cell)
            end = cell.end
        }
        while row.cells.count < spot.count { row.cells.append(FlatRow.Cell(.empty, end: end)) }
        return true
    }
}
