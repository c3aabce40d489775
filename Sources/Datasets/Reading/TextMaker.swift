import DatelineCore

/// Takes the texts of a row that are its own: its name, its headline, its address, its words.
struct TextMaker {
    private let plan: RowPlan
    /// What is put together and stands in no cell.
    private let made = RowBuffer(capacity: 4096)

    init(_ plan: RowPlan) {
        self.plan = plan
    }

    /// The first of a field's columns that is not empty.
    func text(_ field: RowPlan.Field?, _ rows: DelimitedReader) -> RowText {
        for column in field?.columns ?? [] {
            let text = rows.trimmed(column, isGuarded: plan.map.isGuarded)
            if !text.isEmpty { return text }
        }
        return RowText(buffer: made, start: 0, count: 0)
    }

    /// The row's name in its data set; a hash of its bytes where it has none.
    func id(_ field: RowPlan.Field?, _ rows: DelimitedReader) -> (text: RowText, isContent: Bool) {
        guard let field, !field.map.isJoined else { return joined(field?.columns ?? [], rows) }
        let text = text(field, rows)
        guard !text.isEmpty else { return (hash(rows), true) }
        guard field.map.isNumber, unsafe CellReading.whole(text.bytes) != nil,
            let point = unsafe text.bytes.firstIndex(of: UInt8(ascii: "."))
        else { return (text, false) }
        return (RowText(buffer: text.buffer, start: text.start, count: point), false)
    }

    /// An address: up to the first space, and with the map's beginning where it has none.
    func url(_ field: RowPlan.Field?, _ rows: DelimitedReader) -> RowText {
        let text = text(field, rows)
        guard let field, !text.isEmpty else { return text }
        let length = unsafe text.bytes.firstIndex { $0 <= 0x20 } ?? text.count
        let first = RowText(buffer: text.buffer, start: text.start, count: length)
        if unsafe TextMaker.isAddress(first.bytes) { return first }
        let prefix = Array((field.map.prefix ?? "").utf8)
        let isException = field.map.exceptions.contains { unsafe first.bytes.starts(with: $0.utf8) }
        guard !prefix.isEmpty, !isException else { return RowText(buffer: made, start: 0, count: 0) }
        // Behind the name, which may stand in the same buffer.
        let start = nameLimit
        made.reserve(start + prefix.count + length, keeping: start)
        unsafe (made.base + start).update(from: prefix, count: prefix.count)
        for index in 0..<length { unsafe made.base[start + prefix.count + index] = first.bytes[index] }
        return RowText(buffer: made, start: start, count: prefix.count + length)
    }

    private static func isAddress(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let colon = unsafe bytes.firstIndex(of: UInt8(ascii: ":")), colon + 2 < bytes.count else { return false }
        return unsafe bytes[colon + 1] == UInt8(ascii: "/") && bytes[colon + 2] == UInt8(ascii: "/")
    }

    /// The longest name that is put together; what is beyond does not tell rows apart.
    private var nameLimit: Int { 2048 }

    private func joined(_ columns: [Int], _ rows: DelimitedReader) -> (text: RowText, isContent: Bool) {
        var used = 0
        for column in columns {
            let text = rows.trimmed(column, isGuarded: plan.map.isGuarded)
            guard used + text.count < nameLimit else { return (hash(rows), true) }
            if column != columns.first {
                unsafe made.base[used] = UInt8(ascii: "|")
                used += 1
            }
            for index in 0..<text.count { unsafe made.base[used + index] = text.bytes[index] }
            used += text.count
        }
        guard used >= columns.count, used > 0 else { return (hash(rows), true) }
        return (RowText(buffer: made, start: 0, count: used), false)
    }

    private func hash(_ rows: DelimitedReader) -> RowText {
        let digits = Array("0123456789abcdef".utf8)
        let raw = rows.rawRow
        var used = 0
        for seed: UInt64 in [0x243F_6A88_85A3_08D3, 0x1319_8A2E_0370_7344] {
            var hash = unsafe KeyTable.mix(seed, raw.bytes)
            for _ in 0..<16 {
                unsafe made.base[used] = digits[Int(hash >> 60)]
                hash <<= 4
                used += 1
            }
        }
        return RowText(buffer: made, start: 0, count: used)
    }
}
